import type { Bilingual } from '../bilingual.ts';
import { folded } from './folding.ts';
import type { Cell } from './grid.ts';
import type { PayoutColumn } from './headings.ts';

/** What a figure is called in the trade. */
export function nameOf(about: PayoutColumn['about'], side: PayoutColumn['side']): Bilingual {
  if (about === 'commission') return { zh: '佣金', en: 'commission' };
  const [deposit, gift] = NAMES[about] ?? NAMES.amount;
  return side === 'gift' ? gift : deposit;
}

type Both = readonly [deposit: Bilingual, gift: Bilingual];
const NAMES: Readonly<Partial<Record<PayoutColumn['about'], Both>> & { amount: Both }> = {
  amount: [
    { zh: '预存', en: 'deposit' },
    { zh: '赠送', en: 'gift' },
  ],
  atOnce: [
    { zh: '首次到账', en: 'first credit' },
    { zh: '赠送当时到账', en: 'gift at once' },
  ],
  monthly: [
    { zh: '每月返还', en: 'deposit a month' },
    { zh: '每月赠送', en: 'gift a month' },
  ],
  last: [
    { zh: '返还末月', en: 'last month' },
    { zh: '赠送末月', en: 'last month of the gift' },
  ],
  months: [
    { zh: '返还月数', en: 'months of the deposit' },
    { zh: '赠送月数', en: 'months of the gift' },
  ],
};

/** `8元/月` under 每月返还 and `10元/户` under 佣金 say again what the heading says. */
export function withoutUnit(cell: Cell, about: PayoutColumn['about']): Cell {
  const unit = UNITS[about];
  return unit === undefined || cell.number !== null
    ? cell
    : { ...cell, text: folded(cell.text).replace(unit, '') };
}

const UNITS: Readonly<Partial<Record<PayoutColumn['about'], RegExp>>> = {
  monthly: /^每月(?=\d)|\/月$/,
  commission: /^每户(?=\d)|\/户$/,
};
