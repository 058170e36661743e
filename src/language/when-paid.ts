const WHEN_PAID =
  /(?:什么时候|啥时候?|几时|何时|几号|哪天|哪个月|多久|多长时间)[^,.?!]{0,6}(?:发|到|结|给|拿|兑现|入账|打)|(?:结算|发放|到账)(?:周期|时间|日期?)|(?:打|发|转|结|存)到|怎么(?:发|结算?|打)|(?<![a-z])(?:when|what day|which day|which month|how (?:soon|long|fast|quick(?:ly)?)) (?:is|are|was|do|does|did|will|would|can|could|should|must|until|before)(?: (?!he |she |they )[a-z0-9']+){0,8} (?:paid|pays?|payout|gets?|receives?|credited|arrives?|settled|comes?|lands?|transferred)(?![a-z])|(?<![a-z])(?:paid|pays?|credited|settled)(?: [a-z0-9']+){0,3} (?:when|on what day)(?![a-z])|(?<![a-z])how (?:is|are|does|do|will)(?: [a-z0-9']+){0,6} (?:paid(?: out)?|transferred|settled)(?![a-z])|(?<![a-z])(?:paid|credited|transferred|settled) (?:in|into|to|by) (?:cash|the account|our account|the bank|bank|wallet|wechat)/;

/** Whether it is asked when, or by which way, a commission is paid: of that the policy says nothing. */
export function asksWhenPaid(plain: string): boolean {
  return WHEN_PAID.test(plain);
}
