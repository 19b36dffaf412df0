// How a backup is described.

import type { Backup } from '../generated/Backup';

export function backupWords(backup: Backup, locale?: string): { made: string; drafts: string } {
  const made = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(backup.made));
  return { made, drafts: backup.drafts === 1 ? '1 letter' : `${backup.drafts.toLocaleString(locale)} letters` };
}
