import type { Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Reading } from '../language/reading.ts';
import { activeCampaign, campaignBefore, campaignFor } from '../policy/campaigns.ts';
import type { Campaign, Policy } from '../policy/policy.ts';
import { nothingInForce } from './campaign-status.ts';
import { detailFacts } from './detail-facts.ts';
import { campaignDays, campaignSource, words } from './wording.ts';
import type { Said, World } from './world.ts';

/** What there is to compare when somebody asks what is new. */
export function campaignChanges({ language, entities }: Reading, { policy, today }: World): Said {
  const { now, before } = comparedOn(policy, { named: entities.date, today });
  if (now === undefined) {
    return {
      facts: { campaign: null, starts: null, ends: null, offers: [] },
      words: words(nothingInForce(policy, today, language)),
    };
  }
  const day = entities.date !== null && entities.date > today ? entities.date : today;
  const closed = activeCampaign(policy, day) === now ? null : nothingInForce(policy, day, language);
  const compared = before === undefined ? alone(now, language) : pair(before, now, language);
  return {
    facts: detailFacts(now, []),
    words: words({
      lead: closed?.lead ?? compared,
      notes: closed === null ? [] : [...closed.notes, compared],
      source: campaignSource(now, [now.source], language),
    }),
  };
}

/**
 * The campaign that is asked about, and the one that it is held against. A day that is still to come names the first
 * ("what changes in April"), an earlier one the second ("since last quarter").
 */
export function comparedOn(
  policy: Policy,
  { named, today }: { readonly named: Day | null; readonly today: Day },
): { readonly now: Campaign | undefined; readonly before: Campaign | undefined } {
  const now = campaignFor(policy, named !== null && named > today ? named : today);
  if (now === undefined) return { now, before: undefined };
  const since = named !== null && named < now.days.from ? activeCampaign(policy, named) : undefined;
  return { now, before: since ?? campaignBefore(policy, now.days.from) };
}

function alone(now: Campaign, language: Language): string {
  return language === 'zh'
    ? `我只有${now.name.zh}（${campaignDays(now, 'zh')}），没有更早的活动政策，没法比较有什么变化。`
    : `I hold no campaign before the ${now.name.en} (${campaignDays(now, 'en')}), so there is nothing to compare it with.`;
}

function pair(before: Campaign, now: Campaign, language: Language): string {
  return language === 'zh'
    ? `可以比较的是${before.name.zh}（${campaignDays(before, 'zh')}）和${now.name.zh}（${campaignDays(now, 'zh')}）。请带上日期分别问。`
    : `There are two to compare: the ${before.name.en} (${campaignDays(before, 'en')}) and the ${now.name.en} (${campaignDays(now, 'en')}). Ask about each with a day of its own.`;
}
