// People of an address, as they are called in lists.

import type { Person } from '../../generated/Person';

/** What a person is called in lists: role and name, as far as they are known. */
export function personName(person: Person, index: number): string {
  const name = [person.role, person.first, person.last].filter((part) => part.trim() !== '').join(' ');
  return name || person.greet || `Person ${index + 1}`;
}
