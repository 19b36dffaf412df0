import { beforeEach, expect, test } from 'vitest';
import { focusField, pathOf, turnRegion } from './focus';

beforeEach(() => {
  document.body.innerHTML = `
    <main>
      <header data-region="top" tabindex="-1"><button id="undo">Undo</button></header>
      <form data-region="form" tabindex="-1">
        <input data-field="item.title" id="title" />
        <details><summary>more</summary><input data-field="asks[1].short" id="short" /></details>
        <fieldset data-field="item.position"><input type="radio" /><input type="radio" id="oppose" checked /></fieldset>
        <div data-field="letterhead.logo"><button id="choose">Choose</button></div>
        <div data-field="asks[1]" tabindex="-1" id="ask"><button id="up">Up</button></div>
      </form>
      <aside data-region="letter" tabindex="-1"></aside>
    </main>`;
});

const main = () => document.querySelector('main')!;

test('the field of a path gets the focus, and what hides it opens', () => {
  const check = (path: string, id: string | undefined) => {
    expect(focusField(main(), path)).toBe(id !== undefined);
    if (id) expect(document.activeElement?.id).toBe(id);
  };
  check('item.title', 'title');
  check('asks[1].short', 'short');
  expect(document.querySelector('details')!.open).toBe(true);
  check('asks[1].references[0]', 'ask');
  check('signers', undefined);
});

test('a group passes the focus on, to what is chosen in it', () => {
  const check = (path: string, id: string) => {
    expect(focusField(main(), path)).toBe(true);
    expect(document.activeElement?.id).toBe(id);
  };
  check('item.position', 'oppose');
  check('letterhead.logo', 'choose');
});

test('what has no field of its own goes to the one that does for it', () => {
  expect(focusField(main(), 'item')).toBe(true);
  expect(document.activeElement?.id).toBe('title');
});

test('an element belongs to the field around it', () => {
  expect(pathOf(document.getElementById('up'))).toBe('asks[1]');
  expect(pathOf(document.getElementById('undo'))).toBe('');
  expect(pathOf(null)).toBe('');
});

test('the focus goes round the regions and back to where it was', () => {
  const last = new Map();
  const regions = [...main().querySelectorAll('[data-region]')];
  document.getElementById('undo')!.focus();
  last.set(regions[1]!, document.getElementById('short')!);
  turnRegion(main(), last, 1);
  expect(document.activeElement?.id).toBe('short');
  turnRegion(main(), last, 1);
  expect(document.activeElement).toBe(regions[2]);
  turnRegion(main(), last, 1);
  expect(document.activeElement?.id).toBe('undo');
  turnRegion(main(), last, -1);
  expect(document.activeElement).toBe(regions[2]);
});
