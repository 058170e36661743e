import type { Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Entities } from '../language/reading.ts';
import { activeCampaign, type Cell, cellsOf } from '../policy/campaigns.ts';
import { LEVELS, type Policy } from '../policy/policy.ts';
import { levelName } from './levels-in-words.ts';
import { dayInWords, offerNameAnywhere, outletName, withArticle } from './wording.ts';

/** What is different at more outlets than these is not read between two customers: it is asked for again. */
const OUTLETS_SHOWN = 2;

type AsOf = {
  readonly policy: Policy;
  readonly day: Day;
  readonly today: Day;
  readonly entities: Entities;
  /** Those of the day. */
  readonly cells: readonly Cell[];
};

/** What today says otherwise than the day asked about; empty where it says the same, or today is meant. */
export function todaysLevels(
  { policy, day, today, entities, cells }: AsOf,
  language: Language,
): readonly string[] {
  if (day === today) return [];
  const campaign = activeCampaign(policy, today);
  const now = campaign === undefined ? [] : cellsOf(campaign, entities.outlets, entities.offers);
  const changed = now.filter((cell) => levelIn(cells, cell) !== cell.level);
  const gone = cells.filter((cell) => levelIn(now, cell) === null);
  if (changed.length === 0 && gone.length === 0) return [];
  const date = dayInWords(today, language);
  const say = (zh: string, en: string): readonly string[] => [
    language === 'zh' ? `今天（${date}）不同：${zh}` : `Today (${date}) it is different: ${en}`,
  ];
  if (campaign === undefined)
    return say('没有生效的活动，不能承诺。', 'no campaign is in force, promise nothing.');
  const outlets = [...new Set([...changed, ...gone].map((cell) => cell.outlet))];
  if (outlets.length > OUTLETS_SHOWN)
    return say(
      `${outlets.length}类网点不一样，不带日期再问一次。`,
      `at ${outlets.length} kinds of outlet. Ask again without a day.`,
    );
  return outlets.flatMap((outlet) => {
    const here = (all: readonly Cell[]) => all.filter((cell) => cell.outlet === outlet);
    const parts = partsAt({ changed: here(changed), gone: here(gone) }, policy, language);
    const place = outletName(policy, outlet, language);
    return say(
      `${place}${parts.join('；')}。`,
      `at ${withArticle(place, 'en')}, ${parts.join('; ')}.`,
    );
  });
}

function levelIn(cells: readonly Cell[], { outlet, offer }: Cell): Cell['level'] | null {
  return cells.find((cell) => cell.outlet === outlet && cell.offer === offer)?.level ?? null;
}

type Differences = { readonly changed: readonly Cell[]; readonly gone: readonly Cell[] };

/** The differences of one outlet: by level, and what is not decided any more. */
function partsAt(
  { changed, gone }: Differences,
  policy: Policy,
  language: Language,
): readonly string[] {
  // English names of offers have commas of their own.
  const names = (cells: readonly Cell[]): string =>
    cells
      .map(({ offer }) => offerNameAnywhere(policy, offer, language))
      .join(language === 'zh' ? '、' : ' · ');
  const byLevel = LEVELS.flatMap((level) => {
    const cells = changed.filter((cell) => cell.level === level);
    if (cells.length === 0) return [];
    const is = levelName(level, language);
    return [language === 'zh' ? `${is}${names(cells)}` : `${is}: ${names(cells)}`];
  });
  const undecided =
    gone.length === 0
      ? []
      : [language === 'zh' ? `${names(gone)}未定` : `not decided: ${names(gone)}`];
  return [...byLevel, ...undecided];
}
