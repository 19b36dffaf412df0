// What each kind of source asks for first, and what in the letter cites a source.

import { askName, orderedAsks } from '../../draft/lists';
import { called } from '../../draft/naming';
import type { Draft } from '../../generated/Draft';
import type { Reference } from '../../generated/Reference';
import type { ReferenceKind } from '../../generated/ReferenceKind';
import type { ReferencePlace } from '../../generated/ReferencePlace';
import type { NoteMarks } from '../../generated/NoteMarks';
import type { Template } from '../../generated/Template';

export const PLACES: { value: ReferencePlace | 'kind'; label: string; help?: string }[] = [
  { value: 'kind', label: 'Usual for this kind of letter' },
  { value: 'footnotes', label: 'Footnotes', help: 'At the foot of the page that cites them.' },
  { value: 'endnotes', label: 'Endnotes', help: 'All together after the signature.' },
  { value: 'block', label: 'Quoted after the signature', help: 'Each with its exact words, as a block of its own.' },
];

export const MARKS: { value: NoteMarks | 'kind'; label: string }[] = [
  { value: 'kind', label: 'Usual for this kind of letter' },
  { value: 'numbers', label: 'Numbers: ¹ ² ³' },
  { value: 'symbols', label: 'Symbols: * † ‡' },
];

/** Whether a kind of source is law, which is cited by jurisdiction, number and section rather than by author. */
export function isLaw(kind: ReferenceKind): boolean {
  return ['ordinance', 'resolution', 'statute', 'bill', 'regulation'].includes(kind);
}

/** What cites a source: asks by their names, answers by their questions. */
export function citedBy(draft: Draft, id: string, template?: Template): { path: string; name: string }[] {
  const mark = `[^${id}]`;
  const asks = orderedAsks(draft.asks)
    .map(({ ask, index }, at) => ({ ask, path: `asks[${index}]`, name: `Ask ${at + 1}: ${askName(ask, at + 1)}` }))
    .filter(({ ask }) => ask.references.includes(id) || [ask.full, ask.short].some((text) => text.includes(mark)))
    .map(({ path, name }) => ({ path, name: name.replace(/^Ask (\d+): Ask \1$/, 'Ask $1') }));
  const words = Object.entries(draft.words)
    .filter(([, value]) => (Array.isArray(value) ? value.join('\n') : String(value)).includes(mark))
    .map(([name]) => ({ path: `words.${name}`, name: called(`words.${name}`, template) }));
  return [...asks, ...words];
}

/** Taking a source out: it goes from the list and from the asks that rest on it. Marks in the text stay, and are found. */
export function removing(draft: Draft, index: number): { path: string; value: unknown }[] {
  const gone = draft.references[index]?.id;
  const settings: { path: string; value: unknown }[] = [
    { path: 'references', value: draft.references.filter((_, at) => at !== index) },
  ];
  draft.asks.forEach((ask, at) => {
    if (!gone || !ask.references.includes(gone)) return;
    settings.push({ path: `asks[${at}].references`, value: ask.references.filter((id) => id !== gone) });
  });
  return settings;
}

/** The fields of a source that have something in them. */
export function filled(reference: Reference, fields: (keyof Reference)[]): boolean {
  return fields.some((field) => Boolean(reference[field]));
}
