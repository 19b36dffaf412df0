// The letter's own type in the window: regular and bold of the serif, loaded once from the program.

import type { Backend } from '../backend/backend';

/** The name under which style sheets find the letter's type. */
export const LETTER_TYPE = 'Letter';

// The numbers of the built-in faces.
const FACES = [
  { number: 0, weight: '400' },
  { number: 1, weight: '700' },
];
let asked = false;

export function loadLetterType(backend: Pick<Backend, 'faceUrl'>): void {
  if (asked || typeof FontFace === 'undefined') return;
  asked = true;
  for (const { number, weight } of FACES) {
    const face = new FontFace(LETTER_TYPE, `url("${backend.faceUrl(number)}")`, { weight });
    document.fonts.add(face);
    // Without it the drawing stands in the system's serif, which does no harm.
    face.load().catch(() => document.fonts.delete(face));
  }
}
