import { describe, expect, test } from 'vitest';
import { at, covers, differing, gathered, joined, nearest, parts, withValue } from './paths';

describe('paths', () => {
  const draft = { date: null, words: { hook: 'a' }, asks: [{ label: 'one' }, { label: 'two', references: ['la'] }] };

  test('a path is read into its steps and put together again', () => {
    const check = (path: string, steps: unknown[]) => {
      expect(parts(path)).toEqual(steps);
      expect(joined(parts(path))).toBe(path);
    };
    check('', []);
    check('date', ['date']);
    check('words.hook', ['words', 'hook']);
    check('asks[1].full', ['asks', 1, 'full']);
    check('addressees[0].persons[12].last', ['addressees', 0, 'persons', 12, 'last']);
  });

  test('what stands under a path is found, and nothing where there is nothing', () => {
    const check = (path: string, value: unknown) => expect(at(draft, path)).toEqual(value);
    check('', draft);
    check('words.hook', 'a');
    check('asks[1].references[0]', 'la');
    check('asks[7].label', undefined);
    check('date.year', undefined);
  });

  test('a change makes a new draft and leaves what it does not touch as it is', () => {
    const after = withValue(draft, 'asks[1].label', 'three');
    expect(after.asks[1]!.label).toBe('three');
    expect(draft.asks[1]!.label).toBe('two');
    expect(after.asks[0]).toBe(draft.asks[0]);
    expect(after.words).toBe(draft.words);
  });

  test('undefined takes a word away, null stays', () => {
    expect(withValue(draft, 'words.hook', undefined).words).toEqual({});
    expect(withValue(draft, 'date', null)).toEqual(draft);
  });

  test('a path covers itself and what is inside it, not what only begins alike', () => {
    const check = (outer: string, inner: string, expected: boolean) => expect(covers(outer, inner)).toBe(expected);
    check('', 'date', true);
    check('asks', 'asks[1].full', true);
    check('asks[1]', 'asks[1].full', true);
    check('asks[1]', 'asks[10].full', false);
    check('date', 'date_line', false);
    check('asks[1].full', 'asks', false);
  });

  test('the nearest field is itself, the smallest around it, or the first inside it', () => {
    const fields = ['item', 'item.title', 'asks[0].full', 'asks[0]', 'asks[1].label', 'addressees[0].lines'];
    const check = (wanted: string, expected: string | undefined) => expect(nearest(fields, wanted)).toBe(expected);
    check('item.title', 'item.title');
    check('item.meeting', 'item');
    check('asks[0].references[2]', 'asks[0]');
    check('asks[1]', 'asks[1].label');
    check('addressees', 'addressees[0].lines');
    check('sender.name', undefined);
    check('', undefined);
  });

  test('only the outermost of what changed is sent', () => {
    const check = (before: string[], added: string, after: string[]) => expect(gathered(before, added)).toEqual(after);
    check([], 'date', ['date']);
    check(['asks[1].full', 'date'], 'asks', ['date', 'asks']);
    check(['asks'], 'asks[1].full', ['asks']);
    check(['asks[1].full'], 'asks[1].full', ['asks[1].full']);
    check(['date', 'asks'], '', ['']);
  });

  test('what differs between two drafts is named as deep as maps go', () => {
    const after = { ...draft, date: '2026-01-01', words: { hook: 'b', more: 'c' }, asks: [] };
    expect(differing(draft, after)).toEqual(['date', 'words.hook', 'words.more', 'asks']);
    expect(differing(draft, structuredClone(draft))).toEqual([]);
  });
});
