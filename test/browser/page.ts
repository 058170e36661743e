import { chromium, type Locator, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.ts';

const PATIENCE_MS = 15_000;
const VIEWPORTS = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 },
} as const;

// The page is made for a desk; a phone shows one pane at a time, and so does this.
const PHONE_STYLE = `
  .sidebar, .topbar, .thread-resize-handle { display: none !important; }
  .thread-pane { width: 100% !important; }
  .body:has(.thread-pane) .main { display: none !important; }
`;

// The page moves the cursor behind a name that it has linked a frame later: no person types as fast as we do.
const AFTER_MENTION = /(?<=@[\w.-]+ )/;
const NEXT_FRAMES = 'new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))';

export type Viewport = keyof typeof VIEWPORTS;
export type Where = 'channel' | 'thread';

/** The practice page in a browser, and what a person does there. */
export type PracticePage = {
  /** By user id. */
  actAs(user: string): Promise<void>;
  openChannel(name: string): Promise<void>;
  /** Types as a person does, `@` names linking as one goes, and presses Send. */
  send(text: string, where?: Where): Promise<void>;
  /** The words of the last shown message of the bot that has these words, once there is one. */
  reply(words: string | RegExp): Promise<string>;
  /** The words of the last shown message of anybody. */
  message(words: string | RegExp): Promise<string>;
  /** Opens the thread below the last message that has these words. */
  openThread(words: string | RegExp): Promise<void>;
  /** Presses a button by its label, the last one shown, or the one in the message that has these words. */
  press(label: string | RegExp, inMessage?: string | RegExp): Promise<void>;
  /** Shows the page as wide as a phone's or a desk's screen. */
  show(viewport: Viewport): Promise<void>;
  screenshot(path: string): Promise<void>;
  /** For what this wrapper has no word for, such as modals. */
  readonly page: Page;
  close(): Promise<void>;
};

export async function openPage(url: string, viewport: Viewport = 'desktop'): Promise<PracticePage> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('no Chromium here: set CHROMIUM_PATH');
  const browser = await chromium.launch({ executablePath });
  const context = await browser.newContext({
    viewport: VIEWPORTS.desktop,
    deviceScaleFactor: 2,
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.goto(url);
  await composerIn(page, 'channel').waitFor();
  let style: { evaluate: Style['evaluate'] } | undefined;

  const shown: PracticePage = {
    page,
    async actAs(user) {
      await page.getByLabel(/^Act as/).selectOption(user);
    },
    async openChannel(name) {
      await page
        .locator('.sidebar-item')
        .filter({ hasText: endingIn(name) })
        .click();
      await page
        .locator('.channel-title')
        .filter({ hasText: endingIn(name) })
        .waitFor();
    },
    async send(text, where = 'channel') {
      const composer = composerIn(page, where);
      for (const part of text.split(AFTER_MENTION)) {
        await composer.locator('textarea').pressSequentially(part);
        await page.evaluate(NEXT_FRAMES);
      }
      // Not Enter: it picks a name while the list of names is open.
      await composer.getByRole('button', { name: 'Send' }).click();
    },
    reply: (words) => textOf(messagesWith(page, words).filter({ has: page.locator('.badge-app') })),
    message: (words) => textOf(messagesWith(page, words)),
    async openThread(words) {
      await messagesWith(page, words).locator('.thread-summary').last().click();
      await page.locator('.thread-pane').waitFor();
    },
    async press(label, inMessage) {
      const place = inMessage === undefined ? page.locator('.msg') : messagesWith(page, inMessage);
      await place.getByRole('button', { name: label, exact: true }).last().click();
    },
    async show(wanted) {
      await style?.evaluate((node) => node.remove());
      style = wanted === 'phone' ? await page.addStyleTag({ content: PHONE_STYLE }) : undefined;
      await page.setViewportSize(VIEWPORTS[wanted]);
    },
    async screenshot(path) {
      await page.screenshot({ path });
    },
    close: () => browser.close(),
  };
  if (viewport === 'phone') await shown.show('phone');
  return shown;
}

type Style = Awaited<ReturnType<Page['addStyleTag']>>;

function composerIn(page: Page, where: Where): Locator {
  return page.locator(where === 'thread' ? '.thread-pane .composer' : '.main .composer');
}

function messagesWith(page: Page, words: string | RegExp): Locator {
  return page.locator('.msg').filter({ hasText: words });
}

async function textOf(messages: Locator): Promise<string> {
  const message = messages.last();
  await message.waitFor();
  // As it is shown, line by line, without the name and the time.
  return (await message.locator('.msg-text, .blocks').allInnerTexts()).join('\n');
}

// Channel names are letters and hyphens; one may be the end of another's.
function endingIn(name: string): RegExp {
  return new RegExp(`^\\W*${name}\\s*$`);
}
