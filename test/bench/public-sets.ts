import { auroc, share } from './language-figures.ts';
import { learnOurs } from './language-ours.ts';
import { publicSet } from './language-sets.ts';

/** The sets that `npm run bench` takes: those of few examples, which train in a moment. */
const SMALL = [
  'clinc150_10',
  'clinc150_10_typo',
  'banking77_10',
  'hwu64_10',
  'smp2017_10',
  'smp2019_10',
  'smalltalkzh',
  'smp2017',
  'clinc_work30_20',
];
export type Figure = { readonly name: string; readonly value: number; readonly unit: string };

/** How well the bare classifier does on public sets, without any of our words; empty where they are absent. */
export function publicFigures(): readonly Figure[] {
  return SMALL.flatMap((name) => {
    const set = publicSet(name);
    if (set === null) return [];
    const read = learnOurs(set);
    const right = share(set.test, (one) => read(one.text).best === one.intent);
    const accuracy = { name: `public_${name}`, value: 100 * right, unit: '%' };
    if (set.strays.test.length === 0) return [accuracy];
    const margin = (text: string): number => {
      const { score, out } = read(text);
      return 2 * score - out;
    };
    const inside = set.test.map((one) => margin(one.text));
    const outside = set.strays.test.map(margin);
    return [accuracy, { name: `public_${name}_auroc`, value: auroc(inside, outside), unit: '' }];
  });
}
