// The drafts of the fake desk with their versions, and the cards by which home shows them.

import { differing } from '../../draft/paths';
import { called } from '../../draft/naming';
import type { Card } from '../../generated/Card';
import type { Cause } from '../../generated/Cause';
import type { Closing } from '../../generated/Closing';
import type { Draft } from '../../generated/Draft';
import type { Template } from '../../generated/Template';
import type { Version } from '../../generated/Version';
import { built, findings, wordCount } from './letter';

/** One version of a draft with what it says. */
export interface KeptVersion {
  version: Version;
  draft: Draft;
}

/** A draft of the fake desk. */
export interface Kept {
  id: number;
  draft: Draft;
  campaign: number | null;
  changed: string;
  exported: string | null;
  removed: boolean;
  versions: KeptVersion[];
}

/** The draft with one more version, or with the last one written to, where that one was edited too. */
export function withVersion(record: Kept, template: Template, cause: Cause, id: number, at: string): Kept {
  const [last, ...older] = record.versions;
  const joins = cause === 'edited' && last?.version.cause === 'edited' && minutes(last.version.at, at) < 5;
  const before = (joins ? older[0] : last)?.draft;
  const changed = before ? changes(before, record.draft, template) : [];
  const version = { id: joins ? last.version.id : id, at, changed, cause, words: wordCount(record.draft, template) };
  return { ...record, changed: at, versions: [{ version, draft: record.draft }, ...(joins ? older : record.versions)] };
}

export function card(
  record: Kept,
  kindName: string,
  template: Template,
  handing: { closing: Closing | null; submitted: string | null },
): Card {
  const found = findings(record.draft, template);
  const { draft } = record;
  return {
    id: record.id,
    title: draft.subject || draft.item.title || built(draft, template).title,
    kind: draft.kind,
    kind_name: kindName,
    to: draft.item.body || draft.addressees[0]?.body || '',
    due: draft.item.meeting,
    changed: record.changed,
    exported: record.exported,
    ...handing,
    missing: found.filter((finding) => finding.place.excerpt === '').length,
    doubts: found.filter((finding) => finding.place.excerpt !== '').length,
  };
}

function changes(before: Draft, after: Draft, template: Template): string[] {
  const paths = differing(before, after).flatMap((path) => {
    const [was, is] = [before[path as keyof Draft], after[path as keyof Draft]];
    if (!Array.isArray(was) || !Array.isArray(is)) return [path];
    const length = Math.max(was.length, is.length);
    return Array.from({ length }, (_, index) => `${path}[${index}]`).filter((_, index) => {
      return JSON.stringify(was[index]) !== JSON.stringify(is[index]);
    });
  });
  return paths.map((path) => called(path, template));
}

function minutes(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 60000;
}
