// The free days that deadlines are counted with until a person changes them. The program has the same list; a test holds
// the two together.

import type { Holiday } from '../generated/Holiday';
import type { Holidays } from '../generated/Holidays';

const holiday = (name: string, month: number, rest: Partial<Holiday>): Holiday => ({
  name,
  month,
  day: null,
  weekday: null,
  nth: null,
  plus: null,
  observed: 'as-it-falls',
  since: null,
  until: null,
  ...rest,
});
const sunday = { observed: 'sunday-to-monday' as const };

export const california = (): Holidays => ({
  name: 'California state holidays',
  source: 'Gov. Code §§ 6700, 6701, 19853; Code Civ. Proc. §§ 12, 12a',
  weekend: ['saturday', 'sunday'],
  last_day_rolls: true,
  holiday: [
    holiday('New Year’s Day', 1, { day: 1, ...sunday }),
    holiday('Dr. Martin Luther King, Jr. Day', 1, { weekday: 'monday', nth: 3, since: 1986 }),
    holiday('Presidents’ Day', 2, { weekday: 'monday', nth: 3 }),
    holiday('César Chávez Day', 3, { day: 31, ...sunday, since: 2001 }),
    holiday('Memorial Day', 5, { weekday: 'monday', nth: -1 }),
    holiday('Juneteenth', 6, { day: 19, ...sunday, since: 2023 }),
    holiday('Independence Day', 7, { day: 4, ...sunday }),
    holiday('Labor Day', 9, { weekday: 'monday', nth: 1 }),
    holiday('Veterans Day', 11, { day: 11, observed: 'nearest' }),
    holiday('Thanksgiving Day', 11, { weekday: 'thursday', nth: 4 }),
    holiday('Day after Thanksgiving', 11, { weekday: 'thursday', nth: 4, plus: 1 }),
    holiday('Christmas Day', 12, { day: 25, ...sunday }),
  ],
  added: [],
  removed: [],
});
