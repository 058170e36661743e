import type { Findings } from './find.ts';
import type { Intent } from './reading.ts';

/** What may be asked of a commission and the policy does not say: when it is paid, what a person gets of it, when it is lost. */
export type CommissionUnsaid = 'payday' | 'share' | 'loss';

/** When, or by which way, it is paid. */
const WHEN_PAID =
  /(?:什么时候|啥时候?|几时|何时|几号|哪天|哪个月|多久|多长时间)[^,.?!]{0,6}(?:发|到|结|给|拿|兑现|入账|打)|(?:结算|发放|到账)(?:周期|时间|日期?)|(?:打|发|转|结|存)到|怎么(?:发|结算?|打)|(?<![a-z])(?:when|what day|which day|which month|how (?:soon|long|fast|quick(?:ly)?)) (?:is|are|was|do|does|did|will|would|can|could|should|must|until|before)(?: (?!he |she |they )[a-z0-9']+){0,8} (?:paid|pays?|payout|gets?|receives?|credited|arrives?|settled|comes?|lands?|transferred)(?![a-z])|(?<![a-z])(?:paid|pays?|credited|settled)(?: [a-z0-9']+){0,3} (?:when|on what day)(?![a-z])|(?<![a-z])how (?:is|are|does|do|will)(?: [a-z0-9']+){0,6} (?:paid(?: out)?|transferred|settled)(?![a-z])|(?<![a-z])(?:paid|credited|transferred|settled) (?:in|into|to|by) (?:cash|the account|our account|the bank|bank|wallet|wechat)/;

/** What a person gets of what the outlet earns. */
const SHARED =
  /个人(?:能)?(?:拿|得|分|提成)|我自己(?:能)?(?:拿|得|分)|分给(?:我|员工|店员|营业员)|(?:员工|店员|营业员)(?:能)?(?:分|拿)多少|(?<![a-z])(?:personally|my (?:own )?share|my cut|as a clerk|(?:share|split|divided?)(?: [a-z]+){0,3} (?:among|between|with) (?:us|the|our|staff)|how is (?:it|the commission) (?:split|shared|divided))(?![a-z])/;
/** Whether it is lost or taken back. */
const LOST =
  /扣回|追回|收回|退回|倒扣|还(?:有|算|给)佣金吗|佣金.{0,6}(?:扣|没了|取消|退)|(?<![a-z])(?:clawback|claw(?:ed)? back|(?:lose|lost|loses|keep|taken? back|takes? back|return|repay|deduct(?:ed)?)(?: [a-z]+){0,3} commission|commission(?: [a-z]+){0,4} (?:lost|taken back|deducted|clawed back|returned|kept))(?![a-z])/;

/** What is asked of a commission that the policy does not say; null where how much it is is asked, or nothing of a commission. */
export function commissionUnsaid(intent: Intent, { plain }: Findings): CommissionUnsaid | null {
  if (intent !== 'payout.commission') return null;
  if (LOST.test(plain)) return 'loss';
  if (SHARED.test(plain)) return 'share';
  return WHEN_PAID.test(plain) ? 'payday' : null;
}
