// @vitest-environment node
import { expect, test } from 'vitest';
import { changed } from './logic';
import { blank, isNamed, SHELF_WORDS } from './things';
import type { Shelf } from '../generated/Shelf';

test('a part of a list is changed and the others stay', () => {
  const seats = [
    { body: 'Council', role: 'Chair' },
    { body: 'Board', role: 'Member' },
  ];
  expect(changed(seats, 1, { role: 'Clerk' })).toEqual([seats[0], { body: 'Board', role: 'Clerk' }]);
  expect(changed(seats, 5, { role: 'Clerk' })).toEqual(seats);
});

test('every shelf has a blank thing, which says too little to be kept', () => {
  for (const shelf of Object.keys(SHELF_WORDS) as Shelf[]) {
    const thing = blank(shelf);
    expect(thing.shelf).toBe(shelf);
    expect(isNamed(thing)).toBe(false);
  }
});

test('a thing with a name can be kept', () => {
  const thing = blank('bodies');
  expect(isNamed({ ...thing, value: { ...thing.value, name: 'City Council' } } as typeof thing)).toBe(true);
});
