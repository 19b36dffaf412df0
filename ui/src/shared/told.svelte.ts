// What is said to those who listen. There is one place for it in the whole window, since a region that comes and goes
// together with its words is often not heard. Errors speak for themselves, at once, where they stand.

let words = $state('');

/** Says something when nothing else is being said. */
export function tell(text: string): void {
  // The same words twice are heard twice only if they differ.
  words = text === words && text !== '' ? `${text}\u00a0` : text;
}

/** What was said last. */
export function told(): string {
  return words;
}
