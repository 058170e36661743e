import type { Language } from '../bilingual.ts';
import { type Day, daysBetween } from '../calendar/day.ts';
import { isWithin } from '../calendar/span.ts';
import { campaignAfter, campaignBefore } from '../policy/campaigns.ts';
import type { CampaignPart, Policy, WaitingSet } from '../policy/policy.ts';
import { dayInWords } from './wording.ts';

/** From how many days before its end an answer says how many are left. */
const ENDS_SOON_DAYS = 14;

/** How many days are left of each policy set that ends soon after `day`; the dates themselves stand in the source line. */
export function endsSoonNotes(
  parts: readonly CampaignPart[],
  day: Day,
  language: Language,
): readonly string[] {
  return parts.flatMap((part) => {
    const left = daysBetween(day, part.days.to);
    if (left > ENDS_SOON_DAYS) return [];
    const ends = dayInWords(part.days.to, language);
    // With one set there is no need to say which.
    const name = parts.length > 1 ? part.name[language] : null;
    if (language === 'zh') {
      const which = name === null ? '活动' : `${name}`;
      return [
        left === 0
          ? `${which}当天（${ends}）是最后一天。`
          : `${which}到${ends}为止，还剩${left}天。`,
      ];
    }
    const which = name === null ? 'The campaign' : `The ${name}`;
    const rest = left === 1 ? '1 day left' : `${left} days left`;
    return [
      left === 0 ? `${which} ends that day (${ends}).` : `${which} ends on ${ends}: ${rest}.`,
    ];
  });
}

/** That what is in force took the place of an earlier version, from when on, and why. */
export function correctionNotes(
  parts: readonly CampaignPart[],
  language: Language,
): readonly string[] {
  return parts.flatMap(({ since, reason }) => {
    if (reason === null) return [];
    const from = dayInWords(since, language);
    return [language === 'zh' ? `${from}起更正：${reason}` : `Corrected from ${from}: ${reason}`];
  });
}

/** What to say on a day on which no campaign is in force: never a yes. */
export function nothingInForce(
  policy: Policy,
  day: Day,
  language: Language,
): { lead: string; notes: string[] } {
  const before = campaignBefore(policy, day);
  const after = campaignAfter(policy, day);
  const date = dayInWords(day, language);
  const waiting = policy.waiting.find(({ days }) => isWithin(day, days));
  if (language === 'zh') {
    return {
      lead: `${date}没有生效的活动政策，不能向客户承诺任何优惠。`,
      notes: [
        ...(before === undefined
          ? []
          : [`上一期活动（${before.name.zh}）已于${dayInWords(before.inForce.to, 'zh')}结束。`]),
        ...(after === undefined
          ? []
          : [`下一期活动（${after.name.zh}）从${dayInWords(after.inForce.from, 'zh')}开始。`]),
        ...(waiting === undefined
          ? []
          : [`${waiting.name.zh}${approvedLater(waiting, 'zh')}，不能按它承诺，请问政策负责人。`]),
        ...(after === undefined && waiting === undefined
          ? ['我没有之后的政策，请向政策负责人确认。']
          : []),
      ],
    };
  }
  return {
    lead: `No campaign is in force on ${date}: promise the customer nothing.`,
    notes: [
      ...(before === undefined
        ? []
        : [`The last one (${before.name.en}) ended on ${dayInWords(before.inForce.to, 'en')}.`]),
      ...(after === undefined
        ? []
        : [`The next one (${after.name.en}) starts on ${dayInWords(after.inForce.from, 'en')}.`]),
      ...(waiting === undefined
        ? []
        : [
            `The ${waiting.name.en} ${approvedLater(waiting, 'en')}: promise nothing from it, ask the policy owner.`,
          ]),
      ...(after === undefined && waiting === undefined
        ? ['I hold no later policy: ask the policy owner.']
        : []),
    ],
  };
}

/** Who tries out an earlier day is told why a policy that is approved by now does not count there. */
function approvedLater({ approvedOn }: WaitingSet, language: Language): string {
  if (approvedOn === null) return language === 'zh' ? '还没有批准' : 'is not approved yet';
  const day = dayInWords(approvedOn, language);
  return language === 'zh' ? `${day}才批准` : `was approved only on ${day}`;
}
