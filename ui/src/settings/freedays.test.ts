// @vitest-environment node
import { expect, test } from 'vitest';
import { changes, withFree, without, withWorked } from './freedays';

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
