// Languages of letters, and how a date looks in each.

/** Languages whose words Lectern knows: labels, months, salutations. */
const TAGS = ['en-US', 'es', 'tl', 'vi', 'ru', 'uk'];

/** The language of letters when none is set. */
export const USUAL = 'en-US';

/** The tags to choose from with their names; a tag that is set but not known stays among them. */
export function languages(set: string, locale = 'en'): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' });
  const tags = set === '' || TAGS.includes(set) ? TAGS : [set, ...TAGS];
  return tags.map((tag) => ({ value: tag, label: named(names, tag) }));
}

function named(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** How a letter in this language writes a day. */
export function dateIn(tag: string, day: string): string {
  const at = new Date(`${day}T12:00:00Z`);
  try {
    return new Intl.DateTimeFormat(tag || USUAL, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
  } catch {
    return new Intl.DateTimeFormat(USUAL, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
  }
}
