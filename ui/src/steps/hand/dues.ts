// When a comment has to be in, in words; and what has to be known first, with the field where it is said.

import type { Due } from '../../generated/Due';
import type { Lacking } from '../../generated/Lacking';
import type { Tier } from '../../generated/Tier';

const TIERS: Record<Tier, string> = {
  distributed: 'To reach the members before the meeting',
  'record-only': 'To be in the record',
  accepted: 'To be accepted',
  speaking: 'To speak',
};

/** What being in before this is good for. */
export function goodFor({ tier, opens }: Due): string {
  return opens ? 'Comments are taken from here on' : TIERS[tier];
}

/** `closes in 3 h` as the beginning of a sentence. */
export function leftWords({ left }: Due): string {
  return left.charAt(0).toUpperCase() + left.slice(1);
}

const LACKS: Record<Lacking, { words: string; path: string }> = {
  date: { words: 'Say on which day the meeting is.', path: 'item.meeting' },
  time: { words: 'Say when the meeting starts.', path: 'item.time' },
  zone: { words: 'Say in which time zone the meeting is, by a name such as America/Los_Angeles.', path: 'item.zone' },
};

/** What is to be said first, each once. */
export function lacking(dues: Due[]): { words: string; path: string }[] {
  const all = new Set(dues.flatMap(({ lacks }) => (lacks ? [lacks] : [])));
  return [...all].map((lacks) => LACKS[lacks]);
}
