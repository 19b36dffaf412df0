// @vitest-environment node
import { expect, test } from 'vitest';
import text from '../../../crates/letter/src/deadline/holidays/california-state.toml?raw';
import { toml } from '../backend/fake/toml';
import type { Holiday } from '../generated/Holiday';
import { california } from './california';
import { changes, withFree, without, withWorked } from './freedays';

test('the calendar is the one that the program has', () => {
  const said = (holiday: Partial<Holiday>) =>
    Object.fromEntries(Object.entries(holiday).filter(([, value]) => value !== null && value !== 'as-it-falls'));
  const { added, removed, ...ours } = california();
  expect([added, removed]).toEqual([[], []]);
  expect({ ...ours, holiday: ours.holiday.map(said) }).toEqual(toml(text));
});

test('a day is free or not free, and can be let be', () => {
  const free = withFree(withFree(null, '2026-11-27', 'Day after'), '2026-02-12', ' Lincoln Day ');
  expect(changes(free)).toEqual([
    { date: '2026-02-12', name: 'Lincoln Day' },
    { date: '2026-11-27', name: 'Day after' },
  ]);
  const worked = withWorked(free, '2026-02-12');
  expect(changes(worked)).toEqual([
    { date: '2026-02-12', name: null },
    { date: '2026-11-27', name: 'Day after' },
  ]);
  expect(changes(without(worked, '2026-02-12'))).toHaveLength(1);
  expect(worked.holiday).toHaveLength(12);
  expect(changes(null)).toEqual([]);
});
