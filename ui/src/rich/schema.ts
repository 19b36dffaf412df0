// What a rich text can hold in the editor: the closed subset of the letter's markup and nothing else.

import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model';

const paragraph: NodeSpec = { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] };

const nodes = {
  doc: { content: 'block+' },
  paragraph,
  heading: {
    group: 'block',
    content: 'inline*',
    attrs: { level: { default: 1 } },
    defining: true,
    // The field stands under headings of the window, so its own are told apart by level, not by element.
    toDOM: (node) => [
      'p',
      { class: `heading-${node.attrs['level']}`, role: 'heading', 'aria-level': String(node.attrs['level'] + 3) },
      0,
    ],
  },
  bullet_list: { group: 'block', content: 'list_item+', toDOM: () => ['ul', 0] },
  ordered_list: {
    group: 'block',
    content: 'list_item+',
    attrs: { sign: { default: '1.' } },
    toDOM: (node) => ['ol', listAttributes(String(node.attrs['sign'])), 0],
  },
  list_item: { content: '(paragraph | heading) block*', defining: true, toDOM: () => ['li', 0] },
  quote: { group: 'block', content: 'block+', defining: true, toDOM: () => ['blockquote', 0] },
  text: { group: 'inline' },
  line_break: {
    group: 'inline',
    inline: true,
    selectable: false,
    leafText: () => '\n',
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  note: {
    group: 'inline',
    inline: true,
    atom: true,
    // So that the caret goes past it and typing does not replace it.
    selectable: false,
    attrs: { id: {} },
    leafText: () => '',
    toDOM: (node) => ['span', { class: 'note', 'data-note': String(node.attrs['id']) }, `[${node.attrs['id']}]`],
  },
} satisfies Record<string, NodeSpec>;

const marks = {
  link: {
    attrs: { url: {} },
    inclusive: false,
    toDOM: (mark) => ['a', { href: String(mark.attrs['url']), title: String(mark.attrs['url']) }, 0],
  },
  underline: { parseDOM: [{ tag: 'u' }], toDOM: () => ['u', 0] },
  strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  emphasis: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
} satisfies Record<string, MarkSpec>;

/** Rich text of any number of blocks. */
export const manyBlocks = new Schema({ nodes, marks });

/** Rich text of one paragraph. */
export const oneBlock = new Schema({ nodes: { ...nodes, doc: { content: 'paragraph' } }, marks });

/** How the numbers of a list look in the editor; what CSS cannot say is left to the letter. */
function listAttributes(sign: string): Record<string, string> {
  const inner = sign.replace(/[().]/g, '');
  const around = sign.startsWith('(') ? 'both' : sign.endsWith(')') ? 'after' : 'period';
  const type = /^[0-9]/.test(inner)
    ? '1'
    : /^[ivx]/.test(inner)
      ? 'i'
      : /^[IVX]/.test(inner)
        ? 'I'
        : /^[A-Z]/.test(inner)
          ? 'A'
          : 'a';
  const start: Record<string, string> = type === '1' && inner !== '1' ? { start: inner } : {};
  return { type, 'data-around': around, 'data-type': type, ...start };
}
