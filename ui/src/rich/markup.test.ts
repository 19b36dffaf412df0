import { describe, expect, test } from 'vitest';
import type { RichBlock } from '../generated/RichBlock';
import type { RichInline } from '../generated/RichInline';
import { toMarkup, write } from './markup';
import { read } from './reader.testing';
import { manyBlocks } from './schema';
import { fromBlocks, toBlocks } from './tree';

interface Case {
  what: string;
  blocks: RichBlock[];
  markup: string;
}

const shared = import.meta.glob<Case>('../../../tests/rich/*.json', { eager: true, import: 'default' });

for (const [file, { what, blocks, markup }] of Object.entries(shared)) {
  test(`${file.split('/').at(-1)}, which tests the reader in Rust too: ${what}`, () => {
    expect(toMarkup(fromBlocks(manyBlocks, blocks))).toBe(markup);
  });
}

const say = (text: string, looks: Partial<Extract<RichInline, { type: 'text' }>> = {}): RichInline => ({
  type: 'text',
  text,
  strong: false,
  emphasis: false,
  underline: false,
  link: '',
  ...looks,
});
const strong = { strong: true };
const emphasis = { emphasis: true };
const underline = { underline: true };
const p = (...content: RichInline[]): RichBlock => ({ type: 'paragraph', content });

describe('words', () => {
  function check(content: RichInline[], markup: string, read_ = content) {
    const block = p(...content);
    expect(write([block])).toBe(markup);
    expect(read(markup)).toEqual([p(...read_)]);
    expect(write(toBlocks(fromBlocks(manyBlocks, [block])))).toBe(markup);
  }

  test('signs that people type stay signs', () => {
    check([say('2 * 3 is 6, a_b, _x_, [y] \\ ok')], '2 \\* 3 is 6, a_b, \\_x\\_, \\[y] \\\\ ok');
  });
  test('looks are written with their signs', () => {
    const content = [say('a '), say('b', strong), say(' '), say('c', emphasis), say(' '), say('d', underline)];
    check(content, 'a **b** *c* __d__');
  });
  test('spaces at the ends of a look belong to none', () => {
    check([say('a'), say(' b ', strong), say('c')], 'a **b** c', [say('a '), say('b', strong), say(' c')]);
  });
  test('looks stand in each other', () => {
    check([say('a ', strong), say('b', { ...strong, ...emphasis }), say(' c', strong)], '**a *b* c**');
    check([say('a', { ...strong, ...emphasis }), say(' b', strong)], '***a* b**');
  });
  test('italics that last longer than the bold they begin with are written with low lines', () => {
    check([say('a', { ...strong, ...emphasis }), say(' b', emphasis)], '_**a** b_');
  });
  test('bold that ends in punctuation before a letter gives the punctuation up', () => {
    check([say('No.', strong), say('x')], '**No**.x', [say('No', strong), say('.x')]);
  });
  test('underline takes whole words', () => {
    check([say('un'), say('der', underline), say('line it')], '__underline__ it', [
      say('underline', underline),
      say(' it'),
    ]);
  });
  test('a link has words and an address', () => {
    check(
      [say('see '), say('the [file]', { link: 'https://x.org/a_(b)' })],
      'see [the \\[file\\]](https://x.org/a_(b))',
    );
  });
  test('an address with brackets that do not pair is escaped', () => {
    check([say('x', { link: 'https://x.org/)[' })], '[x](https://x.org/\\)\\[)');
  });
  test('a link whose words are its address needs no brackets', () => {
    const link = 'https://x.org/a_b';
    check([say('see '), say(link, { link }), say('.')], `see ${link}.`);
    check([say('see '), say(link, { link }), say('x')], `see [https\\://x.org/a_b](${link})x`.replace('\\:', ':'));
  });
  test('an address that is to be no link is none', () => {
    check([say('see https://x.org/a')], 'see https\\://x.org/a');
  });
  test('lines break and note marks stand', () => {
    check(
      [say('a', strong), { type: 'break' }, say('b', strong), { type: 'note', id: 'la-19' }, say('.')],
      '**a\\\nb**[^la-19].',
    );
  });
  test('no line begins what it is not', () => {
    for (const [words, markup] of [
      ['- a', '\\- a'],
      ['1. a', '1\\. a'],
      ['(a) b', '\\(a) b'],
      ['J. Smith', 'J\\. Smith'],
      ['# a', '\\# a'],
      ['> a', '\\> a'],
      ['%%% a', '\\%\\%\\% a'],
      ['::::a', '\\:\\:\\:\\:a'],
      ['2026. That was the year', '2026. That was the year'],
      ['-', '-'],
    ] as const) {
      check([say(words)], markup);
      check([say('x'), { type: 'break' }, say(words)], `x\\\n${markup}`);
    }
    check([say('• a')], '•\u00a0a', [say('•\u00a0a')]);
  });
});

describe('blocks', () => {
  function check(blocks: RichBlock[], markup: string) {
    expect(write(blocks)).toBe(markup);
    expect(read(markup)).toEqual(blocks);
    expect(write(toBlocks(fromBlocks(manyBlocks, blocks)))).toBe(markup);
  }
  const bullets = (...items: RichBlock[][]): RichBlock => ({ type: 'bullet_list', items });
  const numbers = (sign: string, ...items: RichBlock[][]): RichBlock => ({ type: 'ordered_list', sign, items });

  test('blocks stand between empty lines', () => {
    const heading: RichBlock = { type: 'heading', level: 2, content: [say('# H')] };
    check([heading, p(say('a')), { type: 'quote', content: [p(say('b')), p(say('c'))] }], '## # H\n\na\n\n> b\n>\n> c');
  });
  test('lists nest', () => {
    check(
      [bullets([p(say('a')), numbers('1.', [p(say('b')), p(say('c'))], [p(say('d'))])], [p(say('e'))]), p(say('f'))],
      '- a\n  1. b\n\n     c\n  2. d\n- e\n\nf',
    );
  });
  test('numbers count on from the first sign', () => {
    check([numbers('(h)'.replace('h', 'a'), ...'abc'.split('').map((c) => [p(say(c))]))], '(a) a\n(b) b\n(c) c');
    check([numbers('9)', [p(say('x'))], [p(say('y'))])], '9) x\n10) y');
    check([numbers('i.', [p(say('x'))], [p(say('y'))])], 'i. x\nii. y');
  });
  test('an item can begin with a list', () => {
    check([bullets([bullets([p(say('a'))])])], '- - a');
  });
  test('a quotation can hold a list, and an item a quotation', () => {
    check([{ type: 'quote', content: [bullets([p(say('a'))], [p(say('b'))])] }], '> - a\n> - b');
    check([bullets([p(say('a')), { type: 'quote', content: [p(say('q'))] }])], '- a\n\n  > q');
  });
  test('a broken line in an item stays in it', () => {
    check([numbers('1.', [p(say('a'), { type: 'break' }, say('- b'))])], '1. a\\\n   \\- b');
  });
  test('what is empty is left out', () => {
    expect(write([p(), bullets([p(say(' '))], [p(say('a'))]), { type: 'quote', content: [p()] }])).toBe('- a');
  });
});

describe('any words', () => {
  // A small generator of numbers, so that every run tries the same texts.
  function random(seed: number) {
    let state = seed;
    return (below: number) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * below);
    };
  }
  const WORDS = [
    'a',
    'b',
    'é',
    '字',
    ' ',
    ' ',
    '.',
    ',',
    '(',
    ')',
    '*',
    '_',
    '[',
    ']',
    '\\',
    '-',
    '1.',
    '#',
    '>',
    '%%',
    ':::',
    '"',
    'https://x.org/p',
    '!',
    '•',
  ];
  const plain = (blocks: RichBlock[]) =>
    blocks
      .flatMap((block) => (block.type === 'paragraph' ? block.content : []))
      .map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'break' ? '\n' : `<${inline.id}>`))
      .join('');

  test('come back as the same words, and writing them again changes nothing', () => {
    const pick = random(7);
    for (let turn = 0; turn < 5000; turn++) {
      const content = Array.from({ length: 1 + pick(7) }, (): RichInline => {
        const kind = pick(12);
        if (kind === 0) return { type: 'break' };
        if (kind === 1) return { type: 'note', id: 'n' };
        const text = Array.from({ length: 1 + pick(4) }, () => WORDS[pick(WORDS.length)]).join('');
        const look = () => pick(3) === 0;
        return say(text, {
          strong: look(),
          emphasis: look(),
          underline: look(),
          link: pick(5) ? '' : 'https://x.org/p',
        });
      });
      const markup = write([p(...content)]);
      const back = read(markup);
      const expected = plain([p(...content)])
        .replace(/ *\n */g, '\n')
        .replace(/^[ \n]+|[ \n]+$/g, '');
      // Compared by hand, because so many expectations would take seconds.
      const same = plain(back).replace(/\u00a0/g, ' ') === expected && write(back) === markup;
      if (!same)
        expect({ markup, words: plain(back), again: write(back) }).toEqual({ markup, words: expected, again: markup });
    }
  });
});
