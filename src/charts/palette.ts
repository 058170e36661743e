/**
 * Told apart by people who see no red, no green or no blue, and in grey: the pairs differ in lightness. Text on each
 * ground has a contrast of at least 7 : 1.
 */
export const PALETTE = {
  ground: '#ffffff',
  band: '#f1f4f8',
  line: '#c3cad4',
  ink: '#14181f',
  quiet: '#464d58',
  dark: '#004a7f',
  bright: '#f5b700',
  onDark: '#ffffff',
  onBright: '#14181f',
} as const;

export type Colour = (typeof PALETTE)[keyof typeof PALETTE];
