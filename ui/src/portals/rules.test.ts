// @vitest-environment node
import { expect, test } from 'vitest';
import type { Portal } from '../generated/Portal';
import type { PortalCard } from '../generated/PortalCard';
import { emptyPortal } from './empty';
import { detail, isOf, limitWords, matching, minutes, positionsOf, rules } from './rules';

const card = (portal: Partial<Portal>): PortalCard => ({
  portal: { ...emptyPortal(), ...portal },
  own: false,
  built_in: true,
  doubt: '',
});

test('rules are told in plain words, and what is not known stays unknown', () => {
  const { known, unknown } = rules({
    ...emptyPortal(),
    limit: { value: 1000, unit: 'characters', hard: true },
    published: true,
    attachments: { allowed: true, max_files: 3, max_mb_each: 10, types: ['pdf'] },
    address_required: true,
  });
  expect(known).toEqual([
    { term: 'Limit', text: '1,000 characters; the box stops there' },
    { term: 'Attachments', text: 'Yes, at most 3 files, up to 10 MB each, pdf' },
    { term: 'Asks for', text: 'Your address' },
    { term: 'Published', text: 'Yes, everybody can read what you send' },
  ]);
  expect(unknown).toEqual(['formatting', 'positions', 'comments', 'account', 'read aloud']);
});

test('that a portal offers no position is known; that nobody looked is not', () => {
  const check = (offers: boolean | null, list: string[], kept: string[] | null, told: string | undefined) => {
    const positions = positionsOf(offers, list);
    expect(positions).toEqual(kept);
    const { known } = rules({ ...emptyPortal(), positions });
    expect(known.find(({ term }) => term === 'Positions')?.text).toBe(told);
  };
  check(null, ['Support'], null, undefined);
  check(false, ['Support'], [], 'None to choose from');
  check(true, [], null, undefined);
  check(true, ['Support', ' ', ' Oppose '], ['Support', 'Oppose'], 'Support, Oppose');
});

test('a limit says what it counts', () => {
  const check = (portal: Partial<Portal>, words: string | null) =>
    expect(limitWords({ ...emptyPortal(), ...portal })).toBe(words);
  check({}, null);
  check({ limit: { value: null, unit: 'unknown', hard: null } }, null);
  check({ limit: { value: null, unit: 'none', hard: null } }, 'None');
  check({ limit: { value: 250, unit: 'words', hard: false } }, '250 words; a rule that people keep');
  check(
    { limit: { value: 500, unit: 'characters', hard: null }, line_break: 2 },
    '500 characters; a line break counts as two',
  );
});

test('portals of the letter’s body come first', () => {
  const cards = [
    card({ name: 'Arcata', body: 'City of Arcata' }),
    card({ name: 'Sacramento County', body: 'Sacramento County' }),
    card({ name: 'Sacramento eComment', body: 'Sacramento City Council' }),
  ];
  const names = (words: string, body: string) => matching(cards, words, body).map((one) => one.portal.name);
  expect(names('', 'Sacramento City Council')[0]).toBe('Sacramento eComment');
  expect(names('county', 'Sacramento City Council')).toEqual(['Sacramento County']);
  expect(names('', '')).toEqual(['Arcata', 'Sacramento County', 'Sacramento eComment']);
  expect(isOf(cards[2]!, 'sacramento city council')).toBe(true);
  expect(isOf(cards[2]!, '')).toBe(false);
});

test('a portal has a line of its own', () => {
  expect(detail(card({ body: 'Council', limit: { value: 500, unit: 'words', hard: null } }))).toBe(
    'Council · 500 words',
  );
  expect(detail({ ...card({ channel: 'speech', speaking_seconds: 120 }), own: true })).toBe('2 minutes · yours');
  expect(minutes(90)).toBe('90 seconds');
});
