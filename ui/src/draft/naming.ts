// What people call the fields of a draft, and in which step of the walk each stands.

import type { Template } from '../generated/Template';
import { covers, parts } from './paths';

export const STEPS = ['item', 'asks', 'addressees', 'words', 'references', 'sign', 'review', 'hand'] as const;
/** One step of the walk. */
export type StepName = (typeof STEPS)[number];

/** What the steps are called. */
export const STEP_NAMES: Record<StepName, string> = {
  item: 'Item',
  asks: 'Asks',
  addressees: 'Addressees',
  words: 'Words',
  references: 'References',
  sign: 'Sign',
  review: 'Review',
  hand: 'Hand in',
};

const STEP_OF: Record<string, StepName> = {
  item: 'item',
  date: 'item',
  date_line: 'item',
  delivery: 'item',
  subject: 'item',
  asks: 'asks',
  addressees: 'addressees',
  salutation: 'addressees',
  cc: 'addressees',
  words: 'words',
  shorter: 'words',
  references: 'references',
  letterhead: 'sign',
  sender: 'sign',
  closing: 'sign',
  signers: 'sign',
  enclosures: 'sign',
  language: 'sign',
  page: 'sign',
  portal: 'hand',
  channels: 'hand',
  shown: 'hand',
};

const STEP_OF_PAGE: Record<string, StepName> = {
  greeting: 'addressees',
  salutation_end: 'addressees',
  serial_comma: 'addressees',
  most_named: 'addressees',
  subject_label: 'item',
  references: 'references',
  note_marks: 'references',
};

/** Where a person changes what has no field of its own, or none while the draft stands as it does. */
const STAND_INS: Record<string, string[]> = {
  item: ['item.title'],
  'item.position_on': ['item.position'],
  'page.greeting': ['salutation'],
  'page.salutation_end': ['salutation'],
  'page.serial_comma': ['salutation'],
  'page.most_named': ['salutation'],
  'page.subject_label': ['subject'],
  'page.references': ['references'],
  'page.note_marks': ['references'],
  sender: ['sender.name', 'letterhead'],
};

/** The step where a path is written; `undefined` for what no step shows. */
export function stepOf(path: string): StepName | undefined {
  const [first, second] = parts(path);
  if (first === 'page' && typeof second === 'string') return STEP_OF_PAGE[second] ?? 'sign';
  return typeof first === 'string' ? STEP_OF[first] : undefined;
}

/** The fields to try when a path has none of its own: first those that do for it, then those that do for what is around it. */
export function standIns(path: string): string[] {
  return Object.keys(STAND_INS)
    .filter((known) => covers(known, path))
    .sort((one, other) => other.length - one.length)
    .flatMap((known) => STAND_INS[known]!);
}

const NAMES: Record<string, string> = {
  '': 'The letter',
  date: 'Letter date',
  date_line: 'Date line',
  delivery: 'Delivery',
  subject: 'Subject',
  salutation: 'Salutation',
  closing: 'Closing',
  enclosures: 'Enclosures',
  cc: 'Copies',
  language: 'Language',
  letterhead: 'Letterhead',
  sender: 'Sender',
  'sender.name': 'Sender’s name',
  'sender.short': 'Sender’s initials',
  'sender.lines': 'Sender’s address',
  item: 'Item',
  'item.body': 'Body',
  'item.number': 'Item number',
  'item.label': 'Word before the number',
  'item.title': 'Item title',
  'item.file_id': 'File number',
  'item.author': 'Author of the bill',
  'item.version': 'Version of the bill',
  'item.meeting': 'Meeting date',
  'item.time': 'Time of the meeting',
  'item.zone': 'Time zone',
  'item.special': 'Special meeting',
  'item.position': 'Position',
  'item.position_on': 'What the position is on',
  asks: 'Asks',
  addressees: 'Addressees',
  references: 'References',
  signers: 'Signers',
  words: 'Words',
  shorter: 'Shorter versions',
  portal: 'Portal',
  channels: 'What fits',
  shown: 'What becomes public',
  page: 'Look of the page',
  'page.references': 'Where references show',
  'page.note_marks': 'Note marks',
};

const ONE_OF: Record<string, string> = {
  asks: 'Ask',
  addressees: 'Addressee',
  references: 'Reference',
  signers: 'Signer',
  persons: 'person',
};

const PARTS_OF: Record<string, string> = {
  full: 'full text',
  short: 'short text',
  lines: 'lines',
  excerpt: 'quotation',
  url: 'web address',
  greet: 'greeting',
  sign: 'signature',
  strokes: 'signature',
  image: 'signature',
  identification_only: 'for identification only',
  file_id: 'file number',
};

/** What people call a field: `Item title`, `Ask 2, full text`, the question of a kind's own field. */
export function called(path: string, template?: Template): string {
  const known = NAMES[path];
  if (known) return known;
  const steps = parts(path);
  if (steps[0] === 'words' && typeof steps[1] === 'string') {
    const field = template?.fields.find((field) => field.name === steps[1]);
    return field ? `“${field.prompt}”` : spaced(steps[1]);
  }
  if (steps[0] === 'letterhead') return 'Letterhead';
  if (steps[0] === 'channels' || steps[0] === 'shown') return NAMES[steps[0]]!;
  if (steps[0] === 'shorter') return `${called(`words.${steps[1]}`, template)}, shorter version`;
  const said: string[] = [];
  steps.forEach((step, index) => {
    if (typeof step === 'number') {
      const list = String(steps[index - 1]);
      const one = ONE_OF[list];
      if (one) said.push(`${one} ${step + 1}`);
    } else if (typeof steps[index + 1] !== 'number' && step !== 'page') {
      said.push(PARTS_OF[step] ?? spaced(step));
    }
  });
  const name = said.join(', ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function spaced(name: string): string {
  return name.replaceAll('_', ' ');
}
