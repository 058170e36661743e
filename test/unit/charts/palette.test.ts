import { describe, expect, test } from 'vitest';
import { type Colour, PALETTE } from '../../../src/charts/palette.ts';

/** The relative luminance of WCAG 2.2: what is left of a colour for those who see none. */
function luminanceOf(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe('the colours', () => {
  test.each([
    ['ink', 'ground'],
    ['ink', 'band'],
    ['quiet', 'ground'],
    ['quiet', 'band'],
    ['onDark', 'dark'],
    ['onDark', 'ink'],
    ['onBright', 'bright'],
  ] as const)('%s can be read on %s by people with weak eyes', (text, ground) => {
    expect(contrastOf(PALETTE[text], PALETTE[ground])).toBeGreaterThan(7);
  });

  test('deposit and gift, main and optional differ without colour, and from the ground', () => {
    expect(contrastOf(PALETTE.dark, PALETTE.bright)).toBeGreaterThan(3);
    expect(contrastOf(PALETTE.dark, PALETTE.ground)).toBeGreaterThan(3);
  });
});
