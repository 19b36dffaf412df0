// A draft as the lines of a letter, each with the field it came from, and what is missing in it. Simple on purpose:
// enough to look at screens and to test them; the letter itself is the program's.

import { orderedAsks, shortened } from '../../draft/lists';
import type { Addressee } from '../../generated/Addressee';
import type { Built } from '../../generated/Built';
import type { Draft } from '../../generated/Draft';
import type { Finding } from '../../generated/Finding';
import type { PartName } from '../../generated/PartName';
import type { Template } from '../../generated/Template';
import { at } from '../../draft/paths';

/** One paragraph of the letter. */
export interface Paragraph {
  path: string;
  text: string;
  strong?: boolean;
  /** How far it is indented, in points. */
  indent?: number;
  /** It follows the one before without space. */
  tight?: boolean;
}

/** What the letter says where the draft leaves it open. */
export function built(draft: Draft, template: Template): Built {
  const number = draft.item.number && `${draft.item.label ?? 'Item #'}${draft.item.number}`;
  const subject = [number, draft.item.title].filter(Boolean).join(' – ');
  return {
    title: draft.subject || subject || template.name,
    file_name: fileName(draft),
    date_line: draft.date ? longDate(draft.date) : '',
    subject,
    salutation: salutation(draft, template),
    closing: template.closing ?? 'Sincerely,',
    addresses: draft.addressees.map(address),
  };
}

/** The paragraphs of the letter in their order. */
export function paragraphs(draft: Draft, template: Template): Paragraph[] {
  const made = built(draft, template);
  const parts: Record<PartName, () => Paragraph[]> = {
    letterhead: () => head(draft),
    date: () => lines('date', [draft.date_line ?? made.date_line]),
    delivery: () => lines('delivery', draft.delivery),
    addressees: () => made.addresses.flatMap((address, index) => lines(`addressees[${index}]`, address)),
    subject: () => strong(lines('subject', [`${draft.page.subject_label ?? 'Re:'} ${draft.subject ?? made.subject}`])),
    salutation: () => lines('salutation', [draft.salutation ?? made.salutation]),
    body: () => body(draft, template),
    closing: () => lines('closing', [draft.closing ?? made.closing]),
    signers: () => draft.signers.flatMap((_, index) => signer(draft, index)),
    enclosures: () => listed('enclosures', 'Enclosures:', draft.enclosures),
    copies: () => listed('cc', 'cc:', draft.cc),
  };
  return [...template.parts.flatMap((part) => parts[part]()), ...references(draft)];
}

const ABSENT: Record<string, [string, string]> = {
  date: ['the letter has no date', 'Give the date that the letter bears.'],
  addressees: ['the letter has no addressee', 'Add the body or the person that the letter goes to.'],
  signers: ['the letter has no signer', 'Add the name of the person who signs.'],
  asks: ['what you ask for is missing', 'Add at least one ask.'],
  'item.number': ['the number of the item is missing', 'Copy the number from the agenda.'],
  'item.title': ['the title of the item is missing', 'Copy the title from the agenda, word for word.'],
  'item.body': ['the body that hears the item is missing', 'Name the council, board or committee that hears it.'],
  'item.meeting': ['the date of the meeting is missing', 'Give the date of the meeting that hears the item.'],
  'item.position': [
    'your position on the item is missing',
    'Choose whether you support it, oppose it or want it changed.',
  ],
};

const UNSAID = { why: 'The program says why.', other: null, repair: null, overruled: null };

/** What preflight would say of what is missing. */
export function findings(draft: Draft, template: Template): Finding[] {
  const found: Finding[] = [];
  const absent = (path: string, message: string, hint: string) =>
    found.push({ ...UNSAID, check: 'missing', severity: 'error', message, hint, place: { path, excerpt: '' } });
  for (const path of template.required) {
    if (!isEmpty(at(draft, path))) continue;
    const [what, hint] = ABSENT[path] ?? [`${path.replace(/[._]/g, ' ')} is missing`, 'Fill it in.'];
    absent(path, what, hint);
  }
  for (const field of template.fields.filter((field) => field.required && !field.default)) {
    const hint = 'Answer the question; this kind of letter cannot do without it.';
    if (isEmpty(draft.words[field.name])) absent(`words.${field.name}`, `no answer to “${field.prompt}”`, hint);
  }
  draft.asks.forEach((ask, index) => {
    if (!ask.full.trim())
      absent(`asks[${index}].full`, `ask ${index + 1} says nothing`, 'Write the ask, or remove it.');
  });
  if (draft.date && draft.item.meeting && draft.date > draft.item.meeting) {
    found.push({
      ...UNSAID,
      check: 'letter-date',
      severity: 'warning',
      message: 'the letter is dated after the meeting',
      hint: 'Check both dates.',
      place: { path: 'date', excerpt: draft.date },
      other: { path: 'item.meeting', excerpt: draft.item.meeting },
    });
  }
  for (const finding of found) {
    const { check, place } = finding;
    const one = draft.overruled.find((one) => one.check === check && one.excerpt === place.excerpt);
    if (one) finding.overruled = one.reason;
  }
  return found;
}

/** The letter as plain text. */
export function plainText(draft: Draft, template: Template): string {
  return paragraphs(draft, template)
    .map((paragraph, index) => (index === 0 || paragraph.tight ? '' : '\n') + plain(paragraph.text))
    .join('\n');
}

/** How many words a letter has. */
export function wordCount(draft: Draft, template: Template): number {
  return plainText(draft, template).split(/\s+/).filter(Boolean).length;
}

/** Markup as plain words. */
export function plain(markup: string): string {
  return markup
    .replace(/\[\^[^\]]*\]/g, '')
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1')
    .replace(/\*+|__/g, '')
    .replace(/\\/g, '');
}

function head(draft: Draft): Paragraph[] {
  const head = draft.letterhead;
  if (!head) return lines('sender', [draft.sender.name, ...draft.sender.lines].filter(Boolean));
  const names = [head.name, ...head.columns.map((column) => column.name)].filter(Boolean);
  const rest = [...head.lines, ...head.columns.flatMap((column) => column.lines)];
  return [...strong(lines('letterhead', names)), ...lines('letterhead', rest).map(tight)];
}

function body(draft: Draft, template: Template): Paragraph[] {
  const asks = orderedAsks(draft.asks).map(({ ask, index }, at): Paragraph => {
    const label = ask.label ? `${ask.label}: ` : '';
    return { path: `asks[${index}].full`, text: `${at + 1}) ${label}${ask.full}`, indent: 18 };
  });
  const words = template.fields.map((field) => ({ field, path: `words.${field.name}` }));
  const said = words.map(({ field, path }) => {
    const value = draft.words[field.name] ?? field.default;
    if (field.kind === 'choice' || field.kind === 'flag') return [];
    const texts = Array.isArray(value) ? value : String(value).split(/\n\n+/);
    return texts.filter(Boolean).map((text): Paragraph => ({ path, text }));
  });
  const middle = Math.ceil(said.length * 0.6);
  return [...said.slice(0, middle).flat(), ...asks, ...said.slice(middle).flat()];
}

function signer(draft: Draft, index: number): Paragraph[] {
  const { name, title, organisation, lines: more, sign } = draft.signers[index]!;
  const mark = sign === 'slash' ? [`/s/ ${name}`] : [];
  return lines(`signers[${index}]`, [...mark, name, title, organisation, ...more].filter(Boolean));
}

function references(draft: Draft): Paragraph[] {
  return draft.references.flatMap((reference, index) => {
    const path = `references[${index}]`;
    const named = strong(lines(path, [reference.label || reference.title || reference.number].filter(Boolean)));
    const said = reference.excerpt.split(/\n\n+/).filter(Boolean);
    return [...named, ...said.map((text) => ({ path: `${path}.excerpt`, text, indent: 18 }))];
  });
}

function lines(path: string, texts: string[]): Paragraph[] {
  return texts.map((text, index) => ({ path, text, tight: index > 0 }));
}

function listed(path: string, label: string, texts: string[]): Paragraph[] {
  return texts.length > 0 ? lines(path, [label, ...texts]) : [];
}

const strong = (all: Paragraph[]): Paragraph[] => all.map((paragraph) => ({ ...paragraph, strong: true }));
const tight = (paragraph: Paragraph): Paragraph => ({ ...paragraph, tight: true });

function address(addressee: Addressee): string[] {
  if (addressee.lines.some(Boolean)) return addressee.lines;
  const persons = addressee.persons.map((person) =>
    [person.honorific, person.first, person.last].filter(Boolean).join(' '),
  );
  return [...persons, addressee.body].filter(Boolean);
}

function salutation(draft: Draft, template: Template): string {
  const people = draft.addressees.flatMap((addressee) => addressee.persons).filter((person) => !person.absent);
  const names = people.map(
    (person) => person.greet ?? [person.role, person.last || person.first].filter(Boolean).join(' '),
  );
  const greeting = draft.page.greeting ?? 'Dear';
  const end = draft.page.salutation_end ?? template.page.salutation_end ?? ':';
  const named = names.filter(Boolean);
  if (named.length === 0)
    return template.salutation ?? `${greeting} Members of the ${draft.item.body || 'Council'}${end}`;
  const last = named.pop()!;
  return `${greeting} ${named.length > 0 ? `${named.join(', ')}, and ${last}` : last}${end}`;
}

function fileName(draft: Draft): string {
  const words = [draft.date, draft.item.body, draft.item.number && `item-${draft.item.number}`, draft.sender.short];
  const name = words.filter(Boolean).join('-').toLowerCase();
  return shortened(name.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''), 100) || 'letter';
}

function longDate(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  return day.toLocaleDateString('en-US', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' });
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || String(value).trim() === '';
}
