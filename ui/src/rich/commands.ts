// What the buttons and keys of a rich text field do, and what is so where the caret stands.

import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import type { Attrs, Mark, Node, NodeType, ResolvedPos } from 'prosemirror-model';
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import type { Look } from './tokens';

/** Lists and quotations nest this deep together. */
export const DEEPEST = 2;

export type Action = Look | 'heading1' | 'heading2' | 'bullets' | 'numbers' | 'quote' | 'indent' | 'outdent';

/** What is so where the caret stands, and what can be done there. */
export interface Standing {
  on: Partial<Record<Action, boolean>>;
  can: Partial<Record<Action, boolean>>;
  /** The address of the link at the caret; empty when there is none. */
  link: string;
}

/** How deep lists and quotations nest in a node. */
export function deepest(node: Node): number {
  let inside = 0;
  node.forEach((child) => {
    if (!child.isTextblock) inside = Math.max(inside, deepest(child));
  });
  return inside + (isContainer(node) ? 1 : 0);
}

/** How many lists and quotations stand around a place. */
export function depthAt($pos: ResolvedPos): number {
  let count = 0;
  for (let depth = $pos.depth; depth > 0; depth--) if (isContainer($pos.node(depth))) count++;
  return count;
}

function isContainer(node: Node): boolean {
  return ['bullet_list', 'ordered_list', 'quote'].includes(node.type.name);
}

/** The command of an action. */
export function command(action: Action): Command {
  return (state, dispatch, view) => {
    const { nodes, marks } = state.schema;
    const type = (name: string) => nodes[name];
    const run = (inner: Command | undefined) => !!inner && shallow(inner)(state, dispatch, view);
    switch (action) {
      case 'strong':
      case 'emphasis':
      case 'underline':
        return run(marks[action] && toggleMark(marks[action]));
      case 'heading1':
      case 'heading2':
        return run(toggleHeading(state, type('heading'), action === 'heading1' ? 1 : 2));
      case 'bullets':
        return run(toggleList(state, type('bullet_list'), null));
      case 'numbers':
        return run(toggleList(state, type('ordered_list'), { sign: '1.' }));
      case 'quote':
        return run(around(state, 'quote') ? liftQuote : type('quote') && wrapIn(type('quote')!));
      case 'indent':
        return run(type('list_item') && sinkListItem(type('list_item')!));
      case 'outdent':
        return run(type('list_item') && liftListItem(type('list_item')!));
    }
  };
}

const LOOKS: Look[] = ['strong', 'emphasis', 'underline'];
const BLOCKS: Action[] = ['heading1', 'heading2', 'bullets', 'numbers', 'quote', 'indent', 'outdent'];

export function standing(state: EditorState): Standing {
  const list = around(state, 'bullet_list', 'ordered_list');
  const parent = state.selection.$from.parent;
  const heading = parent.type.name === 'heading' ? Number(parent.attrs['level']) : 0;
  const on: Standing['on'] = {
    heading1: heading === 1,
    heading2: heading === 2,
    bullets: list?.type.name === 'bullet_list',
    numbers: list?.type.name === 'ordered_list',
    quote: !!around(state, 'quote'),
  };
  for (const look of LOOKS) on[look] = hasLook(state, look);
  const can = Object.fromEntries([...LOOKS, ...BLOCKS].map((action) => [action, command(action)(state)]));
  return { on, can, link: String(linkAt(state)?.mark.attrs['url'] ?? '') };
}

function hasLook(state: EditorState, look: Look): boolean {
  const type = state.schema.marks[look];
  if (!type) return false;
  const { from, to, empty, $from } = state.selection;
  return empty ? !!type.isInSet(state.storedMarks ?? $from.marks()) : state.doc.rangeHasMark(from, to, type);
}

/** The innermost node of these types around the caret. */
function around(state: EditorState, ...names: string[]): Node | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if (names.includes($from.node(depth).type.name)) return $from.node(depth);
  }
  return null;
}

/** The command, unless it would nest too deep. */
export function shallow(inner: Command): Command {
  return (state, dispatch, view) => {
    let done: Transaction | undefined;
    if (!inner(state, (transaction) => (done = transaction), view)) return false;
    if (!done || deepest(done.doc) > Math.max(DEEPEST, deepest(state.doc))) return false;
    dispatch?.(done);
    return true;
  };
}

function toggleHeading(state: EditorState, heading: NodeType | undefined, level: number): Command | undefined {
  const paragraph = state.schema.nodes['paragraph'];
  const parent = state.selection.$from.parent;
  const is = parent.type === heading && parent.attrs['level'] === level;
  return is ? paragraph && setBlockType(paragraph) : heading && setBlockType(heading, { level });
}

function toggleList(state: EditorState, type: NodeType | undefined, attrs: Attrs | null): Command | undefined {
  const item = state.schema.nodes['list_item'];
  const list = around(state, 'bullet_list', 'ordered_list');
  if (!type || !item) return undefined;
  if (!list) return wrapInList(type, attrs);
  if (list.type === type) return liftListItem(item);
  return (state, dispatch) => {
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth--) {
      if ($from.node(depth) === list) dispatch?.(state.tr.setNodeMarkup($from.before(depth), type, attrs));
    }
    return true;
  };
}

const liftQuote: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  const range = $from.blockRange($to, (node) => node.type.name === 'quote');
  if (!range) return lift(state, dispatch);
  const quote = range.parent;
  dispatch?.(state.tr.replaceWith(range.$from.before(range.depth), range.$from.after(range.depth), quote.content));
  return true;
};

/** At the beginning of a heading or an item, Backspace takes the heading or the item away first. */
export const backToParagraph: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  const { paragraph, list_item: item } = state.schema.nodes;
  if ($from.parent.type.name === 'heading' && paragraph) return setBlockType(paragraph)(state, dispatch, view);
  const first = $from.depth > 1 && $from.node(-1).type === item && $from.index(-1) === 0;
  return first && !!item && liftListItem(item)(state, dispatch, view);
};

export const breakLine: Command = (state, dispatch) => {
  const type = state.schema.nodes['line_break'];
  if (type) dispatch?.(state.tr.replaceSelectionWith(type.create()).scrollIntoView());
  return !!type;
};

/** The link around the caret or at the beginning of the selection, with its ends. */
export function linkAt(state: EditorState): { mark: Mark; from: number; to: number } | null {
  const { $from, empty } = state.selection;
  const parent = $from.parent;
  const find = (node: Node | null) => node?.marks.find((mark) => mark.type.name === 'link');
  const mark = find($from.nodeAfter) ?? (empty ? find($from.nodeBefore) : undefined);
  if (!mark) return null;
  let index = find($from.nodeAfter) ? $from.index() : $from.index() - 1;
  while (index > 0 && mark.isInSet(parent.child(index - 1).marks)) index--;
  let from = $from.start();
  for (let at = 0; at < index; at++) from += parent.child(at).nodeSize;
  let to = from;
  for (; index < parent.childCount && mark.isInSet(parent.child(index).marks); index++)
    to += parent.child(index).nodeSize;
  return { mark, from, to };
}

/** Links the selection, the link at the caret, or new words to an address; an empty address takes the link away. */
export function setLink(url: string, words: string): Command {
  return (state, dispatch) => {
    const type = state.schema.marks['link'];
    if (!type) return false;
    const there = linkAt(state);
    const { from, to } = there ?? state.selection;
    const tr = state.tr;
    let end = to;
    const changed = words !== '' && words !== state.doc.textBetween(from, to);
    if (url && (changed || from === to)) {
      const text = words || url;
      tr.replaceWith(from, to, state.schema.text(text, state.doc.resolve(from).marks()));
      end = from + text.length;
    }
    tr.removeMark(from, end, type);
    if (url) tr.addMark(from, end, type.create({ url }));
    tr.setSelection(TextSelection.create(tr.doc, end)).removeStoredMark(type);
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Puts a note mark behind the selection. */
export function insertNote(id: string): Command {
  return (state, dispatch) => {
    const type = state.schema.nodes['note'];
    if (!type) return false;
    dispatch?.(state.tr.insert(state.selection.to, type.create({ id })).scrollIntoView());
    return true;
  };
}
