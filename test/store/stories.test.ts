import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/bilingual.ts';
import { type ComplaintDesk, complaintDesk, type Done } from '../../src/complaint-desk.ts';
import type { Actor } from '../../src/complaints/case.ts';
import type { CaseDeed } from '../../src/complaints/command.ts';
import type { CaseView } from '../../src/complaints/view.ts';
import type { CaseWorld } from '../../src/complaints/world.ts';
import { caseWorld, evidenceFor } from '../complaints.ts';
import { type Story, stories, type Turn } from '../stories/story.ts';
import { ROOT } from '../world.ts';
import { eachEngine, type Place } from './engines.ts';

type Act = Exclude<CaseDeed, { readonly do: 'open' }>;

function actor(person: string): Actor {
  return { who: person, origin: 'story' };
}

/** The deed of a turn; null where the turn only moves the day or starts the program anew. */
function deedOf(turn: Turn, view: CaseView, world: CaseWorld, language: Language): Act | null {
  if (turn.done !== undefined) {
    const step = view.checklist.steps.find(({ id }) => id === turn.done);
    const { evidence = [] } = turn;
    const given =
      evidence === 'whole' ? (step === undefined ? [] : evidenceFor(step, world.today)) : evidence;
    const choices = step?.asks?.choices.map(({ id }) => id) ?? [];
    return {
      do: 'answer',
      step: turn.done,
      given: {
        what: 'done',
        choice: turn.choice ?? choices[0] ?? null,
        evidence: Array.isArray(given) ? given : [given],
        note: turn.note ?? null,
      },
      saw: view.case.checklist,
      corrects: turn.correct === true,
    };
  }
  if (turn.pass !== undefined)
    return {
      do: 'answer',
      step: turn.pass,
      given: { what: 'not-applicable', reason: turn.reason ?? '' },
      saw: view.case.checklist,
      corrects: turn.correct === true,
    };
  if (turn.back !== undefined) return { do: 'back', step: turn.back };
  if (turn.help !== undefined) return { do: 'need-help', step: turn.help, note: null };
  if (turn['take-over'] !== undefined) return { do: 'take-over', reason: turn['take-over'] };
  if (turn.pause !== undefined) return { do: 'pause', reason: turn.pause };
  if (turn.resume) return { do: 'resume' };
  if (turn.move) return { do: 'move', version: null };
  if (turn.reopen !== undefined) return { do: 'reopen', reason: turn.reopen };
  if (turn.assign !== undefined) return { do: 'assign', ...turn.assign };
  if (turn.escalate !== undefined) return { do: 'escalate', person: null, ...turn.escalate };
  if (turn.change !== undefined) return { do: 'change-checklist', ...turn.change };
  if (turn.tell !== undefined)
    return {
      do: 'tell',
      words: turn.tell.words[language],
      on: world.today,
      channel: turn.tell.how,
      accepted: turn.tell.accepted,
    };
  if (turn.close !== undefined)
    return {
      do: 'close',
      outcome: turn.close === 'none' ? null : turn.close,
      note: turn.note ?? null,
      told: null,
    };
  return turn.note === undefined ? null : { do: 'note', text: turn.note };
}

/** Plays a story through the desk, and answers what was said, a line a turn. */
async function played(story: Story, language: Language, place: Place): Promise<string> {
  let today = story.today;
  const openDesk = async (): Promise<ComplaintDesk> =>
    complaintDesk({
      store: await place.open(),
      rules: () => caseWorld(today),
      now: () => caseWorld(today).now,
      today: () => today,
    });
  let desk = await openDesk();
  const { by, words, received, ...open } = story.open;
  const opened = await desk.open({
    deed: {
      do: 'open',
      checklist: story.checklist,
      words: words[language],
      language,
      outlet: open.outlet,
      hall: null,
      contract: open.contract ?? null,
      offer: open.offer ?? null,
      rule: null,
      receivedOn: received ?? today,
      owner: null,
    },
    key: 'open',
    by: actor(by),
    asker: 'trusted',
  });
  if (!opened.ok) throw new Error(opened.reason.en);
  const { id } = opened.view.case;
  const lines = [`${today} ${by}: ${opened.view.case.words}`, standing(opened.view, language)];
  let who: string = by;
  const sent: { readonly deed: Act; readonly key: string }[] = [];
  let view: CaseView = opened.view;
  let stood = standing(view, language);

  for (const [index, turn] of story.turns.entries()) {
    const at = `turn ${index + 1} ${JSON.stringify(turn)}`;
    if (turn.day !== undefined) today = turn.day;
    if (turn.restart) desk = await openDesk();
    who = turn.by ?? who;
    const former = turn.again ? sent.at(-1) : undefined;
    const deed = former?.deed ?? deedOf(turn, view, caseWorld(today), language);
    let done: Done | null = null;
    if (deed !== null) {
      const key = former?.key ?? `turn ${index + 1}`;
      done = await desk.act({ id, deed, key, by: actor(who), asker: 'trusted' });
      sent.push({ deed, key });
    }
    const found = await desk.find(id);
    if (found === null) throw new Error('the case is gone');
    view = found;
    lines.push(`${today} ${who}: ${told(turn, done, language)}`);
    const now = standing(view, language);
    if (now !== stood) lines.push(now);
    stood = now;
    expect([at, done?.ok === false ? done.code : undefined]).toEqual([at, turn.refused]);
    if (turn.again) expect(done).toMatchObject({ isRepeated: true, events: [] });
    expect([at, looked(turn, view, done)]).toEqual([at, turn.expect ?? {}]);
  }
  return `${lines.join('\n')}\n`;
}

/** Of what a turn expects, what is so. */
function looked(turn: Turn, view: CaseView, done: Done | null): object {
  const { case: now, progress, clocks, next, standing: steps } = view;
  const is = {
    state: now.state,
    owner: now.owner,
    next: next?.step.id ?? null,
    ...progress,
    off: steps.filter(({ state }) => state === 'off').map(({ step }) => step.id),
    gaps: done?.ok === false ? done.gaps.map(({ what, step }) => step ?? what) : [],
    legal: clocks.legal.mark,
    branch: clocks.branch?.mark,
    paused: clocks.branch?.isPaused,
    askToDelete: done?.askToDelete ?? false,
  };
  const wanted = Object.keys(turn.expect ?? {});
  return Object.fromEntries(Object.entries(is).filter(([key]) => wanted.includes(key)));
}

function told(turn: Turn, done: Done | null, language: Language): string {
  const { by: _, expect: __, refused: ___, ...deed } = turn;
  const words = JSON.stringify(deed);
  if (done === null) return words;
  return done.ok ? words : `${words}\n  ✗ ${done.reason[language]}`;
}

function standing({ case: now, progress, next, clocks }: CaseView, language: Language): string {
  const { legal, branch } = clocks;
  const step = next === null ? '–' : `${next.number} ${next.step.title[language]}`;
  return `  ${now.state} ${progress.done}/${progress.all} → ${step} · ${legal.actBy} (${legal.mark}) · ${branch?.dueOn ?? '–'} (${branch?.mark})`;
}

eachEngine((place) => {
  describe.each(stories().map((story) => [story.name, story] as const))('%s', (name, story) => {
    test.each(['zh', 'en'] as const)(
      'to its end in %s',
      async (language) => {
        const said = await played(story, language, place);
        await expect(said).toMatchFileSnapshot(
          `${ROOT}/test/golden/stories/${name}.${language}.txt`,
        );
      },
      60_000,
    );
  });
});

test('there is a story for every checklist, to its end', () => {
  const walked = stories().map(({ checklist }) => checklist);
  for (const { id } of caseWorld('2015-02-10').checklists) expect(walked).toContain(id);
});
