import { expect, test } from 'vitest';
import type { Ask } from '../generated/Ask';
import { askName, inserted, moved, orderedAsks, referenceId, shortened, without, writtenInOrder } from './lists';

const ask = (label: string, order: number | null = null): Ask => ({
  label,
  full: '',
  short: '',
  line: '',
  priority: 'normal',
  references: [],
  order,
});

test('entries move, come and go', () => {
  const list = ['a', 'b', 'c'];
  expect(moved(list, 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(list, 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(list, 7, 0)).toEqual(list);
  expect(inserted(list, 1, 'x')).toEqual(['a', 'x', 'b', 'c']);
  expect(without(list, 1)).toEqual(['a', 'c']);
});

test('asks stand in their order, those without one as written', () => {
  const asks = [ask('a'), ask('b', 2), ask('c', 1), ask('d')];
  expect(orderedAsks(asks).map(({ ask, index }) => `${ask.label}${index}`)).toEqual(['c2', 'b1', 'a0', 'd3']);
  expect(writtenInOrder(asks).every((ask) => ask.order === null)).toBe(true);
});

test('a reference gets a name of its own words that no other has', () => {
  const check = (reference: object, taken: string[], id: string) => expect(referenceId(reference, taken)).toBe(id);
  check({ number: '188441', title: 'Ordinance' }, [], '188441');
  check({ title: 'Donaudampfschifffahrtsgesellschaft Jahresbericht' }, [], 'donaudampfschifffahrtsge');
  check({ title: 'Ünïcode & more' }, [], 'unicode-more');
  check({ title: '王小明' }, [], 'source');
  check({}, ['source', 'source-2'], 'source-3');
});

test('an ask is called by its label, else by its words', () => {
  expect(askName(ask('Close it'), 1)).toBe('Close it');
  expect(askName({ ...ask(''), full: 'Do **this**[^la] now.' }, 1)).toBe('Do this now.');
  expect(askName(ask(''), 3)).toBe('Ask 3');
});

test('rich text is shortened at the end of a word', () => {
  expect(shortened('one two three', 9)).toBe('one two…');
  expect(shortened('see [the *page*](https://a.b)')).toBe('see the page');
});
