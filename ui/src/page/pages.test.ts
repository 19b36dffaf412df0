import { render } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import type { Mark } from '../generated/Mark';
import type { Placed } from '../generated/Placed';
import { PageStore } from './pages.svelte';
import Pages from './Pages.svelte';

const line = (id: number, words: string, place = 'words.hook'): Mark => ({
  id,
  place,
  area: [72, -11, 300, 15],
  pieces: [
    {
      type: 'words',
      face: 1,
      size: 11,
      colour: '#000000',
      y: 0,
      spacing: 0,
      words: [[72, words]],
    },
  ],
});
const at = (ids: number[], from = 100): Placed[] => ids.map((id, index) => ({ id, y: from + index * 14 }));
const backend = {
  pagePictureUrl: (n: number) => `lectern://page-picture/${n}`,
  faceUrl: (n: number) => `lectern://face/${n}`,
};
const size: [number, number] = [612, 792];

function twoPages(): PageStore {
  const store = new PageStore();
  const marks = Array.from({ length: 60 }, (_, index) => line(index + 1, `line ${index + 1} says this`));
  store.apply({
    size,
    count: 2,
    pages: [
      { index: 0, marks: at(marks.slice(0, 30).map((mark) => mark.id)), fresh: marks.slice(0, 30) },
      { index: 1, marks: at(marks.slice(30).map((mark) => mark.id)), fresh: marks.slice(30) },
    ],
  });
  return store;
}

/** What an action changes in the document. */
function changes(container: Element, action: () => void): MutationRecord[] {
  const observer = new MutationObserver(() => {});
  observer.observe(container, { subtree: true, childList: true, attributes: true, characterData: true });
  action();
  flushSync();
  const records = observer.takeRecords();
  observer.disconnect();
  return records;
}

const shown = (container: Element) =>
  [...container.querySelectorAll('.sheet')].map((page) =>
    [...page.querySelectorAll('span')].map((text) => text.textContent?.trim()),
  );

describe('only what changed touches the document', () => {
  const ids = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

  test('a changed line is one node for another', () => {
    const store = twoPages();
    const { container } = render(Pages, { store, current: '', onpick: () => {}, backend });
    const marks = at([...ids(1, 4), 99, ...ids(6, 30)]);
    const records = changes(container, () =>
      store.apply({ size, count: 2, pages: [{ index: 0, marks, fresh: [line(99, 'line 5 is new')] }] }),
    );
    const nodes = (which: 'addedNodes' | 'removedNodes') => records.flatMap((record) => [...record[which]]);
    expect(nodes('addedNodes').map((node) => node.textContent?.trim())).toEqual(['line 5 is new']);
    expect(nodes('removedNodes').map((node) => node.textContent?.trim())).toEqual(['line 5 says this']);
    expect(records.filter((record) => record.type !== 'childList')).toEqual([]);
    expect(shown(container)[0]?.slice(3, 6)).toEqual(['line 4 says this', 'line 5 is new', 'line 6 says this']);
  });

  test('a line that moved is moved by one attribute', () => {
    const store = twoPages();
    const { container } = render(Pages, { store, current: '', onpick: () => {}, backend });
    const marks = at(ids(31, 60)).map((placed, index) => (index < 28 ? placed : { ...placed, y: placed.y + 14 }));
    const records = changes(container, () => store.apply({ size, count: 2, pages: [{ index: 1, marks, fresh: [] }] }));
    expect(records.map((record) => `${record.type} ${record.attributeName}`)).toEqual([
      'attributes style',
      'attributes style',
    ]);
  });

  test('what another field lights changes nothing but the light', () => {
    const store = new PageStore();
    const fresh = [line(1, 'a', 'asks[0].full'), line(2, 'b', 'asks[1].full'), line(3, 'c', 'words.hook')];
    store.apply({ size, count: 1, pages: [{ index: 0, marks: at([1, 2, 3]), fresh }] });
    const props = { store, current: 'asks[0].full', onpick: () => {}, backend };
    const { container, rerender } = render(Pages, props);
    const lit = () => [...container.querySelectorAll('.lit')].map((area) => (area as HTMLElement).style.top);
    // The area begins 11 points above the line, and the page is set 32 times as large.
    const top = (y: number) => `${(y - 11) * 32}px`;
    expect(lit()).toEqual([top(100)]);
    const records = changes(container, () => void rerender({ ...props, current: 'asks[1].full' }));
    expect(lit()).toEqual([top(114)]);
    const nodes = records.flatMap((record) => [...record.addedNodes, ...record.removedNodes]);
    expect(nodes.map((node) => (node as Element).getAttribute('class')?.split(' ')[0])).toEqual(['lit', 'lit']);
    void rerender({ ...props, current: 'asks' });
    flushSync();
    expect(lit()).toEqual([top(100), top(114)]);
  });
});

describe('pages', () => {
  test('have names, come and go, and a mark may stand on a page twice', () => {
    const store = twoPages();
    const { container, getByRole } = render(Pages, { store, current: '', onpick: () => {}, backend });
    expect(getByRole('group', { name: 'Page 2 of 2' })).toBeTruthy();
    store.apply({ size, count: 1, pages: [{ index: 0, marks: at([7, 7, 8]), fresh: [] }] });
    flushSync();
    expect(shown(container)).toEqual([['line 7 says this', 'line 7 says this', 'line 8 says this']]);
    expect(getByRole('group', { name: 'Page 1 of 1' })).toBeTruthy();
  });

  test('a line that comes back is drawn from what was sent before', () => {
    const store = twoPages();
    store.apply({ size, count: 1, pages: [{ index: 0, marks: at([1]), fresh: [] }] });
    store.apply({ size, count: 1, pages: [{ index: 0, marks: at([1, 45]), fresh: [] }] });
    expect(store.pages[0]?.marks.map((stood) => stood.mark.id)).toEqual([1, 45]);
  });

  test('a new letter starts with nothing of the old', () => {
    const store = twoPages();
    store.reset({ size: [595, 842], count: 1, pages: [{ index: 0, marks: at([101]), fresh: [line(101, 'new')] }] });
    store.apply({ size: [595, 842], count: 1, pages: [{ index: 0, marks: at([1, 101]), fresh: [] }] });
    expect(store.pages.map((page) => page.marks.map((stood) => stood.mark.id))).toEqual([[101]]);
    expect(store.size).toEqual([595, 842]);
  });

  test('a click on a part goes to its field; a click beside goes nowhere', () => {
    const onpick = vi.fn();
    const { container } = render(Pages, { store: twoPages(), current: '', onpick, backend });
    container.querySelector('.sheet')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    container.querySelector('.line span')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(onpick.mock.calls).toEqual([['words.hook']]);
  });

  test('words are apart when they are copied', () => {
    const { container } = render(Pages, { store: twoPages(), current: '', onpick: () => {}, backend });
    expect(container.querySelector('.line span')?.textContent).toBe('line 1 says this ');
  });
});
