// What a reference can be, how a signer can sign and what people are called, in words: the same wherever they are chosen.

import type { Priority } from '../generated/Priority';
import type { ReferenceKind } from '../generated/ReferenceKind';
import type { Sign } from '../generated/Sign';

export const KINDS: { value: ReferenceKind; label: string }[] = [
  { value: 'ordinance', label: 'Ordinance' },
  { value: 'resolution', label: 'Resolution' },
  { value: 'statute', label: 'Statute or code section' },
  { value: 'bill', label: 'Bill' },
  { value: 'regulation', label: 'Regulation or notice of rule making' },
  { value: 'staff-report', label: 'Staff report' },
  { value: 'document', label: 'Minutes, agenda or other record' },
  { value: 'case', label: 'Court case' },
  { value: 'letter', label: 'Earlier letter' },
  { value: 'news', label: 'News' },
  { value: 'web', label: 'Web page or anything else' },
];

export const SIGNS: { value: Sign; label: string; help?: string }[] = [
  { value: 'typed', label: 'Typed name', help: 'Enough for most public comments.' },
  { value: 'slash', label: '/s/ and the name', help: 'The typed sign of a signature, as agencies use it.' },
  { value: 'blank', label: 'Room to sign by hand', help: 'For paper: print it and sign.' },
  { value: 'drawn', label: 'Drawn here', help: 'With mouse, pen or finger.' },
  { value: 'image', label: 'A picture of a signature', help: 'A photo or a scan from this computer.' },
];

export const PRIORITIES: { value: Priority; label: string }[] = [
  { value: 'first', label: 'Keep longest' },
  { value: 'normal', label: 'Normal' },
  { value: 'last', label: 'First to go' },
];

/** Roles that are offered while typing; any other can be written. */
export const ROLES = [
  'Mayor',
  'Vice Mayor',
  'Mayor Pro Tem',
  'Councilmember',
  'Chair',
  'Vice Chair',
  'Committee Member',
  'Commissioner',
  'Supervisor',
  'Assemblymember',
  'Senator',
  'City Manager',
  'City Clerk',
];

/** What stands before a name in an address. */
export const HONORIFICS = ['The Honorable', 'Dr.', 'Prof.', 'Rev.', 'Mr.', 'Ms.', 'Mx.'];
