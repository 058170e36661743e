import type { Bilingual, Language } from '../../bilingual.ts';
import { type Day, parseDay } from '../../calendar/day.ts';
import { SIGNERS, type Step } from '../../checklists/checklist.ts';
import { ACCEPTANCES, TOLD_CHANNELS, type Told } from '../../complaints/case.ts';
import type { CaseDeed } from '../../complaints/command.ts';
import type { CaseNow } from '../complaint-ports.ts';
import type { Doorway } from '../ports.ts';
import { decodeForm, type FormAbout } from '../views/case-ids.ts';
import { SAID } from '../views/case-said.ts';
import { askedNow } from './cards.ts';
import { showChange } from './changes.ts';
import type { FormSent, FormValues } from './payloads.ts';
import { walkFor } from './press.ts';
import type { StepWish } from './walk.ts';

/** What a modal is answered: nothing where all is well, else what is wrong, by its field. */
export type FormErrors = Readonly<Record<string, string>> | null;

/** A modal that was sent off. `done` comes when the modal may close; the rest goes on behind it. */
export async function takeForm(
  sent: FormSent,
  doorway: Doorway,
): Promise<{ readonly errors: FormErrors; readonly after: () => Promise<void> }> {
  const about = decodeForm(sent.about);
  const now = about === null ? null : await doorway.complaints.find(about.caseId);
  if (about === null || now === null) return wrong(anyField(sent), SAID.gone.zh);
  const { language, deed } = about;
  const refusal = await doorway.complaints.refusal(sent.user.id, now.case.id, `case.${deed}`);
  if (refusal !== null) return wrong(anyField(sent), refusal[language]);
  const isOfStep = deed === 'evidence' || deed === 'not-applicable' || deed === 'help';
  return isOfStep
    ? takeStepForm({ sent, about, now }, doorway)
    : takeCaseForm({ sent, about, now }, doorway);
}

type Taking = { readonly sent: FormSent; readonly about: FormAbout; readonly now: CaseNow };
type Taken = ReturnType<typeof takeForm>;

const NOTHING = async (): Promise<void> => {};

async function wrong(field: string, words: string): Taken {
  // Slack shows it below one field.
  return { errors: { [field]: words.slice(0, 600) }, after: NOTHING };
}

async function takeStepForm({ sent, about, now }: Taking, doorway: Doorway): Taken {
  const { language } = about;
  const standing = now.next;
  if (standing === null || askedNow(now) !== about.asking)
    return wrong(anyField(sent), SAID.oldForm[language]);
  const refused: string[] = [];
  const tell = async (words: Bilingual): Promise<void> => void refused.push(words[language]);
  const wish = stepWish(about, sent.values, { step: standing.step, today: doorway.today() });
  const walker = { user: sent.user.id, language, tell };
  const after = await walkFor({ now, standing, wish }, walker, doorway);
  const [first] = refused;
  return first === undefined ? { errors: null, after } : wrong(anyField(sent), first);
}

function stepWish(
  { deed, choice }: FormAbout,
  values: FormValues,
  { step, today }: { readonly step: Step; readonly today: Day },
): StepWish {
  if (deed === 'help') return { do: 'help', note: values.text('reason') };
  if (deed === 'not-applicable') {
    return { do: 'answer', given: { what: 'not-applicable', reason: values.text('reason') ?? '' } };
  }
  const isGiven = values.text('number') !== null || values.text('kept') !== null;
  const kinds = step.evidence?.kinds ?? [];
  const kind = isGiven ? (kinds.find((one) => one === values.text('kind')) ?? kinds[0]) : undefined;
  const evidence =
    kind === undefined
      ? []
      : [
          {
            kind,
            number: values.text('number'),
            kept: values.text('kept'),
            day:
              parseDay(values.text('day') ?? '') ??
              (step.evidence?.needs.includes('day') === true ? today : null),
            signedBy: SIGNERS.filter((who) => values.many('signed').includes(who)),
          },
        ];
  const given = {
    what: 'done',
    choice: values.text('choice') ?? choice,
    evidence,
    note: values.text('note'),
  } as const;
  return { do: 'answer', given };
}

async function takeCaseForm({ sent, about, now }: Taking, doorway: Doorway): Taken {
  const { language } = about;
  const deed = deedOf(about, sent.values, { now, today: doorway.today() });
  if (deed === null) return wrong(anyField(sent), MISSING[language]);
  const by = { user: sent.user.id, key: `form:${sent.viewId}` };
  const done = await doorway.complaints.act(now.case.id, deed, by);
  if (!done.ok) return wrong(anyField(sent), done.reason[language]);
  return {
    errors: null,
    after: async () => {
      await showChange(
        { before: now, now: done.now, deed: about.deed, user: sent.user.id, language },
        doorway,
      );
    },
  };
}

const MISSING: Readonly<Record<Language, string>> = {
  zh: '还没有填好：交给别人要选人或写成员编号，答复客户要写说了什么。',
  en: 'Something is left out: choose a person or write his member id; write what the customer was told.',
};

type Deed = Exclude<CaseDeed, { do: 'open' }>;

function deedOf(
  { deed }: FormAbout,
  values: FormValues,
  { now, today }: { readonly now: CaseNow; readonly today: Day },
): Deed | null {
  const reason = values.text('reason') ?? '';
  switch (deed) {
    case 'assign': {
      const to =
        /^<?@?([UW][A-Z0-9]+)>?$/.exec(values.text('user') ?? '')?.[1] ?? values.text('to');
      return to === null ? null : { do: 'assign', to, reason };
    }
    case 'take-over':
      return { do: 'take-over', reason };
    case 'escalate': {
      const to = values.text('to') === 'hall-manager' ? 'hall-manager' : 'complaint-officer';
      return { do: 'escalate', to, person: null, reason };
    }
    case 'pause':
      return { do: 'pause', reason };
    case 'move':
      return { do: 'move', version: now.newest };
    case 'change-checklist':
      return { do: 'change-checklist', checklist: values.text('checklist') ?? '', reason };
    case 'tell': {
      const told = toldIn(values, today);
      return told === null ? null : { do: 'tell', ...told };
    }
    case 'close':
      return {
        do: 'close',
        outcome: values.text('outcome'),
        note: values.text('note'),
        told: toldIn(values, today),
      };
    case 'reopen':
      return { do: 'reopen', reason };
    default:
      return null;
  }
}

function toldIn(values: FormValues, today: Day): Told | null {
  const words = values.text('words');
  const on = parseDay(values.text('on') ?? '') ?? today;
  const channel = TOLD_CHANNELS.find((one) => one === values.text('channel')) ?? 'phone';
  if (words === null) return null;
  const accepted = ACCEPTANCES.find((one) => one === values.text('accepted')) ?? 'no-word';
  return { words, on, channel, accepted };
}

const FIRST_FIELDS = ['outcome', 'reason', 'words', 'checklist', 'to', 'number'];

/** A field that the modal has, to show below it what is wrong with all of it. */
function anyField({ fields }: FormSent): string {
  return FIRST_FIELDS.find((name) => fields.includes(name)) ?? fields[0] ?? 'reason';
}
