import type { Bilingual, Language } from './bilingual.ts';
import type { Day } from './calendar/day.ts';
import { caseFile } from './case-file/case-file.ts';
import type { CaseRules } from './desk.ts';
import { markdownOf } from './documents/markdown.ts';
import { renderPdf } from './documents/render-pdf.ts';
import type { Paper } from './paper.ts';
import { Problem } from './problem.ts';
import type { CaseFiles } from './slack/complaint-ports.ts';
import { auditTrail, type Person } from './store/audit.ts';
import { caseBook } from './store/cases.ts';
import type { Store } from './store/schema.ts';

export type CaseReportPorts = {
  readonly store: Store;
  readonly rules: () => CaseRules;
  /** What people call an outlet, an offer or a rule. */
  readonly nameOf: (id: string) => Bilingual | null;
  readonly timeZone: string;
  readonly now: () => number;
  readonly today: () => Day;
};

export const REPORT_FORMATS = ['md', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export type Report = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly language: Language;
};

export type CaseReports = {
  /** The case file in one form; in the case's own language where none is named. Who had it made is kept. */
  readonly report: (
    id: string,
    wanted: {
      readonly format: ReportFormat;
      readonly language: Language | null;
      readonly by: Person;
    },
  ) => Promise<Report>;
  /** Both forms, for Slack. */
  readonly files: (id: string, language: Language, by: Person) => Promise<CaseFiles>;
};

/** Makes case files of what is kept. A file that leaves the bot leaves a line in the audit trail. */
export function openCaseReports(ports: CaseReportPorts): CaseReports {
  const { store, rules, timeZone, now, today } = ports;
  const book = caseBook(store);

  const paperOf = async (id: string, language: Language | null): Promise<Paper> => {
    const [found, history] = await Promise.all([book.find(id), book.history(id)]);
    if (found === null) throw new Problem('data', `there is no case ${id}`);
    const spoken = language ?? found.language;
    const nameIn = (thing: string): string => ports.nameOf(thing)?.[spoken] ?? thing;
    return caseFile(
      { found, history },
      {
        ...{ ...rules(), now: now(), today: today(), language: spoken, timeZone },
        nameOf: { outlet: nameIn, offer: nameIn, rule: nameIn, person: (who) => who },
      },
    );
  };
  const written = (
    id: string,
    by: Person,
    detail: { readonly format: string; readonly language: Language },
  ) =>
    auditTrail(store).add({
      ...{ ...by, at: now(), kind: 'case', thing: id, what: 'exported', detail },
    });

  return {
    async report(id, { format, language, by }) {
      const paper = await paperOf(id, language);
      const bytes = format === 'pdf' ? await renderPdf(paper) : Buffer.from(markdownOf(paper));
      await written(id, by, { format, language: paper.language });
      return { name: `${id}-${paper.language}.${format}`, bytes, language: paper.language };
    },
    async files(id, language, by) {
      const paper = await paperOf(id, language);
      const pdf = await renderPdf(paper);
      await written(id, by, { format: 'md and pdf', language });
      return {
        markdown: { name: `${id}-${language}.md`, text: markdownOf(paper) },
        pdf: { name: `${id}-${language}.pdf`, bytes: pdf },
      };
    },
  };
}
