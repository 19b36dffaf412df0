// Taking asks into a letter and out of it: with the references that stand behind them, and in the letter's order.

import { cameFrom, inserted, moved, orderedAsks, referenceId, writtenInOrder } from '../../draft/lists';
import type { Ask } from '../../generated/Ask';
import type { Draft } from '../../generated/Draft';
import type { Reference } from '../../generated/Reference';

/** A value to set, as the live draft takes it. */
type Setting = { path: string; value: unknown };

/** The asks of a letter in its order. */
export function inOrder(draft: Draft): Ask[] {
  return orderedAsks(draft.asks).map(({ ask }) => ask);
}

/** Adds an ask at the end, with those of the references it names that `known` holds; what else it names is left out. */
export function adding(draft: Draft, ask: Ask, known: readonly Reference[]): Setting[] {
  const references = [...draft.references];
  const named: string[] = [];
  for (const id of ask.references) {
    const reference = known.find((reference) => reference.id === id);
    if (!reference) continue;
    const there = references.find((other) => sameSource(other, reference));
    if (there) {
      named.push(there.id);
      continue;
    }
    const taken = references.map((other) => other.id);
    const own = taken.includes(id) ? referenceId(reference, taken) : id;
    references.push({ ...reference, id: own });
    named.push(own);
  }
  const asks = writtenInOrder([...inOrder(draft), { ...ask, references: named, order: null }]);
  const settings: Setting[] = [{ path: 'asks', value: asks }];
  if (references.length > draft.references.length) settings.push({ path: 'references', value: references });
  return settings;
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
