import type { Language } from '../../bilingual.ts';
import type { CaseFilter } from '../complaint-ports.ts';
import type { Doorway } from '../ports.ts';
import { spokenText } from '../speech.ts';
import type { MessageView } from '../views/blocks.ts';
import { caseCard } from '../views/case-card.ts';
import { decodeCaseId } from '../views/case-ids.ts';
import { caseListView } from '../views/case-list.ts';
import { noticeView, SAID } from '../views/case-said.ts';
import { placeCase, threadOfCase } from './cards.ts';
import { linksTo } from './links.ts';
import { postReport } from './menu.ts';
import { offerOpening } from './opening.ts';
import { spokenIn } from './say.ts';

export type Commanded = {
  readonly text: string;
  readonly user: string;
  readonly channel: string;
  readonly trigger: string;
  readonly responseUrl: string;
};

const LIST = /^(?:list|列表|我的案子|列出)(?: (.{1,60}))?$/i;
const SHOW = /^(?:show|看|查看) (\S{1,30})$/i;
const REPORT = /^(?:report|案卷|报告) (\S{1,30})$/i;

/** `/complaint` alone or with a complaint's words opens a case; `list`, `show` and `report` look at cases. */
export async function obeyComplaint(commanded: Commanded, doorway: Doorway): Promise<void> {
  const { user, channel, trigger } = commanded;
  const text = spokenText(commanded.text, doorway.identity().botUserId);
  const plain = text.replace(/\s+/g, ' ');
  const [list, show, report] = [LIST, SHOW, REPORT].map((pattern) => pattern.exec(plain));
  if (list != null) return showList(list[1] ?? '', commanded, doorway);
  if (show != null) return showCase(show[1] ?? '', commanded, doorway);
  if (report != null) return sendReport(report[1] ?? '', commanded, doorway);
  await offerOpening({ trigger, user, channel, words: text }, doorway);
}

async function languageFor({ text, user }: Commanded, { complaints }: Doorway): Promise<Language> {
  const words = text.replace(/\b(?:list|show|report|mine|late|C-\d{4}-\d+)\b/gi, '');
  return spokenIn(words, (await complaints.languageOf(user)) ?? spokenIn(text, 'zh'));
}

async function showList(words: string, commanded: Commanded, doorway: Doorway): Promise<void> {
  const { complaints, nameOf, today } = doorway;
  const language = await languageFor(commanded, doorway);
  const filter: CaseFilter = /^(?:late|超时|逾期)/i.test(words)
    ? 'late'
    : words === '' || /^(?:mine|my|我的)/i.test(words)
      ? 'mine'
      : 'all';
  const outlet = filter === 'all' ? outletNamed(words, doorway) : null;
  const found = await complaints.list(commanded.user, filter, outlet);
  const linkOf = await linksTo(found.lines, doorway.posting);
  const view = caseListView({ ...found, filter, today: today(), language, nameOf, linkOf });
  await tell(view, commanded, doorway);
}

function outletNamed(words: string, { complaints }: Doorway): string | null {
  const said = words.trim().toLowerCase();
  const named = complaints
    .outlets()
    .find(({ id, name }) => [id, name.zh, name.en.toLowerCase()].includes(said));
  return named?.id ?? null;
}

async function showCase(word: string, commanded: Commanded, doorway: Doorway): Promise<void> {
  const { complaints, nameOf, today, posting } = doorway;
  const language = await languageFor(commanded, doorway);
  const id = decodeCaseId(word.toUpperCase());
  const now = id === null ? null : await complaints.find(id);
  const refusal =
    id === null ? SAID.gone : await complaints.refusal(commanded.user, id, 'case.show');
  if (now === null || refusal !== null) {
    return tell(noticeView((refusal ?? SAID.gone)[language]), commanded, doorway);
  }
  if (threadOfCase(now) === null) {
    // Opened elsewhere: from now on it is walked with whoever looks for it.
    const channel = await posting.directChannel(commanded.user);
    return placeCase(now, { channel, user: commanded.user, language: now.case.language }, doorway);
  }
  const card = caseCard(now, { today: today(), nameOf, hasReport: complaints.report !== null });
  await tell(card, commanded, doorway);
}

async function sendReport(word: string, commanded: Commanded, doorway: Doorway): Promise<void> {
  const { complaints, posting } = doorway;
  const language = await languageFor(commanded, doorway);
  const id = decodeCaseId(word.toUpperCase());
  const refusal =
    id === null ? SAID.gone : await complaints.refusal(commanded.user, id, 'case.report');
  if (id === null || refusal !== null) {
    return tell(noticeView((refusal ?? SAID.gone)[language]), commanded, doorway);
  }
  const channel = await posting.directChannel(commanded.user);
  const at = { channel, thread: null };
  await postReport({ id, language, at, user: commanded.user }, doorway);
  await tell(noticeView(SENT[language]), commanded, doorway);
}

const SENT: Readonly<Record<Language, string>> = {
  zh: '案卷已发到我和您的私信里。',
  en: 'The case file is in my direct message with you.',
};

function tell(view: MessageView, { responseUrl }: Commanded, { posting }: Doorway): Promise<void> {
  return posting.respond(responseUrl, { view, replaces: false });
}
