// How long a text is, as people and portals count.

/** Words: what stands between spaces. */
export function words(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Characters as people count them, line breaks as one. */
export function characters(text: string): number {
  return [...text].length;
}

/** Characters as some portals count them: a line break is two. */
export function charactersWithBreaksAsTwo(text: string): number {
  return characters(text) + (text.match(/\n/g)?.length ?? 0);
}

/** `1 word · 5 characters` */
export function length(text: string): string {
  return `${many(words(text), 'word')} · ${many(characters(text), 'character')}`;
}

/** `1 word`, `2 words`, `1,200 words` */
export function many(count: number, thing: string): string {
  return `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`;
}
