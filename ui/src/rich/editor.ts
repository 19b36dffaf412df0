// The rich text editor itself: ProseMirror on an element, with our keys, pasting and note marks. Loaded when the first
// rich field is shown. It keeps no history of its own: undo belongs to the draft.

import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { splitListItem } from 'prosemirror-schema-list';
import { type Command, EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { RichBlock } from '../generated/RichBlock';
import {
  type Action,
  backToParagraph,
  breakLine,
  command,
  DEEPEST,
  deepest,
  insertNote,
  linkAt,
  setLink,
  standing,
  type Standing,
} from './commands';
import { toMarkup } from './markup';
import { pasting } from './paste';
import { typing } from './rules';
import { manyBlocks, oneBlock } from './schema';
import { fromBlocks } from './tree';

export interface Wishes {
  /** The element that becomes the text. */
  place: HTMLElement;
  oneParagraph: boolean;
  blocks: RichBlock[];
  /** What a note mark is called, by the id of its reference. */
  noteName(id: string): string | undefined;
  pasted(html: string, text: string): Promise<RichBlock[]>;
  oninput(markup: string): void;
  /** After every change of text or selection. */
  onstanding(standing: Standing, text: string): void;
  /** The person wants a link. */
  onlink(): void;
  /** The person wants the toolbar. */
  ontoolbar(): void;
}

const KEYS: Record<string, Action> = {
  'Mod-b': 'strong',
  'Mod-i': 'emphasis',
  'Mod-u': 'underline',
  'Mod-Alt-1': 'heading1',
  'Mod-Alt-2': 'heading2',
  'Mod-Shift-7': 'numbers',
  'Mod-Shift-8': 'bullets',
  'Mod-Shift-9': 'quote',
  'Mod-]': 'indent',
  'Mod-[': 'outdent',
};

export class Editor {
  private view: EditorView;
  private held = false;
  private chips = new Set<() => void>();

  constructor(private wishes: Wishes) {
    const schema = wishes.oneParagraph ? oneBlock : manyBlocks;
    const keys: Record<string, Command> = {
      'Mod-l': () => (wishes.onlink(), true),
      'Alt-F10': () => (wishes.ontoolbar(), true),
      Backspace: chainCommands(undoInputRule, backToParagraph),
      'Shift-Enter': chainCommands(exitCode, breakLine),
    };
    for (const [key, action] of Object.entries(KEYS)) keys[key] = (...given) => (command(action)(...given), true);
    const item = schema.nodes['list_item'];
    if (wishes.oneParagraph) keys['Enter'] = breakLine;
    else if (item) keys['Enter'] = splitListItem(item);
    this.view = new EditorView(
      { mount: wishes.place },
      {
        state: EditorState.create({
          doc: fromBlocks(schema, wishes.blocks),
          plugins: [pasting(wishes.pasted), ...typing(schema), keymap(keys), keymap(baseKeymap), house()],
        }),
        handleDOMEvents: {
          keydown(view) {
            catchUp(view);
            return false;
          },
        },
        nodeViews: { note: (node) => this.chip(node) },
        dispatchTransaction: (transaction) => this.apply(transaction),
      },
    );
    this.tell();
  }

  run(action: Action) {
    this.does(command(action));
  }

  link(url: string, words: string) {
    this.does(setLink(url, words));
  }

  note(id: string) {
    this.does(insertNote(id));
  }

  /** The words that a link would have, and where the one at the caret leads. */
  linkNow(): { url: string; words: string } {
    const { state } = this.view;
    const there = linkAt(state);
    const { from, to } = there ?? state.selection;
    return { url: String(there?.mark.attrs['url'] ?? ''), words: state.doc.textBetween(from, to, ' ', ' ') };
  }

  focus() {
    this.view.focus();
  }

  /** Takes no typing until the text is replaced: it would be written over what is about to come. */
  hold() {
    this.held = true;
  }

  /** Replaces what differs; caret and focus stay. */
  replace(blocks: RichBlock[]) {
    this.held = false;
    const { state } = this.view;
    const content = fromBlocks(state.schema, blocks).content;
    const start = state.doc.content.findDiffStart(content);
    const end = state.doc.content.findDiffEnd(content);
    if (start === null || !end) return;
    // Both ends may run into each other where the same letters repeat.
    const overlap = Math.max(0, start - Math.min(end.a, end.b));
    const tr = state.tr.replace(start, end.a + overlap, fromBlocks(state.schema, blocks).slice(start, end.b + overlap));
    this.view.dispatch(tr.setMeta('outside', true));
  }

  /** The names of note marks changed. */
  renameNotes() {
    for (const write of this.chips) write();
  }

  destroy() {
    this.view.destroy();
  }

  private does(wanted: Command) {
    wanted(this.view.state, (transaction) => this.view.dispatch(transaction), this.view);
    this.view.focus();
  }

  private apply(transaction: Transaction) {
    if (this.held && transaction.docChanged) return;
    const state = this.view.state.apply(transaction);
    const changed = !state.doc.eq(this.view.state.doc);
    // The words go first: the letter that follows from them is made while the browser lays them out here.
    if (changed && !transaction.getMeta('outside')) this.wishes.oninput(toMarkup(state.doc));
    this.view.updateState(state);
    this.tell();
  }

  private tell() {
    const { state } = this.view;
    this.wishes.onstanding(standing(state), state.doc.textBetween(0, state.doc.content.size, '\n'));
  }

  private chip(node: Node) {
    const dom = document.createElement('span');
    const id = String(node.attrs['id']);
    let written: string | null | undefined = null;
    const write = () => {
      const name = this.wishes.noteName(id);
      // To write the same again would lay the whole text out anew.
      if (name === written) return;
      written = name;
      dom.className = name === undefined ? 'note unknown' : 'note';
      dom.textContent = name || id;
      dom.title = name === undefined ? `Note: no reference is called “${id}”` : `Note: ${name || id}`;
    };
    write();
    this.chips.add(write);
    return { dom, ignoreMutation: () => true, destroy: () => void this.chips.delete(write) };
  }
}

/** Takes over where the caret went: browsers tell it a little later, and the next key may be quicker than that. */
function catchUp(view: EditorView) {
  const { state } = view;
  const seen = view.dom.ownerDocument.getSelection();
  if (view.composing || !(state.selection instanceof TextSelection) || !seen?.anchorNode || !seen.focusNode) return;
  if (!view.dom.contains(seen.anchorNode) || !view.dom.contains(seen.focusNode)) return;
  const at = (node: globalThis.Node, offset: number) => state.doc.resolve(view.posAtDOM(node, offset));
  const there = TextSelection.between(at(seen.anchorNode, seen.anchorOffset), at(seen.focusNode, seen.focusOffset));
  if (!there.eq(state.selection)) view.dispatch(state.tr.setSelection(there));
}

/** The rules of the house: nothing nests too deep, and lists of one kind that come to stand together are one. */
function house(): Plugin {
  return new Plugin({
    filterTransaction: (transaction, state) =>
      !transaction.docChanged || deepest(transaction.doc) <= Math.max(DEEPEST, deepest(state.doc)),
    appendTransaction(transactions, _before, state) {
      if (!transactions.some((transaction) => transaction.docChanged)) return null;
      const joints: number[] = [];
      state.doc.descendants((node, at, parent, index) => {
        const before = index > 0 ? parent?.child(index - 1) : undefined;
        const isList = node.type.name.endsWith('_list');
        if (isList && before && before.hasMarkup(node.type, node.attrs)) joints.push(at);
        return !node.isTextblock;
      });
      return joints.length > 0 ? joints.reverse().reduce((tr, at) => tr.join(at), state.tr) : null;
    },
  });
}
