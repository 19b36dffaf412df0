import { expect, test } from 'vitest';
import { when } from './when';

test('a moment is spoken of by how near it is', () => {
  const now = new Date(2026, 1, 10, 9, 30);
  const check = (at: Date, words: string) => expect(when(at.toISOString(), now)).toBe(words);
  check(new Date(2026, 1, 10, 0, 5), 'today at 12:05 AM');
  check(new Date(2026, 1, 9, 23, 59), 'yesterday at 11:59 PM');
  check(new Date(2025, 11, 31, 14, 0), 'December 31, 2025 at 2:00 PM');
  expect(when('never', now)).toBe('never');
});
