import { expect, it } from 'vitest';
import { callsSomebodyElse, mentions, spokenText } from '../../../src/slack/speech.ts';

it.each([
  ['<@U_BOT> 核心乡镇合作厅能推什么', '核心乡镇合作厅能推什么'],
  ['<@U_BOT|desk>payouts', 'payouts'],
  ['payouts <@U_BOT>', 'payouts'],
  ['ask <@U_LI|li> about <@U_WANG>', 'ask @li about'],
  ['in <#C1|urban> and <#C2>', 'in #urban and'],
  ['<!here> and <!subteam^S1|@halls>', 'and @halls'],
  ['<!date^1^{date}|3 March>', '3 March'],
  ['see <https://a.example/b|the page>', 'see the page'],
  ['see <https://a.example/b?c=d&amp;e>', 'see https://a.example/b?c=d&e'],
  ['call <tel:13800001234|138 0000 1234>', 'call 138 0000 1234'],
  ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
  ['1 < 2 > 0, <b>', '1 < 2 > 0, <b>'],
  ['   ', ''],
])('%j is read as %j', (text, spoken) => {
  expect(spokenText(text, 'U_BOT')).toBe(spoken);
});

it('a pasted book is cut to what a question may be, between characters', () => {
  expect(spokenText('字'.repeat(40_000), 'U_BOT')).toHaveLength(3_000);
  expect(spokenText(`${'a'.repeat(2_999)}😀`, 'U_BOT').isWellFormed()).toBe(true);
});

it('a message knows whom it calls', () => {
  expect(mentions('hey <@U_BOT>', 'U_BOT')).toBe(true);
  expect(mentions('hey <@U_BOTTOM>', 'U_BOT')).toBe(false);
  expect(callsSomebodyElse('<@UWANG> please', 'UBOT')).toBe(true);
  expect(callsSomebodyElse('<@UBOT> please', 'UBOT')).toBe(false);
  expect(callsSomebodyElse('please, <@UWANG>', 'UBOT')).toBe(false);
});
