// @vitest-environment node
import { expect, test } from 'vitest';
import { contrastOnPaper, isLegible, readColour } from './colour';

test('a colour is read as people write it', () => {
  const check = (typed: string, expected: string | null) => expect(readColour(typed)).toBe(expected);
  check('#17594A', '#17594a');
  check(' 17594a ', '#17594a');
  check('#0b5', '#00bb55');
  check('#17594', null);
  check('green', null);
});

test('a colour is judged on white paper', () => {
  expect(contrastOnPaper('#000000')).toBeCloseTo(21);
  expect(contrastOnPaper('#ffffff')).toBeCloseTo(1);
  expect(isLegible('#767676')).toBe(true);
  expect(isLegible('#777777')).toBe(false);
});
