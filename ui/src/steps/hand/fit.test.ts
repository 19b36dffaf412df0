// @vitest-environment node
import { expect, test } from 'vitest';
import type { Gauge } from '../../generated/Gauge';
import type { Template } from '../../generated/Template';
import { keyOf, once } from './exposures';
import { countWords, letGo, pieceName, putBack, shortenWords, stand, standWords, usedWords } from './fit';

const gauge = (used: number, limit: number | null): Gauge => ({
  used,
  limit,
  near: limit !== null && used >= limit * 0.95,
  over: limit === null ? 0 : Math.max(0, used - limit),
});

test('how full a box is stands in words', () => {
  const check = (used: number, limit: number | null, expected: string, words: string) => {
    expect(stand(gauge(used, limit))).toBe(expected);
    expect(standWords(gauge(used, limit))).toBe(words);
  };
  check(10, null, 'open', 'No limit is known.');
  check(900, 1000, 'fits', 'It fits; 100 are left.');
  check(950, 1000, 'near', 'It fits, and is nearly full: 50 are left.');
  check(1000, 1000, 'near', 'It fits, and is nearly full: 0 are left.');
  check(1001, 1000, 'over', '1 too many.');
  expect(standWords(gauge(60, 90), true)).toBe('No ask is in it; 30 are left.');
  expect(usedWords(gauge(950, 1000), 'characters')).toBe('950 of 1,000 characters');
  expect(usedWords(gauge(95, null), 'words')).toBe('95 words');
  expect(countWords({ words: 2, characters: 1200, units: 1210 })).toContain('1,210 as strict pages count');
});

test('what to shorten is said so that it can be done', () => {
  const check = (
    over: number,
    by: number,
    more: { pinned?: boolean; enough: boolean },
    title: string,
    text: string,
  ) => {
    const shorten = { piece: 'asks[1]', sentence: 'Say so.', pinned: false, ...more, by };
    const said = shortenWords(shorten, gauge(over + 90, 90), 'characters', 'Ask 2');
    expect(said.title).toBe(title);
    expect(said.text).toContain(text);
  };
  check(1, 1, { enough: true }, 'Shorten one sentence', 'Take at least 1 character out of Ask 2:');
  check(9, 9, { enough: true, pinned: true }, 'Shorten one sentence', 'Let something go again, or take at least 9');
  check(2889, 2889, { enough: false }, 'Shorten more than one sentence', 'Take at least 2,889 characters out. The');
  check(0, 4, { enough: true }, 'No ask finds room', 'Take at least 4 characters out of Ask 2, and it fits:');
  check(0, 64, { enough: false }, 'No ask finds room', 'Ask 2 is the shortest, and still 64 characters too long:');
});

test('pieces are called as people call them', () => {
  const template = { fields: [{ name: 'hook', prompt: 'What has happened?' }] } as unknown as Template;
  expect(pieceName('words.hook[1]', template)).toBe('“What has happened?”, paragraph 2');
  expect(pieceName('asks[0]', template)).toBe('Ask 1');
  expect(pieceName('', template)).toBe('Words of this kind of letter');
});

test('a piece is put back once, and let go again', () => {
  const pins = putBack(putBack([{ piece: 'asks[0]', at: 'line' }], 'asks[1]'), 'asks[0]');
  expect(pins).toEqual([
    { piece: 'asks[1]', at: 'full' },
    { piece: 'asks[0]', at: 'full' },
  ]);
  expect(letGo(pins, 'asks[1]')).toEqual([{ piece: 'asks[0]', at: 'full' }]);
  expect(letGo([pins[0]!], 'asks[1]')).toBeUndefined();
});

test('the same words in the same field are one piece of personal data', () => {
  const one = { path: 'signers[0].lines[0]', words: '916 555 0100', start: 0 } as never;
  const other = { path: 'signers[0].lines[0]', words: '916 555 0100', start: 9 } as never;
  expect(keyOf(one)).toBe(keyOf(other));
  expect(once([one, other])).toHaveLength(1);
});
