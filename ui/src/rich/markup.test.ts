import { expect, test } from 'vitest';
import type { RichBlock } from '../generated/RichBlock';
import { toMarkup } from './markup';
import { manyBlocks } from './schema';
import { fromBlocks } from './tree';

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

test('what has no words is left out', () => {
  const empty: RichBlock = { type: 'paragraph', content: [] };
  const blocks: RichBlock[] = [empty, { type: 'bullet_list', items: [[empty]] }, { type: 'quote', content: [empty] }];
  expect(toMarkup(fromBlocks(manyBlocks, blocks))).toBe('');
});
