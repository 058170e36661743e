import { describe, expect, test } from 'vitest';
import { isGreeting } from '../../../src/language/greetings.ts';

describe('a message that greets and says nothing else', () => {
  test.each(['heyyyy 👋', 'good morning team', '早啊', '你好，在吗', 'hello again!', '早上好呀'])(
    '%s',
    (text) => {
      expect(isGreeting(text)).toBe(true);
    },
  );
});

describe('is no greeting', () => {
  test.each([
    'there',
    '啊啊啊啊',
    '哈哈哈',
    '',
    '👋',
    'hello what can i offer',
    '早点到期的合约',
    'good',
  ])('%s', (text) => {
    expect(isGreeting(text)).toBe(false);
  });
});
