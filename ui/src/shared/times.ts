// Times of day as people type them, in and out: `6 pm`, `18:00`, `6.30 p.m.` are `18:00`, `18:30`.

/** The time that was typed, as `HH:MM`; nothing for what is not a time. */
export function readTime(typed: string): string | null {
  const plain = typed.trim().toLowerCase();
  if (plain === 'noon') return '12:00';
  if (plain === 'midnight') return '00:00';
  const found = /^(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?\s*(?:([ap])\.?\s*m\.?|uhr|h)?$/.exec(plain);
  if (!found) return null;
  const [, hours, minutes = '00', half] = found;
  let hour = Number(hours);
  if (half && (hour < 1 || hour > 12)) return null;
  if (half) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** A time as people here write it. */
export function saidTime(time: string, locale?: string): string {
  const at = new Date(`2026-01-01T${time.slice(0, 5)}:00Z`);
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(at);
}

/** The time of a clock where it stands, as `HH:MM`. */
export function timeOf(now: Date): string {
  return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
}

/** Minutes and seconds: `2:05`. */
export function clockTime(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
}
