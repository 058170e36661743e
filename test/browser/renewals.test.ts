import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRACTICE_USERS } from '../../src/practice/branch.ts';
import { hasProgram } from '../../src/practice/program.ts';
import { type RunningProgram, startProgram, temporaryFolder } from '../e2e/run-bot.ts';
import { ROOT } from '../world.ts';
import { chromiumPath } from './chromium.ts';
import { openPage, type PracticePage } from './page.ts';

const canRun = chromiumPath() !== null && hasProgram();
const { liNa, wang, sam } = PRACTICE_USERS;

describe.skipIf(!canRun)('npm start, and the contracts near their end in a browser', () => {
  let program: RunningProgram;
  let page: PracticePage;
  let pictures: (name: string) => string;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;

  /** The row of buttons below the words of one contract. */
  const rowOf = (words: string): Locator =>
    page.page
      .locator('.bk-section')
      .filter({ hasText: words })
      .last()
      .locator('xpath=following-sibling::div[1][contains(@class, "bk-actions")]');
  const press = (words: string, label: string): Promise<void> =>
    rowOf(words).getByRole('button', { name: label, exact: true }).click();
  const choose = async (words: string, label: string): Promise<void> => {
    await rowOf(words).locator('select').selectOption({ label });
  };

  beforeAll(async () => {
    folder = await temporaryFolder();
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

  test('a digest comes by itself, in a channel of the halls, and is read on a phone', async () => {
    await page.actAs(liNa.id);
    await page.openChannel('core-township');
    const digest = await page.reply('续约提醒');
    expect(digest).toMatch(/主推：[\s\S]*已到期7天[\s\S]*还有60天/);
    await page.show('phone');
    await page.page.locator('.bk-header').last().scrollIntoViewIfNeeded();
    await page.screenshot(pictures('renewals-phone.png'));
    const [width, room] = await page.page
      .locator('.messages')
      .evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
    expect(width).toBe(room);
  });

  test('who takes a contract is shown, and the outcome form on a phone takes the new end day', async () => {
    await press('0003', '我来跟');
    await page.reply(/0003[\s\S]*跟进人[\s\S]*李娜/);
    await press('0003', '记结果');
    const modal = page.page.locator('.modal');
    await modal.locator('select').first().selectOption({ label: '已续约' });
    await page.screenshot(pictures('outcome-phone.png'));
    await modal.getByRole('button', { name: '记下' }).click();
    await modal.waitFor({ state: 'detached' });
    await page.reply('已续约，到2016-02-25');
    await page.show('desktop');
  });

  test('a contract is put off, and what to say is a choice away', async () => {
    await choose('0010', '3个工作日后再提醒');
    await page.reply('推迟到2月13日周五');
    await choose('0010', '电话里怎么说');
    await page.reply('续约电话怎么说');
  });

  test('a manager tries the day out for himself alone; nobody else may', async () => {
    await page.actAs(wang.id);
    await page.send('/renewals test');
    expect(await page.reply('城东合作厅')).toMatch(/测试[\s\S]*Lead with/);
    await page.actAs(sam.id);
    await page.send('/renewals test');
    await page.reply('you have no right to this');
  });

  test('my contracts stand on the bot’s own page, and can be worked with there', async () => {
    await page.actAs(liNa.id);
    await page.page.locator('.sidebar-item').filter({ hasText: 'retention-desk' }).click();
    await rowOf('0008').waitFor();
    await page.show('phone');
    await page.screenshot(pictures('my-contracts-phone.png'));
    await press('0008', '我来跟 · Mine');
    await page.page
      .locator('.bk-section')
      .filter({ hasText: /0008[\s\S]*跟进人/ })
      .waitFor();
    // What is closed is no work any more.
    expect(await page.page.locator('.home').innerText()).not.toContain('已续约');
  });
});
