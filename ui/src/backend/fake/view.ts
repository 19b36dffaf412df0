// Paragraphs to pages of marks, like those that the program draws from its own pages: one mark a line, with an id that
// follows from what is painted and not from where, so that a line that only moved is not sent again.

import type { Ask } from '../../generated/Ask';
import type { Campaign } from '../../generated/Campaign';
import type { Draft } from '../../generated/Draft';
import type { Mark } from '../../generated/Mark';
import type { PageUpdate } from '../../generated/PageUpdate';
import type { Shares } from '../../generated/Shares';
import type { Template } from '../../generated/Template';
import type { View } from '../../generated/View';
import { built, findings, paragraphs, plain } from './letter';

const SIZES = { letter: [612, 792], a4: [595.28, 841.89] } as const;
const MARGIN = 72;
const LINE = 15;
const GAP = 9;

/** What was sent since a draft was opened. */
export interface Sent {
  marks: Set<number>;
  pages: string[];
}

export const nothingSent = (): Sent => ({ marks: new Set(), pages: [] });

/** The view of a draft and its campaign against what was sent before, which it adds to. */
export function view(draft: Draft, template: Template, campaign: Campaign | null, sent: Sent): View {
  const size = SIZES[draft.page.paper ?? template.page.paper ?? 'letter'];
  const all = pages(draft, template, size);
  const updates = all.map((placed, index): PageUpdate => {
    const fresh = placed.map(({ mark }) => mark).filter((mark) => !sent.marks.has(mark.id));
    for (const mark of fresh) sent.marks.add(mark.id);
    return { index, marks: placed.map(({ mark, y }) => ({ id: mark.id, y })), fresh: unique(fresh) };
  });
  const before = sent.pages;
  sent.pages = updates.map((page) => JSON.stringify(page.marks));
  return {
    size: [size[0], size[1]],
    count: all.length,
    pages: updates.filter((page) => sent.pages[page.index] !== before[page.index]),
    findings: findings(draft, template),
    built: built(draft, template),
    shares: campaign && shares(draft, campaign),
  };
}

/** Whose the asks are; as much as screens need. */
function shares(draft: Draft, campaign: Campaign): Shares {
  const offered = new Set(campaign.asks.map(({ full }) => full));
  const count = (asks: Ask[]) => asks.reduce((sum, { full }) => sum + full.split(/\s+/).filter(Boolean).length, 0);
  const theirs = count(draft.asks.filter(({ full }) => offered.has(full)));
  return { own: count(draft.asks) - theirs, campaign: theirs };
}

interface Placed {
  mark: Mark;
  y: number;
}

function pages(draft: Draft, template: Template, [width, height]: readonly [number, number]): Placed[][] {
  const size = draft.page.size ?? 11;
  const face = (draft.page.typeface ?? template.page.typeface) === 'sans' ? 2 : 0;
  const pages: Placed[][] = [[]];
  let y = MARGIN;
  for (const paragraph of paragraphs(draft, template)) {
    y += paragraph.tight ? 0 : GAP;
    const left = MARGIN + (paragraph.indent ?? 0);
    for (const line of broken(plain(paragraph.text), width - MARGIN - left, size)) {
      if (y + LINE > height - MARGIN) {
        pages.push([]);
        y = MARGIN;
      }
      pages.at(-1)!.push({ mark: mark(paragraph.path, line, left, size, face + (paragraph.strong ? 1 : 0)), y });
      y += LINE;
    }
  }
  return pages;
}

function mark(place: string, words: [number, string][], left: number, size: number, face: number): Mark {
  const placed = words.map(([x, word]): [number, string] => [left + x, word]);
  const last = words.at(-1);
  const width = last ? last[0] + wide(last[1], size) : 0;
  return {
    id: hash(JSON.stringify([place, placed, size, face])),
    place,
    area: [left, 0, width, LINE],
    pieces: [{ type: 'words', face, size, colour: '#000000', y: 11, spacing: 0, words: placed }],
  };
}

/** Words with their left edges, line by line. */
function broken(text: string, width: number, size: number): [number, string][][] {
  const lines: [number, string][][] = [[]];
  let x = 0;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const length = wide(word, size);
    if (x > 0 && x + length > width) {
      lines.push([]);
      x = 0;
    }
    lines.at(-1)!.push([x, word]);
    x += length + size * 0.25;
  }
  return lines.filter((line) => line.length > 0);
}

/** About how wide a word is. */
function wide(word: string, size: number): number {
  return [...word].reduce((sum, sign) => {
    if (/[iljtf.,:;!|'’“”()[\]]/.test(sign)) return sum + size * 0.32;
    if (/[mwMW@—]/.test(sign)) return sum + size * 0.86;
    return sum + size * (/[A-Z0-9]/.test(sign) ? 0.64 : 0.54);
  }, 0);
}

function unique(marks: Mark[]): Mark[] {
  return [...new Map(marks.map((mark) => [mark.id, mark])).values()];
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
