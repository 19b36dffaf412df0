// Personal data in the letter: how one piece is told from another, so that what was agreed to stays agreed while the
// letter is written on.

import type { Exposure } from '../../generated/Exposure';

/** The same words in the same field are the same piece, wherever in the field they stand by now. */
export function keyOf({ path, words }: Pick<Exposure, 'path' | 'words'>): string {
  return `${path}\n${words}`;
}

/** Each piece once, in the order of the letter. */
export function once(exposures: Exposure[]): Exposure[] {
  return [...new Map(exposures.map((exposure) => [keyOf(exposure), exposure])).values()];
}
