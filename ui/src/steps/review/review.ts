// What Review says of the whole letter, and when exporting asks first.

import { counted, isAbsence } from '../../draft/missing';
import type { Built } from '../../generated/Built';
import type { Draft } from '../../generated/Draft';
import type { Finding } from '../../generated/Finding';
import type { Shares } from '../../generated/Shares';
import { long } from '../../shared/dates';

/** The letter in a few plain lines. */
export function summary(draft: Draft, built: Built): { term: string; text: string }[] {
  const signers = draft.signers.map((signer) => signer.name).filter(Boolean);
  const bodies = draft.addressees.map((addressee) => addressee.body || (addressee.lines[0] ?? '')).filter(Boolean);
  const count = (number: number, one: string) => `${number} ${number === 1 ? one : `${one}s`}`;
  return [
    { term: 'About', text: draft.subject ?? built.subject },
    { term: 'To', text: bodies.join('; ') },
    { term: 'Dated', text: draft.date_line ?? built.date_line },
    { term: 'Asks', text: draft.asks.length > 0 ? count(draft.asks.length, 'ask') : '' },
    { term: 'Rests on', text: draft.references.length > 0 ? count(draft.references.length, 'reference') : '' },
    { term: 'Signed by', text: signers.join(', ') },
    { term: 'File name', text: built.file_name },
  ].filter(({ text }) => text !== '');
}

/** How much of the letter is whose, as one sentence. */
export function whose({ own, campaign }: Shares): string {
  const words = (count: number) => (count === 1 ? '1 word' : `${count.toLocaleString('en-US')} words`);
  if (own + campaign === 0) return 'No words yet.';
  if (own + campaign === 1) return `Its one word is ${own === 1 ? 'your own' : 'the campaign’s'}.`;
  if (campaign === 0) return `All ${words(own)} are your own.`;
  if (own === 0) return `All ${words(campaign)} are the campaign’s.`;
  return `${words(own)} of your own, ${words(campaign)} of the campaign.`;
}

/** The most characters of the letter that are quoted. */
const LONGEST = 200;

/** The words a finding speaks of, between quotation marks; a day that a field holds, as a person says it. */
export function spokenOf({ place }: Finding): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(place.excerpt)) return long(place.excerpt, 'en-US');
  const letters = [...place.excerpt.slice(0, 2 * LONGEST)];
  return letters.length > LONGEST ? `“${letters.slice(0, LONGEST).join('')}…”` : `“${place.excerpt}”`;
}

/** How things stand, as one sentence. */
export function verdict(findings: Finding[]): string {
  const missing = findings.filter(isAbsence).length;
  const rest = findings.filter((finding) => !isAbsence(finding));
  if (findings.length === 0) return 'Everything is there, and nothing looks wrong.';
  const lacks = missing === 1 ? 'One thing is missing' : `${missing} things are missing`;
  if (missing === 0) return `Everything is there. There is something to look at: ${counted(rest)}.`;
  return rest.length > 0 ? `${lacks}, and there is something to look at: ${counted(rest)}.` : `${lacks}.`;
}

/** Whether exporting asks first: there are errors, and it was not asked before. */
export function asksFirst(findings: Finding[], asked: boolean): boolean {
  return !asked && findings.some((finding) => finding.severity === 'error');
}
