import { expect, test } from 'vitest';
import { emptyDraft } from '../../draft/empty';
import type { Built } from '../../generated/Built';
import type { Finding } from '../../generated/Finding';
import { asksFirst, spokenOf, summary, verdict, whose } from './review';

const finding = (severity: Finding['severity'], excerpt = 'x') =>
  ({ severity, place: { path: 'date', excerpt } }) as Finding;

test('the letter is told in the lines that say something', () => {
  const draft = { ...emptyDraft(), subject: 'Parks', cc: ['Clerk'] };
  const built = { subject: 'Item #3', date_line: 'May 2', file_name: 'parks' } as Built;
  expect(summary(draft, built).map(({ term, text }) => `${term}: ${text}`)).toEqual([
    'About: Parks',
    'Dated: May 2',
    'File name: parks',
  ]);
});

test('how things stand is one sentence', () => {
  const check = (findings: Finding[], words: string) => expect(verdict(findings)).toBe(words);
  check([], 'Everything is there, and nothing looks wrong.');
  check([finding('error', '')], 'One thing is missing.');
  check([finding('warning')], 'Everything is there. There is something to look at: 1 warning.');
  check(
    [finding('error', ''), finding('error', ''), finding('note')],
    '2 things are missing, and there is something to look at: 1 note.',
  );
});

test('a day is told as a person says it, and words as they stand', () => {
  const check = (excerpt: string, words: string) => expect(spokenOf(finding('error', excerpt))).toBe(words);
  check('2025-02-10', 'Monday, February 10, 2025');
  check('two days', '“two days”');
  check('file 2025-02-10', '“file 2025-02-10”');
  check('x'.repeat(9000), `“${'x'.repeat(200)}…”`);
});

test('how much of the letter is whose is one sentence', () => {
  const check = (own: number, campaign: number, words: string) => expect(whose({ own, campaign })).toBe(words);
  check(0, 0, 'No words yet.');
  check(1, 0, 'Its one word is your own.');
  check(40, 0, 'All 40 words are your own.');
  check(0, 1200, 'All 1,200 words are the campaign’s.');
  check(1, 318, '1 word of your own, 318 words of the campaign.');
});

test('exporting asks once, and only because of errors', () => {
  const check = (findings: Finding[], asked: boolean, expected: boolean) =>
    expect(asksFirst(findings, asked)).toBe(expected);
  check([], false, false);
  check([finding('warning')], false, false);
  check([finding('error')], false, true);
  check([finding('error')], true, false);
});
