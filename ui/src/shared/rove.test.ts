// @vitest-environment node
import { expect, test } from 'vitest';
import { next } from './rove';

function check(key: string, from: number, expected: number | null, way: 'row' | 'column' = 'column') {
  expect(next(key, from, 3, way)).toBe(expected);
}

test('arrows go round', () => {
  check('ArrowDown', 0, 1);
  check('ArrowDown', 2, 0);
  check('ArrowUp', 0, 2);
  check('ArrowUp', 2, 1);
  check('ArrowRight', 2, 0, 'row');
});

test('from outside the group, arrows enter it at an end', () => {
  check('ArrowDown', -1, 0);
  check('ArrowUp', -1, 2);
});

test('home and end go to the ends', () => {
  check('Home', 2, 0);
  check('End', 0, 2);
});

test('other keys are left alone', () => {
  check('ArrowLeft', 1, null);
  check('a', 1, null);
});
