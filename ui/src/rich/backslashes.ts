// Which characters take a backslash so that they are read as themselves.

import { isJoined, isPlain, isSign, isWord, isWordChar, LOOKS, type Token } from './tokens';

/** Marks what takes a backslash. `atStart` says that the line could open a block. */
export function escape(line: Token[], atStart: boolean) {
  line.forEach((token, at) => {
    const next = line[at + 1];
    const nextChar = next && isJoined(token, next) ? next.char : '';
    token.escaped = takesBackslash(line, at, token, nextChar);
  });
  const first = line[0];
  if (atStart && first && isPlain(first) && first.link === '') {
    const note = line.findIndex((token) => token.note !== '');
    const chars = line.slice(0, note < 0 ? 12 : Math.min(note, 12)).map((token) => token.char);
    const token = line[opening(chars.join('')) ?? -1];
    if (token) token.escaped = true;
  }
  loosen(line);
}

function takesBackslash(line: Token[], at: number, token: Token, next: string): boolean {
  switch (token.char) {
    case '\\':
      return true;
    case '*':
    case '_':
      return !isHarmless(line, at, token.char);
    case '[':
      return token.link !== '' || next === '^';
    case ']':
      return token.link !== '' || next === '(';
    case ':':
      return (token.link === '' && isScheme(line, at)) || opensRun(line, at, 3);
    case '%':
      return opensRun(line, at, 2);
    default:
      return false;
  }
}

/** A run of `*` or `_` that reads as itself: between spaces, or a single `_` between letters or digits. */
function isHarmless(line: Token[], at: number, sign: string): boolean {
  const here = line[at]!;
  const same = (token: Token | undefined) => !!token && token.char === sign && isJoined(token, here);
  let [start, end] = [at, at + 1];
  while (same(line[start - 1])) start--;
  while (same(line[end])) end++;
  const beside = (token: Token | undefined) => (token && isJoined(token, here) ? token.char : '');
  const [before, after] = [beside(line[start - 1]), beside(line[end])];
  if (before === ' ' && after === ' ') return true;
  return sign === '_' && end - start === 1 && isWordChar(before) && isWordChar(after);
}

/** The first of at least so many of the same in a row, as templates write directives. */
function opensRun(line: Token[], at: number, least: number): boolean {
  const here = line[at]!;
  const same = (token: Token | undefined) => !!token && token.char === here.char && isJoined(token, here);
  return !same(line[at - 1]) && line.slice(at, at + least).filter(same).length === least;
}

/** The colon at this place follows `http` or `https` and stands before two slashes. */
function isScheme(line: Token[], at: number): boolean {
  const text = (from: number, to: number) =>
    line
      .slice(Math.max(0, from), to)
      .map((token) => token.char)
      .join('');
  return /https?$/.test(text(at - 5, at)) && text(at + 1, at + 3) === '//';
}

/** Which character of a line's start takes a backslash so that it opens no block. */
export function opening(text: string): number | null {
  if (/^(>|[-+•]( |$)|#{1,6}( |$))/.test(text)) return 0;
  const [, open = '', sign = '', close = ''] = /^(\(?)([0-9A-Za-z]+)([).])(?: |$)/.exec(text) ?? [];
  if (!sign || (open && close === '.') || !counts(sign)) return null;
  return open ? 0 : sign.length;
}

/** What could be a number of a list: up to 999, a letter, the same letter again, or Roman digits of one case. */
function counts(sign: string): boolean {
  if (/^[0-9]/.test(sign)) return /^[0-9]{1,4}$/.test(sign) && Number(sign) <= 999;
  return sign.length <= 6 && (/^(.)\1*$/.test(sign) || /^([ivxlcdm]+|[IVXLCDM]+)$/.test(sign));
}

/**
 * Marks the signs beside a change of looks that would keep a delimiter from opening or closing. A delimiter opens before
 * a letter, and before a sign unless a letter stands before it; it closes the other way round. A sign after a backslash
 * counts as a letter.
 */
function loosen(line: Token[]) {
  for (let changed = true; changed;) {
    changed = false;
    for (let at = 1; at < line.length; at++) {
      const [before, after] = [line[at - 1]!, line[at]!];
      if (before.link !== after.link) continue;
      const opens = LOOKS.some((look) => after.looks.has(look) && !before.looks.has(look));
      const closes = LOOKS.some((look) => before.looks.has(look) && !after.looks.has(look));
      const sign =
        closes && isSign(before) && isWord(after) ? before : opens && isSign(after) && isWord(before) ? after : null;
      if (sign) sign.escaped = changed = true;
    }
  }
}
