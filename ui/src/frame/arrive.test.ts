import { expect, test } from 'vitest';
import { enterNeighbour, neighbour } from './arrive';

test('the neighbour of an entry that was taken out is the next, else the one before, else none', () => {
  const check = (index: number, count: number, expected: number | undefined) =>
    expect(neighbour(index, count)).toBe(expected);
  check(0, 2, 0);
  check(1, 2, 1);
  check(2, 2, 1);
  check(0, 0, undefined);
});

test('the focus goes into the neighbour, and to the way to add one when there is none', () => {
  document.body.innerHTML = `
    <ul><li><input id="one" /></li><li><input id="two" /></li></ul><div class="add"><button id="add">Add</button></div>`;
  const check = (entries: string, index: number, id: string) => {
    enterNeighbour(document, entries, index, document.querySelector('.add'));
    expect(document.activeElement?.id).toBe(id);
  };
  check('li', 0, 'one');
  check('li', 2, 'two');
  check('.none', 0, 'add');
});
