// @vitest-environment node
import { expect, test } from 'vitest';
import { isZone, ZONES } from './zones';

test('a name is that of a time zone, or of none', () => {
  const check = (text: string, expected: boolean) => expect(isZone(text), text).toBe(expected);
  for (const zone of ZONES) check(zone, true);
  check('', true);
  check(' America/New_York ', true);
  check('UTC', true);
  check('Mars/Olympus', false);
  check('UTC+25', false);
  check('LMT', false);
  check('+01:00', false);
  check('Pacific', false);
});
