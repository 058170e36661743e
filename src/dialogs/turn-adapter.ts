import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder-core';
import { placeOf } from './place.ts';
import { SafeWorker } from './safe-worker.ts';
import { startWork, type TurnWork, workOf } from './turn-work.ts';

/** What Botkit says when a step was taken: its words are the door's. */
export const STEP_TAKEN = 'step';

type Logic = (context: TurnContext) => Promise<void>;

/** The only way into Botkit: one inbound message in, one turn out. It sends nothing; the door does. */
export class TurnAdapter extends BotAdapter {
  /** Read by Botkit when it makes a `bot`. */
  readonly botkit_worker = SafeWorker;

  async run(work: TurnWork, logic: Logic): Promise<void> {
    const context = new TurnContext(this, activityOf(work));
    startWork(context, work);
    await this.runMiddleware(context, logic);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const work = workOf(context);
    return activities.map((activity) => {
      const id = activity.text ?? '';
      if (id === STEP_TAKEN && work.turn === null) {
        work.turn = { kind: 'step' };
        return { id };
      }
      const answer = work.answers.get(id);
      // Botkit's own words ("Failed to start prompt ...") have no answer: the turn fails, and the person is told.
      if (answer === undefined) throw new Error('Botkit said something that is not an answer');
      if (work.turn !== null) throw new Error('Botkit gave two answers in one turn');
      work.turn = { kind: 'answer', id, answer, asked: answer.words.choices === null ? null : id };
      return { id };
    });
  }

  override async updateActivity(): Promise<void> {
    throw new Error('not a thing that a conversation does: the door changes its own messages');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('not a thing that a conversation does: the door deletes its own messages');
  }

  override async continueConversation(): Promise<void> {
    throw new Error('not a thing that a conversation does: every turn begins with a person');
  }
}

function activityOf({ inbound }: TurnWork): Partial<Activity> {
  return {
    // A press is a message as well: Botkit's dialogs do not go on with anything else (fault B7).
    type: 'message',
    channelData: { botkitEventType: inbound.choice === null ? 'message' : 'block_actions' },
    channelId: 'desk',
    // No words: Botkit matches them loosely (fault B7), renders them (fault B3) and stores them (fault B12).
    text: '',
    // Botkit's key for the state is all fields of the conversation and the sender. One field names all of it, so a
    // message, a press and a command of one person in one place always meet the same state (fault B8).
    conversation: { id: placeOf(inbound.key), isGroup: false, conversationType: '', name: '' },
    from: { id: 'asker', name: '' },
    recipient: { id: 'desk', name: '' },
  };
}
