// Moving entries of a list by keys and by pointer: the same move, whichever way it is asked for.

/** Where an entry goes by Alt and an arrow key; `undefined` for other keys and at the ends. */
export function movedBy(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
  index: number,
  count: number,
): number | undefined {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  const to = event.key === 'ArrowUp' ? index - 1 : event.key === 'ArrowDown' ? index + 1 : index;
  return to === index || to < 0 || to >= count ? undefined : to;
}

/** An entry as it lies on the screen. */
export interface Box {
  top: number;
  bottom: number;
}

/** Where an entry that is dragged to this height would go: past every entry whose middle the pointer has passed. */
export function droppedAt(boxes: readonly Box[], from: number, y: number): number {
  const middle = ({ top, bottom }: Box) => (top + bottom) / 2;
  let to = from;
  while (to > 0 && y < middle(boxes[to - 1]!)) to -= 1;
  while (to < boxes.length - 1 && y > middle(boxes[to + 1]!)) to += 1;
  return to;
}

/** How far a region scrolls on while something is dragged near its edge, in pixels. */
export function scrollBy(region: Box, y: number, edge = 48): number {
  if (y < region.top + edge) return -Math.ceil((region.top + edge - y) / 4);
  if (y > region.bottom - edge) return Math.ceil((y - region.bottom + edge) / 4);
  return 0;
}

/** Entries of a list, each with a key that stays its own. */
export interface Keyed {
  entries: readonly unknown[];
  keys: readonly number[];
}

/** Keys for a list that changed: an entry that moved takes its key along, and one that was edited keeps its place's. */
export function keyed(before: Keyed, entries: readonly unknown[]): Keyed {
  const left = new Set(before.keys);
  let fresh = Math.max(-1, ...before.keys) + 1;
  const take = (key: number | undefined) => (key !== undefined && left.delete(key) ? key : undefined);
  const same = entries.map((entry) =>
    take(before.keys.find((key, index) => before.entries[index] === entry && left.has(key))),
  );
  const keys = same.map((key, index) => key ?? take(before.keys[index]) ?? fresh++);
  return { entries, keys };
}
