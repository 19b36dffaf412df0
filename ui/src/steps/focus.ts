// Where the focus goes and where it is: the field of a path among those that are shown, and the regions of the walk.

import { standIns } from '../draft/naming';
import { nearest } from '../draft/paths';
import { able, enter, isShown } from '../frame/arrive';

/** Puts the focus into the field that shows a path; false when none of those in `root` does. */
export function focusField(root: HTMLElement, path: string): boolean {
  const fields = [...root.querySelectorAll<HTMLElement>('[data-field]')];
  const names = fields.map((field) => field.dataset.field!);
  const found = names.includes(path) ? path : [...standIns(path), path].map((one) => nearest(names, one)).find(Boolean);
  const field = fields.find((field) => field.dataset.field === found);
  if (!field) return false;
  for (let around = field.closest('details'); around; around = around.parentElement?.closest('details') ?? null) {
    around.open = true;
  }
  if (!enter(field)) return false;
  // The beginning of what is higher than the form says what it is; the middle of it does not.
  const high = field.getBoundingClientRect().height > root.clientHeight * 0.8;
  field.scrollIntoView?.({ block: high ? 'start' : 'center' });
  return true;
}

/** The path of the field that an element belongs to; empty where it belongs to none. */
export function pathOf(element: Element | null): string {
  return element?.closest<HTMLElement>('[data-field]')?.dataset.field ?? '';
}

/** Moves the focus to the next region that is shown, to where it was in it, else to its start. */
export function turnRegion(root: HTMLElement, last: Map<Element, HTMLElement>, by: 1 | -1): void {
  const regions = [...root.querySelectorAll<HTMLElement>('[data-region]')].filter(isShown);
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const start = here < 0 && by < 0 ? 0 : here;
  const region = regions[(start + by + regions.length) % regions.length];
  if (!region) return;
  const known = last.get(region);
  const target = known && region.contains(known) && isShown(known) ? known : firstIn(region);
  (target ?? region).focus();
}

function firstIn(region: HTMLElement): HTMLElement | undefined {
  return able(region).find((one) => one.tabIndex >= 0);
}
