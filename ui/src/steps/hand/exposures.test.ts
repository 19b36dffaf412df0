// @vitest-environment node
import { expect, test } from 'vitest';
import type { Exposure } from '../../generated/Exposure';
import { agreed, isShown, once } from './exposures';

const phone = (path: string, words: string, start = 0): Exposure => {
  return { kind: 'phone', path, words, start, end: start + words.length, why: '', replacement: '' };
};

test('a piece is told once, wherever it stands in its field', () => {
  const twice = [
    phone('words.hook', '555-0100'),
    phone('words.hook', '555-0100', 20),
    phone('asks[0].full', '555-0100'),
  ];
  expect(once(twice).map(({ path }) => path)).toEqual(['words.hook', 'asks[0].full']);
});

test('what was agreed to is taken back, and forgotten when the letter no longer says it', () => {
  const [one, other] = [phone('words.hook', '555-0100'), phone('asks[0].full', '555-0199')];
  const both = agreed(agreed([], one, true, [one, other]), other, true, [one, other]);
  expect(both).toEqual([
    { path: 'words.hook', words: '555-0100' },
    { path: 'asks[0].full', words: '555-0199' },
  ]);
  expect(isShown(both, phone('words.hook', '555-0101'))).toBe(false);
  expect(agreed(both, one, false, [one, other])).toEqual([{ path: 'asks[0].full', words: '555-0199' }]);
  expect(agreed(both, other, true, [other])).toEqual([{ path: 'asks[0].full', words: '555-0199' }]);
});
