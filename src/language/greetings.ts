/** What people say before or instead of a question. */
const GREETS =
  /^(?:(?:he+y+|hi+|hiya|hello+|yo|morning|afternoon|evening|good|day|greetings|howdy|sir|madam|ma'?am|boss|friend|dear|teacher|buddy|pal|folks|bestie|bro|dude|love|hun|hola|bonjour|ciao|aloha|namaste|salam|g'?day|team|all|everyone|bot|there|guys|mate|again|to|you)(?![a-z])|早上好|上午好|中午好|下午好|晚上好|早安|早|你好|您好|大家好|嗨|哈喽|哈啰|哈囉|哈罗|在吗|在不在|在么|有人吗|机器人|小助手|[啊呀哈哦]{1,2}(?=[^啊呀哈哦]|$)|[^\p{L}\p{N}])+$/u;
/** One of these at the least: "there" and 啊啊 greet nobody. */
const GREETING =
  /(?<![a-z])(?:he+y+|hi+|hiya|hello+|yo|morning|afternoon|evening|greetings|howdy|hola|bonjour|ciao|aloha|namaste|salam|g'?day)(?![a-z])|早|[上中下]午好|晚上好|你好|您好|大家好|嗨|哈喽|哈啰|哈囉|哈罗|在吗|在不在|在么|有人吗/;

/** What this bot can do is asked in so many words, whatever stands before it. */
const ASKS_ABLE =
  /(?<![a-z])(?:what (?:kinds?|sorts?|types?) of (?:questions?|things) (?:can|could|do) you (?:answer|do|know|help with)|what (?:questions|things) (?:can|could) you (?:answer|do)|what you are able to do|what are you able to do|what (?:can|could) you do (?:besides|apart from|other than) [a-z]+)(?: for (?:me|us)| here)?(?:[,;] [a-z]+(?: [a-z]+)?)?[^a-z]*$/;
/** After a complaint that is told the same words ask what is to be done. */
const ASKS_HELP =
  /(?<![a-z])(?:what (?:can|could|do) you (?:do|answer|know|help with)|what you can do|what are your (?:powers|skills|abilities|functions|features))(?: for (?:me|us)| here)?(?:[,;] [a-z]+(?: [a-z]+)?)?[^a-z]*$|你(?:都)?(?:能|会|可以)(?:做|干|答|回答)(?:些)?(?:什么|啥|哪些)[㗎呀啊呢吗嘛的咧]*[^\p{L}]*$/u;

/** Whether a normalised message asks what can be asked; `isOfTrade` where it names something of ours as well. */
export function asksAbilities(plain: string, isOfTrade: boolean): boolean {
  return ASKS_ABLE.test(plain) || (!isOfTrade && ASKS_HELP.test(plain));
}

/** Whether a normalised message greets and says nothing else. */
export function isGreeting(plain: string): boolean {
  return GREETING.test(plain) && GREETS.test(plain);
}

/** "ta, that saved me" thanks and asks nothing. */
const ONLY_THANKS =
  /^(?:great |ok(?:ay)? |oh )?(?:thanks?|thank you|thx|ta|cheers|谢谢|多谢)(?![a-z])(?!.*(?:[?？]|(?<![a-z])(?:how|what|when|who|where|which|why|can|could|please|pls|tell|also|and(?! (?:god|bless|have|bye|good|all|enjoy|take care|cheers|see)))(?![a-z])|吗|怎么|什么|多少|几|哪|请)).{0,60}$/;

/** "you're a lifesaver" thanks as well. */
const PRAISES =
  /^(?:oh |wow |ok(?:ay)? )?(?:you(?:'re|r| are|re)? (?:an? |the )?(?:lifesaver|life saver|legend|star|gem|angel|genius|best)|legend|brilliant|perfect|awesome)(?:[ ,.!]+(?:thanks?|thank you|ty|cheers|mate|bot))*[^a-z]*$/;

/** "good morning, own hall here" says who greets, and asks nothing. */
const GREETS_FROM =
  /^(?:(?:hi|hello|hey|good|morning|afternoon|evening|greetings|all|team|everyone|there)[ ,!.]+)+(?:[a-z]+ ){1,5}(?:here|speaking|reporting|checking in)[^a-z]*$/;

/** Whether a normalised message greets and says from where. */
export function greetsFrom(plain: string): boolean {
  return GREETS_FROM.test(plain);
}

/** Whether a normalised message thanks or praises and asks nothing. */
export function isOnlyThanks(plain: string): boolean {
  return ONLY_THANKS.test(plain) || PRAISES.test(plain);
}

const GREETS_OR_THANKS =
  /谢|(?<![a-z])(?:thanks?|thank you|thx|cheers|ta|hi|hello|hey|morning|afternoon|evening|greetings)(?![a-z])/;

/** Whether a greeting or thanks stand anywhere in it. */
export function hasGreeting(plain: string): boolean {
  return GREETS_OR_THANKS.test(plain);
}
