// @vitest-environment node
import { expect, test } from 'vitest';
import css from './app.css?raw';

type Side = 'light' | 'dark';

/** The colour of a role as `#rrggbb`. */
function colour(role: string, side: Side): string {
  const pair = css.match(new RegExp(`--${role}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`));
  const one = css.match(new RegExp(`--${role}: (#[0-9a-f]{6});`));
  const found = pair ? pair[side === 'light' ? 1 : 2] : one?.[1];
  if (!found) throw new Error(`no colour ${role}`);
  return found;
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** What is written, on what it is written. */
const WORDS: [string, string[]][] = [
  ['text', ['ground', 'surface', 'field', 'hover', 'accent-soft', 'error-soft', 'warning-soft']],
  ['text-soft', ['ground', 'surface', 'field', 'hover', 'accent-soft']],
  ['accent', ['ground', 'surface', 'field', 'hover', 'accent-soft']],
  ['accent-hover', ['ground', 'surface', 'field', 'hover', 'accent-soft']],
  ['on-accent', ['accent', 'accent-hover']],
  ['error', ['ground', 'surface', 'field', 'hover', 'error-soft']],
  ['warning', ['ground', 'surface', 'field', 'hover', 'warning-soft']],
  ['paper-text', ['paper']],
];

/** Edges of controls and the focus ring, on what they stand. */
const EDGES: [string, string[]][] = [
  ['line-strong', ['ground', 'surface', 'field']],
  ['focus', ['ground', 'surface', 'field', 'accent-soft', 'error-soft', 'warning-soft']],
  ['error', ['ground', 'surface', 'field']],
];

/** The pairs that fall short, with their contrast. */
function short(pairs: [string, string[]][], least: number, side: Side): string[] {
  return pairs.flatMap(([above, belows]) =>
    belows
      .map((below) => ({ below, contrast: ratio(colour(above, side), colour(below, side)) }))
      .filter(({ contrast }) => contrast < least)
      .map(({ below, contrast }) => `${above} on ${below}: ${contrast.toFixed(2)}`),
  );
}

for (const side of ['light', 'dark'] as const) {
  test(`words have a contrast of at least 4.5 to 1 in the ${side}`, () => {
    expect(short(WORDS, 4.5, side)).toEqual([]);
  });

  test(`edges and the focus ring have a contrast of at least 3 to 1 in the ${side}`, () => {
    expect(short(EDGES, 3, side)).toEqual([]);
  });
}

test('black on white is 21 to 1', () => {
  expect(ratio('#000000', '#ffffff')).toBeCloseTo(21);
});
