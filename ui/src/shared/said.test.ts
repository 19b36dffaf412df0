// @vitest-environment node
import { expect, test } from 'vitest';
import { sentence } from './said';

function check(message: string, expected: string) {
  expect(sentence(message)).toBe(expected);
}

test('a message becomes a sentence', () => {
  check('the date is missing', 'The date is missing.');
  check('élan is spelt twice', 'Élan is spelt twice.');
});

test('a sentence stays as it is', () => {
  check('The disk is full.', 'The disk is full.');
  check('is it so?', 'Is it so?');
  check('', '');
});
