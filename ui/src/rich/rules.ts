// What becomes something else while it is typed: `- ` and `1. ` begin lists, an address becomes a link. Backspace
// right afterwards takes it back.

import { InputRule, inputRules } from 'prosemirror-inputrules';
import type { Schema } from 'prosemirror-model';
import { wrapInList } from 'prosemirror-schema-list';
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state';
import { leadingAddress } from './address';
import { shallow } from './commands';

export function typing(schema: Schema): Plugin[] {
  const list = (pattern: RegExp, name: 'bullet_list' | 'ordered_list') =>
    new InputRule(pattern, (state, match, start, end) => {
      const type = schema.nodes[name];
      if (!type || state.doc.resolve(start).parent.type.name !== 'paragraph') return null;
      const cleared = state.tr.delete(start, end);
      const attrs = name === 'ordered_list' ? { sign: match[1] } : null;
      let wrapped: Transaction | undefined;
      const can = shallow(wrapInList(type, attrs))(state.apply(cleared), (transaction) => (wrapped = transaction));
      if (!can || !wrapped) return null;
      for (const step of wrapped.steps) cleared.step(step);
      return cleared;
    });
  const address = new InputRule(/(?:^|[\s(])(https?:\/\/\S+) $/, (state, match, start, end) => {
    const typed = match[1] ?? '';
    const tr = link(state, end, typed);
    return tr && tr.insertText(' ', end).removeStoredMark(schema.marks['link']!);
  });
  return [
    inputRules({ rules: [list(/^[-–] $/, 'bullet_list'), list(/^(1[.)]) $/, 'ordered_list'), address] }),
    new Plugin({
      props: {
        handleKeyDown(view, event) {
          const { $from, empty } = view.state.selection;
          if (event.key !== 'Enter' || !empty) return false;
          const before = $from.parent.textBetween(0, $from.parentOffset, '\n', '\n');
          const typed = /(?:^|[\s(])(https?:\/\/\S+)$/.exec(before)?.[1] ?? '';
          const tr = link(view.state, $from.pos, typed);
          if (tr) view.dispatch(tr);
          return false;
        },
      },
    }),
  ];
}

/** Links the address that ends at a place; nothing when it is none or linked already. */
function link(state: EditorState, end: number, typed: string): Transaction | null {
  const type = state.schema.marks['link'];
  const url = leadingAddress(typed);
  const from = end - typed.length;
  if (!type || !url || state.doc.rangeHasMark(from, end, type)) return null;
  return state.tr.addMark(from, from + url.length, type.create({ url }));
}
