// Changing the free days: a day that is free here and elsewhere not, or the other way round. A day is one or the other.

import type { Holidays } from '../generated/Holidays';
import { usualHolidays } from '../generated/usualHolidays';

/** A day that was changed; one without a name is not free here. */
export interface Changed {
  date: string;
  /** Why it is free; nothing for a day that is not free here. */
  name: string | null;
}

export const inUse = (holidays: Holidays | null): Holidays => holidays ?? usualHolidays;

/** The days that were changed, in their order. */
export function changes(holidays: Holidays | null): Changed[] {
  const { added, removed } = inUse(holidays);
  const all = [...added.map(({ date, name }) => ({ date, name })), ...removed.map((date) => ({ date, name: null }))];
  return all.sort((a, b) => a.date.localeCompare(b.date));
}

export function withFree(holidays: Holidays | null, date: string, name: string): Holidays {
  const rest = without(holidays, date);
  const added = [...rest.added, { date, name: name.trim() }].sort((a, b) => a.date.localeCompare(b.date));
  return { ...rest, added };
}

export function withWorked(holidays: Holidays | null, date: string): Holidays {
  const rest = without(holidays, date);
  return { ...rest, removed: [...rest.removed, date].sort() };
}

/** The day is again as the calendar has it. */
export function without(holidays: Holidays | null, date: string): Holidays {
  const all = inUse(holidays);
  return {
    ...all,
    added: all.added.filter((day) => day.date !== date),
    removed: all.removed.filter((day) => day !== date),
  };
}
