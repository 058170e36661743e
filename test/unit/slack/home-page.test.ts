import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everywhere } from '../../../src/people/role.ts';
import { publishHome } from '../../../src/slack/home-page.ts';
import { refreshAfterPress } from '../../../src/slack/listeners/home.ts';
import type { HomeReader, HomeSection } from '../../../src/slack/ports.ts';
import { section } from '../../../src/slack/views/blocks.ts';
import { homeView } from '../../../src/slack/views/home.ts';
import { harmless } from '../../../src/slack/views/markup.ts';
import { rolesSection } from '../../../src/slack/your-roles.ts';
import { holds } from '../../holds.ts';
import {
  type FakeDoorway,
  fakeDirectory,
  fakeDoorway,
  type notedLog,
  TODAY,
  TRIES,
} from './doorway.ts';
import { shown } from './shown.ts';

const part = (name: string, blocks: HomeSection['blocks']): HomeSection => ({
  name,
  title: { zh: `${name}部分`, en: `The ${name}` },
  blocks,
});
const one = (text: string) => [section(harmless(text))];
const cases = part('cases', async ({ languages }) => one(`C-2015-0001 ${languages.join('+')}`));
const broken = part('broken', () => Promise.reject(new Error('no such table')));

async function page(doorway: FakeDoorway, user = 'U0LI'): Promise<string> {
  await publishHome(user, doorway);
  return doorway.done.at(-1) ?? '';
}

describe('the page of the bot is put together of parts', () => {
  it('in the language of the reader, or in both where it is not known', async () => {
    const read = (language: 'zh' | 'en' | null) =>
      page(
        fakeDoorway({
          homeSections: [cases],
          directory: fakeDirectory({}, { languageOf: async () => language }),
        }),
      );
    const [zh, en, both] = await Promise.all([read('zh'), read('en'), read(null)]);
    expect(zh).toMatch(/cases部分.*C-2015-0001 zh"/);
    expect(zh).not.toMatch(/The cases|What I can answer/);
    expect(en).toMatch(/The cases.*C-2015-0001 en"/);
    expect(en).not.toMatch(/部分|我能回答/);
    expect(both).toMatch(/cases部分 · The cases.*C-2015-0001 zh\+en"/);
  });

  it('one that fails says so and leaves the others alone, and the log knows which', async () => {
    const doorway = fakeDoorway({ homeSections: [broken, cases] });
    const text = await page(doorway);
    expect(text).toMatch(/The broken.*cannot be shown just now.*The cases.*C-2015-0001/);
    expect((doorway.log as ReturnType<typeof notedLog>).lines).toEqual([
      'error home.section {"section":"broken","user":"U0LI","code":"Error"}',
    ]);
  });

  it('one without anything to show is not there', async () => {
    const doorway = fakeDoorway({ homeSections: [part('empty', async () => [])] });
    expect(await page(doorway)).not.toContain('The empty');
  });

  it('a guest sees what can be asked; no part is even made for him', async () => {
    const asked: HomeReader[] = [];
    const spy = part('spy', async (reader) => {
      asked.push(reader);
      return one('secret');
    });
    const open = (standing: 'outside' | 'unknown') =>
      page(
        fakeDoorway({
          homeSections: [spy],
          directory: fakeDirectory(
            {},
            { grantsOf: async () => [], standingOf: async () => standing },
          ),
        }),
      );
    const guest = await open('outside');
    expect(guest).toContain('What I can answer');
    expect(guest).not.toMatch(/cannot be shown|secret/);
    // Whom Slack cannot name just now is told that something is missing.
    expect(await open('unknown')).toContain('cannot be shown just now');
    expect(asked).toEqual([]);
  });
});

describe('a press on the page', () => {
  const press = { type: 'block_actions', user: { id: 'U0LI' }, view: { type: 'home' } };

  it.each([
    ['as Slack says it', press],
    [
      'as the practice workspace says it',
      { type: 'block_actions', user: { id: 'U0LI' }, channel: { id: '', name: '' } },
    ],
  ])('makes it anew, %s', async (_, body) => {
    const doorway = fakeDoorway();
    await refreshAfterPress(body, doorway);
    expect(doorway.done).toEqual(['home U0LI: true']);
  });

  it.each([
    [
      'in a message',
      { type: 'block_actions', user: { id: 'U0LI' }, channel: { id: 'C0' }, message: {} },
    ],
    ['in a modal', { ...press, view: { type: 'modal' } }],
    ['that is a question', { type: 'event_callback', event: { type: 'message', user: 'U0LI' } }],
    ['of nobody', null],
  ])('%s does not', async (_, body) => {
    const doorway = fakeDoorway();
    await refreshAfterPress(body, doorway);
    expect(doorway.done).toEqual([]);
  });

  it('stands though the page cannot be made anew', async () => {
    const doorway = fakeDoorway();
    const publishHomeFails = {
      ...doorway.posting,
      publishHome: () => Promise.reject(new Error('away')),
    };
    await refreshAfterPress(press, { ...doorway, posting: publishHomeFails });
    expect((doorway.log as ReturnType<typeof notedLog>).lines).toEqual([
      expect.stringContaining('home.refresh'),
    ]);
  });
});

describe('a page has at most 100 blocks', () => {
  it('whatever its parts are, and each has its title', () => {
    holds(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 150 })), { maxLength: 8 }),
        fc.constantFrom<readonly ('zh' | 'en')[]>(['zh'], ['en'], ['zh', 'en']),
        (counts, languages) => {
          const parts = counts.map((count, index) => ({
            title: { zh: `第${index}部分`, en: `Part ${index}.` },
            blocks:
              count === null ? null : Array.from({ length: count }, (_, at) => one(`${at}`)).flat(),
          }));
          const { blocks } = homeView({ today: TODAY, tries: TRIES, languages, parts });
          expect(blocks.length).toBeLessThanOrEqual(100);
          const text = JSON.stringify(blocks);
          for (const [index, count] of counts.entries())
            expect(text.includes(`Part ${index}.`) || text.includes(`第${index}部分`)).toBe(
              count !== 0,
            );
        },
      ),
    );
  });

  it('a long part is cut and says so; a short one after it is whole', () => {
    const long = {
      title: { zh: '长', en: 'Long' },
      blocks: Array.from({ length: 120 }, () => one('x')).flat(),
    };
    const short = { title: { zh: '短', en: 'Short' }, blocks: one('whole') };
    const view = homeView({ today: TODAY, tries: TRIES, languages: ['en'], parts: [long, short] });
    const text = JSON.stringify(view.blocks);
    expect(text).toMatch(/There is more than fits here.*Short.*whole/);
  });
});

describe('my roles', () => {
  const nameOf = (id: string) =>
    id === 'core-township-hall' ? { zh: '核心乡镇合作厅', en: 'core township partner hall' } : null;
  const read = async (
    reader: Partial<HomeReader>,
    hall: { outlet: string | null; hall: string | null } | null = null,
  ) => {
    const { blocks } = rolesSection({ hallOf: () => hall }, nameOf);
    return blocks({
      ...{ user: 'U0LI', grants: [everywhere('staff')], languages: ['zh'], today: TODAY },
      ...reader,
    });
  };

  it('are where he works and what he may, with the places', async () => {
    const grants = [
      everywhere('staff'),
      everywhere('administrator'),
      { role: 'manager', outlets: ['core-township-hall'], halls: ['河口镇合作厅'] } as const,
    ];
    const place = { outlet: 'core-township-hall', hall: '河口镇<厅>' };
    const view = (languages: HomeReader['languages']) =>
      read({ grants, languages }, place).then((blocks) => shown({ blocks }));
    expect(await view(['zh'])).toMatchInlineSnapshot(`
      "• 所在网点: 核心乡镇合作厅 河口镇&lt;厅&gt;
      • 管理员: 所有网点
      • 维系主管: 核心乡镇合作厅, 河口镇合作厅
      "
    `);
    expect(await view(['en'])).toMatchInlineSnapshot(`
      "• Works at: core township partner hall 河口镇&lt;厅&gt;
      • Administrator: everywhere
      • Manager: core township partner hall, 河口镇合作厅
      "
    `);
  });

  it('are not shown to staff who have neither', async () => {
    expect(await read({})).toEqual([]);
  });
});
