// A clock that counts down a speaking time: started, paused and set back. It is told the time and keeps none of its own,
// so that a window that slept goes on rightly.

export interface Clock {
  /** How many seconds there are. */
  total: number;
  /** Seconds that ran before the last start. */
  ran: number;
  /** When it was last started, in milliseconds; nothing while it stands. */
  since: number | null;
}

export const standing = (total: number): Clock => ({ total, ran: 0, since: null });

export function started(clock: Clock, now: number): Clock {
  // Started at its end, it begins anew.
  const ran = left(clock, now) <= 0 ? 0 : clock.ran;
  return clock.since === null ? { ...clock, ran, since: now } : clock;
}

export function paused(clock: Clock, now: number): Clock {
  return { ...clock, ran: clock.total - left(clock, now), since: null };
}

/** The seconds that are left, never less than none. */
export function left(clock: Clock, now: number): number {
  const running = clock.since === null ? 0 : (now - clock.since) / 1000;
  return Math.max(0, clock.total - clock.ran - running);
}

/** What is said aloud when the time passes from `before` to `after`; empty in between. */
export function cue(before: number, after: number): string {
  const passed = (mark: number) => before > mark && after <= mark;
  if (passed(0)) return 'Time is up.';
  if (passed(30)) return '30 seconds are left.';
  return passed(60) ? '1 minute is left.' : '';
}
