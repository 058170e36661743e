import type { Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import { partsOf } from '../policy/campaigns.ts';
import type { Campaign, CampaignPart, OfferId } from '../policy/policy.ts';
import type { Source } from '../source.ts';
import { campaignDays, dayInWords, sourceLine } from './wording.ts';

/** What an answer was computed from. */
export type PolicyGround = {
  readonly campaign: Campaign;
  /** The offers that it speaks of; empty where it is about the campaign. */
  readonly offers: readonly OfferId[];
  readonly sources: readonly Source[];
  /** The file of the policy set in which they stand. */
  readonly file: 'campaign.yaml' | 'levels.yaml' | 'payouts.yaml' | 'panel.yaml';
  /** Null leaves the review out: a picture is looked at for longer than that is true. */
  readonly today: Day | null;
};

/**
 * Where a computed answer stands, in one line: paper and clause, policy set with version and file, its days, and who has
 * looked it through. Amber where nobody of the branch has, or where it is time to do it again.
 */
export function policySource(
  { campaign, offers, sources, file, today }: PolicyGround,
  language: Language,
): string {
  const stand = sources.length > 0 ? sources : [campaign.source];
  const parts = partsOf(campaign, offers);
  return sourceLine(
    stand,
    language,
    (parts.length > 0 ? parts : campaign.parts).flatMap((part) => [
      setInWords(part, file, language),
      campaignDays(part, language),
      ...(today === null ? [] : [reviewInWords(part, today, language)]),
    ]),
  );
}

function setInWords({ id, version }: CampaignPart, file: string, language: Language): string {
  return language === 'zh'
    ? `${id} 第${version}版（${file}）`
    : `${id} version ${version} (${file})`;
}

/** Who has looked a policy set through, and when; with an amber mark where that does not count, or not any more. */
export function reviewInWords(
  { review }: Pick<CampaignPart, 'review'>,
  today: Day,
  language: Language,
): string {
  if (review === null)
    return language === 'zh' ? '🟠 本单位还没有人复核' : '🟠 not yet reviewed by your branch';
  // Slack's id of a person says nothing to a reader who is told the name.
  const by = review.by.replace(/(?<=\S) \([UW][A-Z0-9]+\)$/, '');
  const on = dayInWords(review.on, language);
  if (today < review.due)
    return language === 'zh' ? `${by}复核于${on}` : `reviewed by ${by} on ${on}`;
  return language === 'zh' ? `🟠 复核已过期（${by}，${on}）` : `🟠 review overdue (${by}, ${on})`;
}
