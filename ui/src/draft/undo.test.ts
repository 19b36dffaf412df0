import { describe, expect, test } from 'vitest';
import { NONE, recorded, redone, undone, type Step, type Steps } from './undo';

/** The steps that follow from typing these states of one field, each so many milliseconds after the one before. */
function typed(states: string[], apart = 100, path = 'item.title'): Steps {
  let steps = NONE;
  states.slice(1).forEach((after, index) => {
    steps = recorded(steps, step(path, states[index]!, after, index * apart));
  });
  return steps;
}

function step(path: string, before: string, after: string, when: number, typing = true): Step {
  return { altered: [{ path, before, after }], field: path, name: path, typing, when };
}

const seen = (steps: Steps) => steps.back.map((step) => `${step.altered[0]!.before}→${step.altered[0]!.after}`);

describe('undo', () => {
  test('typing in one field becomes one step for each word or pause', () => {
    const check = (states: string[], apart: number, expected: string[]) =>
      expect(seen(typed(states, apart))).toEqual(expected);
    check(['', 'a', 'ab', 'abc'], 100, ['→abc']);
    check(['', 'a', 'a ', 'a b', 'a bc'], 100, ['→a ', 'a →a bc']);
    check(['', 'a', 'ab'], 2000, ['→a', 'a→ab']);
    check(['', 'a', 'ab', 'a', ''], 100, ['→ab', 'ab→']);
    check(['one', 'one,', 'one, ', 'one, t'], 100, ['one→one, ', 'one, →one, t']);
  });

  test('what was pasted is a step of its own, however fast it follows', () => {
    const check = (states: string[], expected: string[]) => expect(seen(typed(states))).toEqual(expected);
    check(['', 'B', 'Be', 'Be pasted at once'], ['→Be', 'Be→Be pasted at once']);
    check(['', 'pasted at once', 'pasted at once.'], ['→pasted at once', 'pasted at once→pasted at once.']);
    check(['(a)', '(one two a)', '(one two ba)'], ['(a)→(one two a)', '(one two a)→(one two ba)']);
  });

  test('another field and what is not typing are steps of their own', () => {
    let steps = recorded(NONE, step('date', '', 'a', 0));
    steps = recorded(steps, step('item.title', '', 'b', 10));
    steps = recorded(steps, step('item.title', 'b', 'c', 20, false));
    expect(seen(steps)).toEqual(['→a', '→b', 'b→c']);
  });

  test('what is taken back can be made again until something new is written', () => {
    const all = typed(['', 'a', 'a ', 'a b']);
    const first = undone(all)!;
    expect(first.step.altered[0]!.before).toBe('a ');
    expect(seen(redone(first.steps)!.steps)).toEqual(seen(all));
    const anew = recorded(first.steps, step('item.title', 'a ', 'a c', 400));
    expect(seen(anew)).toEqual(['→a ', 'a →a c']);
    expect(redone(anew)).toBeUndefined();
  });

  test('with nothing to take back there is no step', () => {
    expect(undone(NONE)).toBeUndefined();
    expect(redone(NONE)).toBeUndefined();
  });
});
