/** What Slack takes at most, in characters or in number. More is refused as a whole, so everything is cut to these. */
export const LIMITS = {
  blocks: 50,
  /** The blocks of the bot's own page. */
  homeBlocks: 100,
  /** The text of a section or of one element of a context. */
  sectionText: 3_000,
  headerText: 150,
  buttonLabel: 75,
  buttonValue: 2_000,
  actionId: 255,
  blockId: 255,
  /** The title and the buttons of a modal. */
  modalTitle: 24,
  inputLabel: 2_000,
  placeholder: 150,
  /** Of one select. */
  options: 100,
  optionLabel: 75,
  /** The options of a menu behind three dots. */
  overflowOptions: 5,
  /** Slack takes 25 buttons in a row; five are what a phone shows well. */
  buttonsInRow: 5,
  buttonRows: 5,
  /** Slack refuses some 13,200 characters of blocks as `msg_blocks_too_long`; we stay below. */
  messageJson: 12_000,
  /** The text beside the blocks: notifications and screen readers. Slack advises 4,000. */
  fallbackText: 4_000,
} as const;

/** Our own measure of what a person reads on a phone; each is below what Slack takes. */
export const LENGTHS = {
  lead: 1_500,
  line: 600,
  notes: 2_000,
  source: 600,
  asks: 300,
  buttonsJson: 5_500,
  /** A longer question is cut: nobody types it, and somebody may paste it. */
  question: 3_000,
} as const;
