import type { Language } from '../bilingual.ts';
import { codeOf } from './outcome.ts';
import type { Doorway, HomeReader, HomeSection } from './ports.ts';
import { type HomePart, homeView } from './views/home.ts';

const BOTH: readonly Language[] = ['zh', 'en'];

/**
 * Makes the bot's own page anew for one reader. Call it, too, when a modal that was opened from the page is sent off: after a press on
 * the page itself it is done for every button.
 */
export async function publishHome(user: string, doorway: Doorway): Promise<void> {
  const { posting, today, tries, directory, homeSections } = doorway;
  const [language, grants] = await Promise.all([
    directory.languageOf(user),
    directory.grantsOf(user),
  ]);
  const languages = language === null ? BOTH : [language];
  const reader = { user, grants, languages, today: today() };
  // Who has no role at all is a guest, or Slack cannot say who he is: the page shows what can be asked, and nothing of anybody.
  const parts =
    grants.length > 0
      ? await Promise.all(homeSections.map((section) => partOf(section, reader, doorway)))
      : (await directory.standingOf(user)) === 'unknown'
        ? [NOT_NOW]
        : [];
  await posting.publishHome(user, homeView({ today: today(), tries: tries(), languages, parts }));
}

const NOT_NOW: HomePart = {
  title: { zh: '合约和投诉', en: 'Contracts and complaints' },
  blocks: null,
};

/** One part of the page. A part that fails says so and leaves the others alone. */
async function partOf(
  { name, title, blocks }: HomeSection,
  reader: HomeReader,
  { log }: Doorway,
): Promise<HomePart> {
  try {
    return { title, blocks: await blocks(reader) };
  } catch (error) {
    log.error('home.section', { section: name, user: reader.user, code: codeOf(error) });
    return { title, blocks: null };
  }
}
