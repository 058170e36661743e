/** Where something is asked, and not "the plan where you get 50 on top". Source of a regular expression, at the start of a word. */
export const ASKED_WHERE = '(?<!(?:^|(?:the|that|this|an?) )(?:plan|one|offer|deal|deposit) )where';
