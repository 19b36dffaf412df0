// People of an address, as they are called in lists.

import type { Person } from '../../generated/Person';

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

export const HONORIFICS = ['The Honorable', 'Dr.', 'Mr.', 'Ms.', 'Mx.'];

/** What a person is called in lists: role and name, as far as they are known. */
export function personName(person: Person, index: number): string {
  const name = [person.role, person.first, person.last].filter((part) => part.trim() !== '').join(' ');
  return name || person.greet || `Person ${index + 1}`;
}
