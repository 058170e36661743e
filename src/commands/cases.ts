import type { Day } from '../calendar/day.ts';
import type { CaseEvent } from '../complaints/case.ts';
import type { CaseDeed } from '../complaints/command.ts';
import type { CaseView } from '../complaints/view.ts';
import type { Refusal } from '../complaints/world.ts';
import { Problem } from '../problem.ts';
import type { CaseFilter, CasePage } from '../store/case-list.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { ACTIONS, type CaseAction, isCaseAction, OPTIONS_OF, SHARED } from './case-actions.ts';
import { deedIn } from './case-deed.ts';
import { printedCase, printedEvent, printedView } from './case-printed.ts';
import type { ExitCode, Streams } from './outcome.ts';

export const CASES_USAGE = `desk cases list [--open|--closed|--all] [--owner U] [--outlet ID] [--checklist ID] [--late] [--limit N]
desk cases show|history ID
desk cases open CHECKLIST --words "…" [--received DAY] [--outlet ID] [--hall NAME] [--contract ID] [--offer ID] [--rule ID] [--owner U] [--language zh|en]
desk cases answer ID STEP [--choice C] [--evidence KIND --number N --kept PLACE --day DAY --signed customer,manager] [--note "…"] [--correct]
desk cases answer ID STEP --not-applicable "reason"
desk cases back ID STEP
desk cases help ID STEP [--note "…"]
desk cases assign ID --to U --reason "…"
desk cases take-over|pause|reopen ID --reason "…"
desk cases resume ID
desk cases escalate ID --to hall-manager|complaint-officer [--person U] --reason "…"
desk cases move ID [--version N] [--dry-run]
desk cases change ID --checklist ID --reason "…"
desk cases tell ID --words "…" --how in-person|phone|letter|message --accepted yes|no|unknown [--on DAY]
desk cases note ID --text "…"
desk cases close ID --outcome CODE [--note "…"] [--words … --how … --accepted … as with tell]
  each that changes something: [--by NAME] [--key KEY] (a key that was used before changes nothing)`;

/** What became of a deed. */
export type CaseDone =
  | { readonly ok: true; readonly isRepeated: boolean; readonly view: CaseView }
  | Refusal;

export type CasesPorts = {
  readonly today: Day;
  /** Who runs the program, where `--by` names nobody. */
  readonly account: () => string;
  readonly list: (filter: CaseFilter) => Promise<CasePage>;
  readonly find: (id: string) => Promise<CaseView | null>;
  readonly history: (id: string) => Promise<readonly CaseEvent[]>;
  readonly act: (wanted: {
    /** Null opens a case. */
    readonly id: string | null;
    readonly deed: CaseDeed;
    readonly who: string;
    readonly key: string | null;
  }) => Promise<CaseDone>;
  /** The outlets and offers that there are: a case of another one would be seen by nobody in charge. */
  readonly known: { readonly outlets: readonly string[]; readonly offers: readonly string[] };
  /** What the newer version changes, a line each; null where there is none. */
  readonly difference: (
    view: CaseView,
    version: number | null,
  ) => readonly { readonly zh: string; readonly en: string }[] | null;
};

/** Complaint cases on the command line: for the complaint officer and who runs the bot. */
export async function casesCommand(
  args: readonly string[],
  ports: CasesPorts,
  streams: Streams,
): Promise<ExitCode> {
  const [action, ...rest] = args;
  if (!isCaseAction(action)) throw new Problem('usage', `desk cases ${ACTIONS.join(', ')}?`);
  const given = readArguments(rest, {
    ...OPTIONS_OF[action],
    ...(isReading(action) ? {} : SHARED),
  });
  if (action === 'list') return list(given, ports, streams);
  if (action === 'show') {
    const view = await known(idIn(given), ports);
    refuseRest(given, 1);
    streams.out(JSON.stringify(printedView(view)));
    return 0;
  }
  if (action === 'history') {
    const { case: of } = await known(idIn(given), ports);
    refuseRest(given, 1);
    for (const event of await ports.history(of.id))
      streams.out(JSON.stringify(printedEvent(event)));
    return 0;
  }
  return change(action, given, { ports, streams });
}

async function list(given: Arguments, ports: CasesPorts, { out }: Streams): Promise<ExitCode> {
  refuseRest(given, 0);
  const states = (['open', 'closed', 'all'] as const).filter((state) => given.flag(state));
  if (states.length > 1) throw new Problem('usage', 'one of --open, --closed and --all');
  const state = states[0] ?? 'open';
  if (given.flag('late') && state !== 'open')
    throw new Problem('usage', 'only open cases are late: --late goes with --open');
  const wanted = limitIn(given);
  const filter = {
    state,
    seen: null,
    owner: given.value('owner'),
    outlet: given.value('outlet'),
    checklist: given.value('checklist'),
    dueBefore: given.flag('late') ? ports.today : null,
  };
  let after: CaseFilter['after'] = null;
  let left = wanted;
  do {
    const page = await ports.list({ ...filter, after, limit: Math.min(left, PAGE) });
    for (const one of page.cases) out(JSON.stringify(printedCase(one, ports.today)));
    left -= page.cases.length;
    after = page.next;
  } while (after !== null && left > 0);
  return 0;
}

const PAGE = 500;

function limitIn(given: Arguments): number {
  const text = given.value('limit');
  if (text === null) return Number.POSITIVE_INFINITY;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Problem('usage', `--limit ${text}: a whole number`);
  return Number(text);
}

async function change(
  action: Exclude<CaseAction, 'list' | 'show' | 'history'>,
  given: Arguments,
  { ports, streams }: { readonly ports: CasesPorts; readonly streams: Streams },
): Promise<ExitCode> {
  const who = (given.value('by') ?? ports.account()).trim();
  if (who === '') throw new Problem('usage', 'who? --by NAME; it stays in the case');
  const id = action === 'open' ? null : idIn(given);
  if (id !== null) {
    const view = await known(id, ports);
    if (action === 'move' && said(view, given, { ports, streams })) return 0;
  }
  const deed = deedIn(action, given, ports.today);
  if (deed.do === 'open') refuseUnknown(deed, ports.known);
  const done = await ports.act({ id, deed, who, key: given.value('key') });
  if (!done.ok) {
    const gaps = done.gaps.map(({ what, step }) => ({ what, step }));
    streams.out(JSON.stringify({ ok: false, code: done.code, gaps, ...done.reason }));
    streams.err(`${done.reason.en}\n${done.reason.zh}`);
    return 1;
  }
  if (done.isRepeated) streams.err('This was done before; nothing was changed.');
  streams.out(JSON.stringify(printedView(done.view)));
  return 0;
}

/** Says what the newer version changes; true where it was only to be said. */
function said(
  view: CaseView,
  given: Arguments,
  { ports, streams }: { readonly ports: CasesPorts; readonly streams: Streams },
): boolean {
  const text = given.value('version');
  for (const line of ports.difference(view, text === null ? null : Number(text)) ?? [])
    streams.err(`${line.en}\n  ${line.zh}`);
  return given.flag('dry-run');
}

function refuseUnknown(
  { outlet, offer }: Extract<CaseDeed, { readonly do: 'open' }>,
  { outlets, offers }: CasesPorts['known'],
): void {
  if (outlet !== null && !outlets.includes(outlet))
    throw new Problem('usage', `--outlet ${outlet}: there are ${outlets.join(', ')}`);
  if (offer !== null && !offers.includes(offer))
    throw new Problem('usage', `--offer ${offer}: there are ${offers.join(', ')}`);
}

async function known(id: string, { find }: CasesPorts): Promise<CaseView> {
  const view = await find(id);
  if (view === null) throw new Problem('data', `there is no case ${id}`);
  return view;
}

function idIn({ positionals: [id] }: Arguments): string {
  if (id === undefined) throw new Problem('usage', 'which case? Its id is in the list');
  return id.toUpperCase();
}

function refuseRest({ positionals }: Arguments, count: number): void {
  const extra = positionals[count];
  if (extra !== undefined) throw new Problem('usage', `"${extra}" is too much`);
}

function isReading(action: CaseAction): boolean {
  return action === 'list' || action === 'show' || action === 'history';
}
