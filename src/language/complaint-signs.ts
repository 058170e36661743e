/**
 * What a story of a special complaint is made of. No one of these says anything by itself; of one kind two or more say
 * it, where it has more of them than every other kind.
 */
type Signs = { readonly checklist: string; readonly signs: readonly RegExp[] };

const SIGNS: readonly Signs[] = [
  {
    checklist: 'disconnection-in-contract',
    signs: [
      /(?<![a-z])(?:line|number|service|sim|account|connection|phone)s? (?:(?:got|get|gets|was|is|has been|had been|being|were) )?(?:already )?(?:cut|removed?|terminated?|deactivated?|closed|stopped|switched off|cancell?ed|killed|shut)(?![a-z])|(?<![a-z])(?:cut|remov(?:e|ed|ing)|terminat(?:e|ed|ing)|deactivat(?:e|ed|ing)|clos(?:e|ed|ing)|kill(?:ed)?|shut|stopp?(?:ed)?|cancel(?:l?ed|l?ing)?) (?:off )?(?:the|a|his|her|him|their|my|customer'?s?) (?:line|number|service|sim|account|connection)/,
      /(?<![a-z])(?:contract|agreement) (?:still |was |is |has |had |not |end|ends|ended|ran|runs|running|finish)|(?<![a-z])(?:in|mid|during|within|before|under|inside) (?:the |his |her |their )?contract|合约(?:期|还?没|还在|未|内|到)|还没到期|没到期/,
      /(?<![a-z])(?:mov(?:e|ed|ing)|transferr?(?:ed|ing)?|took|taken|shift(?:ed)?) [^,.;]{0,24}(?:money|balance|credit|yuan)(?![a-z])|(?:钱|余额|话费)[^,，。]{0,6}(?:转|挪|划|扣)[走出来]?|[转挪划](?:了|走|出)[^,，。]{0,4}(?:钱|余额|话费)/,
      /(?:停|断|拆|关|销|注销)了?(?:他|她|客户|人家|用户)?的?(?:号|机|线)|(?:号|机|线|卡)(?:被|给)?(?:停|断|拆|关|销|注销)/,
    ],
  },
  {
    checklist: 'plan-changed-after-transfer',
    signs: [
      /(?<![a-z])(?:ex|former|old|previous|prior|first|last|original)[ -](?:owner|holder|user|account holder)|原机主|前机主|老机主|以前的机主|上一?个?机主/,
      /(?<![a-z])(?:password|passcode|pin)(?![a-z])|密码/,
      /(?<![a-z])(?:plan|package|tariff) (?:was |is |got |has been |been )?(?:changed|switched|altered|different)|(?<![a-z])(?:chang|switch|alter)(?:e|ed|ing) (?:the|his|her|him|their|my|a|customer'?s?) (?:plan|package|tariff)|(?:改|换|变)(?:了|掉)?(?:他|她|客户|人家|用户)?的?(?:套餐|资费)|套餐(?:被|给|让人)?(?:偷偷)?(?:改|换|变)/,
      /(?<![a-z])(?:web hall|online|website|app|without (?:knowing|telling|asking|consent|his|her))(?![a-z])|网厅|网上|没(?:跟|和|给)?(?:他|她|客户)说|不知情|没经过|没同意/,
      /(?<![a-z])(?:transfer(?:red)? (?:of |the )?(?:number|ownership|owner|name|line)|(?:number|line) (?:was )?transferred|took over the number|change of owner)|过户|换了?机主/,
      /客户说|用户说|(?<![a-z])(?:says?|said|claims?) (?:that )?(?:we|you|the hall|our|somebody|someone)(?![a-z])/,
    ],
  },
  {
    checklist: 'improper-handling',
    signs: [
      /(?<![a-z])against (?:the |our )?(?:rules?|regulations?|policy)|(?<![a-z])(?:break|broke|broken|breach|violat)[a-z]* [^,.;]{0,12}rules?|违规|不合规|不规范/,
      /(?<![a-z])(?:business|operation|transaction|handling|processing|clerk|agent|staff|colleague)s?(?![a-z])|营业员|同事|办理/,
      /(?<![a-z])(?:no|without|missing|forged|fake|faked|lacks?|not) (?:a |any |his |her |the )?(?:sign(?:ed|ature)?|id)(?![a-z])|(?:没|未|代|冒|假)签/,
      /(?<![a-z])(?:real[ -]name|id card|identity)(?![a-z])|实名|身份证/,
    ],
  },
];

/** So many signs make a kind. */
const ENOUGH = 2;

/** The kind of complaint that a story is made of, or null where it is of none or as much of another. */
export function kindOfStory(plain: string): string | null {
  const counted = SIGNS.map(({ checklist, signs }) => ({
    checklist,
    count: signs.filter((sign) => sign.test(plain)).length,
  })).sort((one, other) => other.count - one.count);
  const [first, second] = counted;
  if (first === undefined || first.count < ENOUGH || first.count === second?.count) return null;
  return first.checklist;
}
