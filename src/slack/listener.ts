import type { App } from '@slack/bolt';
import type { Doorway } from './ports.ts';

/** One thing that the bot listens to. */
export type Listener = {
  /** The name of its file. */
  readonly name: string;
  /** What it needs in `slack-manifest.json`. */
  readonly needs: {
    readonly events?: readonly string[];
    readonly command?: string;
    /** The callback of a shortcut below a message. */
    readonly shortcut?: string;
    readonly buttons?: true;
    /** Rights beside those that its events and commands bring. */
    readonly scopes?: readonly string[];
  };
  readonly listen: (app: App, doorway: Doorway) => void;
};
