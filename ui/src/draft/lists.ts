// Lists of a draft: moving, taking and finding entries, and the names that references get.

import type { Ask } from '../generated/Ask';
import type { Reference } from '../generated/Reference';

/** The list with the entry at `from` standing at `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  const entry = list[from];
  if (entry === undefined) return [...list];
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}

export function inserted<T>(list: readonly T[], index: number, entry: T): T[] {
  return [...list.slice(0, index), entry, ...list.slice(index)];
}

export function without<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, at) => at !== index);
}

/** The asks in the order of the letter, each with its place in the draft. */
export function orderedAsks(asks: readonly Ask[]): { ask: Ask; index: number }[] {
  const last = Number.MAX_SAFE_INTEGER;
  return asks
    .map((ask, index) => ({ ask, index }))
    .sort((a, b) => (a.ask.order ?? last) - (b.ask.order ?? last) || a.index - b.index);
}

/** Asks written in the order given, which from then on is the order of the letter. */
export function writtenInOrder(asks: readonly Ask[]): Ask[] {
  return asks.map((ask) => (ask.order === null ? ask : { ...ask, order: null }));
}

/** A name for the note marks of a reference, made of its own words and unlike all others. */
export function referenceId(reference: Partial<Reference>, taken: readonly string[]): string {
  const words = [reference.number, reference.title, reference.author, reference.jurisdiction, reference.label];
  const plain = words.map((text) => slug(text ?? '')).find((text) => text !== '') ?? 'source';
  if (!taken.includes(plain)) return plain;
  for (let number = 2; ; number += 1) {
    if (!taken.includes(`${plain}-${number}`)) return `${plain}-${number}`;
  }
}

function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 24).replace(/-+$/, '');
}

/** What a reference is called in lists. */
export function referenceName(reference: Reference): string {
  const name = reference.title || reference.label || reference.number || reference.url;
  return name || 'A reference without a title';
}

/** What an ask is called in lists. */
export function askName(ask: Ask, number: number): string {
  return ask.label || ask.line || (ask.full && shortened(ask.full)) || `Ask ${number}`;
}

/** Rich text as a few plain words. */
export function shortened(markup: string, most = 80): string {
  const plain = markup
    .replace(/\[\^[^\]]*\]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_\\#>]/g, '');
  const words = plain.replace(/\s+/g, ' ').trim();
  return words.length > most ? `${words.slice(0, most).replace(/\s+\S*$/, '')}…` : words;
}

/** Whether two asks say the same, so that one of them need not be added again. */
export function sameAsk(a: Ask, b: Ask): boolean {
  return a.label.trim() === b.label.trim() && a.full.trim() === b.full.trim();
}

/** Whether an ask was taken from this one and perhaps edited since. */
export function cameFrom(ask: Ask, source: Ask): boolean {
  return sameAsk(ask, source) || (source.label.trim() !== '' && ask.label.trim() === source.label.trim());
}
