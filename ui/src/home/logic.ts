// How a draft is described on the desk: when it is due, what is missing, when it was changed.

import type { Card } from '../generated/Card';
import { between } from '../shared/dates';

export type Due = { text: string; when: 'past' | 'soon' | 'later' };
export type Closes = { text: string; at: string; when: 'past' | 'urgent' | 'later' };
export type State = { text: string; tone: 'open' | 'doubt' | 'ready' | 'done' };

/** How many days before a meeting it is said with emphasis. */
const SOON = 7;

/** When the channel of a letter closes: `Closes in 3 h`. What is handed in is urgent no more. */
export function closes({ closing, submitted }: Pick<Card, 'closing' | 'submitted'>): Closes | null {
  if (!closing || (submitted !== null && closing.is_past)) return null;
  const text = closing.left.charAt(0).toUpperCase() + closing.left.slice(1);
  const urgent = closing.is_soon && submitted === null;
  return { text, at: closing.at, when: closing.is_past ? 'past' : urgent ? 'urgent' : 'later' };
}

/** `Handed in on 3 Dec` */
export function handedIn({ submitted }: Pick<Card, 'submitted'>, today: string, locale?: string): string {
  if (submitted === null) return '';
  const at = new Date(submitted);
  const year = String(at.getFullYear()) === today.slice(0, 4) ? undefined : 'numeric';
  return `Handed in on ${new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year }).format(at)}`;
}

const relative = (locale?: string) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

/** `Meeting on 3 Dec, in 4 days` */
export function due(day: string, today: string, locale?: string): Due {
  const days = between(today, day);
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const date = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: sameYear ? undefined : 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`));
  const distance =
    Math.abs(days) < 60
      ? relative(locale).format(days, 'day')
      : relative(locale).format(Math.round(days / 30), 'month');
  if (days < 0) return { text: `The meeting was on ${date}, ${distance}`, when: 'past' };
  if (days === 0) return { text: `The meeting is ${distance}`, when: 'soon' };
  return { text: `Meeting on ${date}, ${distance}`, when: days <= SOON ? 'soon' : 'later' };
}

/** What keeps the letter from being finished, or that nothing does. */
export function state(card: Pick<Card, 'missing' | 'doubts' | 'exported' | 'changed'>): State {
  if (card.missing > 0) return { text: things(card.missing, 'missing'), tone: 'open' };
  if (card.exported !== null && card.exported >= card.changed) return { text: 'Exported', tone: 'done' };
  if (card.doubts > 0) return { text: things(card.doubts, 'to look at'), tone: 'doubt' };
  return { text: 'Ready to export', tone: 'ready' };
}

function things(count: number, what: string): string {
  return `${count} ${count === 1 ? 'thing' : 'things'} ${what}`;
}

/** `Changed 5 minutes ago`; after a week, the day. */
export function changed(at: string, now: Date, locale?: string): string {
  const then = new Date(at);
  const minutes = Math.round((now.getTime() - then.getTime()) / 60_000);
  const say = (value: number, unit: Intl.RelativeTimeFormatUnit) => `Changed ${relative(locale).format(-value, unit)}`;
  // A clock that was set back must not make a letter of the future.
  if (minutes < 1) return 'Changed just now';
  if (minutes < 60) return say(minutes, 'minute');
  if (minutes < 24 * 60) return say(Math.round(minutes / 60), 'hour');
  if (minutes < 7 * 24 * 60) return say(Math.round(minutes / 60 / 24), 'day');
  return `Changed ${new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(then)}`;
}
