import { expect, test } from 'vitest';
import type { Draft } from '../generated/Draft';
import type { Finding } from '../generated/Finding';
import type { Template } from '../generated/Template';
import { emptyDraft } from './empty';
import { byStep, counted, findingsAt, isFilled, stateWords, stepStates } from './missing';

const template = { fields: [{ name: 'hook', prompt: 'What now?' }] } as unknown as Template;

function finding(path: string, severity: Finding['severity'] = 'error', excerpt = ''): Finding {
  const place = { path, excerpt };
  return { check: 'a', severity, message: 'm', why: '', hint: 'h', place, other: null, repair: null, overruled: null };
}

test('what is missing is listed under its step, once', () => {
  const states = stepStates(
    [finding('item.title'), finding('item.title'), finding('words.hook'), finding('date', 'error', '2025-01-01')],
    template,
  );
  expect(states.item).toEqual({ todo: [{ path: 'item.title', name: 'Item title' }], doubts: 1 });
  expect(states.words.todo).toEqual([{ path: 'words.hook', name: '“What now?”' }]);
  expect(states.asks).toEqual({ todo: [], doubts: 0 });
  expect(states.review.todo).toHaveLength(2);
  expect(states.review.doubts).toBe(1);
});

test('the state of a step is said in words', () => {
  const check = (todo: number, doubts: number, filled: boolean, words: string) =>
    expect(stateWords({ todo: Array(todo).fill({ path: '', name: '' }), doubts }, filled)).toBe(words);
  check(2, 1, true, '2 missing');
  check(0, 1, true, '1 to check');
  check(0, 0, true, 'done');
  check(0, 0, false, 'nothing yet');
});

test('findings stand beside the smallest field that holds them', () => {
  const all = [finding('asks'), finding('asks[1].full'), finding('asks[1].references[0]'), finding('')];
  const paths = (path: string, inner?: string[]) => findingsAt(all, path, inner).map((found) => found.place.path);
  expect(paths('asks[1].full')).toEqual(['asks[1].full']);
  expect(paths('asks[1]', ['asks[1].full'])).toEqual(['asks[1].references[0]']);
  expect(paths('asks', ['asks[1]'])).toEqual(['asks']);
});

test('findings are grouped by step, those without one last', () => {
  const groups = byStep([finding('nowhere'), finding('signers'), finding('date')]);
  expect(groups.map((group) => group.step)).toEqual(['item', 'sign', undefined]);
});

test('findings are counted in words', () => {
  const check = (severities: Finding['severity'][], words: string) =>
    expect(counted(severities.map((severity) => finding('a', severity)))).toBe(words);
  check([], 'nothing to mend');
  check(['error'], '1 error');
  check(['error', 'error', 'warning'], '2 errors and 1 warning');
  check(['error', 'warning', 'note'], '1 error, 1 warning and 1 note');
});

test('a step is filled when anything stands in it', () => {
  const check = (change: (draft: Draft) => void, step: Parameters<typeof isFilled>[1], expected: boolean) => {
    const draft = emptyDraft();
    change(draft);
    expect(isFilled(draft, step)).toBe(expected);
  };
  check(() => {}, 'item', false);
  check((draft) => (draft.item.title = 'Parks'), 'item', true);
  check((draft) => (draft.words = { hook: '', list: [] }), 'words', false);
  check((draft) => (draft.words = { flag: false }), 'words', true);
  check((draft) => (draft.cc = ['Clerk']), 'addressees', false);
  check(() => {}, 'sign', false);
});
