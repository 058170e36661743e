import type { Bilingual } from '../../bilingual.ts';
import { type MessageView, section } from './blocks.ts';
import { harmless, item, stacked } from './markup.ts';

/** The first thing in an empty direct message. */
export function welcomeView(tries: readonly Bilingual[]): MessageView {
  const zh = '你好，我是维系助手，是个机器人。优惠、返还、投诉、续约的规定都可以问我，比如：';
  const en =
    'Hello, I am Retention Desk, a bot. Ask me about offers, payouts, complaints and renewals, such as:';
  return {
    text: harmless(
      [zh, ...tries.map((one) => one.zh), en, ...tries.map((one) => one.en)].join('\n'),
    ),
    blocks: [
      section(stacked([harmless(zh), ...tries.map((one) => item(one.zh, 200))])),
      section(stacked([harmless(en), ...tries.map((one) => item(one.en, 200))])),
    ],
  };
}
