import { type MessageView, section } from './blocks.ts';
import { harmless, item, stacked } from './markup.ts';
import { TRIES } from './tries.ts';

/** The first thing in an empty direct message. */
export function welcomeView(): MessageView {
  const zh = '你好，我是维系助手，是个机器人。优惠、返还、投诉、续约的规定都可以问我，比如：';
  const en =
    'Hello, I am Retention Desk, a bot. Ask me about offers, payouts, complaints and renewals, such as:';
  return {
    text: harmless(
      [zh, ...TRIES.map((one) => one.zh), en, ...TRIES.map((one) => one.en)].join('\n'),
    ),
    blocks: [
      section(stacked([harmless(zh), ...TRIES.map((one) => item(one.zh, 200))])),
      section(stacked([harmless(en), ...TRIES.map((one) => item(one.en, 200))])),
    ],
  };
}
