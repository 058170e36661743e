import { expect, test } from 'vitest';
import { stem } from '../../../src/language/stem.ts';

test.each([
  ['charge charges charged charging'],
  ['cancel cancels cancelled cancelling'],
  ['stop stops stopped stopping'],
  ['policy policies'],
  ['apply applies applied applying'],
  ['box boxes'],
  ["customer customers customer's"],
])('%s count as one word', (forms) => {
  expect(new Set(forms.split(' ').map(stem)).size).toBe(1);
});

test.each(['this', 'less', 'bus', 'ring', 'red', 'as', "'s"])('%s keeps its ending', (word) => {
  expect(stem(word).length).toBeGreaterThan(word.endsWith("'s") ? -1 : word.length - 1);
});
