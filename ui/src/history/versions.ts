// What a version is called in the list: why it was kept and what changed in it.

import type { Cause } from '../generated/Cause';
import type { Version } from '../generated/Version';

const CAUSES: Record<Cause, string> = {
  started: 'Started',
  edited: 'Edited',
  restored: 'Restored an older version',
  exported: 'Exported',
  'brought-in': 'Brought in from a file',
};

/** How many changes are named before the rest is counted. */
const NAMED = 4;

export function title(version: Version): string {
  return CAUSES[version.cause];
}

/** What changed, in one line; empty where nothing did. */
export function changes({ changed }: Version): string {
  if (changed.length <= NAMED + 1) return changed.join(', ');
  return `${changed.slice(0, NAMED).join(', ')} and ${changed.length - NAMED} more`;
}

export function words(version: Version): string {
  return version.words === 1 ? '1 word' : `${version.words.toLocaleString('en-US')} words`;
}
