// @vitest-environment node
import { expect, test } from 'vitest';
import { typedWith } from './early';

test('letters and signs are kept, in any script, and what is no typing is not', () => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false };
  const check = (words: string, key: string, expected: string | null, more = {}) =>
    expect(typedWith(words, { ...none, key, ...more })).toBe(expected);
  check('', 'm', 'm');
  check('ma', 'ñ', 'mañ');
  check('a', ' ', 'a ');
  check('map', 'Backspace', 'ma');
  check('a', 'Escape', null);
  check('a', 'ArrowDown', null);
  check('', 'k', null, { ctrlKey: true });
});
