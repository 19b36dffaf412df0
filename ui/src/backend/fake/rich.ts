// Letter markup as an editor's tree and back, as far as screens and their tests need it: paragraphs, lists, quotations,
// bold, italic, underline, links and note marks.

import type { RichBlock } from '../../generated/RichBlock';
import type { RichInline } from '../../generated/RichInline';

export function rich(markup: string): RichBlock[] {
  return markup
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== '')
    .map(block);
}

function block(text: string): RichBlock {
  const lines = text.split('\n');
  const sign = /^\s*(?:[-•]|(\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,4})[.)]))\s+/;
  if (lines.every((line) => sign.test(line))) {
    const items = lines.map((line): RichBlock[] => [{ type: 'paragraph', content: inlines(line.replace(sign, '')) }]);
    const first = sign.exec(lines[0]!)?.[1];
    return first ? { type: 'ordered_list', sign: first, items } : { type: 'bullet_list', items };
  }
  const heading = /^(#{1,2})\s+(.*)$/.exec(text);
  if (heading) return { type: 'heading', level: heading[1]!.length, content: inlines(heading[2]!) };
  if (lines.every((line) => line.startsWith('>'))) {
    return { type: 'quote', content: rich(lines.map((line) => line.replace(/^>\s?/, '')).join('\n')) };
  }
  return { type: 'paragraph', content: inlines(text) };
}

interface Look {
  strong: boolean;
  emphasis: boolean;
  underline: boolean;
  link: string;
}

function inlines(
  text: string,
  look: Look = { strong: false, emphasis: false, underline: false, link: '' },
): RichInline[] {
  const found: RichInline[] = [];
  const marked = /\*\*(.+?)\*\*|__(.+?)__|\*(.+?)\*|\[\^([^\]]+)\]|\[([^\]]+)\]\(([^)]+)\)|(\\\n)/gs;
  let from = 0;
  const words = (part: string) => {
    const text = part.replace(/\\([\\*_[\]<>#])/g, '$1').replace(/\n/g, ' ');
    if (text) found.push({ type: 'text', text, ...look });
  };
  for (const part of text.matchAll(marked)) {
    words(text.slice(from, part.index));
    from = part.index + part[0].length;
    const [, strong, underline, emphasis, note, label, link] = part;
    if (strong) found.push(...inlines(strong, { ...look, strong: true }));
    else if (underline) found.push(...inlines(underline, { ...look, underline: true }));
    else if (emphasis) found.push(...inlines(emphasis, { ...look, emphasis: true }));
    else if (note) found.push({ type: 'note', id: note });
    else if (label) found.push(...inlines(label, { ...look, link: link! }));
    else found.push({ type: 'break' });
  }
  words(text.slice(from));
  return found;
}
