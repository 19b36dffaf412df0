// Paths in the words of draft.toml (`asks[1].full`, `words.hook`): reading them, and changing a draft under one
// without touching the draft that was there, so that an older state stays whole for undo.

/** One step of a path: the name of a field, or a place in a list. */
export type Part = string | number;

/** `asks[1].full` is `['asks', 1, 'full']`; the empty path is the whole draft. */
export function parts(path: string): Part[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map((found) => (found[2] === undefined ? found[1]! : +found[2]));
}

/** The path that `parts` reads. */
export function joined(steps: Part[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    return path ? `${path}.${step}` : step;
  }, '');
}

/** What stands under a path; `undefined` where there is nothing. */
export function at(whole: unknown, path: string): unknown {
  return parts(path).reduce<unknown>((value, step) => {
    if (value === null || typeof value !== 'object') return undefined;
    return (value as Record<Part, unknown>)[step];
  }, whole);
}

/** The same draft with another value under a path; `undefined` takes a field of a map away. */
export function withValue<T>(whole: T, path: string, value: unknown): T {
  return changed(whole, parts(path), value) as T;
}

function changed(whole: unknown, [step, ...rest]: Part[], value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(whole) ? [...whole] : [];
    list[step] = changed(list[step], rest, value);
    return list;
  }
  const map = { ...(whole as Record<string, unknown> | null) };
  const inner = changed(map[step], rest, value);
  if (inner === undefined) delete map[step];
  else map[step] = inner;
  return map;
}

/** Whether what stands under `inner` is a part of what stands under `outer`, or the same. */
export function covers(outer: string, inner: string): boolean {
  if (outer === '' || outer === inner) return true;
  const next = inner.startsWith(outer) ? inner[outer.length] : undefined;
  return next === '.' || next === '[';
}

/**
 * The field that shows what stands under `wanted`: that very field, else the smallest one that holds it, else the
 * first one inside it.
 */
export function nearest(fields: string[], wanted: string): string | undefined {
  if (wanted === '') return undefined;
  const around = fields.filter((field) => field !== '' && covers(field, wanted));
  if (around.length > 0) return around.reduce((best, field) => (field.length > best.length ? field : best));
  return fields.find((field) => covers(wanted, field));
}

/** The paths that must be sent: whatever is inside another of them goes with it. */
export function gathered(paths: Iterable<string>, added: string): string[] {
  const all = [...paths];
  if (all.some((path) => covers(path, added))) return all;
  return [...all.filter((path) => !covers(added, path)), added];
}

/** The paths of `outer`'s value that differ between two states, as deep as maps go; a list counts as one. */
export function differing(before: unknown, after: unknown, path = ''): string[] {
  if (before === after) return [];
  if (isMap(before) && isMap(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => differing(before[name], after[name], path ? `${path}.${name}` : name));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [path];
}

function isMap(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
