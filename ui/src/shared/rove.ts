// Moving the focus within a group by the arrow keys, Home and End: menus, tabs, lists.

/** Where the focus goes from `index` of `count`, or nothing when the key is not one of ours. */
export function next(key: string, index: number, count: number, way: 'row' | 'column'): number | null {
  const [back, forth] = way === 'row' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  if (count === 0) return null;
  if (key === forth) return (index + 1) % count;
  if (key === back) return (index <= 0 ? count : index) - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

/** Moves the focus among `elements` and returns the place of the one that has it now. */
export function step(event: KeyboardEvent, elements: HTMLElement[], way: 'row' | 'column'): number | null {
  const index = elements.indexOf(document.activeElement as HTMLElement);
  const to = next(event.key, index, elements.length, way);
  if (to === null) return null;
  event.preventDefault();
  elements[to]?.focus();
  return to;
}
