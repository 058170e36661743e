const ENGLISH_ORDER =
  /^(?:please |pls |now |just |ok |can you |could you )*(?:delete|erase|wipe|drop|overwrite|modify|edit|update|insert|cancel|reset|set|change|mark|extend|increase|raise|lower) (?!of |in )(?:the |this |that |my |his |her |all |every |contract|commission|deposit|offer|level|date|customer|number|record|plan|\uE004)/;
const CHINESE_ORDER =
  /(?:改成|改为|设成|设为|调成|调到|调为).{1,20}(?:立即|马上|即刻|从今天起)?生效|^(?:请|麻烦|帮我|给我|现在|马上|立刻)*(?:把.{1,30}(?:改成|改为|改到|改回|设成|设为|调成|调到|调为|标成|标为|标记|删了|删掉|删除|作废|清空|延长到|延到|加到|降到)|删除|删掉|清空|作废|篡改)/;

/** Whether somebody orders data to be changed. This bot answers; it changes nothing, whatever words of ours stand there. */
export function isOrder(text: string): boolean {
  return ENGLISH_ORDER.test(text) || CHINESE_ORDER.test(text);
}
