import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, type Learnt, learnFrom } from '../../../src/desk.ts';
import { desksOf } from '../../../src/live/desks-aside.ts';
import { unpacked } from '../../../src/live/handed-over.ts';
import { prepareAside } from '../../../src/live/prepare-aside.ts';
import { FOLDERS, TODAY } from '../../world.ts';

const root = mkdtempSync(join(tmpdir(), 'learnt-'));
const folders = { data: join(root, 'data'), intents: FOLDERS.intents };
const [keep, elsewhere] = [join(root, 'kept'), join(root, 'kept-elsewhere')];
const campaign = join(folders.data, 'campaigns/2015-q1');
let before: Learnt;

beforeAll(async () => {
  copyData();
  before = await learnFrom(folders, keep);
}, 60_000);
beforeEach(copyData);
afterAll(() => rmSync(root, { recursive: true }));

/** The data as it is, without the questions of its owners: what they expect is changed here. */
function copyData(): void {
  rmSync(folders.data, { recursive: true, force: true });
  cpSync(FOLDERS.data, folders.data, { recursive: true });
  rmSync(join(campaign, 'questions.yaml'));
}

function change(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(campaign, file), 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} has no ${from}`);
  writeFileSync(join(campaign, file), changed);
}

const learnings = (): readonly string[] =>
  readdirSync(keep).filter((name) => name.startsWith('intents-'));

/** What a worker hands over to a bot that has learnt before. */
async function prepared(keepFolder: string): Promise<Learnt & { readonly isHandedOver: boolean }> {
  const task = { folders, keep: keepFolder, known: before.learntFrom };
  const handed = await prepareAside(task, new AbortController().signal);
  return { ...(await unpacked(handed, before.learning)), isHandedOver: handed.learning !== null };
}

// A worker starts and reads everything; where others work, too, that takes its time.
describe('what is learnt from examples', { timeout: 60_000 }, () => {
  it('stays when a level changes: it is neither learnt nor handed over again', async () => {
    const files = learnings();
    change('levels.yaml', 'point: secondary', 'point: optional');
    const after = await prepared(keep);
    expect(after.isHandedOver).toBe(false);
    expect(after.learning).toBe(before.learning);
    expect(after.policy).not.toEqual(before.policy);
    expect(learnings()).toEqual(files);
  });

  it('stays when an offer has a new name that stands in no example', async () => {
    change('campaign.yaml', 'zh: 存费送机', 'zh: 金蛇报春献礼机');
    const after = await prepared(keep);
    expect(after.isHandedOver).toBe(false);
    expect(after.policy).not.toEqual(before.policy);
  });

  it('is learnt anew when examples speak of an offer by its new name', async () => {
    change('campaign.yaml', 'zh: 存费送机', 'zh: 佣金');
    const after = await prepared(elsewhere);
    expect(after.isHandedOver).toBe(true);
    expect(after).toEqual({
      ...(await learnFrom(folders, null)),
      learntFrom: after.learntFrom,
      isHandedOver: true,
    });
  });

  it('is the same whether all examples were looked at or those alone that were added', async () => {
    const intents = join(root, 'intents');
    cpSync(FOLDERS.intents, intents, { recursive: true });
    const help = join(intents, 'examples/help.yaml');
    writeFileSync(
      help,
      `${readFileSync(help, 'utf8')}  - can that machine of yours still hear me\n`,
    );
    const added = { ...folders, intents };
    const looks = (): readonly string[] =>
      readdirSync(keep).filter((name) => name.startsWith('looks-'));
    await learnFrom(folders, keep);
    const known = looks();
    expect(known).toHaveLength(1);
    expect((await learnFrom(added, keep)).learning).toEqual(
      (await learnFrom(added, null)).learning,
    );
    expect(looks()).toEqual(known);
  });

  it('serves the next desk, which answers from the changed files', async () => {
    const desks = desksOf(folders, keep);
    const levels = (desk: Desk): unknown =>
      desk.ask({ text: '便利渠道缴费站能推存费送机吗', today: TODAY, context: null }).answer.facts
        .cells;
    expect(levels(await desks.first())).toMatchObject([{ level: 'secondary' }]);
    change('levels.yaml', /point: secondary/g, 'point: optional');
    const next = await desks.next(new AbortController().signal);
    expect(levels(next)).toMatchObject([{ level: 'optional' }]);
  });

  it('is nothing that a stopped worker hands over', async () => {
    const control = new AbortController();
    const stopped = prepareAside({ folders, keep, known: null }, control.signal);
    control.abort();
    await expect(stopped).rejects.toThrow(/abort/i);
  });
});
