// @vitest-environment node
import { expect, test } from 'vitest';
import type { Due } from '../../generated/Due';
import { goodFor, lacking, leftWords } from './dues';

const due = (change: Partial<Due>): Due => ({
  tier: 'accepted',
  opens: false,
  left: 'closes in 3 h',
  at: '',
  is_past: false,
  is_soon: false,
  lacks: null,
  ...change,
});

test('what is lacking is said once, with the field where it is said', () => {
  const dues = [due({ lacks: 'time' }), due({}), due({ lacks: 'time' }), due({ lacks: 'zone' })];
  expect(lacking(dues).map(({ path }) => path)).toEqual(['item.time', 'item.zone']);
  expect(lacking([due({ lacks: 'date' })])[0]?.path).toBe('item.meeting');
});

test('a cut-off says what it is good for', () => {
  expect(leftWords(due({}))).toBe('Closes in 3 h');
  expect(goodFor(due({ tier: 'distributed' }))).toContain('members');
  expect(goodFor(due({ opens: true }))).toContain('from here on');
});
