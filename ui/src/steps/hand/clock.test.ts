// @vitest-environment node
import { expect, test } from 'vitest';
import { cue, left, paused, standing, started } from './clock';

test('a clock counts down only while it runs', () => {
  const begun = started(standing(120), 1000);
  expect(left(begun, 11_000)).toBe(110);
  const held = paused(begun, 11_000);
  expect(left(held, 60_000)).toBe(110);
  expect(left(started(held, 60_000), 70_000)).toBe(100);
  expect(started(begun, 50_000)).toBe(begun);
});

test('a clock ends at none and begins anew from there', () => {
  const begun = started(standing(60), 0);
  expect(left(begun, 100_000)).toBe(0);
  const ended = paused(begun, 100_000);
  expect(left(ended, 100_000)).toBe(0);
  expect(left(started(ended, 100_000), 100_000)).toBe(60);
});

test('the last minute, the last half and the end are said', () => {
  const check = (before: number, after: number, words: string) => expect(cue(before, after)).toBe(words);
  check(61, 60.9, '');
  check(60.1, 60, '1 minute is left.');
  check(30.2, 29.9, '30 seconds are left.');
  check(0.1, 0, 'Time is up.');
  check(0, 0, '');
});
