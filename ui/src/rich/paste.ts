// What is pasted or dropped into a rich text field. The browser inserts nothing: the program cleans what came to the
// closed subset, and the blocks go where the caret stood, in the order in which they were pasted.

import { Fragment, type Node, Slice } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { RichBlock } from '../generated/RichBlock';
import type { RichInline } from '../generated/RichInline';
import { DEEPEST, deepest, depthAt } from './commands';
import { blockNodes, isOne, joined, toBlocks } from './tree';

type Clean = (html: string, text: string) => Promise<RichBlock[]>;

/** Where something that is still being cleaned belongs, by its number. */
type Waiting = Map<number, number>;
const waiting = new PluginKey<Waiting>('paste');

/** What was copied from a field of this window, so that note marks survive moving words about. */
let copied: { text: string; blocks: RichBlock[] } | null = null;

export function pasting(clean: Clean): Plugin<Waiting> {
  let queue = Promise.resolve();
  let last = 0;

  function take(view: EditorView, data: DataTransfer | null, at?: number) {
    const html = data?.getData('text/html') ?? '';
    const text = (data?.getData('text/plain') ?? '').replace(/\r\n?/g, '\n');
    if (html === '' && text === '') return;
    const number = ++last;
    const tr = at === undefined ? view.state.tr.deleteSelection() : view.state.tr;
    view.dispatch(tr.setMeta(waiting, { number, at: at ?? tr.selection.from }));
    const own = copied && html.includes('data-pm-slice') && copied.text === text ? copied.blocks : null;
    const coming = own ? Promise.resolve(own) : clean(html, text).catch(() => plainBlocks(text));
    queue = queue.then(async () => {
      const blocks = await coming;
      const place = view.isDestroyed ? undefined : waiting.getState(view.state)?.get(number);
      if (place !== undefined) view.dispatch(inserted(view.state, place, blocks).setMeta(waiting, { number }));
    });
  }

  return new Plugin<Waiting>({
    key: waiting,
    state: {
      init: () => new Map(),
      apply(transaction, before) {
        const meta = transaction.getMeta(waiting) as { number: number; at?: number } | undefined;
        if (!meta && (!transaction.docChanged || before.size === 0)) return before;
        const after: Waiting = new Map();
        // What is typed meanwhile goes behind what was pasted.
        for (const [number, place] of before) after.set(number, transaction.mapping.map(place, -1));
        if (meta?.at !== undefined) after.set(meta.number, meta.at);
        else if (meta) after.delete(meta.number);
        return after;
      },
    },
    props: {
      handleDOMEvents: {
        paste(view, event) {
          event.preventDefault();
          take(view, event.clipboardData);
          return true;
        },
        drop(view, event) {
          if (view.dragging) return false;
          event.preventDefault();
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (at) take(view, event.dataTransfer, at.pos);
          return true;
        },
        beforeinput(view, event) {
          if (!/^(insertFrom(Paste|Drop|Yank)|format|history)/.test(event.inputType) || view.dragging) return false;
          event.preventDefault();
          if (event.inputType.startsWith('insertFrom')) take(view, event.dataTransfer);
          return true;
        },
      },
      clipboardTextSerializer(slice) {
        const blocks = copiedBlocks(slice);
        const text = plainText(blocks);
        copied = { text, blocks };
        return text;
      },
    },
  });
}

/** The state's document with blocks inserted at a place. */
export function inserted(state: EditorState, at: number, blocks: RichBlock[]): Transaction {
  const { schema } = state;
  const place = Math.min(at, state.doc.content.size);
  const $at = state.doc.resolve(place);
  const only = blocks[0];
  if (isOne(schema) || (blocks.length === 1 && only?.type === 'paragraph')) {
    const words = blockNodes(schema, [{ type: 'paragraph', content: joined(blocks) }])[0]?.content ?? Fragment.empty;
    return state.tr.replaceWith(place, place, words).scrollIntoView();
  }
  const attempt = (some: RichBlock[]) => {
    const nodes = blockNodes(schema, some);
    const open = (node: Node | undefined) => (node?.type.name === 'paragraph' ? 1 : 0);
    return state.tr.replaceRange(place, place, new Slice(Fragment.from(nodes), open(nodes[0]), open(nodes.at(-1))));
  };
  const fitting = attempt(fit(blocks, DEEPEST - depthAt($at)));
  return (deepest(fitting.doc) <= DEEPEST ? fitting : attempt(fit(blocks, 0))).scrollIntoView();
}

/** The blocks with lists and quotations no deeper than there is room; what stood deeper stands beside. */
export function fit(blocks: RichBlock[], room: number): RichBlock[] {
  return blocks.flatMap((block): RichBlock[] => {
    if (block.type === 'paragraph' || block.type === 'heading') return [block];
    if (block.type === 'quote') {
      const content = fit(block.content, room - 1);
      return room > 0 ? [{ ...block, content }] : content;
    }
    const items = block.items.map((item) => fit(item, room - 1));
    return room > 0 ? [{ ...block, items }] : items.flat();
  });
}

/** Text without any markup: paragraphs between empty lines, and the lines in them. */
export function plainBlocks(text: string): RichBlock[] {
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({
      type: 'paragraph',
      content: part.split('\n').flatMap((line, at): RichInline[] => {
        const words: RichInline = {
          type: 'text',
          text: line,
          strong: false,
          emphasis: false,
          underline: false,
          link: '',
        };
        return at === 0 ? [words] : [{ type: 'break' }, words];
      }),
    }));
}

function copiedBlocks(slice: Slice): RichBlock[] {
  let content = slice.content;
  // Words from within one item or quotation are words, not a list.
  for (let depth = Math.min(slice.openStart, slice.openEnd); depth > 1 && content.childCount === 1; depth--) {
    content = content.firstChild?.content ?? Fragment.empty;
  }
  const nodes = Array.from({ length: content.childCount }, (_, at) => content.child(at));
  return nodes.flatMap((node) => {
    if (node.type.name === 'list_item') return toBlocks(node);
    return node.isInline
      ? toBlocks(node.type.schema.node('doc', null, [node.type.schema.node('paragraph', null, [node])]))
      : blockOf(node);
  });
}

function blockOf(node: Node): RichBlock[] {
  const doc = node.type.schema.topNodeType.create(null, node);
  return toBlocks(doc);
}

/** Blocks as text for the clipboard. */
export function plainText(blocks: RichBlock[]): string {
  const words = (content: RichInline[]) =>
    content.map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'break' ? '\n' : '')).join('');
  return blocks
    .map((block): string => {
      if (block.type === 'paragraph' || block.type === 'heading') return words(block.content);
      if (block.type === 'quote') return plainText(block.content);
      const first = block.type === 'ordered_list' ? Number(/\d+/.exec(block.sign)?.[0] ?? 1) : 0;
      const sign = (at: number) => (block.type === 'bullet_list' ? '• ' : `${first + at}. `);
      return block.items.map((item, at) => sign(at) + plainText(item).replace(/\n\n/g, '\n')).join('\n');
    })
    .join('\n\n');
}
