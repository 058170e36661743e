import { namesDeposit } from './amounts.ts';
import type { Findings } from './find.ts';
import { mask } from './mask.ts';

/** What a commission is for: "commission on accessories", "any commission paid for the 4g package". */
const PAID_FOR =
  /(?<![a-z])(?:commissions?|commish|comm|kickbacks?)(?: [a-z]+)? (?:on|for|from|of) ([a-z0-9' -]{1,60})/;

/** "commission for every new household that we sign on this month": all of that is said of our own deposits. */
const OF_OURS: ReadonlySet<string> = new Set(
  "somebody someone anybody up onto extra the a an this that these those it them us me our we you your his her he she they my each every all any one ones single per another other both new existing old more last first next whole total about just only xamount xoutlet xoffer xdays household households hh hhs house home homes family families customer customers client clients user users subscriber subscribers person people folks guy guys head lady man woman deposit deposits dep deps plan plans tier tiers level levels gift gifts promo promos offer offers campaign retention sale sales sold selling sell deal deals signup signups sign-up sign-ups signing sign signed order orders activation activations store stores shop shops outlet outlets hall halls branch point points partner partners team team's staff agent agents month months quarter week year yuan rmb cny".split(
    ' ',
  ),
);
/** Where what it is for is told, and the question goes on. */
const GOES_ON =
  /^(?:in|at|on|for|from|with|by|to|of|as|if|when|is|are|was|were|does|do|did|can|could|should|would|has|have|and|or|but|then|so|how|what|which|who|where|why|please|pls|plz|thanks|thx|right|again|now|ok|okay|get|gets|got|makes?|made|took|takes?|pays?|paid|under|than|same|whose|that's|what's|it's|we've|they've)$/;

/** 办一张新卡佣金多少, 集团客户的佣金. */
const PAID_FOR_ZH =
  /(?:新卡|号卡|电话卡|靓号|集团|政企|宽带|充值|配件|智能设备|手表|4g|5g)[^,，。;；?？]{0,6}(?:佣金|酬金|提成)/;

/** Who earns a commission too, and sells nothing of ours. */
const BROKERS =
  /中介|房产|二手房|卖房|(?<![a-z])(?:(?:estate|letting|travel|insurance) agen(?:t|cy)|realtor|brokers?)(?![a-z])/;

/**
 * A commission for what is none of ours: no deposit and no offer is named, and what it is for has a word that nobody
 * says of them. What the deposits earn would be a wrong promise there.
 */
export function earnsOnOther(findings: Findings): boolean {
  const { plain, words, amounts } = findings;
  if (BROKERS.test(plain) && words.outlets.length === 0) return true;
  if (namesDeposit(amounts) || words.offers.length > 0 || amounts.households !== null) return false;
  const { text } = mask(findings);
  if (PAID_FOR_ZH.test(text)) return true;
  const [, told = ''] = PAID_FOR.exec(text) ?? [];
  const said = told.split(/[ -]+/).filter((word) => word !== '');
  const end = said.findIndex((word) => GOES_ON.test(word));
  return said.slice(0, end === -1 ? undefined : end).some((word) => !OF_OURS.has(word));
}
