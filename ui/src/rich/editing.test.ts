import { EditorState, type Plugin, TextSelection } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import type { RichBlock } from '../generated/RichBlock';
import type { RichInline } from '../generated/RichInline';
import { isAbsolute, leadingAddress, wholeAddress } from './address';
import { type Action, command, insertNote, linkAt, setLink, standing } from './commands';
import { charactersWithBreaksAsTwo, length } from './count';
import { toMarkup } from './markup';
import { label, numbering } from './numbering';
import { fit, inserted, plainBlocks, plainText } from './paste';
import { manyBlocks, oneBlock } from './schema';
import { fromBlocks } from './tree';

const say = (text: string): RichInline => ({
  type: 'text',
  text,
  strong: false,
  emphasis: false,
  underline: false,
  link: '',
});
const p = (text: string): RichBlock => ({ type: 'paragraph', content: text ? [say(text)] : [] });
const bullets = (...items: RichBlock[][]): RichBlock => ({ type: 'bullet_list', items });

/** A state with what stands between the first and the second `|` selected, or the caret at the only one. */
function state(blocks: RichBlock[], schema = manyBlocks, plugins: Plugin[] = []): EditorState {
  const marked = EditorState.create({ doc: fromBlocks(schema, blocks), plugins });
  const bars: number[] = [];
  marked.doc.descendants((node, at) => {
    [...(node.text ?? '')].forEach((c, offset) => c === '|' && bars.push(at + offset));
  });
  const tr = marked.tr;
  for (const bar of [...bars].reverse()) tr.delete(bar, bar + 1);
  const [from = 1, to = from + 1] = bars;
  return marked.apply(tr.setSelection(TextSelection.create(tr.doc, from, bars.length > 1 ? to - 1 : from)));
}

function after(before: EditorState, ...actions: Action[]): EditorState {
  return actions.reduce((now, action) => {
    let next = now;
    command(action)(now, (transaction) => (next = now.apply(transaction)));
    return next;
  }, before);
}

describe('buttons', () => {
  const check = (blocks: RichBlock[], actions: Action[], markup: string) =>
    expect(toMarkup(after(state(blocks), ...actions).doc)).toBe(markup);

  test('looks, shapes and back', () => {
    check([p('a |b| c')], ['strong'], 'a **b** c');
    check([p('a |b| c')], ['strong', 'strong'], 'a b c');
    check([p('a|')], ['heading2'], '## a');
    check([p('a|')], ['heading2', 'heading2'], 'a');
    check([p('a|')], ['bullets'], '- a');
    check([p('a|')], ['bullets', 'numbers'], '1. a');
    check([p('a|')], ['bullets', 'bullets'], 'a');
    check([p('a|')], ['quote'], '> a');
    check([p('a|')], ['quote', 'quote'], 'a');
  });
  test('items move in and out, and nothing nests more than two deep', () => {
    check([bullets([p('a')], [p('b|')])], ['indent'], '- a\n  - b');
    check([bullets([p('a')], [p('b|')])], ['indent', 'outdent'], '- a\n- b');
    check([p('a|')], ['quote', 'bullets', 'quote'], '- a');
    const deep = state([bullets([p('a'), bullets([p('b')], [p('c|')])])]);
    expect(standing(deep).can.indent).toBe(false);
    expect(standing(deep).on).toMatchObject({ bullets: true, numbers: false });
  });
});

describe('links and notes', () => {
  const does = (now: EditorState, wanted: ReturnType<typeof setLink>) => {
    let next = now;
    wanted(now, (transaction) => (next = now.apply(transaction)));
    return next;
  };
  test('words are linked, changed and freed', () => {
    const linked = does(state([p('see |this| now')]), setLink('https://x.org', 'this'));
    expect(toMarkup(linked.doc)).toBe('see [this](https://x.org) now');
    expect(linkAt(linked)).toMatchObject({ from: 5, to: 9 });
    expect(toMarkup(does(linked, setLink('https://y.org', 'that')).doc)).toBe('see [that](https://y.org) now');
    expect(toMarkup(does(linked, setLink('', '')).doc)).toBe('see this now');
    expect(toMarkup(does(state([p('a |')]), setLink('https://x.org', '')).doc)).toBe('a https://x.org');
  });
  test('a note mark stands behind what is selected', () => {
    expect(toMarkup(does(state([p('|so| it is')]), insertNote('la')).doc)).toBe('so[^la] it is');
  });
});

describe('what is pasted', () => {
  const check = (blocks: RichBlock[], pasted: RichBlock[], markup: string, schema = manyBlocks) => {
    const now = state(blocks, schema);
    expect(toMarkup(inserted(now, now.selection.from, pasted).doc)).toBe(markup);
  };
  test('joins the words around it', () => {
    check([p('a|b')], [p('X')], 'aXb');
    check([p('a|b')], [p('X'), p('Y')], 'aX\n\nYb');
    check([p('|')], [bullets([p('X')])], '- X');
  });
  test('goes no deeper than there is room', () => {
    const deep = [bullets([p('X'), bullets([p('Y')])])];
    check([bullets([p('a'), bullets([p('b|')])])], deep, '- a\n  - bX\n\n    Y');
    expect(fit(deep, 1)).toEqual([bullets([p('X'), p('Y')])]);
    expect(fit(deep, 0)).toEqual([p('X'), p('Y')]);
  });
  test('is one paragraph where there is one', () => {
    check([p('a|b')], [p('X'), bullets([p('Y')])], 'aX\\\nYb', oneBlock);
  });
  test('is plain text when it cannot be cleaned, and plain text is what others get', () => {
    expect(plainBlocks('a\nb\n\n\nc')).toEqual([
      { type: 'paragraph', content: [say('a'), { type: 'break' }, say('b')] },
      p('c'),
    ]);
    expect(plainText([p('a'), bullets([p('b')], [p('c')])])).toBe('a\n\n• b\n• c');
  });
});

test('addresses are those that the letter takes', () => {
  const check = (url: string, expected: boolean) => expect(isAbsolute(url)).toBe(expected);
  check('https://www.example.org/page?a=b#c', true);
  check('http://localhost', false);
  check('https://x.org:80/a', true);
  check('https://x.org:a', false);
  check('mailto:ana@example.org?subject=x', true);
  check('javascript:alert(1)', false);
  check('https://a b.org', false);
  expect(wholeAddress(' www.example.org ')).toBe('https://www.example.org');
  expect(wholeAddress('ana@example.org')).toBe('mailto:ana@example.org');
  expect(wholeAddress('hello')).toBeNull();
  expect(leadingAddress('https://x.org/a_(b)). And')).toBe('https://x.org/a_(b)');
});

test('labels are counted on from the first sign', () => {
  const check = (sign: string, place: number, expected: string) =>
    expect(label(numbering(sign)!, place)).toBe(expected);
  check('1.', 9, '10.');
  check('(a)', 27, '(bb)');
  check('I)', 3, 'IV)');
  check('iv.', 1, 'v.');
  expect(['', 'ab)', '(1.', '2026.', 'mm'].map(numbering)).toEqual([null, null, null, null, null]);
});

test('lengths are counted as people and portals count', () => {
  expect(length('')).toBe('0 words · 0 characters');
  expect(length('One – two é!')).toBe('3 words · 12 characters');
  expect(charactersWithBreaksAsTwo('a\nb')).toBe(4);
});
