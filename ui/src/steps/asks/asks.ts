// Taking asks into a letter and out of it: with the references that stand behind them, and in the letter's order.

import { cameFrom, inserted, moved, orderedAsks, referenceId, writtenInOrder } from '../../draft/lists';
import type { Ask } from '../../generated/Ask';
import type { Draft } from '../../generated/Draft';
import type { Reference } from '../../generated/Reference';

/** A value to set, as the live draft takes it. */
type Setting = { path: string; value: unknown };

/** A note mark with the name of its reference. */
const MARK = /\[\^([A-Za-z0-9_-]+)\]/g;

/** The asks of a letter in its order. */
export function inOrder(draft: Draft): Ask[] {
  return orderedAsks(draft.asks).map(({ ask }) => ask);
}

/**
 * Adds an ask at the end, with those of the references it names that `known` holds; what else it lists is left out.
 * Where a name means another source in this letter, the reference gets a free one, and so do the note marks in the ask.
 */
export function adding(draft: Draft, ask: Ask, known: readonly Reference[]): Setting[] {
  const references = [...draft.references];
  const names = new Map<string, string>();
  for (const id of new Set([...ask.references, ...noteMarks(ask.full)])) {
    const reference = known.find((reference) => reference.id === id);
    const taken = references.map((other) => other.id);
    if (!reference) {
      // A mark that nobody knows must not come to cite a source of this letter.
      if (taken.includes(id)) names.set(id, referenceId({ title: id }, taken));
      continue;
    }
    const there = references.find((other) => sameSource(other, reference));
    const own = there ? there.id : taken.includes(id) ? referenceId(reference, taken) : id;
    if (!there) references.push({ ...reference, id: own });
    names.set(id, own);
  }
  const listed = ask.references.filter((id) => known.some((reference) => reference.id === id));
  const named = [...new Set(listed.map((id) => names.get(id) ?? id))];
  const full = ask.full.replace(MARK, (mark, id: string) => (names.has(id) ? `[^${names.get(id)}]` : mark));
  const asks = writtenInOrder([...inOrder(draft), { ...ask, full, references: named, order: null }]);
  const settings: Setting[] = [{ path: 'asks', value: asks }];
  if (references.length > draft.references.length) settings.push({ path: 'references', value: references });
  return settings;
}

/** The names that the note marks of a text give. */
function noteMarks(text: string): string[] {
  return [...text.matchAll(MARK)].map((found) => found[1]!);
}

/** Where in the draft an ask of a campaign stands; -1 when it was not chosen. */
export function chosenAt(draft: Draft, source: Ask): number {
  return draft.asks.findIndex((ask) => cameFrom(ask, source));
}

/** The asks with the one at `from` in the letter's order standing at `to`. */
export function moving(draft: Draft, from: number, to: number): Ask[] {
  return writtenInOrder(moved(inOrder(draft), from, to));
}

/** The asks with a new one at the end of the letter's order. */
export function appending(draft: Draft, ask: Ask): Ask[] {
  const asks = writtenInOrder(inOrder(draft));
  return inserted(asks, asks.length, ask);
}

/** An ask's references with one more or one less. */
export function toggled(references: readonly string[], id: string, on: boolean): string[] {
  const others = references.filter((other) => other !== id);
  return on ? [...others, id] : others;
}

function sameSource(a: Reference, b: Reference): boolean {
  return a.title === b.title && a.url === b.url && a.number === b.number && a.section === b.section;
}
