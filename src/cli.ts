import { hostname, userInfo } from 'node:os';
import { now } from './calendar/clock.ts';
import type { Day } from './calendar/day.ts';
import { ASK_USAGE } from './commands/ask.ts';
import { CASES_USAGE } from './commands/cases.ts';
import { CASES_EXPORT_USAGE } from './commands/cases-export.ts';
import { CASES_WEEKLY_USAGE } from './commands/cases-weekly.ts';
import { CHART_USAGE } from './commands/chart.ts';
import { CONTRACTS_USAGE } from './commands/contracts.ts';
import { DATA_CHECK_USAGE } from './commands/data-check.ts';
import { DELIVERIES_USAGE, type Delivered } from './commands/deliveries.ts';
import type { ExitCode, Streams } from './commands/outcome.ts';
import { PEOPLE_USAGE } from './commands/people.ts';
import { POLICY_USAGE } from './commands/policy.ts';
import { APPROVAL_USAGE } from './commands/policy-approval.ts';
import { REMINDERS_USAGE } from './commands/reminders.ts';
import { RENEWALS_USAGE } from './commands/renewals.ts';
import { REVIEW_USAGE, type Reviewed } from './commands/review.ts';
import { TRAIN_CHECK_USAGE } from './commands/train-check.ts';
import { type Config, DEFAULT_DATABASE, dayBelievedIn, readConfig } from './config.ts';
import { DELIVERY_STATES, type Delivery, isDeliveryState } from './deliveries/delivery.ts';
import { environment } from './environment.ts';
import { Problem } from './problem.ts';
import type { ReviewQuestion } from './store/review.ts';

const USAGE = `Usage: npm run -s desk -- VERB …

${ASK_USAGE}
${DATA_CHECK_USAGE}
${TRAIN_CHECK_USAGE}
${REVIEW_USAGE}
${POLICY_USAGE}
${APPROVAL_USAGE}
${CHART_USAGE}
${DELIVERIES_USAGE}
${REMINDERS_USAGE}
${RENEWALS_USAGE}
${CONTRACTS_USAGE}
${CASES_USAGE}
${CASES_EXPORT_USAGE}
${CASES_WEEKLY_USAGE}
${PEOPLE_USAGE}
desk help

Answers go to standard output as JSON, one object a line.`;

const streams: Streams = {
  input: process.stdin,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
};

/** Runs the verb that the words name. */
async function run(words: readonly string[], config: Config): Promise<ExitCode> {
  const [verb, ...rest] = words;
  const folders = { data: config.dataFolder, intents: config.intentsFolder };
  if (verb === 'help' || verb === '--help' || verb === '-h') {
    streams.err(USAGE);
    return 0;
  }
  if (verb === 'ask') {
    return ask(rest, config);
  }
  if (verb === 'data' && rest[0] === 'check') {
    const { dataCheckCommand } = await import('./commands/data-check.ts');
    const { checkFiles } = await import('./workshop.ts');
    return dataCheckCommand(
      rest.slice(1),
      ({ data, intents }) =>
        checkFiles(
          { data: data ?? folders.data, intents: intents ?? folders.intents },
          {
            // What is learnt of other folders must not push out what is learnt of ours.
            keep: data === null && intents === null ? config.keepFolder : null,
            today: dayBelievedIn(config, null, now()),
          },
        ),
      streams,
    );
  }
  if (verb === 'train' && rest[0] === 'check') {
    const { trainCheckCommand } = await import('./commands/train-check.ts');
    const { openWorkshop } = await import('./workshop.ts');
    const today = dayBelievedIn(config, null, now());
    const open = () => openWorkshop(folders, config.keepFolder);
    const ports = { open, today, progress: process.stderr.isTTY ? sayProgress : () => undefined };
    return trainCheckCommand(rest.slice(1), ports, streams);
  }
  if (verb === 'policy') {
    const { approvalCommand, isApprovalAction } = await import('./commands/policy-approval.ts');
    if (isApprovalAction(rest[0])) {
      const { policyVerbs } = await import('./policy-verbs.ts');
      const { policyOwnersNamed } = await import('./named-people.ts');
      const keep = config.keepFolder;
      const owners = policyOwnersNamed(folders.data, config);
      const ports = policyVerbs({ folders, keep, owners }, (given) =>
        dayBelievedIn(config, given, now()),
      );
      return approvalCommand(rest, ports, streams);
    }
    const { policyCommand } = await import('./commands/policy.ts');
    const { policyDesk } = await import('./policy-desk.ts');
    const believe = (given: Day | null) => dayBelievedIn(config, given, now());
    return policyCommand(rest, { ...policyDesk(folders), account: accountName, believe }, streams);
  }
  if (verb === 'review') return review(rest, config);
  if (verb === 'chart') return chart(rest, config);
  if (verb === 'people') return people(rest, config);
  if (verb === 'deliveries') return deliveries(rest, config);
  if (verb === 'contracts') return contracts(rest, config);
  if (verb === 'cases' && (rest[0] === 'export' || rest[0] === 'weekly')) {
    const { exportCase, weekOfCases } = await import('./case-export.ts');
    const run = rest[0] === 'export' ? exportCase : weekOfCases;
    return run(rest.slice(1), { config, account: accountName, streams });
  }
  if (verb === 'cases') return cases(rest, config);
  if (verb === 'reminders') return reminders(rest, config);
  if (verb === 'renewals') {
    const { renewalsCommand } = await import('./commands/renewals.ts');
    const { withRenewals } = await import('./renewal-verbs.ts');
    const believe = (given: Day | null) => dayBelievedIn(config, given, now());
    return withRenewals(config, believe, (ports) => renewalsCommand(rest, ports, streams));
  }
  throw new Problem(
    'usage',
    verb === undefined ? 'what shall I do?' : `there is no verb "${words.slice(0, 2).join(' ')}"`,
  );
}

async function ask(words: readonly string[], config: Config): Promise<ExitCode> {
  const [{ askCommand }, { openDesk }, { lookUpIn, withContracts }] = await Promise.all([
    import('./commands/ask.ts'),
    import('./desk.ts'),
    import('./contract-desk/ask-contracts.ts'),
  ]);
  const { lookUp, close } = lookUpIn(config.databaseUrl ?? DEFAULT_DATABASE);
  const folders = { data: config.dataFolder, intents: config.intentsFolder };
  try {
    return await askCommand(
      words,
      {
        openDesk: async () => {
          const desk = await openDesk(folders, config.keepFolder);
          return {
            ask: async (question) =>
              withContracts(desk, desk.ask(question), { today: question.today, lookUp }),
            explain: desk.explain,
          };
        },
        believe: (given) => dayBelievedIn(config, given, now()),
      },
      streams,
    );
  } finally {
    await close();
  }
}

async function chart(words: readonly string[], config: Config): Promise<ExitCode> {
  const [{ chartCommand }, { renderPng }, { openDesk }] = await Promise.all([
    import('./commands/chart.ts'),
    import('./charts/render-png.ts'),
    import('./desk.ts'),
  ]);
  const folders = { data: config.dataFolder, intents: config.intentsFolder };
  const ports = {
    openPolicy: async (today: Day) => (await openDesk(folders, config.keepFolder)).policyOn(today),
    believe: (given: Day | null) => dayBelievedIn(config, given, now()),
    renderPng,
  };
  return chartCommand(words, ports, streams);
}

/** Who has which role; groups and guests are known where there is a token. */
async function people(words: readonly string[], config: Config): Promise<ExitCode> {
  const [{ peopleCommand }, { peopleNamed }, { rosterOf }] = await Promise.all([
    import('./commands/people.ts'),
    import('./named-people.ts'),
    import('./people/roster.ts'),
  ]);
  const settings = config.slack();
  const named = peopleNamed(config.dataFolder, config);
  if (settings.mode === 'practice') {
    const ports = { roster: () => rosterOf(named, null), asksSlack: false };
    return peopleCommand(words, ports, streams);
  }
  const [{ openLookups }, { createLog }] = await Promise.all([
    import('./slack/lookups.ts'),
    import('./log.ts'),
  ]);
  const lookups = openLookups({ ...settings, log: createLog('silent') });
  return peopleCommand(words, { roster: () => rosterOf(named, lookups), asksSlack: true }, streams);
}

/** The review list lies in the bot's database. */
async function review(words: readonly string[], config: Config): Promise<ExitCode> {
  const [{ reviewCommand }, { teach }, { openStore }, { reviewList }] = await Promise.all([
    import('./commands/review.ts'),
    import('./workshop.ts'),
    import('./store/open.ts'),
    import('./store/review.ts'),
  ]);
  const folders = { data: config.dataFolder, intents: config.intentsFolder };
  const store = await openStore(config.databaseUrl ?? DEFAULT_DATABASE);
  const list = reviewList(store);
  try {
    return await reviewCommand(
      words,
      {
        list: async (all) => (await list.list(all ? null : 'open')).map(printed),
        find: (id) => list.find(id),
        learn: (example) => teach(folders, example),
        decide: (decision) => list.decide({ ...decision, now: now() }),
      },
      streams,
    );
  } finally {
    await store.close();
  }
}

/** What the bot says unasked, in the bot's database. */
async function deliveries(words: readonly string[], config: Config): Promise<ExitCode> {
  const [{ deliveriesCommand }, { openStore }, { deliveryLedger }, { deliveryDecisions }] =
    await Promise.all([
      import('./commands/deliveries.ts'),
      import('./store/open.ts'),
      import('./store/deliveries.ts'),
      import('./store/delivery-decisions.ts'),
    ]);
  const store = await openStore(config.databaseUrl ?? DEFAULT_DATABASE);
  const ledger = deliveryLedger(store);
  const decisions = deliveryDecisions(store);
  const by = { who: accountName(), origin: `command line of ${hostname()}` };
  const shown = (delivery: Delivery | null) => (delivery === null ? null : delivered(delivery));
  try {
    return await deliveriesCommand(
      words,
      {
        states: DELIVERY_STATES,
        list: async ({ state, channel }) => {
          const meant = state !== null && isDeliveryState(state) ? state : null;
          return (await ledger.list({ state: meant, channel })).map(delivered);
        },
        find: async (id) => shown(await ledger.find(id)),
        retry: async (id) => shown(await decisions.retry({ id, by, now: now() })),
        resolve: async (resolution) =>
          shown(await decisions.resolve({ ...resolution, by, now: now() })),
      },
      streams,
    );
  } finally {
    await store.close();
  }
}

/** The contracts that came in by file, in the bot's database. */
async function contracts(words: readonly string[], config: Config): Promise<ExitCode> {
  const [{ contractsCommand }, { openContractVerbs }] = await Promise.all([
    import('./commands/contracts.ts'),
    import('./contract-desk/open-verbs.ts'),
  ]);
  const verbs = openContractVerbs({
    folders: { data: config.dataFolder, intents: config.intentsFolder },
    databaseUrl: config.databaseUrl ?? DEFAULT_DATABASE,
    by: { who: accountName(), origin: `command line of ${hostname()}` },
    say: process.stderr.isTTY ? sayProgress : null,
  });
  try {
    return await contractsCommand(words, verbs.ports, streams);
  } finally {
    await verbs.close();
  }
}

/** Complaint cases, in the bot's database. */
async function cases(words: readonly string[], config: Config): Promise<ExitCode> {
  const [{ casesCommand }, { caseVerbs }, { openStore }, { openDesk }] = await Promise.all([
    import('./commands/cases.ts'),
    import('./case-verbs.ts'),
    import('./store/open.ts'),
    import('./desk.ts'),
  ]);
  const folders = { data: config.dataFolder, intents: config.intentsFolder };
  const { caseRules, policy, sets } = await openDesk(folders, config.keepFolder);
  const known = {
    outlets: policy.outlets.map(({ id }) => id),
    offers: [...new Set(sets.flatMap(({ offers }) => offers.map(({ id }) => id)))],
  };
  const store = await openStore(config.databaseUrl ?? DEFAULT_DATABASE);
  const today = dayBelievedIn(config, null, now());
  try {
    const ports = caseVerbs(store, caseRules, { today, account: accountName, known });
    return await casesCommand(words, ports, streams);
  } finally {
    await store.close();
  }
}

/** Reminders of contracts near their end, in the bot's database. */
async function reminders(words: readonly string[], config: Config): Promise<ExitCode> {
  const [{ remindersCommand }, { reminderVerbs }, { openStore }, { openDesk }, { createLog }] =
    await Promise.all([
      import('./commands/reminders.ts'),
      import('./reminder-verbs.ts'),
      import('./store/open.ts'),
      import('./desk.ts'),
      import('./log.ts'),
    ]);
  const folders = { data: config.dataFolder, intents: config.intentsFolder };
  const desk = await openDesk(folders, config.keepFolder);
  const store = await openStore(config.databaseUrl ?? DEFAULT_DATABASE);
  try {
    const ports = reminderVerbs({
      ...{ store, desk, posting: config.posting, timeZone: config.timeZone },
      believe: (given) => dayBelievedIn(config, given, now()),
      isDayGiven: config.todayOverride !== null,
      log: createLog(config.logLevel ?? 'warn'),
    });
    return await remindersCommand(words, ports, streams);
  } finally {
    await store.close();
  }
}

/** Who runs this program. In a container the account may have no name. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return `account ${process.getuid?.() ?? 'unknown'}`;
  }
}

function delivered({ content, sentHow, ...delivery }: Delivery): Delivered {
  const at = (instant: number | null): string | null =>
    instant === null ? null : new Date(instant).toISOString();
  const { id, state, channel, kind, key, reason, attempts, ts } = delivery;
  return {
    id,
    state,
    channel,
    kind,
    key,
    reason,
    attempts,
    dueAt: at(delivery.dueAt),
    expiresAt: at(delivery.expiresAt),
    lastTriedAt: at(delivery.lastTriedAt),
    settledAt: at(delivery.settledAt),
    ts,
    sentHow,
    text: content.text,
  };
}

function printed({ firstAt, lastAt, ...question }: ReviewQuestion): Reviewed {
  const at = (instant: number): string => new Date(instant).toISOString();
  return { ...question, firstAt: at(firstAt), lastAt: at(lastAt) };
}

/** Words that the next ones take the place of; on a terminal alone, in a file they would only be in the way. */
function sayProgress(words: string): void {
  process.stderr.write(`\r\u001b[K${words}`);
}

/** Says what went wrong in one line, or with the usage where the words were wrong. */
function report(error: unknown): ExitCode {
  if (!(error instanceof Problem)) {
    streams.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  }
  streams.err(`desk: ${error.message}`);
  if (error.code === 'usage') streams.err(`\n${USAGE}`);
  return error.code === 'usage' || error.code === 'config' ? 2 : 1;
}

// A reader that went away (`desk ask --jsonl | head`) is no fault of ours.
process.stdout.on('error', () => process.exit(0));

try {
  process.exitCode = await run(process.argv.slice(2), readConfig(environment()));
} catch (error) {
  process.exitCode = report(error);
}
