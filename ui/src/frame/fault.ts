// Anything that was thrown, as an error to be shown.

import type { Error as Fault } from '../generated/Error';

export function faultOf(thrown: unknown): Fault {
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown && 'hint' in thrown) return thrown as Fault;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    code: 'program',
    message: `something in Lectern went wrong: ${message}`,
    hint: 'What you wrote is still in this window. Try again, and start Lectern anew if it happens once more.',
  };
}
