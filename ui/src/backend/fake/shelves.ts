// The shelves of the fake desk: filled from drafts when they are kept, searched by words, taken from and put back.

import type { Addressee } from '../../generated/Addressee';
import type { Body } from '../../generated/Body';
import type { Draft } from '../../generated/Draft';
import type { Entries } from '../../generated/Entries';
import type { Entry } from '../../generated/Entry';
import type { Shelf } from '../../generated/Shelf';
import type { Thing } from '../../generated/Thing';
import { shortened } from '../../draft/lists';

export class Shelves {
  private entries: Entry[] = [];
  private taken = new Set<number>();
  private last = 0;

  constructor(private readonly now: () => string) {}

  part(shelf: Shelf, words: string, from: number, count: number): Entries {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.all()
      .filter((entry) => entry.thing.shelf === shelf)
      .filter((entry) => wanted.every((word) => text(entry).includes(word)))
      .sort((a, b) => b.changed.localeCompare(a.changed) || b.id - a.id);
    return { entries: structuredClone(found.slice(from, from + count)), count: found.length };
  }

  /** All that lies on shelves. */
  all(): Entry[] {
    return this.entries.filter((entry) => !this.taken.has(entry.id));
  }

  lay(entry: Entry): Entry {
    const laid = { ...structuredClone(entry), ...naming(entry.thing), changed: this.now() };
    if (entry.id === 0) laid.id = ++this.last;
    this.entries = [...this.entries.filter((other) => other.id !== laid.id), laid];
    return structuredClone(laid);
  }

  take(id: number): void {
    this.taken.add(id);
  }

  putBack(id: number): void {
    this.taken.delete(id);
  }

  /** Lays what a draft holds on the shelves, unless a thing of that name lies there. */
  fill(draft: Draft): void {
    const things: Thing[] = [
      ...draft.addressees.filter((one) => one.body).map((value): Thing => ({ shelf: 'bodies', value: body(value) })),
      ...draft.addressees.flatMap((one) =>
        one.persons
          .filter((person) => person.last)
          .map((person): Thing => {
            const { role, since, until } = person;
            const seats = [{ body: one.body, role, since, until }];
            return { shelf: 'people', value: { person: { ...person, role: '', since: null, until: null }, seats } };
          }),
      ),
      ...draft.asks
        .filter((ask) => ask.full)
        .map((value): Thing => ({ shelf: 'asks', value: { ...value, order: null } })),
      ...draft.references
        .filter((one) => one.title || one.label)
        .map((value): Thing => ({ shelf: 'references', value })),
      ...draft.signers.filter((signer) => signer.name).map((value): Thing => ({ shelf: 'signers', value })),
      ...(draft.letterhead ? [{ shelf: 'letterheads', value: draft.letterhead } as Thing] : []),
    ];
    for (const thing of structuredClone(things)) {
      const { name } = naming(thing);
      const there = this.entries.find((entry) => entry.thing.shelf === thing.shelf && entry.name === name);
      const behind = thing.shelf === 'asks' ? thing.value.references : [];
      const references = draft.references.filter(({ id }) => behind.includes(id));
      if (!there) this.lay({ id: 0, name, detail: '', used: 1, changed: '', thing, references });
    }
  }
}

function body(addressee: Addressee): Body {
  return { name: addressee.body, parent: '', lines: addressee.lines, members: addressee.persons };
}

function naming(thing: Thing): { name: string; detail: string } {
  switch (thing.shelf) {
    case 'people': {
      const { person, seats } = thing.value;
      const name = [person.first, person.last].filter(Boolean).join(' ');
      return { name, detail: seats.map((seat) => [seat.role, seat.body].filter(Boolean).join(', ')).join('; ') };
    }
    case 'bodies':
      return { name: thing.value.name, detail: `${thing.value.members.length} members` };
    case 'asks':
      return { name: thing.value.label || shortened(thing.value.full, 60), detail: thing.value.line };
    case 'references':
      return { name: thing.value.title || thing.value.label, detail: thing.value.jurisdiction };
    case 'letterheads':
      return {
        name: thing.value.name || thing.value.columns[0]?.name || 'Letterhead',
        detail: thing.value.lines[0] ?? '',
      };
    case 'signers':
      return {
        name: thing.value.name,
        detail: [thing.value.title, thing.value.organisation].filter(Boolean).join(', '),
      };
  }
}

function text(entry: Entry): string {
  return `${entry.name} ${entry.detail} ${JSON.stringify(entry.thing.value)}`.toLowerCase();
}
