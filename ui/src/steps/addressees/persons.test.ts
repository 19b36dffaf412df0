import { expect, test } from 'vitest';
import { emptyPerson } from '../../draft/empty';
import { personName } from './persons';

test('a person is called by role and name as far as they are known', () => {
  const check = (person: object, name: string) => expect(personName({ ...emptyPerson(), ...person }, 1)).toBe(name);
  check({ role: 'Chair', last: 'Maple' }, 'Chair Maple');
  check({ first: 'María José', last: 'de la Cruz-Ñáñez' }, 'María José de la Cruz-Ñáñez');
  check({ last: '王小明' }, '王小明');
  check({ greet: 'Moiz' }, 'Moiz');
  check({ first: ' ' }, 'Person 2');
});
