// @vitest-environment node
import { expect, test } from 'vitest';
import { dateIn, languages } from './logic';

test('a language that is set is among those to choose from', () => {
  const tags = (set: string) => languages(set).map(({ value }) => value);
  expect(tags('')).toContain('es');
  expect(tags('es').filter((tag) => tag === 'es')).toHaveLength(1);
  expect(tags('hmn')[0]).toBe('hmn');
});

test('languages are named', () => {
  expect(languages('').find(({ value }) => value === 'es')?.label).toBe('Spanish');
  expect(languages('not a tag')[0]?.label).toBe('not a tag');
});

test('a date is written in the language of letters', () => {
  expect(dateIn('', '2026-12-03')).toBe('December 3, 2026');
  expect(dateIn('es', '2026-12-03')).toBe('3 de diciembre de 2026');
  expect(dateIn('not a tag', '2026-12-03')).toBe('December 3, 2026');
});
