import { expect, test } from 'vitest';
import { sendable } from './sendable';

test('halves of a character are replaced, and all else stays as it is', () => {
  const check = (value: unknown, expected: unknown) => expect(sendable(value)).toEqual(expected);
  check('a\ud800b', 'a\ufffdb');
  check('\udc00', '\ufffd');
  check('👩‍👩‍👧 naïve', '👩‍👩‍👧 naïve');
  check([{ path: 'asks[0].line', value: 'x\ud83d' }], [{ path: 'asks[0].line', value: 'x\ufffd' }]);
  check({ draft: 3, changes: [null, true] }, { draft: 3, changes: [null, true] });
  const same = { words: ['one', { two: 2 }] };
  expect(sendable(same)).toBe(same);
});
