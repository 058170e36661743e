/** Signs that stand for a name in a masked sentence: one for Chinese, one for English neighbours. */
export const SIGNS = {
  outlet: ['\uE000', ' xoutlet '],
  offer: ['\uE001', ' xoffer '],
  amount: ['\uE002', ' xamount '],
  days: ['\uE003', ' xdays '],
  contract: ['\uE004', ' xcontract '],
} as const;
