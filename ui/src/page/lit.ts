// Which places of the letter are lit while a field is edited, and where a click goes.

/** Whether `inner` is the place `outer` or lies in it: `asks[1].full` lies in `asks[1]` and in `asks`. */
export function isWithin(inner: string, outer: string): boolean {
  if (!inner.startsWith(outer) || outer === '') return false;
  return inner.length === outer.length || inner[outer.length] === '.' || inner[outer.length] === '[';
}

/**
 * The places that a field shows up in: its own and those within it. When there are none, the rest of its entry, and
 * then the nearest place around it that stands in the letter.
 */
export function litPlaces(places: Iterable<string>, current: string): Set<string> {
  const all = [...places];
  const inside = all.filter((place) => isWithin(place, current));
  if (inside.length > 0) return new Set(inside);
  // A label stands in the line of its ask: where a field has no place of its own, its entry is what shows it.
  const entry = /^.*\]/.exec(current)?.[0] ?? '';
  const beside = all.filter((place) => isWithin(place, entry));
  if (beside.length > 0) return new Set(beside);
  const around = all.filter((place) => isWithin(current, place)).sort((a, b) => b.length - a.length);
  return new Set(around.slice(0, 1));
}

/** How far to scroll so that what is lit can be seen; `null` when it can, at least its beginning. */
export function scrollFor(lit: { top: number; bottom: number }, view: { top: number; bottom: number }): number | null {
  const height = view.bottom - view.top;
  const margin = Math.min(48, height / 8);
  const fits = lit.bottom - lit.top <= height - 2 * margin;
  const seen = lit.top >= view.top && (fits ? lit.bottom <= view.bottom : lit.top <= view.bottom - margin);
  if (seen) return null;
  // In the upper third, where reading goes on.
  return lit.top - view.top - Math.max(margin, fits ? (height - (lit.bottom - lit.top)) / 3 : margin);
}
