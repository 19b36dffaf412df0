// @vitest-environment node
import { expect, test } from 'vitest';
import { linesOf, textOf, withoutEnd } from './lines';

function check(text: string, lines: string[], left: string[]) {
  expect(linesOf(text)).toEqual(lines);
  expect(textOf(lines)).toBe(text);
  expect(withoutEnd(lines)).toEqual(left);
}

test('lines and text say the same', () => {
  check('', [], []);
  check('915 I Street', ['915 I Street'], ['915 I Street']);
  check('a\n\nb', ['a', '', 'b'], ['a', '', 'b']);
});

test('empty lines at the end are kept while typing and dropped after', () => {
  check('a\n', ['a', ''], ['a']);
  check('a\n \n', ['a', ' ', ''], ['a']);
});
