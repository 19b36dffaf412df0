// Drafts and their parts with nothing in them: what a new entry of a list starts from.

import type { Addressee } from '../generated/Addressee';
import type { Ask } from '../generated/Ask';
import type { Draft } from '../generated/Draft';
import type { Furniture } from '../generated/Furniture';
import type { Letterhead } from '../generated/Letterhead';
import type { Person } from '../generated/Person';
import type { Reference } from '../generated/Reference';
import type { Signer } from '../generated/Signer';

export const emptyAsk = (): Ask => ({
  label: '',
  full: '',
  short: '',
  line: '',
  priority: 'normal',
  references: [],
  order: null,
});

export const emptyPerson = (): Person => ({
  first: '',
  last: '',
  role: '',
  honorific: '',
  greet: null,
  absent: false,
  since: null,
  until: null,
});

export const emptyAddressee = (): Addressee => ({ body: '', lines: [], persons: [] });

export const emptyReference = (): Reference => ({
  id: '',
  kind: 'web',
  label: '',
  title: '',
  author: '',
  jurisdiction: '',
  number: '',
  section: '',
  url: '',
  date: null,
  accessed: null,
  excerpt: '',
});

export const emptySigner = (): Signer => ({
  name: '',
  title: '',
  organisation: '',
  lines: [],
  sign: 'typed',
  image: null,
  strokes: [],
  identification_only: false,
});

export const emptyLetterhead = (): Letterhead => ({
  arrangement: 'left',
  name: '',
  lines: [],
  columns: [],
  logo: null,
  logo_alt: '',
  logo_height: null,
  rule: false,
  colour: null,
  foot: '',
});

export const emptyFurniture = (): Furniture => ({
  paper: null,
  form: null,
  typeface: null,
  size: null,
  justified: null,
  numbering: null,
  strong_labels: null,
  subject: null,
  subject_label: null,
  date: null,
  greeting: null,
  salutation_end: null,
  serial_comma: null,
  most_named: null,
  references: null,
  note_marks: null,
});

export const emptyDraft = (): Draft => ({
  kind: '',
  language: '',
  date: null,
  date_line: null,
  delivery: [],
  subject: null,
  salutation: null,
  closing: null,
  enclosures: [],
  cc: [],
  portal: '',
  sender: { name: '', short: '', lines: [] },
  letterhead: null,
  item: {
    body: '',
    number: '',
    label: null,
    title: '',
    file_id: '',
    author: '',
    version: '',
    meeting: null,
    time: null,
    zone: '',
    special: false,
    position: null,
    position_on: 'item',
  },
  page: emptyFurniture(),
  words: {},
  addressees: [],
  asks: [],
  references: [],
  signers: [],
  shorter: {},
  channels: {},
  shown: [],
  overruled: [],
});
