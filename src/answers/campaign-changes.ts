import type { Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Reading } from '../language/reading.ts';
import { activeCampaign, campaignFor } from '../policy/campaigns.ts';
import { changesBetween, type Step, stepsTo } from '../policy/changes.ts';
import type { Campaign, Policy } from '../policy/policy.ts';
import type { Section } from './answer.ts';
import { nothingInForce } from './campaign-status.ts';
import { changesInWords } from './changes-in-words.ts';
import { detailFacts } from './detail-facts.ts';
import { policySource } from './policy-source.ts';
import { campaignDays, listed, offerNameAnywhere, words } from './wording.ts';
import type { Said, World } from './world.ts';

/** What is new: the campaign asked about, held against what was in force before it. */
export function campaignChanges({ language, entities }: Reading, { policy, today }: World): Said {
  const named = entities.date;
  // A day that is still to come names the later campaign, an earlier one what it is held against.
  const day = named !== null && named > today ? named : today;
  const now = campaignFor(policy, day);
  if (now === undefined) {
    return {
      facts: { campaign: null, starts: null, ends: null, offers: [] },
      words: words(nothingInForce(policy, day, language)),
    };
  }
  const steps = comparable(policy, now, named);
  const lead = leadOf(steps, now, language);
  const closed = activeCampaign(policy, day) === now ? null : nothingInForce(policy, day, language);
  return {
    facts: detailFacts(now, []),
    words: words({
      lead: closed?.lead ?? lead,
      sections: steps.flatMap((step) => stepSection(step, policy, language)),
      notes: closed === null ? [] : [...closed.notes, lead],
      source: policySource(
        { campaign: now, offers: [], sources: [now.source], file: 'campaign.yaml', today },
        language,
      ),
    }),
  };
}

type Pair = Step & { readonly before: Campaign };

/** "since the third quarter" is held against that one; else against what came before. */
function comparable(policy: Policy, now: Campaign, named: Day | null): readonly Pair[] {
  const since = named !== null && named < now.days.from ? activeCampaign(policy, named) : undefined;
  const steps = since === undefined ? stepsTo(policy, now) : [{ before: since, after: now }];
  return steps.filter((step): step is Pair => step.before !== null);
}

function leadOf(pairs: readonly Pair[], now: Campaign, language: Language): string {
  const [name, days] = [now.name[language], campaignDays(now, language)];
  const others = listed([...new Set(pairs.map(({ before }) => before.name[language]))], language);
  if (pairs.length === 0) {
    return language === 'zh'
      ? `我只有${name}（${days}），没有更早的活动政策，没法比较有什么变化。`
      : `I hold no campaign before the ${name} (${days}), so there is nothing to compare it with.`;
  }
  return language === 'zh'
    ? `${name}（${days}）和${others}比：`
    : `What is new in the ${name} (${days}), compared with the ${others}:`;
}

function stepSection(
  { before, after }: Pair,
  policy: Policy,
  language: Language,
): readonly Section[] {
  const names = {
    outlets: policy.outlets,
    offerName: (offer: string, in_: Language) => offerNameAnywhere(policy, offer, in_),
  };
  const lines = changesInWords(changesBetween(before, after), names, language);
  const isCorrection = before.id === after.id;
  const heading =
    language === 'zh'
      ? isCorrection
        ? `活动期间的更正（第${before.version}版 → 第${after.version}版）`
        : `${before.name.zh} → ${after.name.zh}`
      : isCorrection
        ? `Corrected within the campaign (version ${before.version} → ${after.version})`
        : `${before.name.en} → ${after.name.en}`;
  const none =
    language === 'zh' ? '优惠、级别、返还都没有变化。' : 'Offers, levels and payouts are the same.';
  return [{ heading, lines: lines.length > 0 ? lines : [none] }];
}
