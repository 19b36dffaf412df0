// Colours of a letterhead: read as a person types them, and judged on white paper.

/** `#rrggbb`, from `0b5`, `#00bb55` and the like. */
export function readColour(typed: string): string | null {
  const digits = typed.trim().replace(/^#/, '').toLowerCase();
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`;
  if (/^[0-9a-f]{3}$/.test(digits)) return `#${[...digits].map((digit) => digit + digit).join('')}`;
  return null;
}

/** The contrast of a colour with white paper, from 1 to 21. */
export function contrastOnPaper(colour: string): number {
  const parts = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05);
}

/** Type of this colour can be read by everybody who can read the letter. */
export function isLegible(colour: string): boolean {
  return contrastOnPaper(colour) >= 4.5;
}
