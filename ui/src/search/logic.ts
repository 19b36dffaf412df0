// What a search found, in groups and in one order for the arrow keys.

import type { Hit } from '../generated/Hit';
import type { Shelf } from '../generated/Shelf';

export type Group = { name: string; hits: { hit: Hit; index: number }[] };

/** Shelves as people call them, in the order of the library. */
export const SHELVES: { id: Shelf; label: string }[] = [
  { id: 'people', label: 'People' },
  { id: 'bodies', label: 'Bodies' },
  { id: 'asks', label: 'Asks' },
  { id: 'references', label: 'References' },
  { id: 'letterheads', label: 'Letterheads' },
  { id: 'signers', label: 'Signers' },
];

/** The hits by where they lie, letters first; `index` counts through all groups. */
export function grouped(hits: Hit[]): Group[] {
  let index = 0;
  const group = (name: string, shelf: Shelf | null): Group => ({
    name,
    hits: hits.filter((hit) => hit.shelf === shelf).map((hit) => ({ hit, index: index++ })),
  });
  return [group('Letters', null), ...SHELVES.map(({ id, label }) => group(label, id))].filter(
    (one) => one.hits.length > 0,
  );
}
