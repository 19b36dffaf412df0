// @vitest-environment node
import { expect, test } from 'vitest';
import type { Hit } from '../generated/Hit';
import { grouped } from './logic';

const hit = (shelf: Hit['shelf'], title: string): Hit => ({ shelf, id: 1, title, excerpt: [] });

test('hits are grouped by where they lie, letters first, and counted through', () => {
  const groups = grouped([
    hit('asks', 'Plant trees'),
    hit(null, 'Item 3'),
    hit('people', 'Maple'),
    hit('asks', 'Pave'),
  ]);
  expect(groups.map((group) => [group.name, group.hits.map(({ hit, index }) => `${index} ${hit.title}`)])).toEqual([
    ['Letters', ['0 Item 3']],
    ['People', ['1 Maple']],
    ['Asks', ['2 Plant trees', '3 Pave']],
  ]);
});

test('nothing found makes no groups', () => {
  expect(grouped([])).toEqual([]);
});
