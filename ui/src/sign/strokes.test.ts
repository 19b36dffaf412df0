import { fireEvent, render } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import SignaturePad from './SignaturePad.svelte';
import { BOX, count, fitted, inBox, MOST_POINTS, path, simplified, withStroke, type Stroke } from './strokes';

const wave = (points: number, y = 100): Stroke =>
  Array.from({ length: points }, (_, at) => [at % BOX.width, y + 40 * Math.sin(at * 1.7)]);

test('a point of the window is a point of the box, and stays inside', () => {
  const area = { left: 10, top: 20, width: 300, height: 100 };
  const check = (x: number, y: number, expected: [number, number]) => expect(inBox(x, y, area)).toEqual(expected);
  check(10, 20, [0, 0]);
  check(160, 70, [300, 100]);
  check(999, -5, [600, 0]);
});

test('points on a line go, corners stay', () => {
  expect(
    simplified(
      [
        [0, 0],
        [1, 0.1],
        [2, 0],
        [2, 5],
        [2, 10],
      ],
      0.6,
    ),
  ).toEqual([
    [0, 0],
    [2, 0],
    [2, 10],
  ]);
  expect(
    simplified(
      [
        [5, 5],
        [5, 5.1],
      ],
      0.6,
    ),
  ).toEqual([[5, 5]]);
});

test('however long one draws, the points are bounded and every stroke stays', () => {
  let strokes: Stroke[] = [];
  for (let turn = 0; turn < 12; turn++) strokes = withStroke(strokes, wave(1500, 50 + turn * 8));
  expect(count(strokes)).toBeLessThanOrEqual(MOST_POINTS);
  expect(strokes).toHaveLength(12);
});

test('strokes are drawn through their points', () => {
  expect(path([])).toBe('');
  expect(path([[3, 4]])).toBe('M3 4h0');
  expect(
    path([
      [0, 0],
      [6, 6],
    ]),
  ).toBe('M0 0C1 1 5 5 6 6');
});

test('strokes of another unit are fitted, those of the box stay as they are', () => {
  const inside: Stroke[] = [
    [
      [1, 2],
      [3, 4],
    ],
  ];
  expect(fitted(inside)).toBe(inside);
  const points = fitted([
    [
      [0, 0],
      [6000, 300],
    ],
    [[-10, 5]],
  ]).flat();
  expect(points.every(([x, y]) => x >= 0 && x <= BOX.width && y >= 0 && y <= BOX.height)).toBe(true);
});

test('a stroke is drawn, taken back and cleared', async () => {
  const onchange = vi.fn();
  const { getByRole, rerender } = render(SignaturePad, { strokes: [], onchange, name: 'Ana Ruiz' });
  const sheet = getByRole('img', { name: 'Empty sheet for the signature of Ana Ruiz' });
  sheet.getBoundingClientRect = () => new DOMRect(0, 0, 600, 200);
  const pen = { pointerId: 1, button: 0, bubbles: true };
  await fireEvent(sheet, new PointerEvent('pointerdown', { ...pen, clientX: 10, clientY: 10 }));
  await fireEvent(sheet, new PointerEvent('pointermove', { ...pen, clientX: 100, clientY: 50 }));
  await fireEvent(sheet, new PointerEvent('pointermove', { pointerId: 2, bubbles: true, clientX: 300, clientY: 100 }));
  await fireEvent(sheet, new PointerEvent('pointerup', { ...pen, clientX: 100, clientY: 50 }));
  expect(onchange.mock.lastCall).toEqual([
    [
      [
        [10, 10],
        [100, 50],
      ],
    ],
  ]);
  await rerender({ strokes: [wave(3), wave(3)] });
  await fireEvent.click(getByRole('button', { name: 'Undo last stroke' }));
  expect(onchange.mock.lastCall).toEqual([[wave(3)]]);
  await fireEvent.click(getByRole('button', { name: 'Clear' }));
  expect(onchange.mock.lastCall).toEqual([[]]);
});
