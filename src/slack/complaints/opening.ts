import type { CaseHint } from '../../answers/answer.ts';
import type { Bilingual, Language } from '../../bilingual.ts';
import { parseDay } from '../../calendar/day.ts';
import { GENERAL_CHECKLIST } from '../../language/complaint-kind.ts';
import { screened } from '../../screened.ts';
import type { CaseNow } from '../complaint-ports.ts';
import { codeOf } from '../outcome.ts';
import type { Doorway } from '../ports.ts';
import { decodeOpenForm, type OpenAbout } from '../views/case-ids.ts';
import { openForm, whySuggested } from '../views/case-open.ts';
import { SAID } from '../views/case-said.ts';
import { placeCase } from './cards.ts';
import type { FormErrors } from './forms.ts';
import type { FormSent } from './payloads.ts';
import { spokenIn } from './say.ts';

export type Opening = {
  readonly trigger: string;
  readonly user: string;
  /** Where it was begun; a case may be walked there. */
  readonly channel: string;
  readonly words: string;
  /** What an answer was about whose button was pressed. */
  readonly hint?: CaseHint;
  readonly language?: Language;
  readonly link?: OpenAbout['link'];
};

/** Shows the form that opens a case: what is known is filled in, and the person confirms the kind of complaint. */
export async function offerOpening(opening: Opening, doorway: Doorway): Promise<void> {
  const { complaints, posting, today } = doorway;
  const { user, channel, hint, link = null } = opening;
  const language =
    opening.language ?? spokenIn(opening.words, (await complaints.languageOf(user)) ?? 'zh');
  const missed = hint?.missed ?? null;
  const expected = missed === null ? null : complaints.expected(missed, language);
  const words = expected === null ? opening.words : NOT_COME[language](expected.words);
  const found = screened(words);
  const suggested = suggestedFor({ words: opening.words, hint, language }, doorway);
  const checklist = suggested?.checklist ?? null;
  const draft = found.masked === '' ? null : await complaints.drafts.keep(found.masked);
  const form = openForm({
    about: { channel, language, offer: expected?.offer ?? null, checklist, draft, link },
    words: found.masked,
    suggested,
    checklists: complaints.checklists(),
    outlets: complaints.outlets(),
    here: complaints.hallOf(user),
    today: today(),
    warning: found.found.length === 0 ? null : MASKED[language],
  });
  await posting.openModal(opening.trigger, form);
}

type Wanted = Pick<Opening, 'words'> & {
  readonly hint: CaseHint | undefined;
  readonly language: Language;
};

function suggestedFor(
  { words, hint, language }: Wanted,
  { complaints }: Doorway,
): { checklist: string; why: string } | null {
  const titleOf = (id: string): string =>
    complaints.checklists().find((one) => one.id === id)?.title[language] ?? id;
  if (hint !== undefined) {
    const { checklist } = hint;
    return { checklist, why: FROM_ANSWER[language](titleOf(checklist)) };
  }
  if (words.trim() === '') return null;
  const { checklist, words: pointing } = complaints.suggest(words);
  return { checklist, why: whySuggested(titleOf(checklist), pointing, language) };
}

const LANGUAGES: readonly Language[] = ['zh', 'en'];

const FROM_ANSWER: Readonly<Record<Language, (title: string) => string>> = {
  zh: (title) => `上面的回答说的是“${title}”；请您确认。`,
  en: (title) => `The answer above was about “${title}”; please confirm.`,
};
const NOT_COME: Readonly<Record<Language, (expected: string) => string>> = {
  zh: (expected) => `客户说没有到账。按政策：${expected}`,
  en: (expected) => `The customer says that it has not come. By the policy: ${expected}`,
};
const MASKED: Bilingual = {
  zh: '⚠️ 里面有号码或密码，已打码。如果原话在聊天里，请删除那条消息。',
  en: '⚠️ A number or a password in it was masked. If it stands in a chat, please delete that message.',
};

/** The form was sent off: the case is opened, and walked where the person wants it. */
export async function takeOpening(
  sent: FormSent,
  doorway: Doorway,
): Promise<{ readonly errors: FormErrors; readonly after: () => Promise<void> }> {
  const about = decodeOpenForm(sent.about);
  const { values, user } = sent;
  if (about === null) return failed('words', SAID.gone.zh);
  const language = LANGUAGES.find((one) => one === values.text('language')) ?? about.language;
  const draft = about.draft === null ? null : await doorway.complaints.drafts.recall(about.draft);
  const home = doorway.complaints.hallOf(user.id);
  // Not every server sends what stood in a list from the start; then that is meant.
  const opening = {
    checklist: values.text('checklist') ?? about.checklist ?? GENERAL_CHECKLIST,
    words: values.text('words') ?? draft ?? '',
    language,
    outlet: values.text('outlet') ?? home.outlet,
    hall: values.text('hall') ?? home.hall,
    contract: values.text('contract'),
    offer: about.offer,
    rule: null,
    receivedOn: parseDay(values.text('received') ?? '') ?? doorway.today(),
    owner: null,
  } as const;
  const by = { user: user.id, key: `open:${sent.viewId}` };
  const done = await doorway.complaints.open(opening, by);
  if (!done.ok) return failed('words', done.reason[language]);
  // Sent twice in a hurry is one case, and it has its card.
  if (done.again) return { errors: null, after: async () => {} };
  const isHere = values.text('place') !== 'direct' && about.channel !== null;
  const channel = isHere ? about.channel : null;
  const after = (): Promise<void> =>
    begin({ now: done.now, channel, user: user.id, language, link: about.link }, doorway);
  return { errors: null, after };
}

function failed(field: string, words: string): { errors: FormErrors; after: () => Promise<void> } {
  return { errors: { [field]: words.slice(0, 600) }, after: async () => {} };
}

type Begun = {
  readonly now: CaseNow;
  readonly channel: string | null;
  readonly user: string;
  readonly language: Language;
  readonly link: OpenAbout['link'];
};

async function begin({ link, ...begun }: Begun, doorway: Doorway): Promise<void> {
  const { complaints, posting, log } = doorway;
  const { id } = begun.now.case;
  if (link !== null) {
    const address = await posting.linkTo(link.channel, link.ts).catch(() => null);
    const text = LINKED[begun.language](address ?? `${link.channel} ${link.ts}`);
    await complaints.act(id, { do: 'note', text }, { user: begun.user, key: `link:${link.ts}` });
  }
  try {
    const channel = begun.channel ?? (await posting.directChannel(begun.user));
    await placeCase(begun.now, { ...begun, channel }, doorway);
  } catch (error) {
    if (begun.channel === null) throw error;
    // The bot is not in that channel, most likely.
    log.warn('case.placed-in-private', { caseId: id, code: codeOf(error) });
    await placeCase(
      begun.now,
      { ...begun, channel: await posting.directChannel(begun.user) },
      doorway,
    );
  }
}

const LINKED: Readonly<Record<Language, (address: string) => string>> = {
  zh: (address) => `从这条消息立案：${address}`,
  en: (address) => `Opened from this message: ${address}`,
};
