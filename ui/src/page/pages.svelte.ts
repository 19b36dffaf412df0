// The letter's pages as the window holds them: every mark once, and for each page which marks stand where. A view brings
// only what changed; what did not change stays the same object, so that nothing is drawn twice.

import { SvelteSet } from 'svelte/reactivity';
import type { Mark } from '../generated/Mark';
import type { PageUpdate } from '../generated/PageUpdate';
import type { View } from '../generated/View';

/** A mark on a page. */
export interface Stood {
  /** Tells it from the page's other marks, also when the same mark stands there twice. */
  key: string;
  mark: Mark;
  /** How far down the page its own zero stands, in points. */
  y: number;
}

/** A page: its marks in painting order. */
export interface Page {
  readonly number: number;
  marks: Stood[];
}

/** What a view says about pages. */
type Sheets = Pick<View, 'size' | 'count' | 'pages'>;

export class PageStore {
  pages: Page[] = $state.raw([]);
  /** Width and height of a sheet in points. */
  size: [number, number] = $state.raw([612, 792]);
  /** The numbers of the faces that the pages need. */
  readonly faces = new SvelteSet<number>();
  /** A mark is sent once while a letter is open, so those that left the pages are kept: they may come back. */
  private readonly marks = new Map<number, Mark>();

  /** Takes over what changed. */
  apply(view: Sheets) {
    const [width, height] = view.size;
    if (this.size[0] !== width || this.size[1] !== height) this.size = view.size;
    for (const update of view.pages) for (const mark of update.fresh) this.learn(mark);
    let pages = this.pages.length === view.count ? this.pages : this.pages.slice(0, view.count);
    for (let number = pages.length; number < view.count; number++) pages.push(new LivePage(number));
    for (const update of view.pages) {
      const page = pages[update.index];
      if (page) page.marks = this.stood(page.marks, update);
    }
    if (pages !== this.pages) this.pages = pages;
  }

  /** Takes over a view that holds everything. */
  reset(view: Sheets) {
    const fresh = new Set(view.pages.flatMap((page) => page.fresh.map((mark) => mark.id)));
    // What stood before can go, unless the view still counts on it.
    if (view.pages.every((page) => page.marks.every((placed) => fresh.has(placed.id)))) this.marks.clear();
    this.apply(view);
  }

  private learn(mark: Mark) {
    this.marks.set(mark.id, mark);
    for (const piece of mark.pieces) if (piece.type === 'words') this.faces.add(piece.face);
  }

  private stood(before: Stood[], update: PageUpdate): Stood[] {
    const known = new Map(before.map((stood) => [stood.key, stood]));
    const times = new Map<number, number>();
    return update.marks.flatMap(({ id, y }): Stood[] => {
      const mark = this.marks.get(id);
      if (!mark) return [];
      const time = times.get(id) ?? 0;
      times.set(id, time + 1);
      const key = time === 0 ? String(id) : `${id}/${time}`;
      const same = known.get(key);
      return [same?.y === y && same.mark === mark ? same : { key, mark, y }];
    });
  }
}

class LivePage implements Page {
  marks: Stood[] = $state.raw([]);
  constructor(readonly number: number) {}
}
