// The rules by which a portal opens and closes: their shapes in words, and a rule of one shape made of another.

import type { Meetings } from '../generated/Meetings';
import type { Rule } from '../generated/Rule';
import type { Tier } from '../generated/Tier';
import type { Weekday } from '../generated/Weekday';

export type Shape = Rule['shape'];

export const SHAPES: { value: Shape; label: string }[] = [
  { value: 'minutes-before', label: 'So many minutes before the meeting' },
  { value: 'clock-time', label: 'At a time, on the day of the meeting or days before' },
  { value: 'business-days-before', label: 'So many business days before' },
  { value: 'weekday-of-prior-week', label: 'On a weekday of the week before' },
  { value: 'until-vote', label: 'When the item is voted on' },
  { value: 'until-item-closed', label: 'When comment on the item closes' },
  { value: 'calendar-date', label: 'On a date of the calendar' },
  { value: 'after-event', label: 'So many days after the decision' },
];

export const TIERS: { value: Tier; label: string }[] = [
  { value: 'distributed', label: 'It reaches the members before the meeting' },
  { value: 'record-only', label: 'It goes into the record only' },
  { value: 'accepted', label: 'It is accepted' },
  { value: 'speaking', label: 'One may speak' },
];

export const MEETINGS: { value: Meetings; label: string }[] = [
  { value: 'any', label: 'Every meeting' },
  { value: 'regular', label: 'Regular meetings' },
  { value: 'special', label: 'Special meetings' },
];

export const WEEKDAYS: { value: Weekday; label: string }[] = (
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
).map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) }));

/** What most pages say: taken until five o'clock of the day before. */
export const usualRule = (): Rule => ({
  meetings: 'any',
  tier: 'accepted',
  opens: false,
  shape: 'clock-time',
  days_before: 1,
  time: '17:00',
});

/** The same rule in another shape, with as much of it as both have. */
export function reshaped(rule: Rule, shape: Shape): Rule {
  const { meetings, tier, opens } = rule;
  const common = { meetings, tier, opens };
  const time = 'time' in rule ? rule.time : '17:00';
  const days = 'days' in rule ? rule.days : 'days_before' in rule ? rule.days_before : 1;
  switch (shape) {
    case 'minutes-before':
      return { ...common, shape, minutes: 60 };
    case 'clock-time':
      return { ...common, shape, days_before: days, time };
    case 'business-days-before':
      return { ...common, shape, days, time };
    case 'weekday-of-prior-week':
      return { ...common, shape, weekday: 'friday', time };
    case 'calendar-date':
      return { ...common, shape, date: null, time, zone: 'America/New_York' };
    case 'after-event':
      return { ...common, shape, days, business: false };
    default:
      return { ...common, shape };
  }
}
