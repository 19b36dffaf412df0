import { expect, test } from 'vitest';
import { isWithin, litPlaces, scrollFor } from './lit';

test('a place lies within itself and what is around it, by whole names', () => {
  const check = (inner: string, outer: string, expected: boolean) => expect(isWithin(inner, outer)).toBe(expected);
  check('asks[1].full', 'asks[1].full', true);
  check('asks[1].full', 'asks[1]', true);
  check('asks[1].full', 'asks', true);
  check('asks[11].full', 'asks[1]', false);
  check('words.hooks', 'words.hook', false);
  check('asks', 'asks[1]', false);
  check('date', '', false);
});

test('a field lights its own places, else the nearest around it', () => {
  const places = ['', 'date', 'asks', 'asks[1].full', 'asks[1].short', 'addressees[0]', 'addressees'];
  const check = (current: string, ...expected: string[]) => expect([...litPlaces(places, current)]).toEqual(expected);
  check('date', 'date');
  check('asks[1]', 'asks[1].full', 'asks[1].short');
  check('addressees[0].persons[2].last', 'addressees[0]');
  check('asks[2].full', 'asks');
  check('asks[1].label', 'asks[1].full', 'asks[1].short');
  check('signers[0].name');
});

test('what can be seen is not scrolled to', () => {
  const view = { top: 0, bottom: 800 };
  expect(scrollFor({ top: 100, bottom: 200 }, view)).toBeNull();
  expect(scrollFor({ top: 300, bottom: 2000 }, view)).toBeNull();
  expect(scrollFor({ top: 1000, bottom: 1100 }, view)).toBeGreaterThan(500);
  expect(scrollFor({ top: -300, bottom: -200 }, view)).toBeLessThan(-300);
});
