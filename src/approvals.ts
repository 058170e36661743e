import { changesInWords } from './answers/changes-in-words.ts';
import { offerName } from './answers/wording.ts';
import type { Bilingual, Language } from './bilingual.ts';
import type { Day } from './calendar/day.ts';
import { type DeskFiles, deskOf, type Folders, filesOf, learnFrom, problemLines } from './desk.ts';
import { draftsIn, dropDraft, moveDraft, placeOf, withCandidate } from './files/candidate.ts';
import { type DraftPaper, readDraftPaper } from './files/draft-paper.ts';
import { fingerprintOf } from './files/fingerprint.ts';
import { addToRegister } from './files/register-write.ts';
import { folderOf } from './files/set-folder.ts';
import { askOwnerQuestions } from './owner-questions.ts';
import {
  approvalOf,
  type Decided,
  type Person,
  reviewOfSet,
  rollbackOf,
  withdrawalOf,
} from './policy/approval.ts';
import { type Change, changesBetween } from './policy/changes.ts';
import type { Decision, PolicySet, Reviewed } from './policy/policy.ts';
import { Problem } from './problem.ts';

/** Who decides, on which day, and what he says himself. */
export type Asked = {
  readonly by: Person;
  readonly today: Day;
  readonly from: Day | null;
  readonly reason: string | null;
};

/** What a policy set would change, and against what it was held. */
export type Difference = {
  readonly set: PolicySet;
  /** Null where nothing came before it. */
  readonly before: PolicySet | null;
  readonly changes: readonly Change[];
  readonly lines: (language: Language) => readonly string[];
};

/** What policy owners decide about policy sets. Refusals are values; a file that cannot be written throws a Problem. */
export type Approvals = {
  readonly files: () => Promise<DeskFiles>;
  /** The names of the drafts, whatever state they are in. */
  readonly drafts: () => readonly string[];
  /** What a draft or a campaign would change, against the version before it or the campaign before it. */
  readonly difference: (name: string) => Promise<Difference>;
  readonly approve: (name: string, asked: Asked) => Promise<Decided<Decision>>;
  readonly rollBack: (
    id: string,
    asked: Asked & { readonly to: number },
  ) => Promise<Decided<Decision>>;
  readonly withdraw: (id: string, asked: Asked) => Promise<Decided<Decision>>;
  readonly review: (
    id: string,
    asked: Pick<Asked, 'by' | 'today'> & { readonly version: number | null },
  ) => Promise<Decided<Reviewed>>;
};

export type ApprovalPorts = {
  readonly folders: Folders;
  /** Where what is learnt is kept between runs. */
  readonly keep: string | null;
  /** Slack users who keep the policy. */
  readonly owners: readonly string[];
};

export function openApprovals({ folders, keep, owners }: ApprovalPorts): Approvals {
  const { data } = folders;

  /** Writes a decision down, when the whole of the data holds together with it. */
  const decide = async (
    decided: Decided<Omit<Decision, 'fingerprint'>>,
  ): Promise<Decided<Decision>> => {
    if (!decided.ok) return decided;
    const { value } = decided;
    const decision = { ...value, fingerprint: printOf(data, value) };
    // A draft of the same name is another matter: what was approved is put in force again, or ended.
    await withCandidate(data, null, (copy) => check({ ...folders, data: copy }, decision, keep));
    addToRegister(data, { decisions: decision });
    return { ok: true, value: decision };
  };

  return {
    files: () => filesOf(folders),
    drafts: () => draftsIn(data),

    async difference(name) {
      return withCandidate(data, name, async (copy) => {
        const { sets, register, policy } = await filesOf({ ...folders, data: copy });
        const set = setNamed(sets, name);
        const isDecided = ({ id, version }: PolicySet): boolean =>
          register.decisions.some((one) => one.set === id && one.version === version);
        const before =
          sets.findLast(({ id, version }) => id === set.id && version < set.version) ??
          sets.findLast((one) => one.days.from < set.days.from && isDecided(one)) ??
          null;
        const changes = changesBetween(before, set);
        const named = (offer: string, language: Language): string => {
          const of = [before, set].findLast((one) => one?.offers.some(({ id }) => id === offer));
          return of == null ? offer : offerName(of, offer, language);
        };
        return {
          set,
          before,
          changes,
          lines: (language) =>
            changesInWords(changes, { outlets: policy.outlets, offerName: named }, language),
        };
      });
    },

    async approve(name, { by, today, from, reason }) {
      const place = placeOf(data, name);
      const paper = place === 'drafts' ? paperOf(data, name) : null;
      if (paper !== null && paper.doubtful.length > 0)
        return { ok: false, refusal: STILL_DOUBTFUL(paper.doubtful.length) };
      const decided = await withCandidate(data, name, async (copy) => {
        const { sets, register } = await filesOf({ ...folders, data: copy });
        const decision = approvalOf({
          set: setNamed(sets, name),
          register,
          preparedBy: paper?.preparedBy ?? null,
          by,
          owners,
          today,
          from: from ?? paper?.from ?? null,
          reason: reason ?? paper?.reason ?? null,
        });
        if (!decision.ok) return decision;
        const whole = { ...decision.value, fingerprint: printOf(copy, decision.value) };
        await check({ ...folders, data: copy }, whole, keep);
        return { ok: true, value: whole } as const;
      });
      if (!decided.ok) return decided;
      if (place === 'drafts') moveDraft(data, name);
      addToRegister(data, { decisions: decided.value });
      if (place === 'drafts') dropDraft(data, name);
      return decided;
    },

    async rollBack(id, asked) {
      return decide(rollbackOf({ id, ...(await filesOf(folders)), owners, ...asked }));
    },

    async withdraw(id, asked) {
      return decide(withdrawalOf({ id, ...(await filesOf(folders)), owners, ...asked }));
    },

    async review(id, asked) {
      const reviewed = reviewOfSet({ id, ...(await filesOf(folders)), owners, ...asked });
      if (reviewed.ok) addToRegister(data, { reviews: reviewed.value });
      return reviewed;
    },
  };
}

function paperOf(data: string, name: string): DraftPaper {
  const read = readDraftPaper(data, name);
  if (!read.ok) throw new Problem('data', problemLines(read.problems));
  return read.value;
}

function setNamed(sets: readonly PolicySet[], name: string): PolicySet {
  const set = sets.find(({ id, version }) => folderOf(id, version) === name);
  if (set === undefined)
    throw new Problem('data', `the files of "${name}" are those of another set`);
  return set;
}

function printOf(
  dataFolder: string,
  { set: id, version }: Omit<Decision, 'fingerprint'>,
): string | null {
  return version === null ? null : fingerprintOf(dataFolder, { id, version });
}

/** Takes the decision in a copy of the data and asks the owners' questions there. Throws a Problem `data`. */
async function check(folders: Folders, decision: Decision, keep: string | null): Promise<void> {
  addToRegister(folders.data, { decisions: decision });
  const learnt = await learnFrom(folders, keep);
  const { problems } = await askOwnerQuestions(folders.data, async () => deskOf(folders, learnt));
  if (problems.length > 0)
    throw new Problem(
      'data',
      `the questions of the policy owner are answered otherwise:\n${problemLines(problems)}`,
    );
}

const STILL_DOUBTFUL = (count: number): Bilingual => ({
  zh: `还有${count}个存疑的单元格，先改好表格再导入一次。`,
  en: `${count === 1 ? '1 cell is' : `${count} cells are`} still in doubt: mend the sheet and import it again.`,
});
