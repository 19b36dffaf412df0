// What a step takes from the shelves: suggestions while typing, and the things behind them.

import type { Backend } from '../backend/backend';
import { emptyAddressee } from '../draft/empty';
import type { Addressee } from '../generated/Addressee';
import type { Body } from '../generated/Body';
import type { Entry } from '../generated/Entry';
import type { PersonEntry } from '../generated/PersonEntry';
import type { Person } from '../generated/Person';
import type { Reference } from '../generated/Reference';
import type { Shelf } from '../generated/Shelf';
import type { Thing } from '../generated/Thing';
import type { Suggestion } from '../shared/suggestion';

/** What lies on a shelf. */
type ThingOn<Name extends Shelf> = { [One in Thing as One['shelf']]: One['value'] }[Name];

/** How many are offered at once. */
export const OFFERED = 8;

/** Searches one shelf and remembers what it offered. */
export class Offers<Name extends Shelf> {
  private entries = new Map<Suggestion['id'], Entry>();

  constructor(
    private readonly backend: Backend,
    private readonly shelf: Name,
  ) {}

  search = async (words: string): Promise<Suggestion[]> => {
    const { entries } = await this.backend.shelf(this.shelf, words, 0, OFFERED);
    for (const entry of entries) this.entries.set(entry.id, entry);
    return entries.map(({ id, name, detail }) => ({ id, label: name, detail }));
  };

  /** The thing that was offered. */
  thing({ id }: Suggestion): ThingOn<Name> | undefined {
    return this.entries.get(id)?.thing.value as ThingOn<Name> | undefined;
  }

  /** The references that stand behind what was offered. */
  references({ id }: Suggestion): Reference[] {
    return this.entries.get(id)?.references ?? [];
  }
}

/** An inside address with the members of a body. */
export function addresseeOf(body: Body): Addressee {
  return { ...emptyAddressee(), body: body.name, lines: [...body.lines], persons: structuredClone(body.members) };
}

/** A person in a seat of this body, else in the only seat that they hold. */
export function personIn(entry: PersonEntry, body: string): Person {
  const seat =
    entry.seats.find((seat) => seat.body === body) ?? (entry.seats.length === 1 ? entry.seats[0] : undefined);
  if (!seat) return { ...entry.person };
  return { ...entry.person, role: seat.role, since: seat.since, until: seat.until };
}
