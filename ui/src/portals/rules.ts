// What a portal asks and takes, in plain words; and which portals come first for a letter.

import type { Portal } from '../generated/Portal';
import type { PortalCard } from '../generated/PortalCard';

/** One rule: what it is about, and what it says. */
export interface Told {
  term: string;
  text: string;
}

/** The rules that are known, and the names of those that are not. */
export function rules(portal: Portal): { known: Told[]; unknown: string[] } {
  const all: [string, string | null][] = [
    ['Limit', limitWords(portal)],
    ['Speaking', portal.speaking_seconds === null ? null : minutes(portal.speaking_seconds)],
    ['Formatting', said(portal.plain_text, 'Words only, without bold or links', 'Formatting is kept')],
    ['Attachments', attachments(portal)],
    ['Positions', positions(portal)],
    ['Comments', said(portal.one_per_item, 'One for each item and person', 'As many as you like')],
    ['Account', said(portal.account_required, 'You need an account', 'No account is needed')],
    ['Asks for', asked(portal)],
    ['Published', said(portal.published, 'Yes, everybody can read what you send', 'No')],
    ['Read aloud', said(portal.read_aloud, 'Yes, at the meeting', 'No')],
    ['Copies', portal.copies === null ? '' : `Bring ${portal.copies} on paper`],
    ['By mail', portal.postal.join(', ')],
  ];
  const isSpoken = portal.channel === 'speech';
  const fits = ([term]: [string, string | null]) =>
    isSpoken
      ? !['Limit', 'Formatting', 'Attachments', 'Positions'].includes(term)
      : term !== 'Speaking' || portal.speaking_seconds;
  const wanted = all.filter(fits);
  return {
    known: wanted.flatMap(([term, text]) => (text ? [{ term, text }] : [])),
    unknown: wanted.filter(([, text]) => text === null).map(([term]) => term.toLowerCase()),
  };
}

/** `1,000 characters`; nothing where it is not known. */
export function limitWords({ limit, line_break }: Pick<Portal, 'limit' | 'line_break'>): string | null {
  if (!limit || limit.unit === 'unknown') return null;
  if (limit.unit === 'none' || limit.value === null) return limit.unit === 'none' ? 'None' : null;
  const stops = limit.hard === null ? '' : limit.hard ? '; the box stops there' : '; a rule that people keep';
  const breaks = line_break === 2 && limit.unit === 'characters' ? '; a line break counts as two' : '';
  return `${limit.value.toLocaleString('en-US')} ${limit.unit}${stops}${breaks}`;
}

/** `2 minutes`, `90 seconds` */
export function minutes(seconds: number): string {
  if (seconds % 60 !== 0) return `${seconds} seconds`;
  return seconds === 60 ? '1 minute' : `${seconds / 60} minutes`;
}

/** A line that tells a portal from others. */
export function detail({ portal, own }: PortalCard): string {
  const short = limitWords(portal)?.split(';')[0];
  const speaks = portal.speaking_seconds && portal.channel === 'speech' ? minutes(portal.speaking_seconds) : null;
  return [portal.body || portal.vendor, speaks ?? (short === 'None' ? 'no limit' : short), own && 'yours']
    .filter(Boolean)
    .join(' · ');
}

/** The portals that have all the words, those of the letter's body first. */
export function matching(cards: PortalCard[], words: string, body: string): PortalCard[] {
  const wanted = plain(words).split(' ').filter(Boolean);
  const has = ({ portal }: PortalCard) => {
    const text = plain(`${portal.name} ${portal.body} ${portal.vendor}`);
    return wanted.every((word) => text.includes(word));
  };
  const near = ({ portal }: PortalCard) => nearness(portal.body, body);
  const found = cards.filter(has);
  // The sort keeps the order by name among equals.
  return [...found].sort((a, b) => near(b) - near(a));
}

/** Whether a portal leads to the body of a letter. */
export function isOf(card: PortalCard, body: string): boolean {
  return nearness(card.portal.body, body) > 0;
}

function nearness(one: string, other: string): number {
  const [a, b] = [plain(one), plain(other)];
  if (!a || !b) return 0;
  if (a === b) return 2;
  return a.includes(b) || b.includes(a) ? 1 : 0;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function said(value: boolean | null, yes: string, no: string): string | null {
  return value === null ? null : value ? yes : no;
}

/** The positions of a record: what one may choose, an empty list where nothing is offered, nothing where nobody knows. */
export function positionsOf(offers: boolean | null, list: string[]): string[] | null {
  if (offers === false) return [];
  const named = list.map((name) => name.trim()).filter(Boolean);
  return offers && named.length > 0 ? named : null;
}

function positions({ positions }: Portal): string | null {
  if (!positions) return null;
  return positions.length > 0 ? positions.join(', ') : 'None to choose from';
}

function attachments({ attachments }: Portal): string | null {
  if (!attachments || attachments.allowed === null) return null;
  if (!attachments.allowed) return 'None';
  const { max_files, max_mb_each, types } = attachments;
  const many = max_files === null ? '' : max_files === 1 ? 'one file' : `at most ${max_files} files`;
  const large = max_mb_each === null ? '' : `up to ${max_mb_each} MB each`;
  return ['Yes', many, large, types.join(', ')].filter(Boolean).join(', ');
}

function asked(portal: Portal): string | null {
  const { name_required, address_required, item_required, anonymous_ok } = portal;
  const known = [name_required, address_required, item_required].some((one) => one !== null);
  const wanted = [name_required && 'your name', address_required && 'your address', item_required && 'the item number'];
  const list = wanted.filter(Boolean).join(', ');
  const unnamed = anonymous_ok ? 'you may stay unnamed' : '';
  if (!known && !unnamed) return null;
  const words = [list, unnamed].filter(Boolean).join('; ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
