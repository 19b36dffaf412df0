// Rich text to letter markup: what the letter's reader (`crates/letter/src/markup`) reads back as the same rich text.
//
// The words go through `inlines.ts`; here blocks get their signs, and words that would be read as the sign of a list, a
// heading, a quotation or a directive at the beginning of a line are kept words.

import type { Node } from 'prosemirror-model';
import type { RichBlock } from '../generated/RichBlock';
import { inlineMarkup } from './inlines';
import { label, numbering, type Numbering } from './numbering';
import { toBlocks } from './tree';

/** A document of the editor as markup. */
export function toMarkup(doc: Node): string {
  return write(toBlocks(doc));
}

/** Blocks as markup. What is empty is left out. */
export function write(blocks: RichBlock[]): string {
  return lines(blocks).join('\n');
}

function lines(blocks: RichBlock[], inItem = false): string[] {
  const out: string[] = [];
  let before: RichBlock | undefined;
  for (const block of blocks) {
    const own = blockLines(block);
    if (own.length === 0) continue;
    const close = inItem && before?.type === 'paragraph' && followsAtOnce(block);
    if (before && !close) out.push('');
    out.push(...own);
    before = block;
  }
  return out;
}

function blockLines(block: RichBlock): string[] {
  switch (block.type) {
    case 'paragraph':
      return inlineMarkup(block.content).split('\n').filter(Boolean).map(keptWords);
    case 'heading': {
      const words = inlineMarkup(block.content, '\u2028');
      return words ? [`${'#'.repeat(Math.min(block.level, 2))} ${words}`] : [];
    }
    case 'quote':
      return lines(block.content).map((line) => (line ? `> ${line}` : '>'));
    case 'bullet_list':
      return listLines(block.items, () => '-');
    case 'ordered_list': {
      const counts = countable(block.sign, block.items.length);
      return listLines(block.items, (place) => label(counts, place));
    }
  }
}

function listLines(items: RichBlock[][], sign: (place: number) => string): string[] {
  const filled = items.map((item) => lines(item, true)).filter((item) => item.length > 0);
  return filled.flatMap((item, place) => {
    const first = `${sign(place)} `;
    const indent = ' '.repeat(first.length);
    return item.map((line, at) => (at === 0 ? first : line && indent) + line);
  });
}

/** A list with letters begins with the first one, and with a period it needs a second item. */
function countable(sign: string, items: number): Numbering {
  const counts = numbering(sign);
  if (!counts) return { before: '', after: '.', digits: 'decimal', upper: false, first: 1 };
  if (counts.digits === 'decimal') return counts;
  return { ...counts, first: 1, after: counts.after === '.' && items < 2 ? ')' : counts.after };
}

/** The list that follows a paragraph needs no empty line before it. */
function followsAtOnce(block: RichBlock): boolean {
  if (block.type === 'bullet_list') return true;
  const counts = block.type === 'ordered_list' && numbering(block.sign);
  return !!counts && counts.first === 1 && (counts.digits === 'decimal' || counts.after !== '.');
}

/** A line of words that begins no list, heading, quotation or directive. */
function keptWords(line: string): string {
  if (/^(#{1,6} |>|[-+] )/.test(line)) return `\\${line}`;
  // A bullet cannot be escaped, but a bullet before a space that does not break opens no list.
  if (line.startsWith('• ')) return `•\u00a0${line.slice(2)}`;
  const directive = /^(:::+|%%+)/.exec(line)?.[0];
  if (directive) return directive.replace(/./g, '\\$&') + line.slice(directive.length);
  const sign = /^[^ ]*/.exec(line)?.[0] ?? '';
  if (numbering(sign)) {
    return sign.startsWith('(') ? `\\${line}` : `${sign.slice(0, -1)}\\${line.slice(sign.length - 1)}`;
  }
  return line;
}
