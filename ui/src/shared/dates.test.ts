// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { between, long, moved, readDay, today, weeks } from './dates';

describe('reading a day', () => {
  function check(typed: string, expected: string | null, locale = 'en-US') {
    expect(readDay(typed, locale, '2026-11-23')).toBe(expected);
  }

  test('as drafts write it', () => {
    check('2026-12-03', '2026-12-03');
    check(' 2026-2-3 ', '2026-02-03');
  });

  test('with the name of the month, in any order', () => {
    check('3 Dec 2026', '2026-12-03');
    check('December 3, 2026', '2026-12-03');
    check('Dec. 3', '2026-12-03');
    check('Thursday, December 3, 2026', '2026-12-03');
    check('3. Dezember 2026', '2026-12-03', 'de-DE');
    check('3 décembre 2026', '2026-12-03', 'fr-FR');
    check('sept 9 26', '2026-09-09');
  });

  test('in numbers, in the order of the locale', () => {
    check('12/3/2026', '2026-12-03', 'en-US');
    check('3/12/2026', '2026-12-03', 'en-GB');
    check('3.12.26', '2026-12-03', 'de-DE');
    check('12/3', '2026-12-03', 'en-US');
  });

  test('what is no day is none', () => {
    check('', null);
    check('soon', null);
    check('2026-02-30', null);
    check('13/45/2026', null, 'en-US');
    check('Dec', null);
  });
});

test('days are counted and moved without regard to time zones', () => {
  expect(between('2026-03-07', '2026-03-09')).toBe(2);
  expect(between('2026-12-03', '2026-11-23')).toBe(-10);
  expect(moved('2026-03-08', 1)).toBe('2026-03-09');
  expect(moved('2026-01-31', 0, 1)).toBe('2026-02-28');
  expect(moved('2026-03-31', 0, -1)).toBe('2026-02-28');
});

test('a month is shown in whole weeks', () => {
  const shown = weeks('2026-02-14', 'en-US');
  expect(shown.map((week) => week[0])).toEqual(['2026-02-01', '2026-02-08', '2026-02-15', '2026-02-22']);
  expect(weeks('2026-11-23', 'de-DE')[0]?.[0]).toBe('2026-10-26');
});

test('today is the day on the wall', () => {
  expect(today(new Date(2026, 10, 23, 23, 59))).toBe('2026-11-23');
});

test('a day is spelt out in the locale', () => {
  expect(long('2026-12-03', 'en-US')).toBe('Thursday, December 3, 2026');
});
