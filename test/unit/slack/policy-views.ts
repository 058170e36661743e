import {
  approvedView,
  onlyOwnersView,
  ownDraftView,
  sentBackView,
  stalePolicyView,
} from '../../../src/slack/views/policy-decided.ts';
import { approvalView, previewView } from '../../../src/slack/views/policy-draft.ts';
import { policyNewsView } from '../../../src/slack/views/policy-news.ts';
import {
  doubtfulView,
  keptBackView,
  onlyPreparersView,
  otherKindView,
  refusedSheetView,
  tooLargeView,
} from '../../../src/slack/views/policy-sheet.ts';
import { BUTTON, OWNER, PREVIEW, TODAY } from './doorway.ts';

const cell = {
  sheet: '优惠矩阵',
  cell: 'C2',
  value: '?',
  message: { zh: '不是 √ ★ O，留空了', en: 'is none of √ ★ O, left open' },
};
const many = Array.from({ length: 9 }, (_, line) => `第${line + 1}行变了`);
const LONG = { ...PREVIEW, lines: { zh: many, en: many }, reason: '更正', version: 2 };
const news = {
  zh: { lead: '二季度活动：4月1日起执行。', about: '核心乡镇合作厅的变化：', lines: many },
  en: { lead: 'Second quarter: in force.', about: '', lines: ['Gone: free phone'] },
};

/** What is said about policy that people hand in and decide about. */
export const POLICY_VIEWS = {
  'policy-only-preparers': onlyPreparersView([OWNER]),
  'policy-no-preparers': onlyPreparersView([]),
  'policy-other-kind': otherKindView('会议纪要.docx'),
  'policy-too-large': tooLargeView('大.xlsx', 10),
  'policy-kept-back': keptBackView('二季度.xlsx', 'no-right'),
  'policy-refused': refusedSheetView('二季度.xlsx', { zh: '读不了：空的。', en: 'It is empty.' }),
  'policy-doubtful': doubtfulView(
    '二季度.xlsx',
    Array.from({ length: 12 }, () => cell),
  ),
  'policy-preview': previewView(PREVIEW, [OWNER]),
  'policy-preview-nobody': previewView({ ...PREVIEW, against: null }, []),
  'policy-approval': approvalView(LONG, BUTTON.drop),
  'policy-approved': approvedView({ set: '2015-q2', version: 1, from: TODAY, by: 'olivia (U0O)' }),
  'policy-sent-back': sentBackView({ draft: '2015-q2', by: 'olivia (U0O)', reason: '佣金不对' }),
  'policy-stale': stalePolicyView('changed'),
  'policy-only-owners': onlyOwnersView(),
  'policy-own-draft': ownDraftView(),
  'policy-news': policyNewsView(news),
};

const endless = '<&*长>'.repeat(800);
const both = { zh: endless, en: endless };
const lines = Array.from({ length: 200 }, () => endless);
const WORST = {
  ...PREVIEW,
  ...{ name: both, against: both, reason: endless, file: endless, preparedBy: endless },
  lines: { zh: lines, en: lines },
};
const worstCell = { sheet: endless, cell: endless, value: endless, message: both };
const owners = Array.from({ length: 40 }, (_, at) => `U0${'A'.repeat(9)}${at}`);
const worstNews = { lead: endless, about: endless, lines };

/** The same with words that are far too long, every one of them. */
export const LONGEST_VIEWS = {
  refused: refusedSheetView(endless, both),
  'other kind': otherKindView(endless),
  doubtful: doubtfulView(
    endless,
    Array.from({ length: 300 }, () => worstCell),
  ),
  preview: previewView(WORST, owners),
  approval: approvalView(WORST, BUTTON.drop),
  approved: approvedView({ set: endless, version: 1, from: TODAY, by: endless }),
  'sent back': sentBackView({ draft: endless, by: endless, reason: endless }),
  news: policyNewsView({ zh: worstNews, en: worstNews }),
};
