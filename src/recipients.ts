import type { Language } from './bilingual.ts';
import type { Directory } from './people/directory.ts';
import { whoRuns } from './people/open-directory.ts';
import type { Place } from './people/role.ts';
import { codeOf } from './slack/outcome.ts';

/** Somebody to be told something, by his direct message. */
export type Recipient = {
  readonly user: string;
  readonly channel: string;
  /** Null where it is not known: then it is said in both. */
  readonly language: Language | null;
};

export type RecipientPorts = {
  readonly directory: Pick<Directory, 'usersWith' | 'languageOf'>;
  readonly directChannel: (user: string) => Promise<string>;
};

/** Who is told something unasked. A user whom Slack does not know, or no longer, is passed over. */
export type Recipients = {
  readonly of: (users: readonly string[]) => Promise<readonly Recipient[]>;
  readonly managersOf: (place: Place) => Promise<readonly Recipient[]>;
};

/** What Slack says of somebody who cannot be written to, now or ever. */
const NOBODY = [
  'user_not_found',
  'user_disabled',
  'users_not_found',
  'cannot_dm_bot',
  'user_not_visible',
];

export function openRecipients({ directory, directChannel }: RecipientPorts): Recipients {
  const channels = new Map<string, string>();

  const recipient = async (user: string): Promise<readonly Recipient[]> => {
    if (!/^[UW][A-Z0-9]{2,}$/.test(user)) return [];
    try {
      const channel = channels.get(user) ?? (await directChannel(user));
      channels.set(user, channel);
      return [{ user, channel, language: await directory.languageOf(user) }];
    } catch (error) {
      if (NOBODY.includes(codeOf(error))) return [];
      throw error;
    }
  };
  const of = async (users: readonly string[]): Promise<readonly Recipient[]> =>
    (await Promise.all([...new Set(users)].map(recipient))).flat();

  return {
    of,
    managersOf: async (place) => {
      const managers = await of(await directory.usersWith('manager', place));
      // Where an outlet has no manager, those who run the bot hear of it: somebody must.
      return managers.length > 0 ? managers : of(await whoRuns(directory));
    },
  };
}
