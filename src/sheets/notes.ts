import { isFactLabel } from './facts.ts';
import { folded, foldedHeading } from './folding.ts';
import { isLegend } from './signs.ts';

/** Whether a text beside the rows of a table is none of its rows: a remark, a signature, a fact or a legend. */
export function isNote(text: string): boolean {
  const plain = folded(text);
  return NOTE.test(plain) || isFactLabel(text) || isLegend(text);
}

/** Whether a row adds up the rows above it. */
export function isTotal(text: string): boolean {
  return TOTAL.test(foldedHeading(text));
}

const NOTE =
  /^(?:注|备注|说明|※|\*|note)|^(?:单位|填表|制表|制作|审核|审批|复核|填报|报送|抄送|日期|部门|联系|落款).{0,6}[:：]/;
const TOTAL = /(?:合计|总计|小计|共计|^total|^subtotal|^sum)$/;
