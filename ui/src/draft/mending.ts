// What is done about a finding: the words that set it right, or the reason for which it may stand.

import type { Draft } from '../generated/Draft';
import type { Finding } from '../generated/Finding';
import type { Overruled } from '../generated/Overruled';
import type { Repair } from '../generated/Repair';

/** The person has not let it stand. */
export function counts(finding: Finding): boolean {
  return (finding.overruled ?? null) === null;
}

/** A text with the repair made; `undefined` when the words are no longer there. */
export function mended(text: string, repair: Repair): string | undefined {
  if (repair.from === '') return repair.to;
  let at = text.indexOf(repair.from);
  for (let nth = 0; nth < repair.nth && at >= 0; nth++) at = text.indexOf(repair.from, at + repair.from.length);
  return at < 0 ? undefined : text.slice(0, at) + repair.to + text.slice(at + repair.from.length);
}

/** What is let stand once this finding is, for a reason. */
export function letStand(draft: Draft, finding: Finding, reason: string): Overruled[] {
  const { check, place, other } = finding;
  const one = { check, path: place.path, excerpt: place.excerpt, other: other?.excerpt ?? '', reason };
  return [...draft.overruled.filter((old) => !isOf(old, finding)), one];
}

/** What is let stand once this finding counts again. */
export function lookAgain(draft: Draft, finding: Finding): Overruled[] {
  return draft.overruled.filter((old) => !isOf(old, finding));
}

/** It is the same finding, wherever in a list its field stands by now; as the program knows it again. */
function isOf(one: Overruled, { check, place, other }: Finding): boolean {
  const bare = (path: string) => path.replace(/\[\d+\]/g, '[]');
  return (
    one.check === check &&
    one.excerpt === place.excerpt &&
    one.other === (other?.excerpt ?? '') &&
    bare(one.path) === bare(place.path)
  );
}
