import { expect, test } from 'vitest';
import type { Version } from '../generated/Version';
import { changes, title, words } from './versions';

const version = (changed: string[], count = 2) =>
  ({ id: 1, at: '', changed, cause: 'edited', words: count }) as Version;

test('a version says what changed in it', () => {
  expect(title(version([]))).toBe('Edited');
  expect(changes(version([]))).toBe('');
  expect(changes(version(['a', 'b', 'c', 'd', 'e']))).toBe('a, b, c, d, e');
  expect(changes(version(['a', 'b', 'c', 'd', 'e', 'f']))).toBe('a, b, c, d and 2 more');
  expect(words(version([], 1))).toBe('1 word');
  expect(words(version([], 1200))).toBe('1,200 words');
});
