// Shorter texts for paragraphs of the person's own words: which belongs to which paragraph while the words are still
// being written, and the list that a draft keeps of them.

import type { Shorter } from '../../generated/Shorter';

export const emptyShorter = (of: string): Shorter => ({ of, short: '', line: '', priority: 'normal' });

/** The paragraphs of a text. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}

/** For each paragraph where in the list its shorter texts stand; -1 where it has none. */
export function placesOf(list: readonly Shorter[], paragraphs: readonly string[]): number[] {
  const free = new Set(list.keys());
  const places = paragraphs.map((paragraph) => take(free, (index) => list[index]!.of === paragraph));
  // What was written on since is known by the words that it still has.
  return places.map((place, at) =>
    place >= 0 ? place : take(free, (index) => isLike(list[index]!.of, paragraphs[at]!)),
  );
}

/** The list with a paragraph's shorter texts changed; one that says nothing is dropped, one that lost its paragraph stays. */
export function withShorter(
  list: readonly Shorter[],
  paragraphs: readonly string[],
  at: number,
  change: Partial<Shorter>,
): Shorter[] {
  const place = placesOf(list, paragraphs)[at] ?? -1;
  const of = paragraphs[at]!;
  const changed = { ...(list[place] ?? emptyShorter(of)), ...change, of };
  const all = place < 0 ? [...list, changed] : list.map((one, index) => (index === place ? changed : one));
  return all.filter((one) => one.short !== '' || one.line !== '' || one.priority !== 'normal');
}

function take(free: Set<number>, fits: (index: number) => boolean): number {
  const found = [...free].find(fits) ?? -1;
  free.delete(found);
  return found;
}

/** At least half of the words of the shorter one stand in the other. */
function isLike(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared >= Math.min(a.size, b.size) / 2;
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
