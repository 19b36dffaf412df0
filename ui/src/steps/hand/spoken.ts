// A speech to be rehearsed: what becomes of each paragraph when the chair leaves only one minute.

import type { SpokenPiece } from '../../generated/SpokenPiece';

export type InAMinute = 'same' | 'shorter' | 'skipped';

export function inAMinute({ text, in_a_minute }: SpokenPiece): InAMinute {
  if (in_a_minute === '') return 'skipped';
  return in_a_minute === text ? 'same' : 'shorter';
}

export const MARKS: Record<InAMinute, string> = {
  same: 'Say it even in one minute',
  shorter: 'In one minute, say instead',
  skipped: 'Skip it when cut to one minute',
};
