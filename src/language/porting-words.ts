// Whether somebody speaks of porting a number: leaving for another carrier with it. A few words, and none of them decides
// what is asked. They are looked for before slips are mended and after, so the commonest slips stand here as well.

/** 携号转网 and its homophones, 转网 (but not 转网点), 带号走, 换运营商, 转出 (but not money, and no case). */
const CHINESE: readonly RegExp[] = [
  /携[号转网出入]|携码[转出入]|[谐邪斜协鞋写歇谢些蟹偕卸挟]号[转传专砖赚装][网往忘旺望]|携带号码|号码(?:可)?携带/,
  /(?<![玩周中])转网(?![点厅上络格银页站红课])/,
  /(?:带着?|保|留着?|不[换改变])号码?(?:不变)?(?:就|再|去|要|想)?(?:转|走|离|跳|换(?:网|到|去|家))|号码?(?:不变|不换|不改|留着|带着).{0,6}(?:转|换|改|跳)(?:到|去|网|移动|联通|电信|广电|别家|运营商)/,
  /(?:换|转|改|变更?)(?:一?[个家]|到|去|成|用|别的|其[他它]|另外?|的){0,3}运营商/,
  /(?<!(?:钱|款|资金|余额|话费|金额|工单|投诉|订单|案件|电话|来电|呼叫|流量|积分|账户?|库存?)[^\p{P}\s]{0,4})转出(?![账金余话给单来])/u,
];

/** 转到移动 means porting; 电话转到电信客服, 余额转到联通账户, 转移动作 do not. */
const TO_ANOTHER: readonly RegExp[] = [
  /(?<!(?:钱|款|资金|余额|话费|金额|流量|积分|工单|投诉|订单|电话|来电|呼叫|线路)[^\p{P}\s]{0,4})转(?:网)?(?:到|去|投|入|成|为|至|往|回)?(?:中国)?(?:移动|联通|电信|广电)(?!(?:公司|的)?(?:营业厅|厅|客服|热线|人工|专席|部|账户|账号|卡|支付|端|办公|号码|手机|电话|宽带|诈骗|作|态|力|产|机|量|性))/u,
  /转(?:网)?(?:到|去|投|往|至)(?:了)?(?:别家|别的网|别网|友商|对手|竞争对手|异网|他网)(?!厅|店|网点)/,
  /从(?:中国)?(?:移动|联通|电信|广电)(?:那边|那儿)?(?:携|转)(?:网)?(?:过来|来|入|到)/,
  /(?<![a-z])(?:switch|mov|go|chang|transfer|jump|leav|defect)(?:e|es|s|ed|ing|ping|ring|red)?(?: over| away| across)?(?: (?:his|her|its|my|our|their|the|this)(?: phone| mobile)? number)? (?:to|for) (?:china (?:mobile|unicom|telecom|broadnet)|unicom|cmcc)(?![a-z])/,
  /(?<![a-z])(?:switch|chang|mov|leav|jump|transfer)(?:e|es|s|ed|ing|ping|ring|red)? (?:over |away )?(?:to |for )?(?:an?other |a different |a new |a rival |the other |other |his |her |their |the |your )?(?:mobile |phone |network )?(?:carrier|operator|network provider|service provider)s?(?![a-z])/,
];

/** "port out", "ports his number", "wants to port"; a port of a router, USB and 8080 is a thing. */
const ENGLISH: readonly RegExp[] = [
  /(?<![a-z])p(?:or|ro|oor|orr|o|r)tt?(?:s|ing|ed)?[ -]?(?:out|ot|uot|away)(?![a-z])/,
  /(?<![a-z])(?:p(?:or|ro|oor)tt?(?:ing|ign|ng)|portin)(?![a-z])(?! (?:the |this |our |an? )?(?:apps?|code|games?|software|programs?|drivers?|linux|windows|android)(?![a-z]))/,
  /(?<![a-z])ported(?![a-z])(?! to (?:ios|android|linux|windows|python|java|the web))/,
  /(?<![a-z])p(?:or|ro)tt?[aeio]?b[il]{1,4}[a-z]{0,3}ty(?![a-z])/,
  /(?<!(?:connect|connected|plug|plugged|goes|attached|related|next|cable|it) )(?<![a-z])to port(?![a-z])(?! ?\d| [a-d](?![a-z])| of| forward)/,
  /(?<![a-z])(?:can|can't|could|will|won't|would|may|might|must|should|shall|does|doesn't|did|didn't|don't|cannot|never|wanna|gonna|they|we|customers?|users?|clients?|subscribers?|people) port(?![a-z])(?! ?\d| of| forward| is| on| for| numbers? \d)/,
  /(?<![a-z])(?:he|she|who|customer|user|client|subscriber|someone|somebody|nobody|number) ports(?![a-z])(?! ?\d| of| on| are| in )/,
  /(?<![a-z])ports? (?:his|her|its|my|our|their|your|the|this|that|a) (?:(?:own|old|phone|mobile|cell|existing) )?(?:numbers?|lines?)(?![a-z])(?! ?\d| of the)/,
  /(?<![a-z])ports? (?:over |across )?to (?:china |unicom|another|a different|a new|the other|other|us(?![a-z]))/,
  /(?<!(?:usb|serial|switch|lan|wan|ethernet|charging|network|hdmi) )(?<![a-z])port[ -](?:users?|customers?|subscribers?|requests?|applications?|offers?|in (?:users?|customers?|numbers?|requests?|offers?))(?![a-z])/,
  /(?<![a-z])numbers? (?:port|ports|portable)(?![a-z])/,
  /(?<![a-z])(?:take|taking|takes|took|bring|brings|bringing|carry|carries|carrying|move|moves|moving|transfer|transfers|transferring|switch|switches|switching) (?:(?:his|her|its|my|our|their|your|the|same|old|own|phone|mobile|cell) ){1,3}numbers? (?:over |away |along |across )?(?:with (?:him|her|them|me|us)(?![a-z])|elsewhere|away|to (?:an?other|a different|a new|a rival|the other|some other|other) (?:mobile |phone )?(?:carrier|operator|network|provider|company))/,
  /(?<![a-z])(?:keep|keeps|keeping|retain|retains|retaining) (?:(?:his|her|its|my|our|their|your|the|same|old|own|phone|mobile|cell) ){1,3}number.{0,30}(?<![a-z])(?:switch|chang|leav|mov)(?:e|es|ed|ing)?(?![a-z])(?! (?:the |his |her |their |to a |to another )?(?:plan|address|flat|house|owner|name|phone))/,
];

/** NP and MNP, CXXZ and SQXZ (what the customer texts), pinyin whole and by its first letters. "np" alone is "no problem". */
const SHORT: readonly RegExp[] = [
  /(?<![a-z0-9])(?:mnp|cxxz|sqxz|xhzw)(?![a-z0-9])/,
  /(?<![a-z])(?:wants?|wanted|ask|asks|asked|asking|appl(?:y|ies|ied)|requests?|requested|do|does|doing|about|for|via|by|through|an|to|the) np(?![a-z0-9])|(?<![a-z0-9])np[ -](?:out|in|customers?|users?|clients?|subscribers?|numbers?|requests?|rules?|applications?|process|codes?|offers?)(?![a-z])/,
  /[要想办做走申请是有户提问说选用] ?np(?![a-z0-9])|(?<![a-z0-9])np ?[出入转客用号业流申的走吗能怎可限规要去]/,
  /(?<![a-z])x[iy]e? ?hao ?(?:ma ?)?zh?uang?(?: ?wang?)?(?![a-z])|(?<![a-z])(?:xie ?)?zh?uan ?wang(?![a-z])|(?<![a-z])xie ?zhuan(?![a-z])/,
  /(?<![a-z])zhuan ?(?:dao|qu|wang)? ?(?:zhongguo ?)?(?:yi ?dong|lian ?tong|dian ?xin)(?![a-z])|(?<![a-z])dai ?hao ?zhuan(?![a-z])/,
];

const PORTING = [...CHINESE, ...TO_ANOTHER, ...ENGLISH, ...SHORT];

/** Whether a plain text speaks of porting a number. */
export function speaksOfPorting(plain: string): boolean {
  return PORTING.some((words) => words.test(plain));
}
