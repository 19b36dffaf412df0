// The letter's faces for the pages, fetched when a page first needs them and kept while the window is open.

const FIRST_MISSING = 0xffff;
const asked = new Map<number, string>();

/** The family that a face has in the window. What the window cannot fetch is drawn in a face of its own. */
export function family(face: number): string {
  return `LecternFace${face}, serif`;
}

/** Fetches faces that were not asked for yet, or that are found elsewhere now. */
export function loadFaces(faces: Iterable<number>, url: (face: number) => string) {
  if (typeof FontFace === 'undefined') return;
  for (const face of faces) {
    const address = url(face);
    if (face >= FIRST_MISSING || asked.get(face) === address) continue;
    asked.set(face, address);
    const font = new FontFace(`LecternFace${face}`, `url("${address}")`, { display: 'block' });
    document.fonts.add(font);
    font.load().catch(() => {
      document.fonts.delete(font);
      asked.delete(face);
    });
  }
}
