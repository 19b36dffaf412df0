// Where the focus goes when what had it is gone: to the heading of the screen that came, or to an entry's neighbour.

const ABLE = 'a[href], button:not([disabled]), input, select, textarea, summary, [tabindex], [contenteditable="true"]';

/** Takes the focus when nothing has it, so that keys and screen readers go on from here. */
export function arrive(heading: HTMLElement): void {
  heading.tabIndex = -1;
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) heading.focus({ preventScroll: true });
}

/** Focuses an element, or what of it can be: in a group of choices the chosen one, else the first. */
export function enter(element: Element | null | undefined): boolean {
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return false;
  if (takesFocus(element)) return true;
  const inside = able(element);
  return [...inside.filter((one) => one.matches(':checked')), ...inside].some(takesFocus);
}

/** What in an element can take the focus now. */
export function able(element: Element): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(ABLE)].filter(isShown);
}

export function isShown(element: Element): boolean {
  return element.checkVisibility?.() ?? true;
}

/** Which of a list's `count` entries has the place of the one that was at `index`: the next, else the one before. */
export function neighbour(index: number, count: number): number | undefined {
  return count === 0 ? undefined : Math.min(index, count - 1);
}

/** After an entry was taken out of the list in `box`: the focus goes to its neighbour, else to the way to add one. */
export function enterNeighbour(box: ParentNode, entries: string, index: number, add: Element | null): void {
  const all = [...box.querySelectorAll(entries)];
  const next = neighbour(index, all.length);
  if (next === undefined || !enter(all[next])) enter(add);
}

function takesFocus(element: HTMLElement | SVGElement): boolean {
  element.focus({ preventScroll: true });
  return document.activeElement === element;
}
