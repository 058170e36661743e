import type { EvidenceKind, Signer } from '../checklists/checklist.ts';

/** What staff call a piece of evidence; a longer word goes before a shorter one that is part of it. */
export const KIND_WORDS: readonly (readonly [EvidenceKind, RegExp])[] = [
  ['photo-of-form', /(?:单|表)[^,，;；]{0,4}照片|照片|photo|picture of the form/i],
  ['ticket', /工单|ticket/i],
  ['recording', /录音|recording|call record|tape/i],
  ['form', /免填单|业务单|受理单|登记表|单据|表单|form/i],
  ['meeting-note', /班会|会议记录|meeting/i],
  ['statement', /经过说明|情况说明|经过|statement|account/i],
  ['letter', /书面答复|答复函|签收单|回单|函|信|letter|receipt/i],
  ['list', /清单|名单|明细|list/i],
  ['page', /说明页|口径|认定意见|说明|意见|one page|page|decision/i],
  ['system-record', /流水|系统记录|查询记录|日志|截图|记录|serial|system record|record|log/i],
];

/** Words that say where something is kept. */
export const PLACE_WORDS =
  /系统|平台|柜|抽屉|档案|文件夹|盒|存放|存在|放在|营业厅|前台|后台|办公室|crm|boss|system|drawer|cabinet|folder|archive|shelf|office|kept|filed|safe|binder|server/i;

/** Who is named beside a signature, such as 客户和主管都签了. */
export const SIGNER_WORDS: readonly (readonly [Signer, RegExp])[] = [
  ['customer', /客户|本人|机主|customer/i],
  ['manager', /主管|经理|厅长|主任|负责人|班长|manager/i],
  ['handler', /经办|营业员|办理人|handler/i],
];
export const SIGNED = /签|signed/i;
export const UNSIGNED = /[没未不]签|[没未]有签|not signed|unsigned/i;
