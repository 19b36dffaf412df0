// How full a box is and what it leaves out, in words; and the pins by which a person puts something back.

import type { Omission } from '../../generated/Omission';
import { called } from '../../draft/naming';
import { parts } from '../../draft/paths';
import type { Counts } from '../../generated/Counts';
import type { Gauge } from '../../generated/Gauge';
import type { LimitUnit } from '../../generated/LimitUnit';
import type { Pin } from '../../generated/Pin';
import type { Shorten } from '../../generated/Shorten';
import type { Template } from '../../generated/Template';

const number = (value: number) => value.toLocaleString('en-US');
const several = (count: number, one: string) => `${number(count)} ${count === 1 ? one : `${one}s`}`;

/** `950 of 1,000 characters` */
export function usedWords(gauge: Gauge, unit: LimitUnit): string {
  const one = unit === 'words' ? 'word' : 'character';
  const used = number(gauge.used);
  return gauge.limit === null ? several(gauge.used, one) : `${used} of ${several(gauge.limit, one)}`;
}

/** How a text stands to its limit. */
export function stand(gauge: Gauge): 'open' | 'fits' | 'near' | 'over' {
  if (gauge.limit === null) return 'open';
  if (gauge.over > 0) return 'over';
  return gauge.near ? 'near' : 'fits';
}

/** The same in words; a text in which no ask found room fits, and is not what one wants to send. */
export function standWords(gauge: Gauge, asksLess = false): string {
  const left = gauge.limit === null ? 0 : gauge.limit - gauge.used;
  const are = `${number(left)} ${left === 1 ? 'is' : 'are'} left`;
  return {
    open: 'No limit is known.',
    fits: asksLess ? `No ask is in it; ${are}.` : `It fits; ${are}.`,
    near: asksLess ? `No ask is in it, and ${are}.` : `It fits, and is nearly full: ${are}.`,
    over: `${number(gauge.over)} too many.`,
  }[stand(gauge)];
}

/** What to shorten, and by how much, before the sentence itself. */
export function shortenWords(shorten: Shorten, gauge: Gauge, unit: LimitUnit, name: string) {
  const { by, pinned, enough } = shorten;
  const much = several(by, unit === 'words' ? 'word' : 'character');
  if (gauge.over === 0) {
    const text = enough
      ? `Take at least ${much} out of ${name}, and it fits:`
      : `${name} is the shortest, and still ${much} too long:`;
    return { title: 'No ask finds room', text };
  }
  const why = pinned
    ? 'What you put back does not fit. Let something go again, or take'
    : 'Nothing more can be left out. Take';
  return enough
    ? { title: 'Shorten one sentence', text: `${why} at least ${much} out of ${name}:` }
    : {
        title: 'Shorten more than one sentence',
        text: `${why} at least ${much} out. The longest sentence, in ${name}, is a part of that:`,
      };
}

/** The text counted three ways, since pages do not agree on how to count. */
export function countWords({ words, characters, units }: Counts): string {
  const counted = `${several(words, 'word')} · ${several(characters, 'character')}`;
  return `${counted} · ${number(units)} as strict pages count`;
}

const DONE: Record<Omission['what'], string> = {
  shortened: 'Said in fewer words',
  'one-line': 'Said in one line',
  cut: 'Only its first sentences are said',
  'left-out': 'Left out',
};

export function doneWords({ what }: Omission): string {
  return DONE[what];
}

/** What people call a piece: `Ask 2`, `“What has happened?”, paragraph 1`. */
export function pieceName(piece: string, template: Template): string {
  if (piece === '') return 'Words of this kind of letter';
  const steps = parts(piece);
  const last = steps.at(-1);
  if (steps[0] === 'words' && typeof last === 'number') return `${called(piece, template)}, paragraph ${last + 1}`;
  return called(piece, template);
}

/** The pins with a piece kept whole. */
export function putBack(pins: Pin[], piece: string): Pin[] {
  return [...pins.filter((pin) => pin.piece !== piece), { piece, at: 'full' }];
}

/** The pins without one; nothing when none is left, so that the draft says no more than it must. */
export function letGo(pins: Pin[], piece: string): Pin[] | undefined {
  const left = pins.filter((pin) => pin.piece !== piece);
  return left.length > 0 ? left : undefined;
}
