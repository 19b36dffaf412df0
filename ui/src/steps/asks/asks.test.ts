import { expect, test } from 'vitest';
import { withValue } from '../../draft/paths';
import { emptyAsk, emptyDraft, emptyReference } from '../../draft/empty';
import type { Draft } from '../../generated/Draft';
import { adding, appending, chosenAt, inOrder, moving, toggled } from './asks';

const reference = (id: string, title: string) => ({ ...emptyReference(), id, title });
const ask = (label: string, references: string[] = [], order: number | null = null) => ({
  ...emptyAsk(),
  label,
  full: `${label}.`,
  references,
  order,
});

function after(draft: Draft, settings: { path: string; value: unknown }[]): Draft {
  return settings.reduce((draft, { path, value }) => withValue(draft, path, value), draft);
}

test('an ask brings the references that stand behind it, under names of their own', () => {
  const check = (there: [string, string][], named: string[], ids: string[], asks: string[]) => {
    const draft = { ...emptyDraft(), references: there.map(([id, title]) => reference(id, title)) };
    const known = [reference('la', 'Ordinance'), reference('ca', 'Statute')];
    const made = after(draft, adding(draft, ask('a', named), known));
    expect(made.references.map(({ id }) => id)).toEqual(ids);
    expect(made.asks[0]!.references).toEqual(asks);
  };
  check([], [], [], []);
  check([], ['la', 'ca'], ['la', 'ca'], ['la', 'ca']);
  check([['x', 'Ordinance']], ['la'], ['x'], ['x']);
  check([['la', 'Other']], ['la'], ['la', 'ordinance'], ['ordinance']);
  check([], ['unknown'], [], []);
});

test('the note marks of an ask follow the names that its references get', () => {
  const check = (there: [string, string][], full: string, expected: string) => {
    const draft = { ...emptyDraft(), references: there.map(([id, title]) => reference(id, title)) };
    const known = [reference('la', 'Ordinance'), reference('ca', 'Statute')];
    const made = after(draft, adding(draft, { ...ask('a', ['la']), full }, known));
    expect(made.asks[0]!.full).toBe(expected);
    expect(made.references.map(({ title }) => title)).toContain('Ordinance');
  };
  check([], 'One[^la], two[^ca].', 'One[^la], two[^ca].');
  check([['la', 'Other']], 'One[^la], two[^ca].', 'One[^ordinance], two[^ca].');
  check([['x', 'Ordinance']], 'One[^la].', 'One[^x].');
  check([['nobody', 'Other']], 'One[^nobody].', 'One[^nobody-2].');
  check([], 'One[^nobody].', 'One[^nobody].');
});

test('asks are moved and added in the order of the letter', () => {
  const draft = { ...emptyDraft(), asks: [ask('a', [], 2), ask('b', [], 1), ask('c')] };
  const labels = (asks: { label: string }[]) => asks.map(({ label }) => label).join('');
  expect(labels(inOrder(draft))).toBe('bac');
  expect(labels(moving(draft, 2, 0))).toBe('cba');
  expect(labels(appending(draft, ask('d')))).toBe('bacd');
  expect(moving(draft, 0, 1).every(({ order }) => order === null)).toBe(true);
});

test('an ask of a campaign is known again after it was edited', () => {
  const draft = { ...emptyDraft(), asks: [{ ...ask('Timelines'), full: 'Edited.' }] };
  expect(chosenAt(draft, ask('Timelines'))).toBe(0);
  expect(chosenAt(draft, ask('Other'))).toBe(-1);
});

test('a reference is put behind an ask and taken away', () => {
  expect(toggled(['a'], 'b', true)).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a', false)).toEqual(['b']);
  expect(toggled(['a'], 'a', true)).toEqual(['a']);
});
