// What a channel leaves unsaid. The program has two structs called `Change`, and of types of one name only one is made;
// here stands the other, until each has a name of its own.

import type { Fitted } from '../generated/Fitted';
import type { Speech } from '../generated/Speech';
import type { What } from '../generated/What';

/** A piece that is said in fewer words than the letter has, or not at all. */
export interface Omission {
  /** Its path in the draft, by which a pin puts it back; empty for the template's words. */
  piece: string;
  what: What;
  /** The words that are missing from the text, exactly. */
  missing: string;
  /** What stands in the text instead; empty when nothing does. */
  instead: string;
  /** How much of the limit that saves, in its unit. */
  saved: number;
}

export function omissions(said: Fitted | Speech): Omission[] {
  return said.changes as unknown as Omission[];
}

/** Omissions as an answer of the program carries them. */
export function carried(omissions: Omission[]): Fitted['changes'] {
  return omissions as unknown as Fitted['changes'];
}
