// The words of one block as single characters with their looks, settled so that markup can say them.
//
// Markup opens and closes looks only where the letter's reader sees it: bold and italic neither open before nor close
// behind punctuation that touches a word, underline begins and ends with whole words, and spaces at the ends of a look
// belong to none. What markup cannot say is moved by as little as it takes.

import type { RichInline } from '../generated/RichInline';
import { leadingAddress } from './address';

export const LOOKS = ['strong', 'emphasis', 'underline'] as const;
export type Look = (typeof LOOKS)[number];

/** A character, a line break or a note mark. */
export interface Unit {
  kind: 'character' | 'break' | 'note';
  /** The character, or the id of the note's reference. */
  text: string;
  looks: Set<Look>;
  link: string;
  /** It belongs to an address that stands in the text as it is. */
  bare?: boolean;
}

const NOTE_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** The units of a block, without spaces at the ends of its lines. */
export function units(content: RichInline[]): Unit[] {
  const out: Unit[] = [];
  for (const inline of content) {
    if (inline.type === 'text') {
      const looks = LOOKS.filter((look) => inline[look]);
      for (const c of inline.text) {
        if (c === '\u2028') out.push({ kind: 'break', text: '', looks: new Set(), link: '' });
        else {
          const text = /\p{Cc}/u.test(c) ? ' ' : c;
          out.push({ kind: 'character', text, looks: new Set(looks), link: inline.link });
        }
      }
    } else if (inline.type === 'break') {
      out.push({ kind: 'break', text: '', looks: new Set(), link: '' });
    } else if (NOTE_ID.test(inline.id)) {
      out.push({ kind: 'note', text: inline.id, looks: new Set(), link: '' });
    }
  }
  const all = withoutEnds(out);
  betweenAlike(all);
  withoutLinkEnds(all);
  bareAddresses(all);
  return settled(all);
}

/** Neither ink nor a note: what stands between words. */
export function isGap(unit: Unit | undefined): boolean {
  return !unit || unit.kind === 'break' || (unit.kind === 'character' && /\p{White_Space}/u.test(unit.text));
}

/** A letter or digit. */
export function isWordy(unit: Unit | undefined): boolean {
  return unit?.kind === 'character' && /[\p{Alphabetic}\p{N}]/u.test(unit.text);
}

/** Both stand in the same link, or in none. */
export function isOneLink(a: Unit | undefined, b: Unit | undefined): boolean {
  return a?.link === b?.link;
}

function withoutEnds(all: Unit[]): Unit[] {
  const out: Unit[] = [];
  for (const unit of all) {
    if (unit.kind === 'break') {
      while (isSpace(out.at(-1))) out.pop();
    } else if (isSpace(unit) && (out.length === 0 || out.at(-1)?.kind === 'break')) continue;
    if (unit.kind === 'break' && out.length === 0) continue;
    out.push(unit);
  }
  while (out.length > 0 && isGap(out.at(-1))) out.pop();
  return out;
}

function isSpace(unit: Unit | undefined): boolean {
  return !!unit && unit.kind !== 'break' && isGap(unit);
}

function settled(all: Unit[]): Unit[] {
  for (const look of LOOKS) {
    if (look === 'underline') wholeWords(all, look);
    for (const [start, end] of stretches(all, look)) shrink(all, look, start, end);
  }
  return all;
}

/** Breaks and note marks look like what stands on both sides of them. */
function betweenAlike(all: Unit[]) {
  all.forEach((unit, at) => {
    if (unit.kind === 'character') return;
    const before = all[at - 1];
    const after = all.slice(at + 1).find((next) => next.kind === 'character');
    if (!before || !after) return;
    unit.looks = new Set(LOOKS.filter((look) => before.looks.has(look) && after.looks.has(look)));
    unit.link = before.link === after.link ? before.link : '';
  });
}

/** Spaces at the ends of a link belong to none. */
function withoutLinkEnds(all: Unit[]) {
  const loosen = (unit: Unit, outside: Unit | undefined) => {
    if (unit.link && isGap(unit) && !isOneLink(unit, outside)) unit.link = '';
  };
  for (let at = 0; at < all.length; at++) loosen(all[at]!, all[at - 1]);
  for (let at = all.length - 1; at >= 0; at--) loosen(all[at]!, all[at + 1]);
}

/** Finds the links whose words are their address, and which the reader finds without brackets. */
function bareAddresses(all: Unit[]) {
  for (let start = 0; start < all.length; start++) {
    const link = all[start]?.link;
    if (!link || isOneLink(all[start - 1], all[start])) continue;
    const end = start + [...link].length;
    const inside = all.slice(start, end);
    const alike = inside.every((unit) => unit.link === link && sameLooks(unit, inside[0]) && unit.kind === 'character');
    const words = (some: Unit[]) => some.map((unit) => unit.text).join('');
    const gap = all.findIndex((unit, at) => at >= end && (isGap(unit) || unit.kind !== 'character'));
    const rest = words(all.slice(end, gap < 0 ? all.length : gap)).replace(/[[\\*_].*/s, '');
    const touches = gap >= 0 && all[gap]?.kind === 'note';
    if (!alike || touches || isWordy(all[start - 1]) || all[end]?.link === link || words(inside) !== link) continue;
    if (leadingAddress(link + rest) !== link) continue;
    for (const unit of inside) Object.assign(unit, { link: '', bare: true });
  }
}

function sameLooks(a: Unit, b: Unit | undefined): boolean {
  return LOOKS.every((look) => a.looks.has(look) === b?.looks.has(look));
}

/** Where a look begins and ends, as index of the first and after the last unit. */
export function stretches(all: Unit[], look: Look): [start: number, end: number][] {
  const out: [number, number][] = [];
  all.forEach((unit, at) => {
    if (!unit.looks.has(look)) return;
    const last = out.at(-1);
    if (last && last[1] === at) last[1] = at + 1;
    else out.push([at, at + 1]);
  });
  return out;
}

/** Lets a look begin and end with whole words. */
export function wholeWords(all: Unit[], look: Look) {
  for (const [start, end] of stretches(all, look)) {
    for (let at = start; isWordy(all[at]) && isWordy(all[at - 1]); at--) all[at - 1]?.looks.add(look);
    for (let at = end; isWordy(all[at - 1]) && isWordy(all[at]); at++) all[at]?.looks.add(look);
  }
}

/** Takes a look from spaces and note marks at its ends, and from punctuation that a word touches from outside. */
function shrink(all: Unit[], look: Look, start: number, end: number) {
  const goes = (at: number, outside: number) => {
    const unit = all[at];
    if (isGap(unit) || unit?.kind === 'note') return true;
    return !isWordy(unit) && isWordy(all[outside]) && (look === 'underline' || isOneLink(unit, all[outside]));
  };
  for (; start < end && goes(start, start - 1); start++) all[start]?.looks.delete(look);
  for (; start < end && goes(end - 1, end); end--) all[end - 1]?.looks.delete(look);
}
