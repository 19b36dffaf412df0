// The answers to a kind's own questions: how each is read from the draft, and what a field hands back.

import type { Field } from '../../generated/Field';
import type { Words } from '../../generated/Words';

/** What stands in a field: the answer, else the kind's default. */
export function textOf(field: Field, words: Words | undefined): string {
  if (words === undefined) return field.default;
  return Array.isArray(words) ? words.join('\n') : String(words);
}

/** The entries of a list. */
export function listOf(words: Words | undefined): string[] {
  if (Array.isArray(words)) return words;
  return typeof words === 'string' && words !== '' ? words.split('\n') : [];
}

/** Whether the answer is the kind's own words, which nobody changed. */
export function isDefault(field: Field, words: Words | undefined): boolean {
  return field.default !== '' && (words === undefined || words === field.default);
}

/** A number that was typed; nothing for what is not a whole number. */
export function numberOf(text: string): number | undefined {
  const plain = text.replace(/[\s,$]/g, '');
  const number = Number(plain);
  return plain !== '' && Number.isSafeInteger(number) ? number : undefined;
}
