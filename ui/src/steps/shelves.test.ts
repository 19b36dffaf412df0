import { expect, test } from 'vitest';
import { FakeBackend } from '../backend/fake';
import { emptyPerson } from '../draft/empty';
import { addresseeOf, Offers, personIn } from './shelves';

test('what a shelf offers can be taken', async () => {
  const backend = new FakeBackend();
  await backend.startSample('organisation-letter');
  const offers = new Offers(backend, 'bodies');
  const [offer] = await offers.search('sacramento');
  expect(offer?.label).toBe('Sacramento City Council');
  const body = offers.thing(offer!)!;
  expect(addresseeOf(body).persons.map((person) => person.last)).toEqual([
    'Maple',
    'Dickinson',
    'Pluckebaum',
    'Jennings',
  ]);
});

test('a person takes the role of the seat in this body', () => {
  const person = { ...emptyPerson(), last: 'Maple' };
  const check = (seats: { body: string; role: string }[], role: string) =>
    expect(
      personIn({ person, seats: seats.map((seat) => ({ ...seat, since: null, until: null })) }, 'Law Committee').role,
    ).toBe(role);
  check([], '');
  check([{ body: 'Council', role: 'Vice Mayor' }], 'Vice Mayor');
  check(
    [
      { body: 'Council', role: 'Vice Mayor' },
      { body: 'Law Committee', role: 'Chair' },
    ],
    'Chair',
  );
  check(
    [
      { body: 'Council', role: 'Vice Mayor' },
      { body: 'Other', role: 'Chair' },
    ],
    '',
  );
});
