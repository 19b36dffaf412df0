import { expect, test } from 'vitest';
import { droppedAt, keyed, movedBy, scrollBy } from './reorder';

test('Alt and an arrow move an entry, within the list', () => {
  const check = (keys: string, index: number, to: number | undefined) => {
    const parts = keys.split('+');
    const event = {
      key: parts.at(-1)!,
      altKey: parts.includes('Alt'),
      ctrlKey: parts.includes('Ctrl'),
      metaKey: false,
      shiftKey: false,
    };
    expect(movedBy(event, index, 3)).toBe(to);
  };
  check('Alt+ArrowUp', 1, 0);
  check('Alt+ArrowDown', 1, 2);
  check('Alt+ArrowUp', 0, undefined);
  check('Alt+ArrowDown', 2, undefined);
  check('ArrowDown', 1, undefined);
  check('Ctrl+Alt+ArrowDown', 1, undefined);
  check('Alt+a', 1, undefined);
});

test('a dragged entry goes past those whose middle was passed', () => {
  const boxes = [
    { top: 0, bottom: 100 },
    { top: 100, bottom: 140 },
    { top: 140, bottom: 300 },
  ];
  const check = (from: number, y: number, to: number) => expect(droppedAt(boxes, from, y)).toBe(to);
  check(0, 50, 0);
  check(0, 119, 0);
  check(0, 121, 1);
  check(0, 500, 2);
  check(2, 119, 1);
  check(2, -20, 0);
  check(1, 120, 1);
});

test('near an edge the list scrolls on', () => {
  const check = (y: number, expected: number) => expect(Math.sign(scrollBy({ top: 0, bottom: 400 }, y))).toBe(expected);
  check(10, -1);
  check(200, 0);
  check(390, 1);
});

test('entries keep their keys when they move, are edited, come and go', () => {
  const [a, b, c, edited] = [{}, {}, {}, {}];
  const first = keyed({ entries: [], keys: [] }, [a, b, c]);
  expect(first.keys).toEqual([0, 1, 2]);
  const check = (entries: object[], keys: number[]) => expect(keyed(first, entries).keys).toEqual(keys);
  check([b, a, c], [1, 0, 2]);
  check([c, a, b], [2, 0, 1]);
  check([a, edited, c], [0, 1, 2]);
  check([b, c], [1, 2]);
  check([edited, a, b, c], [3, 0, 1, 2]);
  check([a, b, c, edited], [0, 1, 2, 3]);
  check([a, a], [0, 1]);
});
