// The labels of numbered lists, counted from the sign of the first item: `1.`, `(a)`, `IV)`.

type Digits = 'decimal' | 'alphabetic' | 'roman';

/** How a list counts. */
export interface Numbering {
  before: string;
  after: string;
  digits: Digits;
  upper: boolean;
  first: number;
}

const SIGN = /^(\(?)([0-9]{1,4}|[A-Za-z]{1,6})([.)])$/;
const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const HIGHEST_START = 999;

/** Reads the sign of a first item; `null` when no list counts like that. `i` is Roman, as outlines count. */
export function numbering(sign: string): Numbering | null {
  const [, before = '', inner = '', after = ''] = SIGN.exec(sign) ?? [];
  if (!inner || (before && after === '.')) return null;
  const shape = { before, after, upper: inner === inner.toUpperCase() };
  if (/^[0-9]/.test(inner)) {
    const first = Number(inner);
    return first > HIGHEST_START ? null : { ...shape, digits: 'decimal', first };
  }
  const lower = inner.toLowerCase();
  if (inner !== lower && inner !== inner.toUpperCase()) return null;
  for (let first = 1; /^[ivx]+$/.test(lower) && first < 40; first++) {
    if (roman(first) === lower) return { ...shape, digits: 'roman', first };
  }
  return inner.length > 1 ? null : { ...shape, digits: 'alphabetic', first: lower.charCodeAt(0) - 96 };
}

/** The label of the item at this place of the list, from 0. */
export function label(counts: Numbering, place: number): string {
  const number = counts.first + place;
  const digits =
    counts.digits === 'decimal' ? String(number) : counts.digits === 'roman' ? roman(number) : alphabetic(number);
  return counts.before + (counts.upper ? digits.toUpperCase() : digits) + counts.after;
}

function roman(number: number): string {
  let rest = number;
  let out = '';
  for (const [value, letters] of ROMAN) {
    for (; rest >= value; rest -= value) out += letters;
  }
  return out;
}

/** Letters as Word counts them: z is followed by aa, then bb. */
function alphabetic(number: number): string {
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.floor((number - 1) / 26) + 1);
}
