// The shelves of the library: those that letters fill by themselves, and the portals.

import type { Shelf } from '../generated/Shelf';
import { SHELVES } from '../search/logic';

export type ShelfTab = Shelf | 'portals';

export const SHELF_TABS: { id: ShelfTab; label: string }[] = [...SHELVES, { id: 'portals', label: 'Portals' }];
