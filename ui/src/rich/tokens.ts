// The words of a block on their way to markup: lines of characters and note marks, each with its look and its link, and
// whether it takes a backslash.

import type { RichInline } from '../generated/RichInline';

export const LOOKS = ['underline', 'strong', 'emphasis'] as const;
export type Look = (typeof LOOKS)[number];

/** A character, or a note mark with the id of its reference. */
export interface Token {
  char: string;
  note: string;
  looks: Set<Look>;
  link: string;
  escaped: boolean;
}

const NOTE_ID = /^[A-Za-z0-9_-]{1,64}$/;
const NONE: ReadonlySet<Look> = new Set();

export const isSpaceChar = (c: string) => /^\p{White_Space}$/u.test(c);
export const isWordChar = (c: string) => /^[\p{Alphabetic}\p{N}]$/u.test(c);

export const isSpace = (token: Token) => isSpaceChar(token.char);
/** It counts as a letter beside a delimiter. */
export const isWord = (token: Token) => token.escaped || isWordChar(token.char);
export const isSign = (token: Token) => token.char !== '' && !isWord(token) && !isSpace(token);
export const isPlain = (token: Token) => token.looks.size === 0;
/** Nothing is written between this one and the next. */
export const isJoined = (a: Token, b: Token) => a.link === b.link && sameLooks(a.looks, b.looks);

function sameLooks(a: ReadonlySet<Look>, b: ReadonlySet<Look>): boolean {
  return a.size === b.size && [...a].every((look) => b.has(look));
}

/** The lines of a block's words: characters that can be written, one by one, without spaces at the ends. */
export function split(content: RichInline[]): Token[][] {
  const lines: Token[][] = [[]];
  const push = (token: Omit<Token, 'escaped'>) => lines.at(-1)?.push({ ...token, escaped: false });
  for (const inline of content) {
    if (inline.type === 'break') lines.push([]);
    else if (inline.type === 'note') {
      if (NOTE_ID.test(inline.id)) push({ char: '', note: inline.id, looks: new Set(NONE), link: '' });
    } else {
      for (const c of inline.text) {
        const looks = new Set(LOOKS.filter((look) => inline[look]));
        if (c === '\u2028') lines.push([]);
        else if (c === '\t' || c === '\n') push({ char: ' ', note: '', looks, link: inline.link });
        else if (!/\p{Cc}/u.test(c)) push({ char: c, note: '', looks, link: inline.link });
      }
    }
  }
  return lines.map(withoutEnds);
}

function withoutEnds(line: Token[]): Token[] {
  let [start, end] = [0, line.length];
  while (start < end && isSpace(line[start]!)) start++;
  while (end > start && isSpace(line[end - 1]!)) end--;
  return line.slice(start, end);
}

/** Gives spaces the looks and the link that the words on both sides share. */
export function shareLooks(line: Token[]) {
  for (let start = 0; start < line.length; start++) {
    const before = line[start - 1];
    if (!before || !isSpace(line[start]!)) continue;
    let end = start;
    while (end < line.length && isSpace(line[end]!)) end++;
    const after = line[end];
    const within = !!after && before.link === after.link;
    for (const token of line.slice(start, end)) {
      token.looks = new Set(LOOKS.filter((look) => within && before.looks.has(look) && after.looks.has(look)));
      token.link = within ? before.link : '';
    }
    start = end;
  }
}
