// Noting that a letter was handed in: by which way, when and where, and exactly which words went.

import type { Backend } from '../../backend/backend';
import type { Channel } from '../../generated/Channel';
import type { Channels } from '../../generated/Channels';
import type { Portal } from '../../generated/Portal';
import type { Submission } from '../../generated/Submission';
import type { Handing, Tab } from './handing.svelte';

export const WAYS: { value: Channel; label: string }[] = [
  { value: 'ecomment', label: 'In the portal’s box' },
  { value: 'email', label: 'By email' },
  { value: 'speech', label: 'Spoken at the meeting' },
  { value: 'letter', label: 'As a letter: uploaded, by mail or by hand' },
];

export function wayWords(channel: Channel): string {
  return WAYS.find(({ value }) => value === channel)!.label;
}

/** The way that a person most likely took. */
export function likely(tab: Tab): Channel {
  return tab === 'packet' ? 'letter' : tab;
}

/** Where it most likely went. */
export function placeOf(channel: Channel, portal: Portal | undefined, channels: Channels | null): string {
  if (channel === 'email') return channels?.message.to.join(', ') || portal?.name || '';
  if (channel === 'ecomment') return portal?.name ?? '';
  return portal?.body || portal?.name || '';
}

/** The words that this way takes, as the letter stands now. */
export async function wordsOf(channel: Channel, backend: Backend, handing: Handing): Promise<string> {
  if (channel === 'speech') return (await backend.speech(handing.seconds)).text;
  if (channel === 'letter') return backend.plainText();
  const channels = handing.channels ?? (await backend.channels());
  return channel === 'email' ? channels.message.body : channels.fitted.text;
}

/** A day and a time of the clock here, as a moment; nothing while one of them is missing. */
export function momentOf(day: string | null, time: string | null): string | null {
  if (!day || !time) return null;
  const at = new Date(`${day}T${time.slice(0, 5)}:00`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** `May 2, 2026, 3:04 PM` */
export function whenWords({ at }: Pick<Submission, 'at'>, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}
