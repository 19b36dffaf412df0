// What a pen does, as strokes of a signature: points in a box of fixed size, few enough to keep, drawn as smooth lines.

export type Point = [x: number, y: number];
export type Stroke = Point[];

/** The box that strokes are drawn in; y goes down. */
export const BOX = { width: 600, height: 200 };
/** A signature has no more points than this. */
export const MOST_POINTS = 2000;
/** How far a point may stand from the line through its neighbours before it counts. */
const TOLERANCE = 0.6;

/** A point of the window as a point of the box, which shows at `area`; kept inside. */
export function inBox(x: number, y: number, area: { left: number; top: number; width: number; height: number }): Point {
  const scale = (part: number, of: number, to: number) => Math.min(Math.max((part / (of || 1)) * to, 0), to);
  return [rounded(scale(x - area.left, area.width, BOX.width)), rounded(scale(y - area.top, area.height, BOX.height))];
}

/** Strokes with a new one, simplified so that all keep within the bound. */
export function withStroke(strokes: Stroke[], drawn: Stroke): Stroke[] {
  if (drawn.length === 0) return strokes;
  let all = [...strokes, simplified(drawn, TOLERANCE)];
  for (let tolerance = TOLERANCE * 2; count(all) > MOST_POINTS && tolerance < 100; tolerance *= 2) {
    all = all.map((stroke) => simplified(stroke, tolerance));
  }
  // So many single dots that none can be spared: the pen has run dry.
  return count(all) > MOST_POINTS ? strokes : all;
}

export function count(strokes: Stroke[]): number {
  return strokes.reduce((sum, stroke) => sum + stroke.length, 0);
}

/** The stroke without points that stand nearer to the line than `tolerance` (Ramer, Douglas, Peucker). */
export function simplified(stroke: Stroke, tolerance: number): Stroke {
  const keep = new Set([0, stroke.length - 1]);
  const open: [number, number][] = [[0, stroke.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part;
    let farthest = 0;
    let at = -1;
    for (let index = from + 1; index < to; index++) {
      const distance = fromLine(stroke[index]!, stroke[from]!, stroke[to]!);
      if (distance > farthest) [farthest, at] = [distance, index];
    }
    if (farthest <= tolerance) continue;
    keep.add(at);
    open.push([from, at], [at, to]);
  }
  const kept = stroke.filter((_, index) => keep.has(index));
  // A dot is one point, however long the pen rested.
  return kept.length === 2 && distance(kept[0]!, kept[1]!) < 0.5 ? kept.slice(0, 1) : kept;
}

/** A stroke as a path: curves through the points, or a dot. */
export function path(stroke: Stroke): string {
  const first = stroke[0];
  if (!first) return '';
  const at = (x: number, y: number) => `${rounded(x)} ${rounded(y)}`;
  // A line of no length with round ends is a dot.
  if (stroke.length === 1) return `M${at(...first)}h0`;
  let out = `M${at(...first)}`;
  for (let index = 0; index + 1 < stroke.length; index++) {
    const [before, from, to, after] = [-1, 0, 1, 2].map(
      (offset) => stroke[Math.min(Math.max(index + offset, 0), stroke.length - 1)]!,
    ) as [Point, Point, Point, Point];
    // Catmull and Rom's curve as Bézier's.
    out += `C${at(from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6)} `;
    out += `${at(to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6)} ${at(...to)}`;
  }
  return out;
}

/** Strokes drawn elsewhere in any unit, fitted into the box. */
export function fitted(strokes: Stroke[]): Stroke[] {
  const points = strokes.flat();
  const inside = points.every(([x, y]) => x >= 0 && x <= BOX.width && y >= 0 && y <= BOX.height);
  if (points.length === 0 || inside) return strokes;
  const [xs, ys] = [points.map((point) => point[0]), points.map((point) => point[1])];
  const [left, top] = [least(xs), least(ys)];
  const [width, height] = [-least(xs.map((x) => -x)) - left, -least(ys.map((y) => -y)) - top];
  const scale = Math.min(BOX.width / (width || 1), BOX.height / (height || 1)) * 0.9;
  const [right, down] = [(BOX.width - width * scale) / 2, (BOX.height - height * scale) / 2];
  return strokes.map((stroke) =>
    stroke.map(([x, y]): Point => [rounded((x - left) * scale + right), rounded((y - top) * scale + down)]),
  );
}

function least(numbers: number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number), Infinity);
}

function fromLine([x, y]: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(Math.max(((x - from[0]) * dx + (y - from[1]) * dy) / length, 0), 1);
  return distance([x, y], [from[0] + along * dx, from[1] + along * dy]);
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
