import type { Told } from './case.ts';
import { closingGaps, gapsInWords, lastTold, outcomeOf } from './closing.ts';
import { type Deed, type Effect, type Scene, withReason } from './deed.ts';
import { keptNote, keptReason, keptText } from './free-text.ts';
import { type Refusal, refusal } from './world.ts';

export function telling(command: Deed<'tell'>, scene: Scene): Effect {
  const { words, on, channel, accepted } = command;
  const kept = keptTold({ words, on, channel, accepted }, scene);
  if (!kept.ok) return kept;
  return { ok: true, happened: [{ kind: 'told', ...kept.told }], hasMasked: kept.hasMasked };
}

export function closing({ outcome, note, told }: Deed<'close'>, scene: Scene): Effect {
  const { now, world } = scene;
  if (outcome !== null && outcomeOf(world, outcome) === null)
    return refusal(
      'unknown-outcome',
      `没有“${outcome}”这个结果。可选：${world.outcomes.map(({ name }) => name.zh).join('；')}`,
      `There is no outcome "${outcome}". There are: ${world.outcomes.map(({ id }) => id).join(', ')}`,
    );
  const kept = keptNote(note);
  if (!kept.ok) return kept;
  const said = told === null ? null : keptTold(told, scene);
  if (said?.ok === false) return said;
  const last = said === null ? lastTold(now) : said.told;
  const gaps = closingGaps(now, world, { outcome, note: kept.text, told: last });
  if (gaps.length > 0 || outcome === null) {
    const missing = gapsInWords(gaps);
    return refusal(
      'gaps',
      `还不能结案，还差：${missing.zh}。`,
      `It cannot be closed yet. Still missing: ${missing.en}.`,
      { gaps },
    );
  }
  return {
    ok: true,
    happened: [
      ...(said === null ? [] : [{ kind: 'told' as const, ...said.told }]),
      { kind: 'closed', outcome, note: kept.text },
    ],
    hasMasked: kept.hasMasked || said?.hasMasked === true,
  };
}

export function reopening({ reason }: Deed<'reopen'>, { now }: Scene): Effect {
  if (now.state === 'open')
    return refusal('not-closed', `工单${now.id}还开着。`, `Case ${now.id} is open already.`);
  return withReason(reason, (kept) => ({ kind: 'reopened', reason: kept }));
}

export function noting({ text }: Deed<'note'>): Effect {
  const kept = keptReason(text);
  if (!kept.ok) return kept;
  return {
    ok: true,
    happened: [{ kind: 'noted', text: kept.text }],
    hasMasked: kept.hasMasked,
  };
}

function keptTold(
  told: Told,
  { now, world }: Scene,
): { readonly ok: true; readonly told: Told; readonly hasMasked: boolean } | Refusal {
  if (told.words.trim() === '')
    return refusal(
      'reason-missing',
      '请写下对客户说的原话。',
      'Please write down what the customer was told, word for word.',
    );
  if (told.on > world.today || told.on < now.receivedOn)
    return refusal(
      'day-wrong',
      `告知日期${told.on}不对：应在收到投诉（${now.receivedOn}）之后、今天之前。`,
      `The day ${told.on} cannot be right: it lies between the complaint (${now.receivedOn}) and today.`,
    );
  const kept = keptText(told.words);
  if (!kept.ok) return kept;
  return { ok: true, told: { ...told, words: kept.text }, hasMasked: kept.hasMasked };
}
