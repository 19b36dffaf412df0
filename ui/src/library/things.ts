// Things of every shelf: blank ones to begin with, and the words for each shelf.

import { emptyAsk, emptyLetterhead, emptyPerson, emptyReference, emptySigner } from '../draft/empty';
import type { Body } from '../generated/Body';
import type { LetterheadColumn } from '../generated/LetterheadColumn';
import type { Shelf } from '../generated/Shelf';
import type { Thing } from '../generated/Thing';

export const SHELF_WORDS: Record<Shelf, { one: string; add: string; empty: string; search: string }> = {
  people: {
    one: 'person',
    add: 'Add a person',
    search: 'Search people',
    empty: 'Everyone you write to is kept here, with the seats that they hold.',
  },
  bodies: {
    one: 'body',
    add: 'Add a body',
    search: 'Search bodies',
    empty: 'Councils, boards, committees and agencies you write to are kept here, with address and members.',
  },
  asks: {
    one: 'ask',
    add: 'Add an ask',
    search: 'Search asks',
    empty: 'What you asked for in one letter is kept here, so that you can ask again in the next.',
  },
  references: {
    one: 'reference',
    add: 'Add a reference',
    search: 'Search references',
    empty: 'Sources that you quoted or cited are kept here, with their exact words.',
  },
  letterheads: {
    one: 'letterhead',
    add: 'Add a letterhead',
    search: 'Search letterheads',
    empty: 'Letterheads you used are kept here.',
  },
  signers: {
    one: 'signer',
    add: 'Add a signer',
    search: 'Search signers',
    empty: 'Those who signed your letters are kept here, with their signatures.',
  },
};

export const emptyBody = (): Body => ({ name: '', parent: '', lines: [], members: [] });

export const emptyColumn = (): LetterheadColumn => ({ align: 'left', name: '', lines: [] });

/** A new thing for a shelf. */
export function blank(shelf: Shelf): Thing {
  switch (shelf) {
    case 'people':
      return { shelf, value: { person: emptyPerson(), seats: [] } };
    case 'bodies':
      return { shelf, value: emptyBody() };
    case 'asks':
      return { shelf, value: emptyAsk() };
    case 'references':
      return { shelf, value: emptyReference() };
    case 'letterheads':
      return { shelf, value: emptyLetterhead() };
    case 'signers':
      return { shelf, value: emptySigner() };
  }
}

/** The thing says enough to be kept: what is only begun would be an entry without a name. */
export function isNamed(thing: Thing): boolean {
  const named = (...words: string[]) => words.some((word) => word.trim() !== '');
  switch (thing.shelf) {
    case 'people':
      return named(thing.value.person.first, thing.value.person.last);
    case 'bodies':
    case 'signers':
      return named(thing.value.name);
    case 'asks':
      return named(thing.value.label, thing.value.full);
    case 'references':
      return named(thing.value.title, thing.value.label, thing.value.number);
    case 'letterheads':
      return named(thing.value.name, ...thing.value.lines, ...thing.value.columns.map((column) => column.name));
  }
}
