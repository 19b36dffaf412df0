import { expect, test } from 'vitest';
import { sheetWidth, zoomBy, type Zoom } from './zoom';

const none = { ctrlKey: false, metaKey: false, altKey: false };

test('keys make the pages larger and smaller, and fit them again', () => {
  const check = (key: string, zoom: Zoom, expected: Zoom | null, mac = false, more = {}) =>
    expect(zoomBy({ ...none, [mac ? 'metaKey' : 'ctrlKey']: true, key, ...more }, zoom, mac)).toBe(expected);
  check('+', 100, 125);
  check('=', 'fit', 125);
  check('-', 100, 75);
  check('+', 200, 200);
  check('-', 50, 50);
  check('0', 150, 'fit');
  check('+', 100, 125, true);
  check('+', 100, null, false, { altKey: true });
  check('1', 100, null);
  expect(zoomBy({ ...none, key: '+' }, 100, false)).toBeNull();
});

test('a sheet is as wide as its zoom says, and on a wide screen no wider than is good', () => {
  expect(sheetWidth(100, 612)).toBe('816px');
  expect(sheetWidth('fit', 612)).toBe('min(100%, 1224px)');
});
