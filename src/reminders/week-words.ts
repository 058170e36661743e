import type { Bilingual } from '../bilingual.ts';
import { type Figures, renewalRate, STANDINGS, type Standing } from './week.ts';

const NAMES: Readonly<Record<Standing, Bilingual>> = {
  renewed: { zh: '已续约', en: 'renewed' },
  refused: { zh: '客户拒绝', en: 'refused' },
  unreachable: { zh: '联系不上', en: 'not reached' },
  'ported-out': { zh: '已携号转出', en: 'ported out' },
  disconnected: { zh: '已拆机', en: 'disconnected' },
  'not-ours': { zh: '不是本厅客户', en: 'not ours' },
  changed: { zh: '名单已变', en: 'changed by the file' },
  open: { zh: '还没结果', en: 'still open' },
};

/** `提醒12个，已续约4（33%），…`: what stands at none is left out. */
export function figuresInWords(figures: Figures): Bilingual {
  const { due, reached, standings } = figures;
  const rate = renewalRate(figures);
  const stood = STANDINGS.filter((one) => one !== 'renewed' && standings[one] > 0);
  const percent = rate === null ? ['', ''] : [`（${rate}%）`, ` (${rate}%)`];
  return {
    zh: [
      `提醒${due}个`,
      `有人跟进${reached}`,
      `已续约${standings.renewed}${percent[0]}`,
      ...stood.map((one) => `${NAMES[one].zh}${standings[one]}`),
    ].join('，'),
    en: [
      `${due} due`,
      `${reached} taken up`,
      `${standings.renewed} renewed${percent[1]}`,
      ...stood.map((one) => `${standings[one]} ${NAMES[one].en}`),
    ].join(', '),
  };
}

/** Why customers refused, the most frequent first; null where nobody did. */
export function refusalsInWords(
  { refusals }: Figures,
  reasonOf: (id: string) => Bilingual | null,
): Bilingual | null {
  if (refusals.size === 0) return null;
  const most = [...refusals].sort(([, one], [, other]) => other - one);
  const named = most.map(([id, count]) => {
    const name = reasonOf(id) ?? (id === '' ? UNKNOWN_REASON : { zh: id, en: id });
    return { zh: `${name.zh}${count}`, en: `${name.en} ${count}` };
  });
  return {
    zh: `拒绝原因：${named.map(({ zh }) => zh).join('、')}`,
    en: `Refused for: ${named.map(({ en }) => en).join('; ')}`,
  };
}

/** What a hall is called where the file names it, else by its outlet type. */
export function hallInWords(
  { outlet, hall }: { readonly outlet: string; readonly hall: string },
  nameOf: (id: string) => Bilingual | null,
): Bilingual {
  if (hall !== '') return { zh: hall, en: hall };
  return nameOf(outlet) ?? (outlet === '' ? NO_OUTLET : { zh: outlet, en: outlet });
}

export const NOBODYS = { zh: '没有负责人', en: 'nobody' };
const NO_OUTLET = { zh: '已不在名单', en: 'no longer listed' };
const UNKNOWN_REASON = { zh: '没有写', en: 'not given' };
