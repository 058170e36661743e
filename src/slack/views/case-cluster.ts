import type { Bilingual, Language } from '../../bilingual.ts';
import { divider, type MessageView, section } from './blocks.ts';
import { bold, harmless, type Markup, stacked } from './markup.ts';

export type CaseCluster = {
  readonly kind: 'offer' | 'rule';
  readonly name: Bilingual;
  readonly days: number;
  /** Ids, oldest first. */
  readonly cases: readonly string[];
};

/** More would not be read on a phone; the list shows all. */
const SHOWN = 12;

/** Several complaints that name one thing, told to who answers for it: numbers of cases, no customers. */
export function caseClusterView(cluster: CaseCluster): MessageView {
  const [zh, en] = [partIn(cluster, 'zh'), partIn(cluster, 'en')];
  return { text: stacked([zh, en]), blocks: [section(zh), divider(), section(en)] };
}

function partIn({ kind, name, days, cases }: CaseCluster, language: Language): Markup {
  const ids = cases.slice(-SHOWN).join(language === 'zh' ? '、' : ', ');
  const more = cases.length - SHOWN;
  if (language === 'zh') {
    return stacked([
      bold(
        `${days}天内有${cases.length}件投诉提到${kind === 'offer' ? '优惠' : '规定'}“${name.zh}”`,
      ),
      harmless(`${more > 0 ? '最近的：' : ''}${ids}`),
      harmless('请看看政策、口径或流程是不是要改；工单里没写的，问各工单的负责人。'),
    ]);
  }
  return stacked([
    bold(`${cases.length} complaints in ${days} days name the ${kind} “${name.en}”`),
    harmless(`${more > 0 ? 'The latest: ' : ''}${ids}`),
    harmless(
      'Please see whether the policy, its wording or the procedure has to change; what a case does not say, its owner knows.',
    ),
  ]);
}
