import { type Intent, type Reading, subjectOf } from './reading.ts';

/** What comes to the customer. */
const CUSTOMER =
  /(?:客户|用户|顾客|机主|人家|对方|[他她])[^,，。;；?？!！店网我厅]{0,8}(?:拿|得|收|领|返|到手|到账)[^,，。;；?？!！店网我厅]{0,4}(?:多少|几|啥|什么)|(?:客户|用户|顾客)(?:那边|这边|一侧|侧|方面)|(?<!佣金|提成|酬金)(?:返还|怎么返|咋返|如何返|怎样返|返多少)|(?<![a-z])(?:customers?|clients?|he|she|they)(?:'ll)?(?: (?:will|does|do|can|would|actually|each|himself|really)){0,2} (?:gets?|receives?|sees?)(?![a-z]| (?:\d|(?:any |a |his |her )?commission|an? |one |two |five |ten |fifty ))|(?<![a-z])(?:comes?|gets?|paid|pays?) back(?![a-z])|(?<![a-z])(?:pay-?outs?|customer'?s? (?:side|part|share))(?![a-z])/;

/** What comes to the outlet. */
const OUTLET =
  /佣金|提成|酬金|(?:我们|咱们?|我|网点|厅里|店里|营业厅)[^,，。;；?？!！客]{0,6}(?:拿|得|赚|挣|收)[^,，。;；?？!！]{0,4}(?:多少|几|啥|什么)|(?:我们|咱们?|网点)(?:这边|一侧|侧|方面)|(?<![a-z])commissions?(?![a-z])|(?<![a-z])(?:we|i|outlet|hall|store|shop)(?: (?:will|do|does|can|would|actually|each|ourselves|really)){0,2} (?:earns?|makes?|gets?|receives?)(?![a-z])|(?<![a-z])(?:our|outlet'?s?) (?:side|part|share|cut)(?![a-z])/;

const BOTH =
  /双方|两边|(?:客户|用户|顾客)[和跟与、](?:我们|咱们?|网点|厅|店)(?:各|分别|都)|(?<![a-z])(?:both sides|customer and (?:the )?(?:outlet|hall|store|shop|us))(?![a-z])/;

/**
 * Whether a payout question asks for what the customer receives and for what the outlet earns, in one. A follow-up that
 * names neither side goes on with both: "and the 100?".
 */
export function asksBothSides(
  plain: string,
  { intent, carries }: { readonly intent: Intent; readonly carries: Reading | null },
): boolean {
  if (!intent.startsWith('payout.')) return false;
  const [customer, outlet] = [CUSTOMER.test(plain), OUTLET.test(plain)];
  if ((customer && outlet) || BOTH.test(plain)) return true;
  const goesOn = !customer && !outlet && carries?.bothSides === true;
  return goesOn && subjectOf(carries) === intent;
}
