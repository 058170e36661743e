/** A word for change by itself asks for it. */
const CHANGE =
  /变[化动]|变[了过]?(?:没|什么|啥|吗|么|哪)|有没有变|(?:改|调整|更新)了?(?:什么|啥|哪|吗|没|了)|调整|改动|新增|取消了|停了|新在|(?<![a-z])(?:changes|changed|(?:did|does) .{1,40} change|(?:what's|what is|what are|anything|something) new|removed|dropped)(?![a-z])/;
/** A word for difference does so where it stands beside an earlier or later campaign: two offers differ as well. */
const DIFFERENCE =
  /[不唔]同|不一样|区别|差别|两样|一样吗|对?比|新的|新出|(?<![a-z])(?:different|differences?|differ|compared?|same|vs|new(?! (?:policy|campaign)))(?![a-z])/;
const PERIODS =
  /[上前下][一个]?(?:季度?|期|次|回|轮)|去年|之前|以前|新旧|[本这](?:个?季度?|[一]?期|次|回).*(?:跟|和|与|比)|季度?新|(?<![a-z])(?:last|previous|before|since|old|earlier|this quarter|next quarter)(?![a-z])/;

/** "anything different?" of no thing that is named is about the campaign as well. */
const ANYTHING_DIFFERENT =
  /(?<![a-z])(?:what's|what is|what are|anything|something) different(?![a-z])/;

/**
 * Whether a question for details asks what is new: 和上季度比有什么不同, "what changed since last quarter"; two offers that
 * are named are compared with each other.
 */
export function changesAsked(plain: string, { offers }: { readonly offers: number }): boolean {
  if (CHANGE.test(plain) || (DIFFERENCE.test(plain) && PERIODS.test(plain))) return true;
  return offers === 0 && ANYTHING_DIFFERENT.test(plain);
}
