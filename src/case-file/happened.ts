import type { Language } from '../bilingual.ts';
import type { ChecklistRef } from '../checklists/checklist.ts';
import { checklistOf } from '../checklists/checklist.ts';
import type { Evidence, Given, Happening } from '../complaints/case.ts';
import {
  ACCEPTANCE_WORDS,
  CHANNEL_WORDS,
  KIND_WORDS,
  ROLE_WORDS,
  SIGNER_WORDS,
} from '../complaints/evidence-words.ts';
import { masked } from './masked.ts';
import { labelled, quoted } from './words.ts';
import type { FileWorld } from './world.ts';

/** What happened, in the file's language and without what tells who the customer is. `ref` is the checklist then in use. */
export function happenedInWords(happened: Happening, ref: ChecklistRef, world: FileWorld): string {
  const { language, nameOf } = world;
  const isZh = language === 'zh';
  const step = (id: string): string => quoted(stepTitle(id, ref, world));
  const because = (reason: string): string =>
    labelled(isZh ? '原因' : 'Reason', masked(reason), language);
  const lines = (...parts: readonly string[]): string =>
    parts.filter((part) => part !== '').join('\n');
  switch (happened.kind) {
    case 'opened':
      return lines(
        isZh
          ? `登记投诉，用检查单${quoted(checklistTitle(happened.checklist, world))}，负责人${nameOf.person(happened.owner)}`
          : `Opened with the checklist ${quoted(checklistTitle(happened.checklist, world))}, owner ${nameOf.person(happened.owner)}`,
        labelled(isZh ? '诉求' : 'Complaint', masked(happened.words), language),
      );
    case 'answered':
      return lines(
        isZh ? `步骤${step(happened.step)}` : `Step ${step(happened.step)}`,
        givenInWords(happened.given, { step: happened.step, ref, world }),
      );
    case 'reopened-step':
      return isZh
        ? `收回步骤${step(happened.step)}的回答，重新办理`
        : `Took back the answer to step ${step(happened.step)}; it is asked again`;
    case 'help-asked':
      return lines(
        isZh
          ? `在步骤${step(happened.step)}请求帮助`
          : `Asked for help at step ${step(happened.step)}`,
        masked(happened.note ?? ''),
      );
    case 'assigned':
      return lines(
        happened.how === 'assigned'
          ? isZh
            ? `转交给${nameOf.person(happened.to)}`
            : `Handed over to ${nameOf.person(happened.to)}`
          : isZh
            ? `${nameOf.person(happened.to)}接手`
            : `Taken over by ${nameOf.person(happened.to)}`,
        because(happened.reason),
      );
    case 'escalated': {
      const to = [
        ROLE_WORDS[happened.to][language],
        ...(happened.person === null ? [] : [nameOf.person(happened.person)]),
      ].join(' ');
      return lines(isZh ? `上报${to}` : `Escalated to the ${to}`, because(happened.reason));
    }
    case 'paused':
      return lines(
        isZh
          ? '分公司时限暂停（法定期限不停）'
          : "Paused the branch's clock (the legal one never stops)",
        because(happened.reason),
      );
    case 'resumed':
      return isZh ? '分公司时限恢复计时' : "The branch's clock goes on";
    case 'moved':
      return lines(
        isZh
          ? `改用检查单第${happened.version}版`
          : `Moved to version ${happened.version} of the checklist`,
        againInWords(happened.again, { ...ref, version: happened.version }, world),
      );
    case 'checklist-changed':
      return lines(
        isZh
          ? `改用检查单${quoted(checklistTitle(happened.checklist, world))}`
          : `Changed to the checklist ${quoted(checklistTitle(happened.checklist, world))}`,
        because(happened.reason),
        againInWords(happened.again, happened.checklist, world),
      );
    case 'told': {
      const how = CHANNEL_WORDS[happened.channel][language];
      const accepted = ACCEPTANCE_WORDS[happened.accepted][language];
      return lines(
        isZh
          ? `${happened.on}${how}答复客户，${accepted}`
          : `Told the customer ${how} on ${happened.on}; ${accepted}`,
        quoted(masked(happened.words)),
      );
    }
    case 'closed':
      return lines(
        labelled(isZh ? '结案' : 'Closed', outcomeName(happened.outcome, world), language),
        masked(happened.note ?? ''),
      );
    case 'reopened':
      return lines(isZh ? '重新打开' : 'Reopened', because(happened.reason));
    case 'file-linked': {
      const at = happened.step === null ? '' : step(happened.step);
      const name = masked(happened.file.name);
      return isZh
        ? `关联Slack文件${quoted(name)}（${happened.file.id}）${at === '' ? '' : `，步骤${at}`}`
        : `Linked the Slack file ${quoted(name)} (${happened.file.id})${at === '' ? '' : ` to step ${at}`}`;
    }
    case 'noted':
      return labelled(isZh ? '备注' : 'Note', masked(happened.text), language);
    case 'placed':
      return isZh
        ? `案件放在Slack频道${happened.channel}`
        : `The case is walked in the Slack channel ${happened.channel}`;
  }
}

export function checklistTitle(
  { id, version }: ChecklistRef,
  { checklists, language }: FileWorld,
): string {
  const title = checklistOf(checklists, { id, version })?.title[language] ?? id;
  return language === 'zh' ? `${title}·第${version}版` : `${title}, version ${version}`;
}

export function stepTitle(
  id: string,
  ref: ChecklistRef,
  { checklists, language }: FileWorld,
): string {
  const step = checklistOf(checklists, ref)?.steps.find((one) => one.id === id);
  return step?.title[language] ?? id;
}

export function outcomeName(id: string, { outcomes, language }: FileWorld): string {
  return outcomes.find((one) => one.id === id)?.name[language] ?? id;
}

function againInWords(again: readonly string[], ref: ChecklistRef, world: FileWorld): string {
  if (again.length === 0) return '';
  const { language } = world;
  const titles = again.map((id) => quoted(stepTitle(id, ref, world)));
  return labelled(
    language === 'zh' ? '要重新办理' : 'To be done again',
    titles.join(language === 'zh' ? '、' : ', '),
    language,
  );
}

type At = { readonly step: string; readonly ref: ChecklistRef; readonly world: FileWorld };

/** What was answered to a step: done or not applicable, the choice, the evidence, the note. */
export function givenInWords(given: Given, { step, ref, world }: At): string {
  const { language } = world;
  const isZh = language === 'zh';
  if (given.what === 'not-applicable')
    return labelled(isZh ? '不适用' : 'Not applicable', masked(given.reason), language);
  const choice = choiceName(given.choice, { step, ref, world });
  return [
    isZh ? '已办' : 'Done',
    ...(choice === '' ? [] : [choice]),
    ...given.evidence.map((one) =>
      labelled(isZh ? '凭证' : 'Evidence', evidenceInWords(one, language), language),
    ),
    ...(given.note === null
      ? []
      : [labelled(isZh ? '备注' : 'Note', masked(given.note), language)]),
  ].join('\n');
}

function choiceName(choice: string | null, { step, ref, world }: At): string {
  if (choice === null) return '';
  const asks = checklistOf(world.checklists, ref)?.steps.find(({ id }) => id === step)?.asks;
  if (asks == null) return choice;
  const name = asks.choices.find(({ id }) => id === choice)?.name[world.language] ?? choice;
  return `${asks.question[world.language]} ${name}`;
}

export function evidenceInWords(evidence: Evidence, language: Language): string {
  const { kind, number, kept, day } = evidence;
  const isZh = language === 'zh';
  const signed = signersInWords(evidence, language);
  return [
    KIND_WORDS[kind][language] +
      (number === null ? '' : ` ${masked(number, { isNumberField: true })}`),
    ...(kept === null ? [] : [masked(kept)]),
    ...(day === null ? [] : [day]),
    ...(signed === '' ? [] : [isZh ? `有${signed}` : `with ${signed}`]),
  ].join(isZh ? '，' : ', ');
}

export function signersInWords({ signedBy }: Evidence, language: Language): string {
  return signedBy
    .map((signer) => SIGNER_WORDS[signer][language])
    .join(language === 'zh' ? '、' : ', ');
}
