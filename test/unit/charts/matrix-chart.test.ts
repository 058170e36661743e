import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matrixChart, matrixPage } from '../../../src/charts/matrix-chart.ts';
import { type Campaign, LEVELS, type Level, type Policy } from '../../../src/policy/policy.ts';
import { holds } from '../../holds.ts';
import { firstQuarter, realPolicy } from '../policy/first-quarter.ts';
import { lettersOf, misplaced, namedBoxes, readDrawing } from './drawn.ts';

const policy = realPolicy();
const campaign = firstQuarter();
const LANGUAGES = ['zh', 'en'] as const;
const LETTERS: Readonly<Record<Level, string>> = { main: '√', optional: '★', secondary: 'O' };

const anyName = fc
  .array(
    fc.constantFrom(
      '校园',
      '营业厅',
      '（新）',
      '五吉套餐',
      '，',
      '12',
      'Internationalization',
      'Wi-Fi',
      ' ',
      '&<b>',
      '𠮷',
      '👍',
      '"',
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => `名${parts.join('')}`);

type World = { readonly policy: Policy; readonly campaign: Campaign };

/** Any campaign: other outlets, other offers, long names, cells that it says nothing of. */
const anyWorld: fc.Arbitrary<World> = fc
  .record({
    outlets: fc.array(anyName, { minLength: 1, maxLength: 16 }),
    offers: fc.array(fc.record({ name: anyName, business: fc.nat(2) }), {
      minLength: 1,
      maxLength: 9,
    }),
    levels: fc.infiniteStream(fc.constantFrom(...LEVELS, null)),
  })
  .map(({ outlets: names, offers, levels }) => {
    const both = (text: string) => ({ zh: text, en: text });
    const { source } = campaign;
    const outlets = names.map((name, index) => ({ id: `o${index}`, name: both(name) }));
    const next = (): Level | null => levels.next().value ?? null;
    return {
      policy: { ...policy, outlets },
      campaign: {
        ...campaign,
        businesses: [0, 1, 2].map((id) => ({ id: `b${id}`, name: both(`业务${id}`) })),
        offers: offers.map(({ name, business }, index) => ({
          id: `f${index}`,
          business: `b${business}`,
          name: both(name),
          onlyFor: null,
          source,
        })),
        levels: offers.map((_, index) => ({
          offer: `f${index}`,
          source,
          at: Object.fromEntries(
            outlets.flatMap(({ id }) => {
              const level = next();
              return level === null ? [] : [[id, level]];
            }),
          ),
        })),
        plans: [],
      },
    };
  });

/** The signs of the cells; what stands in the legend is no cell. */
function signsIn(page: ReturnType<typeof matrixPage>): readonly string[] {
  return namedBoxes(page)
    .filter(({ name }) => name.includes(' · '))
    .map(({ name }) => name.at(-1) ?? '');
}

describe('the matrix', () => {
  test.each(LANGUAGES)(
    'of the first quarter in %s is what the policy owner has read',
    async (language) => {
      const picture = { policy, campaign, language };
      const { alt } = matrixChart(picture);
      await expect(`${readDrawing(matrixPage(picture))}\n\nalt: ${alt}\n`).toMatchFileSnapshot(
        `golden/matrix.${language}.txt`,
      );
    },
  );

  test('every cell is drawn once, with the sign of its level', () => {
    holds(
      fc.property(anyWorld, (world) => {
        const signs = signsIn(matrixPage({ ...world, language: 'zh' }));
        const said = world.campaign.levels.flatMap(({ at }) => Object.values(at));
        for (const level of LEVELS) {
          expect(signs.filter((sign) => sign === LETTERS[level])).toHaveLength(
            said.filter((one) => one === level).length,
          );
        }
        const named = new Set(world.campaign.levels.flatMap(({ at }) => Object.keys(at)));
        expect(signs).toHaveLength(named.size * world.campaign.offers.length);
      }),
      60,
    );
  });

  test('nothing stands off the page or over another text, whatever the campaign', () => {
    holds(
      fc.property(anyWorld, fc.constantFrom(...LANGUAGES), (world, language) => {
        expect(misplaced(matrixPage({ ...world, language }))).toEqual([]);
        expect(matrixChart({ ...world, language }).svg).not.toMatch(/NaN|Infinity|undefined/);
      }),
      60,
    );
  });

  test('an offer that the campaign gives no level is not decided, which the legend explains', () => {
    const levels = campaign.levels.filter(({ offer }) => offer !== 'renewal-free-phone');
    const page = matrixPage({ policy, campaign: { ...campaign, levels }, language: 'zh' });
    expect(signsIn(page).filter((sign) => sign === '–')).toHaveLength(6);
    expect(readDrawing(page)).toContain('未定');
    expect(readDrawing(matrixPage({ policy, campaign, language: 'zh' }))).not.toContain('未定');
  });

  test('outlets that do not fit beside each other stand in parts that say so', () => {
    const outlets = Array.from({ length: 13 }, (_, at) => ({
      id: `o${at}`,
      name: { zh: `城市网点${at}`, en: `city outlet ${at}` },
    }));
    const at = Object.fromEntries(outlets.map(({ id }) => [id, 'main' as const]));
    const levels = campaign.levels.map((row) => ({ ...row, at }));
    const world = { policy: { ...policy, outlets }, campaign: { ...campaign, levels } };
    const page = matrixPage({ ...world, language: 'zh' });
    expect(lettersOf(page).map(({ text }) => text)).toContain('网点 1–7（共13类）');
    expect(signsIn(page)).toHaveLength(13 * 8);
  });

  test('the outlets are named again where a row would stand too far from their names', () => {
    const [offer] = campaign.offers;
    if (offer === undefined) throw new Error('the first quarter has offers');
    const offers = Array.from({ length: 24 }, (_, at) => ({ ...offer, id: `f${at}` }));
    const levels = offers.map(({ id, source }) => ({
      offer: id,
      source,
      at: { 'own-hall': 'main' as const },
    }));
    const page = matrixPage({ policy, campaign: { ...campaign, offers, levels }, language: 'zh' });
    expect(lettersOf(page).filter(({ text }) => text === '自有厅')).toHaveLength(3);
  });

  test('a campaign without a single cell is drawn as one', () => {
    const page = matrixPage({ policy, campaign: { ...campaign, levels: [] }, language: 'en' });
    expect(misplaced(page)).toEqual([]);
    expect(signsIn(page)).toEqual([]);
  });
});
