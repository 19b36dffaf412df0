// Personal data in the letter: how one piece is told from another, and what of it the person agreed to show. That stays
// with the draft, and stays agreed while the letter is written on.

import type { Exposure } from '../../generated/Exposure';
import type { Shown } from '../../generated/Shown';

/** The same words in the same field are the same piece, wherever in the field they stand by now. */
export function keyOf({ path, words }: Shown): string {
  return `${path}\n${words}`;
}

/** Each piece once, in the order of the letter. */
export function once(exposures: Exposure[]): Exposure[] {
  return [...new Map(exposures.map((exposure) => [keyOf(exposure), exposure])).values()];
}

export function isShown(shown: Shown[], piece: Shown): boolean {
  return shown.some((one) => keyOf(one) === keyOf(piece));
}

/** What is agreed to after this piece was agreed to, or no longer. What the letter no longer says is forgotten. */
export function agreed(shown: Shown[], piece: Shown, on: boolean, exposures: Exposure[]): Shown[] {
  const { path, words } = piece;
  const rest = shown.filter((one) => keyOf(one) !== keyOf(piece) && isShown(exposures, one));
  return on ? [...rest, { path, words }] : rest;
}
