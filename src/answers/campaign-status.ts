import type { Language } from '../bilingual.ts';
import { type Day, daysBetween } from '../calendar/day.ts';
import { campaignAfter, campaignBefore } from '../policy/campaigns.ts';
import type { Campaign, Policy } from '../policy/policy.ts';
import { campaignDays, dayInWords } from './wording.ts';

/** From how many days before its end an answer says how many are left. */
const ENDS_SOON_DAYS = 14;

/** The campaign's dates, and how many days are left where it ends soon. */
export function campaignNote(campaign: Campaign, day: Day, language: Language): string {
  const left = daysBetween(day, campaign.days.to);
  const dates = campaignDays(campaign, language);
  if (language === 'zh') {
    if (left === 0) return `活动时间：${dates}，当天是最后一天。`;
    return `活动时间：${dates}${left <= ENDS_SOON_DAYS ? `，还剩${left}天` : ''}。`;
  }
  if (left === 0) return `Campaign: ${dates}; that is its last day.`;
  const rest = left === 1 ? '1 day left' : `${left} days left`;
  return `Campaign: ${dates}${left <= ENDS_SOON_DAYS ? ` (${rest})` : ''}.`;
}

/** That today's answer is another one than that of the day asked about; empty where it is the same, or today is meant. */
export function todayNote(
  { day, today, isSame }: { readonly day: Day; readonly today: Day; readonly isSame: boolean },
  language: Language,
): readonly string[] {
  if (day === today || isSame) return [];
  const [then, now] = [dayInWords(day, language), dayInWords(today, language)];
  return [
    language === 'zh'
      ? `这是${then}的答案；今天（${now}）不同，不带日期再问一次就是今天的。`
      : `This is the answer for ${then}. Today (${now}) it is another one: ask again without a day.`,
  ];
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
  if (language === 'zh') {
    return {
      lead: `${date}没有生效的活动政策，不能向客户承诺任何优惠。`,
      notes: [
        ...(before === undefined
          ? []
          : [`上一期活动（${before.name.zh}）已于${dayInWords(before.days.to, 'zh')}结束。`]),
        ...(after === undefined
          ? []
          : [`下一期活动（${after.name.zh}）从${dayInWords(after.days.from, 'zh')}开始。`]),
        ...(after === undefined ? ['我没有之后的政策，请向政策负责人确认。'] : []),
      ],
    };
  }
  return {
    lead: `No campaign is in force on ${date}: promise the customer nothing.`,
    notes: [
      ...(before === undefined
        ? []
        : [`The last one (${before.name.en}) ended on ${dayInWords(before.days.to, 'en')}.`]),
      ...(after === undefined
        ? []
        : [`The next one (${after.name.en}) starts on ${dayInWords(after.days.from, 'en')}.`]),
      ...(after === undefined ? ['I hold no later policy: ask the policy owner.'] : []),
    ],
  };
}
