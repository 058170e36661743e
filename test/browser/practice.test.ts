import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRACTICE_USERS } from '../../src/practice/branch.ts';
import { hasProgram } from '../../src/practice/program.ts';
import { type RunningProgram, startProgram, temporaryFolder } from '../e2e/run-bot.ts';
import { ROOT } from '../world.ts';
import { chromiumPath } from './chromium.ts';
import { openPage, type PracticePage } from './page.ts';

// Where there is no browser (set CHROMIUM_PATH) or no practice workspace for this platform, the run shows it as skipped.
const canRun = chromiumPath() !== null && hasProgram();

describe.skipIf(!canRun)('npm start, and a person in a browser', () => {
  let program: RunningProgram;
  let page: PracticePage;
  let pictures: (name: string) => string;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;

  beforeAll(async () => {
    folder = await temporaryFolder();
    // `DESK_PICTURES=docs/pictures` renews the pictures that the README shows.
    const place =
      process.env.DESK_PICTURES === undefined ? folder.path : join(ROOT, process.env.DESK_PICTURES);
    pictures = (name) => join(place, name);
    program = startProgram({ PORT: '0' });
    const [, url] = await program.line(/Practice workspace: (http:\S+)/);
    page = await openPage(url ?? '');
  });

  afterAll(async () => {
    await page.close();
    program.signal('SIGINT');
    expect(await program.ended).toBe(0);
    await folder.remove();
  });

  test('the welcome says which day it believes in, and offers three things to try', async () => {
    const welcome = await page.reply('2015-02-10');
    expect(welcome).toMatch(/1\. @retention-desk[\s\S]*2\. @retention-desk[\s\S]*3\. \/promo/);
  });

  test('a question typed with a mention is answered in its thread', async () => {
    await page.actAs(PRACTICE_USERS.sam.id);
    await page.send('@retention-desk what can I offer at a township partner hall?');
    await page.openThread('what can I offer at a township partner hall?');
    const answer = await page.reply('lead with 7 offers');
    expect(answer).toMatch(
      /deposit 200, get 100[\s\S]*Do not lead with[\s\S]*free phone[\s\S]*Source[\s\S]*31 March 2015/,
    );
    await page.screenshot(pictures('answer-desktop.png'));
  });

  test('the same in Chinese, read on a phone: a word for two outlets, a button, the answer', async () => {
    await page.actAs(PRACTICE_USERS.liNa.id);
    await page.send('@retention-desk 合作厅能推啥');
    await page.openThread('合作厅能推啥');
    await page.reply('可以指两类网点');
    await page.show('phone');
    await page.screenshot(pictures('question-phone.png'));
    await page.press('核心乡镇合作厅');
    const answer = await page.reply('核心乡镇合作厅：主推7项');
    expect(answer).toMatch(/存200元送100元[\s\S]*非主推[\s\S]*存费送机[\s\S]*来源/);
    await page.screenshot(pictures('answer-phone.png'));
    await page.show('desktop');
  });

  test('an answer that is not what was asked is marked as such, and the one who pressed is thanked', async () => {
    await page.press('答非所问');
    await page.reply('已记下，请先不要照这个答案办');
  });

  test('a manager is told why an answer was given', async () => {
    await page.actAs(PRACTICE_USERS.wang.id);
    await page.send('@retention-desk 乡镇合作厅能推存费送鸡吗');
    await page.openThread('乡镇合作厅能推存费送鸡吗');
    await page.reply('非主推');
    await page.press('为什么这样答');
    const why = await page.reply('最像的例句');
    expect(why).toMatch(/乡镇合作厅能推存费送机吗[\s\S]*核心乡镇合作厅/);
    await page.show('phone');
    await page.screenshot(pictures('why-phone.png'));
    await page.show('desktop');
  });

  test('nonsense is answered with what can be asked instead', async () => {
    await page.send('@retention-desk asdf qwer zxcv');
    await page.openThread('asdf qwer zxcv');
    expect(await page.reply('don’t know')).toMatch(/township partner hall/);
  });
});
