// What lies on a shelf, as suggestions while typing.

import type { Backend } from '../backend/backend';
import type { Shelf } from '../generated/Shelf';
import type { Suggestion } from '../shared/suggestion';

const MOST = 8;

export function searchShelf(backend: Pick<Backend, 'shelf'>, shelf: Shelf): (words: string) => Promise<Suggestion[]> {
  return async (words) => {
    const { entries } = await backend.shelf(shelf, words.trim(), 0, MOST);
    return entries.map(({ id, name, detail }) => ({ id, label: name, detail }));
  };
}
