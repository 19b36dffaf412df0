// Days: read from what a person types, written for a person to read. A day is "YYYY-MM-DD", as drafts hold it.

const DAY = 86_400_000;

/** A day as the middle of that day in UTC, so that no time zone moves it. */
function at(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

function dayOf(year: number, month: number, date: number): string | null {
  const made = new Date(Date.UTC(year, month - 1, date, 12));
  const same = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
  return same && year >= 1000 && year <= 9999 ? made.toISOString().slice(0, 10) : null;
}

/** Today, where the person is. */
export function today(now = new Date()): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

/** A day some days, or whole months, away. A month without that date gives its last. */
export function moved(day: string, days: number, months = 0): string {
  const from = at(day);
  if (months !== 0) {
    const date = from.getUTCDate();
    from.setUTCDate(1);
    from.setUTCMonth(from.getUTCMonth() + months);
    const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 0)).getUTCDate();
    from.setUTCDate(Math.min(date, last));
  }
  return new Date(from.getTime() + days * DAY).toISOString().slice(0, 10);
}

/** How many days lie from one day to another. */
export function between(from: string, to: string): number {
  return Math.round((at(to).getTime() - at(from).getTime()) / DAY);
}

/** `Thursday, December 3, 2026`, as the locale says it. */
export function long(day: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(at(day));
}

/** `Dec 3, 2026` */
export function medium(day: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at(day));
}

/** `December 2026` */
export function monthName(day: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at(day));
}

/** The weeks that show the month of a day, each from the locale's first day of the week on. */
export function weeks(day: string, locale?: string): string[][] {
  const first = `${day.slice(0, 7)}-01`;
  const start = moved(first, -((at(first).getUTCDay() - firstWeekday(locale) + 7) % 7));
  const last = moved(moved(first, 0, 1), -1);
  const made: string[][] = [];
  for (let week = start; week <= last; week = moved(week, 7)) {
    made.push(Array.from({ length: 7 }, (_, index) => moved(week, index)));
  }
  return made;
}

/** The names of the days of a week, short and whole. */
export function weekdays(week: string[], locale?: string): { short: string; long: string }[] {
  const name = (weekday: 'short' | 'long', day: string) =>
    new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(at(day));
  return week.map((day) => ({ short: name('short', day), long: name('long', day) }));
}

function firstWeekday(locale?: string): number {
  // Older web views do not say on which day a week starts; most of the world starts on Monday, en-US on Sunday.
  type WithWeek = Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };
  const tag = locale ?? new Intl.DateTimeFormat().resolvedOptions().locale;
  const known = new Intl.Locale(tag) as WithWeek;
  const said = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay;
  return said === undefined ? (tag.endsWith('-US') ? 0 : 1) : said % 7;
}

/** The day that was typed: `2026-12-03`, `3 Dec 2026`, `December 3`, or numbers in the locale's order. */
export function readDay(typed: string, locale?: string, now = today()): string | null {
  const text = typed.trim().toLocaleLowerCase(locale);
  const iso = text.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const month = monthIn(text, locale);
  if (month !== null) {
    const year = numbers.find((number) => number > 31);
    const date = numbers.find((number) => number >= 1 && number <= 31);
    if (date === undefined || numbers.length > 2) return null;
    return dayOf(wholeYear(year ?? numbers.filter((number) => number !== date)[0], now), month, date);
  }
  if (!/^[\d\s./-]+$/.test(text) || numbers.length < 2 || numbers.length > 3) return null;
  const order = orderOf(locale).filter((part) => numbers.length === 3 || part !== 'year');
  const value = (part: string) => numbers[order.indexOf(part)];
  return dayOf(wholeYear(value('year'), now), value('month') ?? 0, value('day') ?? 0);
}

function wholeYear(year: number | undefined, now: string): number {
  if (year === undefined) return Number(now.slice(0, 4));
  return year < 100 ? 2000 + year : year;
}

function monthIn(text: string, locale?: string): number | null {
  const words = text.match(/\p{L}+/gu) ?? [];
  for (const tag of [locale, 'en']) {
    for (const width of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(tag, { month: width, day: 'numeric', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(new Date(Date.UTC(2026, month - 1, 1, 12)));
        const name = parts
          .find((part) => part.type === 'month')
          ?.value.toLocaleLowerCase(locale)
          .replace(/\.$/, '');
        if (name && words.some((word) => word === name || (word.length >= 3 && name.startsWith(word)))) return month;
      }
    }
  }
  return null;
}

function orderOf(locale?: string): string[] {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).formatToParts(new Date());
  return parts.map((part) => part.type).filter((type) => type === 'day' || type === 'month' || type === 'year');
}
