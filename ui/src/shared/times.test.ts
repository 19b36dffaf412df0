// @vitest-environment node
import { expect, test } from 'vitest';
import { clockTime, readTime, saidTime, timeOf } from './times';

test('a time is read however it is typed', () => {
  const check = (typed: string, time: string | null) =>
    expect(`${typed}: ${readTime(typed)}`).toBe(`${typed}: ${time}`);
  check('6 pm', '18:00');
  check('6:30 p.m.', '18:30');
  check('12 am', '00:00');
  check('12:15pm', '12:15');
  check('18:00', '18:00');
  check('18:00:00', '18:00');
  check('noon', '12:00');
  check('9.05', '09:05');
  check('25:00', null);
  check('13 pm', null);
  check('6:75', null);
  check('soon', null);
  check('', null);
});

test('times are written as people write them', () => {
  expect(saidTime('18:00:00', 'en-US')).toMatch(/^6:00\sPM$/);
  expect(timeOf(new Date(2026, 1, 3, 9, 5))).toBe('09:05');
  expect(clockTime(125)).toBe('2:05');
  expect(clockTime(0.2)).toBe('0:01');
  expect(clockTime(-3)).toBe('0:00');
});
