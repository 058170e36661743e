import { writeFile } from 'node:fs/promises';
import type { Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Chart } from '../charts/chart.ts';
import {
  activeCampaign,
  campaignAfter,
  campaignBefore,
  depositsOf,
  planOfDeposit,
} from '../policy/campaigns.ts';
import { scheduleOf } from '../policy/payouts.ts';
import type { Campaign, Policy } from '../policy/policy.ts';
import { Problem } from '../problem.ts';
import { type Arguments, languageIn, readArguments } from './arguments.ts';
import type { ExitCode, Streams } from './outcome.ts';

export const CHART_USAGE = `desk chart payout --deposit YUAN [--day YYYY-MM-DD] [--language zh|en] [--out FILE.png|FILE.svg]
desk chart matrix [--day YYYY-MM-DD] [--language zh|en] [--out FILE.png|FILE.svg]`;

const OPTIONS = {
  deposit: { type: 'string' },
  day: { type: 'string' },
  today: { type: 'string' },
  language: { type: 'string' },
  out: { type: 'string' },
} as const;

export type ChartPorts = {
  /** What is known on a day. */
  readonly openPolicy: (today: Day) => Promise<Policy>;
  readonly believe: (given: Day | null) => Day;
  readonly renderPng: (svg: string) => Promise<Uint8Array>;
};

type Wanted = { readonly day: Day; readonly language: Language };
type Drawn = { readonly chart: Chart; readonly name: string };

/** Draws a picture into a file, and prints its name and what it says. */
export async function chartCommand(
  args: readonly string[],
  { openPolicy, believe, renderPng }: ChartPorts,
  { out }: Streams,
): Promise<ExitCode> {
  const given = readArguments(args, OPTIONS);
  const draw = drawingOf(given);
  const today = believe(given.day('today'));
  const wanted = { day: given.day('day') ?? today, language: languageIn(given) };
  const asked = fileIn(given);
  const { chart, name } = await draw(await openPolicy(today), wanted);
  const file = asked ?? `${name}-${wanted.language}.png`;
  await write(file, isSvg(file) ? chart.svg : await renderPng(chart.svg));
  const { alt, width, height } = chart;
  out(JSON.stringify({ file, alt, width, height }));
  return 0;
}

/** All that can be wrong with the words is said before any file is read. */
function drawingOf(given: Arguments): (policy: Policy, wanted: Wanted) => Promise<Drawn> {
  const [kind, extra] = given.positionals;
  if (extra !== undefined) throw new Problem('usage', `"${extra}" is too much`);
  const deposit = given.value('deposit');
  if (kind === 'payout') {
    const depositYuan = depositIn(deposit);
    return (policy, wanted) => drawPayout(policy, { ...wanted, depositYuan });
  }
  if (kind !== 'matrix') throw new Problem('usage', 'desk chart payout or desk chart matrix?');
  if (deposit !== null) throw new Problem('usage', '--deposit is for desk chart payout');
  return drawMatrix;
}

function depositIn(text: string | null): number {
  if (text === null) throw new Problem('usage', 'which deposit? --deposit 200');
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new Problem('usage', `--deposit ${text}: write whole yuan, such as 200`);
  return Number(text);
}

function fileIn(given: Arguments): string | null {
  const file = given.value('out');
  if (file !== null && !isSvg(file) && !/\.png$/i.test(file))
    throw new Problem('usage', `--out ${file}: the name ends in .png or .svg`);
  return file;
}

function isSvg(file: string): boolean {
  return /\.svg$/i.test(file);
}

// Other verbs read this file for its usage: they need not read how pictures are drawn.
async function drawPayout(
  policy: Policy,
  { day, language, depositYuan }: Wanted & { readonly depositYuan: number },
): Promise<Drawn> {
  const campaign = campaignOn(policy, day);
  const plan = planOfDeposit(campaign, depositYuan);
  if (plan === undefined) {
    const deposits = depositsOf(campaign);
    const there = deposits.length === 0 ? 'has none' : `has ${deposits.join(', ')}`;
    throw new Problem('data', `no deposit gift of ${depositYuan} yuan: ${campaign.id} ${there}`);
  }
  const { payoutChart } = await import('../charts/payout-chart.ts');
  const chart = payoutChart({ campaign, schedule: scheduleOf(plan, day), language });
  return { chart, name: `payout-${depositYuan}-${day}` };
}

async function drawMatrix(policy: Policy, { day, language }: Wanted): Promise<Drawn> {
  const campaign = campaignOn(policy, day);
  const { matrixChart } = await import('../charts/matrix-chart.ts');
  return {
    chart: matrixChart({ policy, campaign, language }),
    name: `matrix-${campaign.id}`,
  };
}

function campaignOn(policy: Policy, day: Day): Campaign {
  const campaign = activeCampaign(policy, day);
  if (campaign !== undefined) return campaign;
  const [before, after] = [campaignBefore(policy, day), campaignAfter(policy, day)];
  const near = [
    ...(before === undefined ? [] : [`${before.id} ended on ${before.days.to}`]),
    ...(after === undefined ? [] : [`${after.id} starts on ${after.days.from}`]),
  ];
  throw new Problem('data', `no campaign on ${day}: ${near.join(', ') || 'there is none at all'}`);
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem('file', `${file} cannot be written: ${reason}`, { cause: error });
  }
}
