import type { KnownBlock } from '@slack/types';
import type { Bilingual, Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { NewDelivery } from '../deliveries/delivery.ts';
import type {
  Answered,
  ConversationKey,
  Conversations,
  Inbound,
  Question,
  Turn,
} from '../dialogs/turn.ts';
import type { Explanation } from '../language/explain.ts';
import type { Log } from '../log.ts';
import type { Directory, Refused } from '../people/directory.ts';
import type { Grant } from '../people/role.ts';
import type { ComplaintDoor } from './complaint-ports.ts';
import type { ContractDoor } from './contract-ports.ts';
import type { PolicyDoor } from './policy-ports.ts';
import type { Posting } from './posting.ts';
import type { RenewalDoor } from './renewal-ports.ts';
import type { RenewalWeekDoor } from './renewal-week-ports.ts';
import type { FetchFile } from './shared-files.ts';
import type { Drawable } from './views/ids.ts';

/** Where events are kept until they are answered. */
export type Inbox = {
  /** True when the event is new; false when it was kept before. */
  keep(event: { eventId: string; kind: string; body: string }): Promise<boolean>;
  done(eventId: string): Promise<void>;
  /** What was kept and not done, oldest first, and is nobody else's work now. */
  unfinished(): Promise<readonly { readonly eventId: string; readonly body: string }[]>;
};

/** Who the bot is, as Slack says at the start. */
export type Identity = {
  readonly botUserId: string;
  readonly botId: string;
  readonly teamId: string;
};

/** A picture as a file. `alt` says what it shows to those who do not see it. */
export type Drawn = { readonly name: string; readonly alt: string; readonly png: Uint8Array };

/** A question that a person should look at. */
export type Reviewable = Answered & { readonly reason: 'not-understood' | 'marked-wrong' };

/** For whom the bot's own page is made. */
export type HomeReader = {
  readonly user: string;
  /** His roles; never none. */
  readonly grants: readonly Grant[];
  /** The language that he reads, or both where it is not known: `said(languages, text)` puts a text so. */
  readonly languages: readonly Language[];
  readonly today: Day;
};

/**
 * A part of the bot's own page. To add one: write a function that makes it from what it needs (as `your-roles.ts`), and put it into
 * `homeSections` in `bot.ts`, where the order is. It gives blocks (views/blocks.ts) for this reader, and checks itself what he may
 * see; none: the part is not shown. Title and cutting are the page's business, and so is a part that fails. A button of the
 * page is an ordinary `app.action`; the page is made anew when its listeners are done. Its payload has no channel and
 * no `response_url`.
 */
export type HomeSection = {
  readonly name: string;
  readonly title: Bilingual;
  readonly blocks: (reader: HomeReader) => Promise<readonly KnownBlock[]>;
};

/** What a listener may use. */
export type Doorway = {
  readonly converse: (inbound: Inbound) => Promise<Turn>;
  /** The same in a place where a case is walked. */
  readonly walk: Conversations['walk'];
  readonly isOpen: (key: ConversationKey) => Promise<boolean>;
  readonly answered: (id: string) => Promise<Answered | null>;
  readonly explain: (question: Question) => Promise<Explanation>;
  /** What people call an intent, an outlet or an offer; null for any other id. */
  readonly nameOf: (id: string) => Bilingual | null;
  /** Puts a question on the review list; null where the owner has not agreed to one. */
  readonly review: ((question: Reviewable) => Promise<void>) | null;
  /** A few questions to try, as the branch's own register of intents has them. */
  readonly tries: () => readonly Bilingual[];
  /** Whether somebody is a manager, anywhere. */
  readonly isManager: (user: string) => Promise<boolean>;
  /** Who may do what where: `mayAs(await directory.grantsOf(user), 'manager', place)`. */
  readonly directory: Directory;
  /** The parts of the bot's own page, in order. */
  readonly homeSections: readonly HomeSection[];
  readonly refused: Refused;
  /** Draws a picture from the policy in force; null where it has no such thing. */
  readonly draw: (picture: Drawable) => Promise<Drawn | null>;
  readonly policy: PolicyDoor;
  readonly complaints: ComplaintDoor;
  readonly contracts: ContractDoor;
  readonly renewals: RenewalDoor;
  readonly renewalWeek: RenewalWeekDoor;
  /** Says something unasked, once for each key; answers the keys that are new. */
  readonly deliver: (deliveries: readonly NewDelivery[]) => Promise<readonly string[]>;
  readonly fetchFile: FetchFile;
  readonly today: () => Day;
  readonly now: () => number;
  readonly identity: () => Identity;
  readonly posting: Posting;
  readonly log: Log;
};
