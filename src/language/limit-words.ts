/**
 * What words say about time limits of complaints and appeals, whatever the limit is: who is spoken of, what is done, what
 * the matter is, and how old. Which limit that makes is decided in `limits.ts`.
 */
export type LimitTalk = {
  /** The authority, an appeal, a dispute: it is no matter between the customer and us alone. */
  readonly authority: boolean;
  readonly appeal: boolean;
  readonly dispute: boolean;
  readonly complaint: boolean;
  /** We are spoken of, and our own answer. */
  readonly self: boolean;
  readonly ourAnswer: boolean;
  /** The matter is taken or turned away; it is answered; it has been taken and now is answered. */
  readonly accepts: boolean;
  readonly answers: boolean;
  readonly isAccepted: boolean;
  /** Whether it is taken is what is to be decided or told: "when do they decide if they take it". */
  readonly asksWhether: boolean;
  /** The customer turns to the authority, or wants to know whether he may already. */
  readonly turns: boolean;
  readonly mayAppeal: boolean;
  readonly waits: boolean;
  /** The authority is who does it. */
  readonly authorityDoes: boolean;
  /** The matter is about money; it is not; it is of another kind; it is "any other". */
  readonly fees: boolean;
  readonly noFees: boolean;
  readonly other: boolean;
  readonly isElse: boolean;
  /** How old the matter is or may be; in words that mean nothing else. */
  readonly age: boolean;
  readonly ageAlone: boolean;
  /** How late one may appeal. */
  readonly untilWhen: boolean;
  readonly all: boolean;
  readonly law: boolean;
  readonly limitsAlone: boolean;
  readonly whole: boolean;
  /** How long, by when or how many is asked. */
  readonly asks: boolean;
  /** Two things are asked for: "days to accept and days to answer". */
  readonly two: boolean;
  readonly both: boolean;
  /** A limit that is called by its number: "the five months", "30 days, right?". */
  readonly called: 'five months' | 'two years' | 'thirty days' | null;
};

/** English words where a word begins and ends, beside Chinese ones. */
function words(english: string, chinese?: string): RegExp {
  const latin = `(?<![a-z])(?:${english})(?![a-z])`;
  return new RegExp(chinese === undefined ? latin : `${chinese}|${latin}`);
}

const OFFICES =
  'authorit[a-z]*|regulat(?:or|ory)[a-z]*|ministr[a-z]*|miit|administrat(?:ion|ive|or)s?|watchdogs?|ombudsm[ae]n|government|govt?|officials?|bureau|telecoms? office|12300|tribunal';
const AUTHORITY = words(
  OFFICES,
  '管局|工信|主管部门|主管机关|监管|申诉中心|申诉受理中心|管理部门|管理机构|管理局|申诉机构|上面|官方|部里|电管|12300',
);
const APPEAL = words('app?e+a?l[a-z]*|shensu|petition(?:s|ed|ing)?', '申诉|上告');
const DISPUTE = words(
  'disput[a-z]*|argument|arguing|quarrels?|disagreements?|squabbles?',
  '争议|纠纷|争执',
);
const COMPLAINT = words('compl[a-z]*|tousu', '投诉');
const SELF = words(
  "we|we've|we're|us|our|ours|i|i've|my|carriers?|operators?|company|branch|hall|the shop",
  '我们|咱|我方|运营商|公司|企业|我',
);
const OUR_ANSWER =
  /(?:企业|我们|公司)[^,，]*答复|(?<![a-z])(?:our|your|carrier's|company's)(?: [a-z]+)? (?:answer|reply|response)(?![a-z])/;

const CASES =
  '(?:(?:the|an?|his|her|my|our|their|any) )?(?:new )?(?:case|cases|appeals?|matter|complaint|file|petition)';
const TAKES = `(?:tak(?:e|es|en|ing)|took)(?: on| up)? (?:it|this|him|her|them|one|up|on|${CASES})`;
const ACCEPTS = words(
  `accept[a-z]*|acc?eptance|admi(?:t|ts|tted|ssion|ssible|ssibility)|${TAKES}|yes or no|yes/no|(?:how many|number of|in|five|\\d) (?:working|business|work|workin) days?|turn(?:s|ed|ing)? (?:it |an appeal |the appeal |him |the case )?(?:down|away)|(?:whether|if) (?:it|they|the [a-z]+)(?:'ll| will)? (?:hear|handle|take|open|look)[a-z]*|open(?:s|ed|ing)? (?:the|a) (?:case|file)|pick(?:s|ed|ing)? (?:${CASES}|it) up|picks? up ${CASES}|agree to hear|(?:is|be|been|gets|was) (?:taken|heard)|taken or not|goes through|shouli|decid(?:e|es|ing) (?:if|whether|on accept)[a-z]*|(?:for|after) the acceptance`,
  '(?:几|多少|\\d|[一二三四五六七八九十])个?工作日|工作日不|受理|立案|收不收|收没收|接不接|受不受|收件|收到通知|收了材料|材料交',
);
const ANSWERS = words(
  'answers?|answered|answering|anser[a-z]*|answr|repl(?:y|ies|ied|ying)|respon(?:d|ds|se|ses|ded|ding)|results?|outcomes?|verdicts?|rulings?|rules? on|(?:authority|regulator|they|it|ministry|must) rules?|(?<!acceptance )decisions?(?! on accept)|conclu[a-z]*|(?:come|comes|get|gets|got|hear|hears|write|writes|came|coming|report|reports|word) back|finish(?:es|ed)?|resolv[a-z]*|settl[a-z]*|final word|decid(?:e|es|ed)(?! (?:if|whether|to|on|accept))|deal with|process(?:es|ing|ed)|sort(?:s|ed)?|examin[a-z]*|chew[a-z]*|investigat[a-z]*|handle[sd]?|feedback|wraps? (?:it )?up|say (?:who|something)|findings?|judge?ments?|owe|overdue|no word|nothing back',
  '答复|回复|回应|结果|处理(?!办法)|裁|结论|办结|搞定|说法|回音|动静|音信|信儿|回话|批复',
);
const IS_ACCEPTED = new RegExp(
  [
    '(?:受理|立案|收下|接下)(?:了|完|申诉)?(?:以后|之后|后)|已经?受理|受理了(?!没)',
    // "once the regulator has taken an appeal on"
    `(?<![a-z])(?:after|once|following|since|as soon as)(?: [a-z']+){0,4} (?:accept[a-z]*|admitted|${TAKES}|taken)(?: (?:an?|the|his|her))?(?: appeals?)?(?: (?:on|up|in))?(?![a-z])`,
    // "say they accept it, how long until …"
    '(?<!(?:if|whether) )(?<![a-z])(?:they|it|authority|regulator) (?:does |do |did )?accepts? (?:it|the appeal|his appeal|her appeal),|, (?:if|once|when) (?:it|they) takes? (?:it|the appeal|his appeal|her appeal|an appeal),',
    '(?<![a-z])(?:appeals?|cases?|one) (?:that |which )?(?:it|they|the [a-z]+) (?:has|have) (?:accepted|taken(?: (?:on|up))?|admitted)(?![a-z])',
    // "authority accepted the appeal, how many days til it answers"
    `^(?:the )?(?:${OFFICES}) (?:has |have )?(?:accepted|admitted|taken on) (?:an?|the|his|her|their|my|our) appeals?(?=,| and )`,
    "(?<![a-z])(?:and|then) (?:it|the appeal)(?:'s| is| gets) (?:accepted|taken(?: (?:on|up))?),",
    '(?<!(?:tells?|know|told|hear|say|says|decides?)[a-z ]{0,20})(?<![a-z])(?:if|when) (?:an?|the|his|her) appeal (?:is|was|gets|has been) (?:accepted|taken(?: (?:on|up))?|admitted),',
    "(?<![a-z])from acceptance|already (?:accepted|took|taken|admitted)|appeals? accepted(?=[^,;.–—-]{0,12}[,;.–—-])|(?<!(?:whether|if)[a-z' ]{0,24})(?<![a-z])(?:has|have|been|is|was|it's|got) (?:accepted|admitted|taken on|taken up)(?=[^,;.–—-]{0,24}(?:[,;.–—-]| and ))",
  ].join('|'),
);
const ASKS_WHETHER =
  /受不受|受理不受理|受理与否|是否受理|决定受理|受理决定|收不收|接不接|(?<![a-z])(?:whether|if|decid[a-z]*|says?|saying|tells?|telling|deciding|hears?|told|learns?|know) [^,;?]{0,40}(?:accept|tak|took|admit|yes|open|handle|hear it|consider)|accept(?:ance)? decision|(?:accept|take)[a-z]* or (?:refuse|reject|not|decline|turn)/;

const TURNS = words(
  `(?:go|goes|going|gone|turn|turns|turning|runs?|running|complain|writes?|calls?|reports?|reporting|march|files?|filing|heads?|takes? (?:it|this|us|(?:the|his|her|their|a) (?:matter|complaint|case|problem))|escalat(?:e|es|ed|ing))(?: (?:it|us|this|him|straight|directly|right|complaints?))? (?:to|with|on) (?:(?:the|a) )?(?:telecoms? )?(?:${OFFICES})|(?:go|goes|going|turn|takes? (?:it|this|us|the matter)|appeals?) (?:any )?(?:higher|further|upstairs|over our|over us|above us)|(?:skip|bypass)(?:es|s|ping|ing)? (?:us|the carrier|our)|over our heads?|report us|never (?:complained|came|went|told|contacted)|without (?:complaining|coming to us|telling us|contacting us)|escalat(?:e|es|ing) (?:it|this|past|beyond|outside|above)`,
  '越级|告到|找(?:管局|工信|上面)|(?<!上)(?:去|向)(?:管局|工信部|通管局|管理局|主管部门|部里|12300)(?![^,，]{0,4}申诉(?:以后|之后|后|了))',
);
const MAY = words(
  'may|can|could|allow(?:s|ed)?|entitled?|free to|able to|eligible|right to|rights|permitted|before|straight ?away|directly|after how (?:many|long)|from (?:when|what|which)|conditions?|does (?:he|she) have to|must (?:he|she|they|a|the|someone)|qualif[a-z]*|when (?:do|does|is|would|should)|at what point|how soon|is it (?:ok|okay|fine|too early)|too (?:early|soon)|yet|already',
  '能|可|资格|有权|条件|才|先|何时起',
);
const USER = words(
  "he|he's|she|she's|they|him|them|customers?|customer's|users?|clients?|someone|somebody|anyone|one|person|guy|man|woman|lady|people|complainants?|complainers?|subscribers?|callers?|dude|fella|bloke|chap|folks?|madam|gentleman",
  '客户|用户|顾客|人家|他|她|消费者',
);
const WAITS = words(
  'wait(?:s|ed|ing)?|earliest|hold off',
  '等(?:几|多久|多少)[^,，]{0,4}(?:才|再)|最早|满几',
);
const STANDING =
  /(?:能|可以?|有权|才|直接|自何时).{0,8}申诉(?!中心)|申诉(?:前|最早)|申诉.{0,5}(?:条件|资格|行不行|可以吗|行吗|能不能)|(?<![a-z])(?:(?:may|can|could|when to|allowed to|entitled to|right to|rights? of|before|free to|able to|wants? to)(?: (?:he|she|they|an?|the|one|customers?|users?|clients?|someone|somebody|already|still|even|directly|now|to|then|immediately|at once|go|going|and|file|filing|lodge|lodging|make|making|complain|person)){0,5} app?e+a?l(?!s? (?:is|are))|(?:become|turn into|turned into|be made)(?: an?| the)? app?eal|app?eal(?:ing)? (?:straight|direct|at once|now|already|right away|immediately|after how|from which|too early|too soon|earliest)|(?:earliest|soonest)(?: [a-z]+){0,3} app?eal|allow[a-z]*(?: [a-z]+){0,3} app?eal)/;
const AUTHORITY_DOES = new RegExp(
  `(?<![a-z])(?:${OFFICES}|they|it)(?:'s)?(?: (?!if|when|because|that|which|after|before|about|unless)[a-z]+){0,4} (?:take|takes|decide|answer|reply|respond|accept|rule|have|has|get|need|come|finish|sit|tell)|(?:管局|部门|机构|机关|工信部|申诉中心|12300)[^,，]{0,10}(?:受理|答复|回复|决定|结果|收)`,
);

const MONEY =
  'fees?|bill(?:s|ed|ing)?|charg(?:e|es|ed|ing)|overcharg[a-z]*|overbill[a-z]*|deduct[a-z]*|money|cash|payments?|invoices?|refunds?|cost|prices?|priced|amounts?|tariffs?|yuan|credited|deposit returns?';
const FEES = words(MONEY, '费用|收费|资费|扣费|话费|账单|扣钱|多扣|乱扣|扣款|多收|[钱账费]');
/** "not about fees", "arent about his bill", 跟钱无关. */
const NO_FEES = new RegExp(
  `(?:不是|不系|不涉及|不关|除了?|不属于|不算|非)(?:关于|跟|与|和|扯|涉及|说|牵扯)?(?:话|电话)?(?:费用?|资费|收费|话费|钱)|(?:费用?|资费|收费|话费)(?:以外|之外)|(?:跟|与|和)(?:费用|钱|话费)(?:无关|没关系|不沾边)|(?<![a-z])(?:not?|non|never|without|(?:is|are|was|were|do|does|has|have|ai)n'?t|other than|besides|except|apart from|nothing(?: at all)? to do with|rather than|unrelated to|aside from|outside(?: of)?)[ -](?:(?:about|an?|the|for|over|on|to|related|any|concerning|of|involve|involving|his|her|strictly|at all|all|really|actually|purely|do with|regarding|with|after|chasing|disput(?:ed|ing)) ){0,4}(?:${MONEY})(?![a-z])`,
);
const OTHER = words(
  'others?|(?:an)?other (?:kind|sort|type)|(?:everything|anything|something|matters?) else|the rest|services?(?! password)|quality|attitude|signal|coverage|network|rude(?:ness)?|behaviou?r|password|transfer(?:red)?|disconnect(?:ed|ion)|real[- ]?name|plan (?:was )?(?:change|changed|switched)|(?:swapped|changed|switched|altered) (?:her|his|the|a) plan|without (?:asking|consent|telling)|signatures?|privacy|handling|manners|misconduct|staff',
  '其他|其它|别的|服务|态度|信号|网络|质量|过户|套餐|实名|密码|拆机',
);
/** An appeal that has been made: nobody asks whether it may be. */
const LODGED =
  /申诉(?:以后|之后|后|上去|了(?!吗)|已经|提交|材料)|已经?申诉|(?<![a-z])(?:(?:has|have|had|already|just|'s) appealed|appealed (?:already|yesterday|last)|appeals? (?:is|was|are|has been|'s|got) (?:in|lodged|filed|made|sent|with|submitted)|(?:his|her|their|customer's|user's) appeal|appeal (?:lodged|filed|submitted|sent)|appealing customer)(?![a-z])/;

/** "the other carrier", "on the other hand" are no kind of dispute. */
const ANOTHER =
  /(?<![a-z])(?:other|another) (?:carrier|operator|one|day|side|hand|colleague|half)s?(?![a-z])/g;
const ELSE = words('others?|else|otherwise|the rest', '其他|其它|别的');

const COUNT =
  '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|half an?|couple of|several|few|many|some)';
const AGE = words(
  `(?:years?|yrs?|months?|mths?|mnths?)(?: and a half)? (?:ago|old|back|later|late|since|earlier|past|prior|before)|how (?:old|far back|long ago|far)|oldest|too (?:old|late)|late to appeal|stale|cut[- ]?offs?|(?:last|previous) (?:year|summer|spring|autumn|fall|winter)(?:'s|s)?|(?:in|from|since|of|back in|a|the|old) (?:early |late |mid )?20[01]\\d|limitation|statute|expir[a-z]*|(?:out of|run out of) time|time[- ]?bar[a-z]*|aged?|goe?s? back|look[- ]?back|dates? back|(?:nearly|almost|over|more than) an? (?:year|month)s?|ages back|(?:after|since) (?:the event|it happened|the fact)|old (?:${MONEY}|disputes?|cases?|matters?|complaints?|issues?|things?|stuff)|older than|ancient|lapse[sd]?|in the past|long ago|ages ago|(?<!or )(?:reject|refus|turn|throw|kick|chuck)[a-z]*(?: [a-z]+){0,4} (?:because|for being|as too|out|away)|(?:over|more than|older than) ${COUNT} (?:year|month|yr)s?(?: old)?|${COUNT}[- ](?:year|month|yr|mth)s?[- ]old|how many (?:months|years)|(?:months|years)(?= ?[?])|no longer (?:take|accept|hear)[a-z]*|(?:won't|wont|will not|doesn't|does not|stops?) (?:take|accept|touch|accepting|taking|look)[a-z]*|still (?:take|accept|valid|in time|count|admissible|appeal|look|hear|open|ok|bring|complain|go)[a-z]*`,
  '(?:\\d{1,3}|[一两二三四五六七八九十半几]{1,3})(?:年|个月)半?(?:前|以前|之前|多前|内|以内|之内|了)|(?:过了|过去|晚了)(?:[一两二三四五六七八九十半几]{1,3}|\\d{1,2})(?:年|个月)|(?:19|20)\\d\\d年|多(?:久|长时间)(?:以内|之内|内)(?:发生)?的|(?:争议|纠纷)[^,.?!]{0,6}多(?:久|长时间)(?:以内|之内|内)|追溯|时效|老账|旧账|陈年|(?:拖|过|超过|都|已经)了?(?:\\d{1,2}|[大小]?[一两二三四五六七八九十半]{1,2})个?多?(?:个?月|年)(?!内)|还(?:收不收|受不受理|受理吗|收吗)|多久以前|多久之前|太久|隔了|去年|前年|过期|还管|还处理|还追|不予受理|(?<!受|受理|还是)不受理|多早|多老|几年|几个?月|几多个月|超过多|有效|年限|两年内',
);
const AGE_ALONE = words(
  'age (?:limits?|of|for)|how old|too old|statute|limitation|stale|years? old',
  '时效|追溯|旧账|老账|年限|两年',
);
const UNTIL_WHEN = words(
  '(?:window|cut-?off|time limits?|deadline|limit|limits) (?:for|on|to) (?:an? |the |filing |lodging |making )*app?eals?(?:ing)?|(?:(?<!after )how (?:long|much time)|until when|time)(?: (?:is|does|do|has|have|can|may|there|left|he|she|they|a|the|customers?|users?|got|still|to|with|for|wait)){0,6} (?:an )?app?eals?(?:ing)?|app?eal (?:windows?|cut-?offs?)|right (?:to app?eal|of app?eal)(?: [a-z]+){0,4} (?:runs? out|expires?|lapses?|ends?)',
  '时间限制|有效期|多少时间去申诉',
);

const ALL = words(
  '(?:all|every|each)(?: of)?(?: the| these| those| relevant| legal| single| statutory| different| five| our)?(?: complaints?| appeals?)?(?: and)?(?: complaints?| appeals?)? (?:time ?limits?|limits?|deadlines?|days|periods?|numbers?|time ?frames?|times?|timings?|clocks?|stages?|steps?)|(?:list|rundown|overview|table|full set|lot) (?:of )?(?:the )?(?:statutory |legal )?(?:complaints? |appeals? )?(?:time ?limits|deadlines|limits|periods|timelines?|days)|complaints? (?:and|&|/) (?:the )?appeals?|appeals? (?:and|&|/) complaints?|every number|(?:what are|give me|tell me|list|which) (?:the )?(?:legal |statutory |official )?(?:time ?limits|deadlines|limits)',
  '各[种个环项类]|所有|全部|有哪些|哪些期限|都(?:是)?(?:多少|几)|全套|一览',
);
const LAW = words('measures?|regulations?|rule ?book|decree', '办法');
/** Nothing but the limits is spoken of. */
const LIMITS_ALONE =
  /^(?:the )?(?:time )?(?:limits|deadlines)(?: please| pls)?\W*$|just the (?:time )?limits|时间要求|时间节点|时限规定/;
const WHOLE = words(
  'whole (?:procedure|process|thing|way)|(?:complaint|tousu) plus (?:the )?appeal|beginning to end|end to end',
  '全程|整个过程|从头到尾|加申诉',
);

const TIMES =
  /多久|几|多少|什么时候|最迟|最晚|哪天|多长|期|(?<![a-z])(?:how (?:long|many|much|soon|quick(?:ly)?|fast)|days?|deadlines?|limits?|when|latest|time|periods?|within|window)(?![a-z])/g;
/** How long, how old, by when is asked; "for four days" only tells. */
const ASKS = words(
  'how (?:long|many|much|soon|quick(?:ly)?|fast|old|far|stale)|oldest|number of days|(?:what|which) days|days (?:for|to|till|until|(?:we|they|i|it|he|she|the [a-z]+) (?:have|has|got|get|gets|needs?|takes?))|(?:months|years) (?:after|before) which|deadlines?|(?:time|age) limits?|limits?|when(?= (?:may|can|could|must|do|does|did|is|are|will|would|should|at|has|have|exactly)(?![a-z]))|(?:by|until|till|from|since) when|when(?= ?[?]|$)|latest|times?|periods?|windows?',
  '多久|几|多少|什么时候|最迟|最晚|哪天|多长|[时期年]限',
);
const JOINS = words('and|then|also|plus|vs|versus|n', '[&+/,]|和|再|然后|又|以及|分别|各|期 ');
const BOTH = words(
  'both|each|accept[a-z]*(?: (?:(?:an?|the|his|her) )?(?:appeals?|it))?(?:,|[ ,]*/|,? (?:and|&|then|plus))(?: [a-z]+){0,5} (?:answer|repl)[a-z]*',
  '分别|以及',
);

const FIVE_MONTHS = words('(?:5|five)[- ]months?', '(?:5|五)个月');
const TWO_YEARS = words(
  '(?:2|two)[- ](?:years?|yrs?) (?:limit|rule|cut)',
  '(?:2|两|二)年(?:期限|时效|的限制)',
);
const THIRTY_DAYS = words('(?:30|thirty) days?|within a month', '(?:30|三十)[天日]|一个月内');

const WITHOUT_APOSTROPHE = /(?<=(?:are|is|was|were|do|does|has|have|did|wo))nt(?![a-z])/g;

/** "forget our own time": ours is not asked. */
const NOT_OURS =
  /(?<![a-z])(?:forget|not|never mind|leave aside|ignore|skip)(?: about)? (?:our|ours|us|we)(?: own)?(?: (?:time|deadline|limit|days|answer|part))?(?![a-z])/g;

/** What a plain text says about time limits. */
export function limitTalkIn(plain: string): LimitTalk {
  const text = plain.replace(WITHOUT_APOSTROPHE, "n't").replace(NOT_OURS, ' ');
  const withoutCondition = text.replace(IS_ACCEPTED, ' , ');
  const noFees = NO_FEES.test(text);
  const besideNoFees = text.replace(NO_FEES, ' ');
  const isAccepted = withoutCondition !== text;
  const accepts = ACCEPTS.test(withoutCondition);
  const appeal = APPEAL.test(text);
  return {
    authority: AUTHORITY.test(text),
    appeal,
    dispute: DISPUTE.test(text),
    complaint: COMPLAINT.test(text),
    self: SELF.test(text),
    ourAnswer: OUR_ANSWER.test(text),
    accepts,
    answers: ANSWERS.test(withoutCondition),
    isAccepted,
    asksWhether: ASKS_WHETHER.test(text),
    turns: TURNS.test(text),
    mayAppeal:
      !LODGED.test(text) &&
      (STANDING.test(text) ||
        (appeal && !accepts && !isAccepted && USER.test(text) && MAY.test(text))),
    waits: WAITS.test(text),
    authorityDoes: AUTHORITY_DOES.test(text),
    fees: FEES.test(besideNoFees),
    noFees,
    other: noFees || OTHER.test(besideNoFees.replace(ANOTHER, ' ')),
    age: AGE.test(text),
    ageAlone: AGE_ALONE.test(text),
    untilWhen: UNTIL_WHEN.test(text),
    all: ALL.test(text),
    law: LAW.test(text),
    limitsAlone: LIMITS_ALONE.test(text),
    whole: WHOLE.test(text),
    asks: ASKS.test(text),
    two: (text.match(TIMES)?.length ?? 0) > 1 && JOINS.test(text.trim()),
    both: BOTH.test(text),
    isElse: ELSE.test(besideNoFees),
    called: calledIn(text),
  };
}

function calledIn(text: string): LimitTalk['called'] {
  if (FIVE_MONTHS.test(text)) return 'five months';
  if (TWO_YEARS.test(text)) return 'two years';
  return THIRTY_DAYS.test(text) ? 'thirty days' : null;
}
