// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { Closing } from '../generated/Closing';
import { changed, closes, due, handedIn, state } from './logic';

describe('when a letter is due', () => {
  function check(day: string, expected: object) {
    expect(due(day, '2026-11-29', 'en-GB')).toEqual(expected);
  }

  test('is said as a day and as a distance', () => {
    check('2026-12-03', { text: 'Meeting on 3 Dec, in 4 days', when: 'soon' });
    check('2026-11-30', { text: 'Meeting on 30 Nov, tomorrow', when: 'soon' });
    check('2026-11-29', { text: 'The meeting is today', when: 'soon' });
    check('2026-12-24', { text: 'Meeting on 24 Dec, in 25 days', when: 'later' });
  });

  test('is said to be past', () => {
    check('2026-11-28', { text: 'The meeting was on 28 Nov, yesterday', when: 'past' });
    check('2026-11-01', { text: 'The meeting was on 1 Nov, 28 days ago', when: 'past' });
  });

  test('names the year when it is another', () => {
    check('2027-03-01', { text: 'Meeting on 1 Mar 2027, in 3 months', when: 'later' });
  });
});

describe('the state of a letter', () => {
  const card = { missing: 0, doubts: 0, exported: null as string | null, changed: '2026-11-23T10:00:00Z' };

  function check(change: Partial<typeof card>, text: string) {
    expect(state({ ...card, ...change }).text).toBe(text);
  }

  test('is what is missing first, then what is doubtful', () => {
    check({ missing: 2, doubts: 1 }, '2 things missing');
    check({ missing: 1 }, '1 thing missing');
    check({ doubts: 3 }, '3 things to look at');
    check({}, 'Ready to export');
  });

  test('is exported until it is changed again', () => {
    check({ exported: '2026-11-23T10:00:01Z', doubts: 1 }, 'Exported');
    check({ exported: '2026-11-23T09:00:00Z' }, 'Ready to export');
  });
});

test('when a letter was changed is said as people say it', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const check = (at: string, expected: string) => expect(changed(at, now, 'en-GB')).toBe(expected);
  check('2026-11-23T11:59:50Z', 'Changed just now');
  check('2026-11-24T11:59:50Z', 'Changed just now');
  check('2026-11-23T11:55:00Z', 'Changed 5 minutes ago');
  check('2026-11-23T09:00:00Z', 'Changed 3 hours ago');
  check('2026-11-22T12:00:00Z', 'Changed yesterday');
  check('2026-10-01T12:00:00Z', 'Changed 1 Oct 2026');
});

describe('when a channel closes', () => {
  const closing: Closing = { moment: '', left: 'closes in 3 h', at: 'today at 5 PM', is_past: false, is_soon: true };

  test('is urgent when it is soon, and no more once the letter is handed in', () => {
    expect(closes({ closing, submitted: null })).toEqual({
      text: 'Closes in 3 h',
      at: 'today at 5 PM',
      when: 'urgent',
    });
    expect(closes({ closing, submitted: '2026-02-03T10:00:00Z' })?.when).toBe('later');
    expect(closes({ closing: { ...closing, is_soon: false }, submitted: null })?.when).toBe('later');
    expect(closes({ closing: { ...closing, is_past: true, is_soon: false }, submitted: null })?.when).toBe('past');
    expect(closes({ closing: { ...closing, is_past: true }, submitted: '2026-02-03T10:00:00Z' })).toBeNull();
    expect(closes({ closing: null, submitted: null })).toBeNull();
  });

  test('a letter that was handed in says when', () => {
    expect(handedIn({ submitted: null }, '2026-11-29')).toBe('');
    expect(handedIn({ submitted: '2026-02-03T12:00:00Z' }, '2026-11-29', 'en-GB')).toBe('Handed in on 3 Feb');
    expect(handedIn({ submitted: '2025-02-03T12:00:00Z' }, '2026-11-29', 'en-GB')).toBe('Handed in on 3 Feb 2025');
  });
});
