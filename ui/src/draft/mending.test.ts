import { describe, expect, test } from 'vitest';
import type { Finding } from '../generated/Finding';
import type { Repair } from '../generated/Repair';
import { emptyDraft } from './empty';
import { counts, letStand, lookAgain, mended } from './mending';

describe('a repair', () => {
  const check = (text: string, repair: Partial<Repair>, expected: string | undefined) =>
    expect(mended(text, { label: '', path: '', from: '', nth: 0, to: '', ...repair })).toBe(expected);

  test('replaces the words that are meant', () => {
    check('on Monday, May 5', { from: 'Monday', to: 'Tuesday' }, 'on Tuesday, May 5');
    check('a  b  c', { from: '  ', nth: 1, to: ' ' }, 'a  b c');
    check('aaaa', { from: 'aa', nth: 1, to: 'b' }, 'aab');
  });

  test('writes the whole field where it names no words', () => check('2025-02-10', { to: '2026-02-10' }, '2026-02-10'));

  test('is refused once the words are gone', () => {
    check('on Tuesday', { from: 'Monday', to: 'Tuesday' }, undefined);
    check('one  only', { from: '  ', nth: 1, to: ' ' }, undefined);
  });
});

describe('a finding that may stand', () => {
  const finding = (path: string, excerpt = 'three', other?: string): Finding => ({
    check: 'ask-count',
    severity: 'warning',
    message: '',
    why: '',
    hint: '',
    place: { path, excerpt },
    other: other === undefined ? null : { path: 'asks', excerpt: other },
    repair: null,
    overruled: null,
  });

  test('is kept in the draft with its reason, once', () => {
    const draft = { ...emptyDraft(), overruled: letStand(emptyDraft(), finding('asks[1].full'), 'Meant so.') };
    expect(draft.overruled).toEqual([
      { check: 'ask-count', path: 'asks[1].full', excerpt: 'three', other: '', reason: 'Meant so.' },
    ]);
    expect(letStand(draft, finding('asks[4].full'), 'Again.').map((one) => one.reason)).toEqual(['Again.']);
    expect(letStand(draft, finding('asks[1].full', 'four'), 'Another.')).toHaveLength(2);
    expect(letStand(draft, finding('asks[1].full', 'three', '2'), 'Another.')).toHaveLength(2);
  });

  test('counts again when it is taken back', () => {
    const draft = { ...emptyDraft(), overruled: letStand(emptyDraft(), finding('asks[1].full'), 'Meant so.') };
    expect(lookAgain(draft, finding('asks[0].full'))).toEqual([]);
    expect(lookAgain(draft, finding('asks[0].short'))).toHaveLength(1);
  });

  test('is told from one that counts, even without a reason', () => {
    expect(counts(finding('date'))).toBe(true);
    expect(counts({ ...finding('date'), overruled: '' })).toBe(false);
    // The program leaves out what is not there.
    const { overruled: _, ...bare } = finding('date');
    expect(counts(bare as Finding)).toBe(true);
  });
});
