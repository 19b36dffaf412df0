// Rich text to letter markup, which the letter's reader reads back as the same rich text. The program has a writer of
// its own (`crates/letter/src/markup/rich/write.rs`, where the rules are told); the cases in `tests/rich/` hold both.

import type { Node } from 'prosemirror-model';
import type { RichBlock } from '../generated/RichBlock';
import { lineMarkup } from './inlines';
import { label, numbering, type Numbering } from './numbering';
import { split } from './tokens';
import { toBlocks } from './tree';

/** A document of the editor as markup. */
export function toMarkup(doc: Node): string {
  return write(toBlocks(doc));
}

/** Blocks as markup. What has no words is left out. */
export function write(blocks: RichBlock[]): string {
  return lines(blocks).join('\n');
}

function lines(blocks: RichBlock[], inItem = false): string[] {
  const out: string[] = [];
  let before: RichBlock | undefined;
  for (const block of blocks) {
    const own = blockLines(block);
    if (own.length === 0) continue;
    if (before && !(inItem && before.type === 'paragraph' && followsClosely(block))) out.push('');
    out.push(...own);
    before = block;
  }
  return out;
}

/** A list that is one without an empty line before it. */
function followsClosely(block: RichBlock): boolean {
  if (block.type === 'ordered_list') return ['1.', '1)', '(1)'].includes(block.sign);
  return block.type === 'bullet_list';
}

function blockLines(block: RichBlock): string[] {
  switch (block.type) {
    case 'paragraph': {
      const own = wordLines(block, true);
      return own.map((line, at) => (at + 1 < own.length ? `${line}\\` : line));
    }
    case 'heading': {
      const words = wordLines(block, false).join(' ');
      return words ? [`${block.level <= 1 ? '#' : '##'} ${words}`] : [];
    }
    case 'quote':
      return lines(block.content).map((line) => (line ? `> ${line}` : '>'));
    case 'bullet_list':
      return itemLines(block.items, () => () => '-');
    case 'ordered_list':
      return itemLines(block.items, (count) => {
        const counts = numbered(block.sign, count);
        return (place) => label(counts, place);
      });
  }
}

/**
 * How a list counts. Letters count from the first, and a single one with a period would read as the initial of a name,
 * so it stands before a bracket.
 */
function numbered(sign: string, count: number): Numbering {
  const counts = numbering(sign) ?? numbering('1.')!;
  if (counts.digits === 'decimal') return counts;
  return { ...counts, first: 1, after: counts.after === '.' && count < 2 ? ')' : counts.after };
}

function wordLines(block: Extract<RichBlock, { type: 'paragraph' | 'heading' }>, atStart: boolean): string[] {
  return split(block.content)
    .map((line) => lineMarkup(line, atStart))
    .filter(Boolean);
}

/** `signs` makes the signs of as many items as have words. */
function itemLines(items: RichBlock[][], signs: (count: number) => (place: number) => string): string[] {
  const filled = items.map((item) => lines(item, true)).filter((item) => item.length > 0);
  const sign = signs(filled.length);
  return filled.flatMap((item, place) => {
    const first = `${sign(place)} `;
    const indent = ' '.repeat(first.length);
    return item.map((line, at) => (at === 0 ? first : line && indent) + line);
  });
}
