import type { Generated, Kysely } from 'kysely';

export type Engine = 'sqlite' | 'postgres';

/** One open database. Open one a process: two on the same SQLite file block each other's event loop. */
export type Store = {
  readonly db: Kysely<Tables>;
  readonly engine: Engine;
  /** Waits for running queries. A second call does nothing. */
  close(): Promise<void>;
};

/** Instants are epoch milliseconds, flags 0 or 1, JSON is text: the types both engines agree on. */
export type Tables = {
  readonly schema_change: SchemaChangeTable;
  readonly kv: KvTable;
  readonly inbound_event: InboundEventTable;
  readonly review_question: ReviewQuestionTable;
  readonly delivery: DeliveryTable;
  readonly delivery_lane: DeliveryLaneTable;
  readonly audit_event: AuditEventTable;
  readonly case_event: CaseEventTable;
  readonly case_number: CaseNumberTable;
  readonly complaint_case: ComplaintCaseTable;
  readonly case_watch: CaseWatchTable;
  readonly case_cluster: CaseClusterTable;
  readonly contract: ContractTable;
  readonly contract_batch: ContractBatchTable;
  readonly contract_change: ContractChangeTable;
  readonly term: TermTable;
  readonly reminder: ReminderTable;
  readonly reminder_run: ReminderRunTable;
  readonly absence: AbsenceTable;
};

export type SchemaChangeTable = {
  readonly name: string;
  readonly applied_at: number;
};

/** What Keyv keeps. Keys hold ids only, never a name or a phone. */
export type KvTable = {
  readonly ns: string;
  readonly k: string;
  readonly v: string;
  /** Null is for ever. */
  readonly expires_at: number | null;
};

export type InboundEventTable = {
  readonly event_id: string;
  readonly kind: string;
  /** Empty once done. */
  readonly body: string;
  readonly received_at: number;
  /** How often it was given to a listener; keeping it counts as the first time. */
  readonly attempts: number;
  readonly tried_at: number;
  readonly done_at: number | null;
};

/** Questions that were not understood, or whose answer somebody called wrong. Without personal data. */
export type ReviewQuestionTable = {
  /** Made of the text: a question asked again is the same row. */
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly reason: string;
  readonly read_as: string;
  readonly confidence_percent: number;
  /** What the conversation was about before; null where the question stood alone. */
  readonly after_intent: string | null;
  readonly times: number;
  readonly first_at: number;
  readonly last_at: number;
  readonly state: string;
  /** The intent that it was accepted for, or why it was dismissed. */
  readonly decision: string | null;
  readonly decided_at: number | null;
};

/** What is to be said unasked, or was. */
export type DeliveryTable = {
  /** The order of planning. */
  readonly id: Generated<number>;
  readonly dedupe_key: string;
  readonly kind: string;
  readonly channel: string;
  /** Empty once its time of keeping is over; so is `blocks`. */
  readonly text: string;
  readonly blocks: string;
  readonly state: string;
  readonly due_at: number;
  readonly expires_at: number;
  readonly attempts: number;
  readonly not_before: number;
  readonly first_tried_at: number | null;
  readonly last_tried_at: number | null;
  /** Slack's id of the message. */
  readonly ts: string | null;
  readonly sent_how: string | null;
  readonly reason: string | null;
  readonly planned_at: number;
  /** When it left the open states. */
  readonly settled_at: number | null;
  /** When the administrators were told that it stopped. */
  readonly told_at: number | null;
};

/** One a channel: order, pace and mutual exclusion. */
export type DeliveryLaneTable = {
  readonly channel: string;
  readonly next_at: number;
  readonly lease_until: number;
  /** Grows each time the lane is taken: who has an older one may not change anything. */
  readonly fence: number;
  /** The last message known to stand in the channel. */
  readonly last_ts: string | null;
};

/** What people changed. Rows are added, and never changed. */
export type AuditEventTable = {
  readonly id: Generated<number>;
  readonly at: number;
  readonly who: string;
  /** From where, such as `command line of HOST`. */
  readonly origin: string;
  /** What kind of thing was changed, such as `delivery`, and its id. */
  readonly kind: string;
  readonly thing: string;
  readonly what: string;
  /** JSON. */
  readonly detail: string;
};

/** What happened to complaint cases. Rows are added, and never changed. */
export type CaseEventTable = {
  readonly case_id: string;
  /** Counts from 1 within a case. */
  readonly seq: number;
  readonly at: number;
  readonly on_day: string;
  readonly who: string;
  readonly origin: string;
  readonly command_key: string;
  readonly kind: string;
  /** JSON. */
  readonly detail: string;
};

/** The last number given in a year. */
export type CaseNumberTable = { readonly year: number; readonly last: number };

/** How each case stands, for lists. Made of its events in the transaction that adds them. */
export type ComplaintCaseTable = {
  readonly id: string;
  readonly state: 'open' | 'closed';
  readonly checklist: string;
  readonly version: number;
  readonly owner: string;
  readonly outlet: string | null;
  readonly hall: string | null;
  readonly contract: string | null;
  readonly offer: string | null;
  readonly rule: string | null;
  readonly received_on: string;
  readonly opened_at: number;
  readonly opened_on: string;
  readonly legal_due_on: string;
  /** Null while it stands, and where it cannot be reckoned. */
  readonly branch_due_on: string | null;
  /** The nearer of the two, in working days where the calendar is known. */
  readonly nearest_due_on: string;
  readonly is_paused: number;
  readonly steps_done: number;
  readonly steps_all: number;
  readonly closed_at: number | null;
  readonly closed_on: string | null;
  readonly outcome: string | null;
  readonly accepted: string | null;
  readonly channel: string | null;
  readonly thread: string | null;
  readonly card_ts: string | null;
  /** The command that opened it: sent twice, it opens one case. */
  readonly opened_key: string;
  readonly seq: number;
};

/** Contracts as the branch's files have them. */
export type ContractTable = {
  readonly id: string;
  readonly customer_name: string;
  readonly phone: string;
  readonly plan: string;
  readonly outlet: string;
  readonly outlet_name: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly owner: string;
  readonly channel: string;
  readonly created_batch: number;
  /** The last batch that wrote or changed it. */
  readonly changed_batch: number;
  /** When a file that was called complete no longer had it. */
  readonly vanished_at: number | null;
};

/** One a file that was taken in. */
export type ContractBatchTable = {
  readonly id: Generated<number>;
  readonly source: string;
  readonly who: string;
  readonly origin: string;
  readonly state: string;
  readonly is_complete: number;
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly vanished: number;
  readonly begun_at: number;
  readonly ended_at: number | null;
  readonly writer: string;
  readonly alive_at: number;
};

/** What a contract was before a batch changed it: JSON of the row; empty where its file only did not have it. */
export type ContractChangeTable = {
  readonly batch: number;
  readonly contract_id: string;
  /** `changed`, `vanished` where it was marked so, `missing` where it was only noticed. */
  readonly kind: string;
  readonly before: string;
};

/** What became of a contract up to one end day. */
export type TermTable = {
  readonly contract_id: string;
  readonly ends_on: string;
  readonly claimed_by: string | null;
  readonly claimed_at: number | null;
  readonly snoozed_until: string | null;
  readonly snoozes: number;
  readonly unreachable: number;
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly renewed_until: string | null;
  readonly closed_at: number | null;
  readonly closed_by: string | null;
  readonly changed_at: number;
  readonly version: number;
};

/** What was said of a term, or passed over, and with which delivery. */
export type ReminderTable = {
  readonly contract_id: string;
  readonly ends_on: string;
  /** `stage:7`, `snooze:2015-02-13` or `unclaimed`. */
  readonly occasion: string;
  /** `late` and `nearer`: not said, because a later stage had come, or another one on the same day. */
  readonly state: string;
  readonly said_on: string;
  readonly channel: string;
  readonly delivery_key: string;
};

/** That reminders were planned on a day, and when first. */
export type ReminderRunTable = { readonly day: string; readonly at: number };

/** Who has somebody's contracts on some days. */
export type AbsenceTable = {
  readonly id: Generated<number>;
  readonly user_id: string;
  readonly from_on: string;
  readonly to_on: string;
  readonly deputy: string;
  readonly made_at: number;
};

/** How each open case stood when it was last looked at for what is to be said of it. */
export type CaseWatchTable = {
  readonly case_id: string;
  readonly seq: number;
  readonly looked_on: string;
  /** Null where there is nothing more to say on that day. */
  readonly again_at: number | null;
  /** JSON: keys of deliveries. */
  readonly planned: string;
};

/** Clusters of cases that name one offer or one rule, as they were when somebody was told. */
export type CaseClusterTable = {
  readonly kind: string;
  readonly thing: string;
  readonly told_on: string;
  readonly cases: number;
};
