import type { Bilingual } from '../bilingual.ts';
import type { ChannelLanguage } from '../reminders/rules.ts';
import type { Drawn } from './ports.ts';
import type { MessageView } from './views/blocks.ts';
import type { RenewalWeekButton } from './views/renewal-week-ids.ts';

/** What is asked to be drawn, by whom and where. */
export type WeekPress = {
  readonly button: RenewalWeekButton;
  readonly user: string;
  readonly channel: string;
  /** What a user is called. */
  readonly nameOfUser: (user: string) => Promise<string>;
};

/** The week's renewals for managers: each sees his own outlets. */
export type RenewalWeekDoor = {
  /** The week before today's, of the outlets of this manager. */
  readonly report: (
    user: string,
    language: ChannelLanguage,
  ) => Promise<MessageView | { readonly refused: Bilingual }>;
  readonly picture: (press: WeekPress) => Promise<Drawn | { readonly refused: Bilingual }>;
};
