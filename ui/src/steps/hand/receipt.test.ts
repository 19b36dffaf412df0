// @vitest-environment node
import { expect, test } from 'vitest';
import { emptyPortal } from '../../portals/empty';
import type { Channels } from '../../generated/Channels';
import { likely, momentOf, placeOf, wayWords } from './receipt';

test('a moment needs a day and a time', () => {
  expect(momentOf('2026-05-02', '15:04')).toBe(new Date(2026, 4, 2, 15, 4).toISOString());
  expect(momentOf('2026-05-02', null)).toBeNull();
  expect(momentOf(null, '15:04')).toBeNull();
});

test('where it went follows from the way', () => {
  const portal = { ...emptyPortal(), name: 'City eComment', body: 'City Council' };
  const channels = { message: { to: ['clerk@city.gov'] } } as Channels;
  expect(placeOf('ecomment', portal, channels)).toBe('City eComment');
  expect(placeOf('email', portal, channels)).toBe('clerk@city.gov');
  expect(placeOf('speech', portal, null)).toBe('City Council');
  expect(placeOf('letter', undefined, null)).toBe('');
  expect(likely('packet')).toBe('letter');
  expect(wayWords('email')).toBe('By email');
});
