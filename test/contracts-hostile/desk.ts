import type { NamedOutlet } from '../../src/contracts/outlet-named.ts';

/** The outlet types of the domain. */
export const OUTLETS: readonly NamedOutlet[] = (
  [
    ['own-hall', '自有厅', 'carrier-owned business hall'],
    ['chain-core-store', '连锁卖场核心卖场', 'chain core store'],
    ['urban-partner-hall', '城区专营店合作厅', 'urban partner hall'],
    ['core-township-hall', '核心乡镇合作厅', 'core township partner hall'],
    ['township-store', '一般乡镇专营店', 'general township franchise store'],
    ['convenience-point', '便利渠道缴费站', 'convenience outlet'],
  ] as const
).map(([id, zh, en]) => ({ id, name: { zh, en } }));
