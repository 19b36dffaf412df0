import { expect, test } from 'vitest';
import type { Field } from '../../generated/Field';
import { isDefault, listOf, numberOf, textOf } from './words';

const field = (fallback: string) => ({ default: fallback }) as Field;

test('an answer stands in its field, else the default', () => {
  expect(textOf(field('usual'), undefined)).toBe('usual');
  expect(textOf(field('usual'), '')).toBe('');
  expect(textOf(field(''), 7)).toBe('7');
  expect(isDefault(field('usual'), undefined)).toBe(true);
  expect(isDefault(field('usual'), 'other')).toBe(false);
  expect(isDefault(field(''), undefined)).toBe(false);
});

test('a list is read from lines too', () => {
  expect(listOf(['a', 'b'])).toEqual(['a', 'b']);
  expect(listOf('a\nb')).toEqual(['a', 'b']);
  expect(listOf(undefined)).toEqual([]);
});

test('a number is read as people type it', () => {
  const check = (text: string, number: number | undefined) => expect(numberOf(text)).toBe(number);
  check('25', 25);
  check('$1,200', 1200);
  check('', undefined);
  check('many', undefined);
  check('2.5', undefined);
});
