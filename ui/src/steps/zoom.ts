// How large the pages are shown.

export const ZOOMS = [
  { id: 'fit', label: 'Fit' },
  { id: '75', label: '75 %' },
  { id: '100', label: '100 %' },
  { id: '125', label: '125 %' },
  { id: '150', label: '150 %' },
  { id: '200', label: '200 %' },
] as const;

export type Zoom = (typeof ZOOMS)[number]['id'];

/** The width of a page of letter size at 100 %, in pixels of CSS. */
const LETTER = 816;

/** The width of what holds the pages. Fit takes what room there is and stops where lines get too large to read. */
export function pageWidth(zoom: Zoom): string {
  return zoom === 'fit' ? 'min(100%, 60rem)' : `${(LETTER * Number(zoom)) / 100}px`;
}
