import type { ModalView } from '@slack/types';
import type { Bilingual, Language } from '../../bilingual.ts';
import { addMonths } from '../../calendar/day.ts';
import { maskedName } from '../../contracts/name.ts';
import { maskedPhone } from '../../contracts/phone.ts';
import { OUTCOMES } from '../../reminders/term.ts';
import type { Pressed } from '../renewal-ports.ts';
import { OUTCOME_NAMES } from './digest-words.ts';
import { endInWords } from './end-day.ts';
import { formModal } from './form.ts';
import { bold, harmless } from './markup.ts';
import { encodeMessage, OUTCOME_FORM, REOPEN_FORM, type TermMessage } from './term-ids.ts';

const NOTE = 500;
/** The usual length of a new contract; another day is picked where it is not. */
const USUAL_MONTHS = 12;

/** What became of a contract. */
export function outcomeForm(
  { line, refusals, unreachableTimes }: Pressed,
  about: TermMessage,
  language: Language,
): ModalView {
  const say = (words: Bilingual): string => words[language];
  const { contract, daysLeft, term } = line;
  const renewed = addMonths(contract.endsOn, USUAL_MONTHS);
  return formModal({
    callbackId: OUTCOME_FORM,
    metadata: encodeMessage(about),
    title: say(TITLE),
    send: say(SEND),
    close: say(CLOSE),
    intro: [
      bold(
        `${maskedName(contract.customerName)} ${maskedPhone(contract.phone)} · ${contract.plan}`,
      ),
      harmless(say(endInWords(contract.endsOn, daysLeft))),
    ],
    fields: [
      {
        ...{ id: 'outcome', kind: 'select', label: say(WHAT) },
        options: OUTCOMES.map((id) => ({
          id,
          label:
            id === 'unreachable'
              ? say(calls(term.unreachable + 1, unreachableTimes))
              : say(OUTCOME_NAMES[id]),
        })),
      },
      // Not optional: Slack would let it be emptied, and a renewal needs it.
      { ...{ id: 'until', kind: 'day', label: say(UNTIL) }, initial: renewed },
      {
        ...{ id: 'reason', kind: 'select', label: say(WHY), isOptional: true },
        options: refusals.map(({ id, name }) => ({ id, label: say(name) })),
      },
      { ...{ id: 'note', kind: 'text', label: say(REMARK), max: NOTE }, isOptional: true },
    ],
  });
}

/** Why a closed contract is opened again. */
export function reopenForm(about: TermMessage, language: Language): ModalView {
  return formModal({
    callbackId: REOPEN_FORM,
    metadata: encodeMessage(about),
    title: language === 'zh' ? '重新打开' : 'Open again',
    send: SEND[language],
    close: CLOSE[language],
    intro: [],
    fields: [
      {
        ...{ id: 'note', kind: 'text', max: NOTE },
        label: language === 'zh' ? '为什么重新打开？' : 'Why is it opened again?',
      },
    ],
  });
}

function calls(time: number, times: number): Bilingual {
  return time < times
    ? { zh: `第${time}次没打通，下次再打`, en: `Not reached, call ${time} of ${times}` }
    : { zh: `第${time}次没打通，结束`, en: `Not reached ${time} times, close it` };
}

const TITLE = { zh: '结果怎样？', en: 'What came of it?' };
const SEND = { zh: '记下', en: 'Save' };
const CLOSE = { zh: '取消', en: 'Cancel' };
const WHAT = { zh: '结果', en: 'Outcome' };
const UNTIL = {
  zh: '续约后的到期日（只在已续约时算）',
  en: 'New end day (counts only where renewed)',
};
const WHY = { zh: '拒绝原因（只在客户拒绝时选）', en: 'Why (only where refused)' };
const REMARK = { zh: '备注（不要写证件号、密码）', en: 'Remark (no ids, no passwords)' };
