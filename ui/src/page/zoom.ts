// How large the pages are shown, and the keys that change it.

import { held, isMac } from '../shared/keys';

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** As wide as there is room, or a part of the size on paper. */
export type Zoom = 'fit' | number;

/** What the zoom can be set to, in percent. */
export const ZOOMS = [50, 75, 100, 125, 150, 200] as const;

/** On a wide screen a page that fits grows no further than this, in CSS pixels per point. */
const WIDEST = 2;

/** The width of a sheet as CSS says it. */
export function sheetWidth(zoom: Zoom, points: number): string {
  return zoom === 'fit' ? `min(100%, ${points * WIDEST}px)` : `${(points * 96 * zoom) / 7200}px`;
}

/** The next zoom in a direction. */
function zoomed(zoom: Zoom, way: 1 | -1): number {
  const now = zoom === 'fit' ? 100 : zoom;
  const further = way === 1 ? ZOOMS.find((one) => one > now) : [...ZOOMS].reverse().find((one) => one < now);
  return further ?? now;
}

/** The zoom that a key asks for; `null` where it asks for none. */
export function zoomBy(event: Press, zoom: Zoom, mac = isMac()): Zoom | null {
  const { mod, other } = held(event, mac);
  if (!mod || other || event.altKey) return null;
  // Plus and equals share a key, and Shift is easily left out.
  if (event.key === '+' || event.key === '=') return zoomed(zoom, 1);
  if (event.key === '-') return zoomed(zoom, -1);
  return event.key === '0' ? 'fit' : null;
}
