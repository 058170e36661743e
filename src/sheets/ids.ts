import type { Doubts } from './doubts.ts';
import { folded } from './folding.ts';
import type { Cell, Place, Sheet } from './grid.ts';
import { isId } from './names.ts';

/** Where a name stands in a sheet. */
export type Where = { readonly sheet: Sheet; readonly place: Place };

/** Gives ids to things of one kind: each its own. */
export type IdGiver = (
  at: Where,
  /** The cell in which the sheet gives an id, the id of an earlier campaign, and what to propose without both. */
  from: {
    readonly given: Cell | null;
    readonly earlier: string | null;
    readonly proposed: string;
  },
) => string;

export function idGiver(kind: 'business' | 'offer', doubts: Doubts): IdGiver {
  const taken = new Set<string>();
  const take = (id: string): string => {
    taken.add(id);
    return id;
  };
  const isFree = (id: string): boolean => !taken.has(id);
  return ({ sheet, place }, { given, earlier, proposed }) => {
    if (given !== null) {
      const id = folded(given.text);
      if (isId(id) && isFree(id)) return take(id);
      doubts.add(
        sheet,
        given,
        isId(id)
          ? {
              zh: `编号“${given.text}”出现两次：请换一个没有用过的编号`,
              en: `"${given.text}" stands twice`,
            }
          : {
              zh: `“${given.text}”不能作编号：请用小写字母和数字，中间用连字符`,
              en: `"${given.text}" is no id: small letters and digits with hyphens between`,
            },
      );
    }
    if (earlier !== null && isFree(earlier)) return take(earlier);
    let id = proposed;
    for (let count = 2; !isFree(id); count += 1) id = `${proposed}-${count}`;
    doubts.add(sheet, place, {
      zh: `新的${kind === 'offer' ? '优惠' : '业务'}，建议编号为 ${id}：同意的话，请把它填在编号一栏`,
      en: `a new ${kind}: the id "${id}" is proposed; write it under 编号 to accept it`,
    });
    return take(id);
  };
}
