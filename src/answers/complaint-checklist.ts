import { GENERAL_CHECKLIST } from '../language/complaint-kind.ts';
import type { Reading } from '../language/reading.ts';
import { sourceLine, words } from './wording.ts';
import type { Said, World } from './world.ts';

/** The steps for a complaint, one line each. */
export function complaintChecklist(reading: Reading, { checklists }: World): Said {
  const { language } = reading;
  const id = reading.entities.checklist ?? GENERAL_CHECKLIST;
  const checklist = checklists.find((one) => one.id === id);
  if (checklist === undefined) {
    return {
      facts: { checklist: null, steps: 0 },
      words: words({
        lead:
          language === 'zh'
            ? '没有这类投诉的处理清单，请问投诉专员。'
            : 'There is no checklist for this: ask the complaint officer.',
      }),
    };
  }
  const count = checklist.steps.length;
  return {
    facts: { checklist: id, steps: count },
    opensCase: { checklist: id, missed: null },
    words: words({
      lead:
        language === 'zh'
          ? `按“${checklist.title.zh}”清单处理，共${count}步：`
          : `Use the checklist “${checklist.title.en}”, ${count} steps:`,
      sections: [
        {
          heading: null,
          lines: checklist.steps.map((step) => step.title[language]),
          isNumbered: true,
        },
      ],
      notes: neverOf(
        checklist.steps.flatMap((step) => step.never?.[language] ?? []),
        language,
      ),
      source: sourceLine([checklist.source], language, [
        language === 'zh' ? `第${checklist.version}版` : `version ${checklist.version}`,
      ]),
    }),
  };
}

/** The first things never to do; more than three nobody reads between two customers. */
function neverOf(nevers: readonly string[], language: Reading['language']): readonly string[] {
  const [...shown] = nevers.slice(0, 3);
  return shown.length === 0
    ? []
    : [`${language === 'zh' ? '切记：' : 'Careful. '}${shown.join(language === 'zh' ? '' : ' ')}`];
}
