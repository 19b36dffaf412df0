// The units of one block as markup: looks opened and closed in the order that the letter's reader needs, links, breaks,
// note marks, and every sign that people typed kept from becoming markup.

import type { RichInline } from '../generated/RichInline';
import { isGap, isWordy, LOOKS, stretches, units, type Look, type Unit } from './looks';

/** Something open: a look or a link, with the sign that closes it. */
interface Open {
  what: Look | 'link';
  close: string;
}

const SIGNS = { strong: '**', emphasis: '*', underline: '__' };

/** Words as markup. `lineBreak` is what breaks a line. */
export function inlineMarkup(content: RichInline[], lineBreak = '\\\n'): string {
  const all = units(content);
  return new Writer(all, italicSigns(all), lineBreak).text();
}

class Writer {
  private out = '';
  private open: Open[] = [];

  constructor(
    private all: Unit[],
    private italics: string[],
    private lineBreak: string,
  ) {}

  text(): string {
    let before = -1;
    this.all.forEach((unit, at) => {
      if (isGap(unit)) return;
      this.turn(before, at);
      this.out += unit.kind === 'note' ? `[^${unit.text}]` : escaped(this.all, at);
      before = at;
    });
    this.close(this.open.length);
    return this.out;
  }

  /** Closes what ends after the unit `from`, writes the gap, opens what begins at the unit `to`. */
  private turn(from: number, to: number) {
    const gap = this.all.slice(from + 1, to);
    const unit = this.all[to];
    if (!unit) return;
    const link = unit.link;
    const linkStays = this.isOpen('link') && [...gap, unit].every((other) => other.link === this.all[from]?.link);
    const linkOpens = link !== '' && !linkStays;
    const stays = ({ what }: Open) => {
      if (what === 'link') return linkStays;
      return [...gap, unit].every((other) => other.looks.has(what)) && !(linkOpens && !this.spans(what, to, true));
    };
    const firstGone = this.open.findIndex((open) => !stays(open));
    if (firstGone >= 0) this.close(this.open.length - firstGone);
    for (const space of gap) this.out += space.kind === 'break' ? this.lineBreak : space.text;

    const looks = LOOKS.filter((look) => unit.looks.has(look) && !this.isOpen(look));
    // Underline before bold before italic, but what lasts longer first.
    const order = ['underline', 'strong', 'emphasis'];
    looks.sort((a, b) => this.end(b, to) - this.end(a, to) || order.indexOf(a) - order.indexOf(b));
    const needsLink = link !== '' && !this.isOpen('link');
    const outside = needsLink ? looks.filter((look) => this.spans(look, to, false)) : looks;
    for (const look of outside) this.begin(look, to);
    if (needsLink) {
      this.out += '[';
      this.open.push({ what: 'link', close: `](${target(link)})` });
      for (const look of looks) if (!outside.includes(look)) this.begin(look, to);
    }
  }

  private begin(look: Look, at: number) {
    const close = look === 'emphasis' ? (this.italics[at] ?? '*') : SIGNS[look];
    this.out += close;
    this.open.push({ what: look, close });
  }

  private close(count: number) {
    for (let i = 0; i < count; i++) this.out += this.open.pop()?.close ?? '';
  }

  private isOpen(what: Look | 'link'): boolean {
    return this.open.some((open) => open.what === what);
  }

  private end(look: Look, at: number): number {
    const end = this.all.findIndex((unit, index) => index > at && !unit.looks.has(look));
    return end < 0 ? this.all.length : end;
  }

  /** Whether a look can stand around the link that begins here, instead of inside. */
  private spans(look: Look, at: number, begun: boolean): boolean {
    const link = this.all[at]?.link;
    const next = this.all.findIndex((unit, index) => index > at && unit.link !== link);
    const linkEnd = next < 0 ? this.all.length : next;
    const end = this.end(look, at);
    if (begun) return end > linkEnd || (end === linkEnd && !isWordy(this.all[linkEnd]));
    return end > linkEnd && !isWordy(this.all[at - 1]);
  }
}

/**
 * For each unit the sign of italics that begin there. `_` where `*` would run into the stars of bold; where that cannot
 * stand either, bold wins and the italics give way.
 */
function italicSigns(all: Unit[]): string[] {
  const signs: string[] = [];
  for (const [start, end] of stretches(all, 'emphasis')) {
    const clashes = stretches(all, 'strong').filter(
      ([from, to]) =>
        (from === start && to < end) ||
        (start < from && from < end && end < to) ||
        (from < start && start < to && to < end),
    );
    const [from, to] = underscored(all, start, end);
    const free = !stretches(all, 'underline').some((line) => line.some((edge) => edge >= from && edge <= to));
    if (clashes.length > 0 && free) {
      for (let at = from; at < to; at++) {
        all[at]?.looks.add('emphasis');
        signs[at] = '_';
      }
    } else {
      for (const [first, last] of clashes) for (let at = first; at < last; at++) all[at]?.looks.delete('emphasis');
    }
  }
  return signs;
}

/** The stretch with the words whole that it begins and ends in. */
function underscored(all: Unit[], start: number, end: number): [number, number] {
  let [from, to] = [start, end];
  while (isWordy(all[from]) && isWordy(all[from - 1])) from--;
  while (isWordy(all[to - 1]) && isWordy(all[to])) to++;
  return [from, to];
}

/** A character so that it prints as it is. */
function escaped(all: Unit[], at: number): string {
  const unit = all[at];
  const c = unit?.text ?? '';
  if (!unit || unit.bare) return c;
  if (c === '_' && isWordy(all[at - 1]) && isWordy(all[at + 1]) && isPlainAround(all, at)) return c;
  if (c === ']' && unit.link === '') return c;
  if (c === ':' && unit.link === '' && isScheme(all, at)) return '\\:';
  return '\\*_[]'.includes(c) ? `\\${c}` : c;
}

/** No look begins or ends beside it. */
function isPlainAround(all: Unit[], at: number): boolean {
  const [before, unit, after] = [all[at - 1], all[at], all[at + 1]];
  return LOOKS.every(
    (look) => before?.looks.has(look) === unit?.looks.has(look) && after?.looks.has(look) === unit?.looks.has(look),
  );
}

/** The colon of an address that is to be no link. */
function isScheme(all: Unit[], at: number): boolean {
  const words = (from: number, to: number) =>
    all
      .slice(Math.max(0, from), to)
      .map((unit) => unit.text)
      .join('');
  return words(at + 1, at + 3) === '//' && /https?$/.test(words(at - 5, at));
}

function target(url: string): string {
  let depth = 0;
  for (const c of url) {
    if (c === '(') depth++;
    if (c === ')' && --depth < 0) break;
  }
  return url.replace(depth === 0 ? /[[\]\\]/g : /[[\]()\\]/g, '\\$&');
}
