// @vitest-environment node
import { expect, test } from 'vitest';
import { faultOf } from './fault';

test('an error of the desk is shown as it is', () => {
  const fault = { code: 'gone' as const, message: 'the draft is gone', hint: 'Open another.' };
  expect(faultOf(fault)).toBe(fault);
});

test('anything else says that the work is safe', () => {
  expect(faultOf(new TypeError('x is undefined'))).toEqual({
    code: 'program',
    message: 'something in Lectern went wrong: x is undefined',
    hint: 'What you wrote is still in this window. Try again, and start Lectern anew if it happens once more.',
  });
  expect(faultOf('command not found').message).toContain('command not found');
});
