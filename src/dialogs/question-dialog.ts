import { BotkitConversation, type BotWorker } from 'botkit';
import type { SafeBotkit } from './safe-botkit.ts';

export const QUESTION = 'question';

/** The answer to the turn that `bot` is in: its id, and whether it asks something back. */
export type Reply = (
  bot: BotWorker,
) => Promise<{ readonly id: string; readonly asksBack: boolean }>;

/**
 * The one dialog: "the question now being asked", by its id. Botkit keeps a position in a script, and a script that
 * changed since would put an answer to the wrong question (fault B6); a script of one line has one position.
 */
export function addQuestionDialog(botkit: SafeBotkit, reply: Reply): void {
  const dialog = new BotkitConversation(QUESTION, botkit);
  dialog.ask(
    { text: (_line: unknown, vars: { readonly asked: string }) => vars.asked },
    [
      {
        default: true,
        handler: async (_text, convo, bot) => {
          const { id, asksBack } = await reply(bot);
          if (asksBack) {
            convo.setVar('asked', id);
            await convo.repeat();
          } else {
            await bot.say(id);
          }
        },
      },
    ],
    // No key: Botkit would keep the reply in its state (fault B12).
    null,
  );
  botkit.addDialog(dialog);
}
