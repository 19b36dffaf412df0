// What is typed for the search before its field is there. The search comes a moment after the window; whoever is faster
// loses no letter.

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

/** The words after a key; `null` for a key that is no typing. */
export function typedWith(words: string, press: Press): string | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return null;
  if (press.key === 'Backspace') return words.slice(0, -1);
  return [...press.key].length === 1 ? words + press.key : null;
}
