// The blocks that cross to and from the program, as a document of the editor and back.

import type { Mark, Node, Schema } from 'prosemirror-model';
import type { RichBlock } from '../generated/RichBlock';
import type { RichInline } from '../generated/RichInline';

/** Blocks as a document. A schema of one paragraph takes all words into it. */
export function fromBlocks(schema: Schema, blocks: RichBlock[]): Node {
  const one = isOne(schema);
  const nodes = one ? [textblock(schema, 'paragraph', joined(blocks))] : blockNodes(schema, blocks);
  return schema.topNodeType.create(null, nodes.length > 0 ? nodes : [schema.node('paragraph')]);
}

/** Whether documents of the schema are one paragraph. */
export function isOne(schema: Schema): boolean {
  return schema.topNodeType.spec.content === 'paragraph';
}

/** A document as blocks. */
export function toBlocks(doc: Node): RichBlock[] {
  return children(doc).map(block);
}

/** All words of some blocks, with a break where a block began. */
export function joined(blocks: RichBlock[]): RichInline[] {
  const runs = blocks.flatMap(runsOf).filter((run) => run.length > 0);
  return runs.flatMap((run, at) => (at === 0 ? run : [{ type: 'break' } as const, ...run]));
}

/** Blocks as nodes of the editor. */
export function blockNodes(schema: Schema, blocks: RichBlock[]): Node[] {
  return blocks.map((block) => {
    switch (block.type) {
      case 'paragraph':
        return textblock(schema, 'paragraph', block.content);
      case 'heading':
        return textblock(schema, 'heading', block.content, { level: Math.min(block.level, 2) });
      case 'quote':
        return schema.node('quote', null, orEmpty(schema, blockNodes(schema, block.content)));
      case 'bullet_list':
        return schema.node('bullet_list', null, items(schema, block.items));
      case 'ordered_list':
        return schema.node('ordered_list', { sign: block.sign }, items(schema, block.items));
    }
  });
}

function runsOf(block: RichBlock): RichInline[][] {
  if (block.type === 'paragraph' || block.type === 'heading') return [block.content];
  if (block.type === 'quote') return block.content.flatMap(runsOf);
  return block.items.flat().flatMap(runsOf);
}

function items(schema: Schema, all: RichBlock[][]): Node[] {
  const nodes = all.map((item) => {
    const inside = orEmpty(schema, blockNodes(schema, item));
    // An item begins with words; the letter reads an item that begins with a list as one with empty words before it.
    const begins = ['paragraph', 'heading'].includes(inside[0]?.type.name ?? '');
    return schema.node('list_item', null, begins ? inside : [schema.node('paragraph'), ...inside]);
  });
  return nodes.length > 0 ? nodes : [schema.node('list_item', null, [schema.node('paragraph')])];
}

function orEmpty(schema: Schema, nodes: Node[]): Node[] {
  return nodes.length > 0 ? nodes : [schema.node('paragraph')];
}

function textblock(schema: Schema, type: string, content: RichInline[], attrs?: Record<string, unknown>): Node {
  const inside = content.flatMap((inline): Node[] => {
    if (inline.type === 'break') return [schema.node('line_break')];
    if (inline.type === 'note') return [schema.node('note', { id: inline.id })];
    if (inline.text === '') return [];
    const marks: Mark[] = [];
    if (inline.link) marks.push(schema.mark('link', { url: inline.link }));
    for (const look of ['underline', 'strong', 'emphasis'] as const) if (inline[look]) marks.push(schema.mark(look));
    return [schema.text(inline.text, marks)];
  });
  return schema.node(type, attrs ?? null, inside);
}

function block(node: Node): RichBlock {
  switch (node.type.name) {
    case 'heading':
      return { type: 'heading', level: Number(node.attrs['level']), content: inlines(node) };
    case 'quote':
      return { type: 'quote', content: toBlocks(node) };
    case 'bullet_list':
      return { type: 'bullet_list', items: children(node).map(itemBlocks) };
    case 'ordered_list':
      return { type: 'ordered_list', sign: String(node.attrs['sign']), items: children(node).map(itemBlocks) };
    default:
      return { type: 'paragraph', content: inlines(node) };
  }
}

/** The blocks of an item; empty words before a list are left out again. */
function itemBlocks(item: Node): RichBlock[] {
  const blocks = toBlocks(item);
  return blocks.length > 1 && item.firstChild?.content.size === 0 ? blocks.slice(1) : blocks;
}

function inlines(node: Node): RichInline[] {
  return children(node).map((child): RichInline => {
    if (child.type.name === 'line_break') return { type: 'break' };
    if (child.type.name === 'note') return { type: 'note', id: String(child.attrs['id']) };
    const find = (name: string) => child.marks.find((mark) => mark.type.name === name);
    return {
      type: 'text',
      text: child.text ?? '',
      strong: !!find('strong'),
      emphasis: !!find('emphasis'),
      underline: !!find('underline'),
      link: String(find('link')?.attrs['url'] ?? ''),
    };
  });
}

function children(node: Node): Node[] {
  return Array.from({ length: node.childCount }, (_, at) => node.child(at));
}
