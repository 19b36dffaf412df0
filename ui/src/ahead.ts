// What the first screen needs to know, asked before the rest of the window has been fetched, so that both come at the
// same time. It stands by itself: what it imports is fetched before anything is asked.

import type { Backend } from './backend/backend';
import type { Home } from './generated/Home';
import type { Progress } from './generated/Progress';
import type { Start } from './generated/Start';

/** How many cards the home screen shows at first. */
export const CARDS = 20;

/** A file that was opened with Lectern: the draft that it became, or why it could not. */
export type OpenedFile = Parameters<Parameters<Backend['onOpened']>[0]>[0];

/** What was asked, and who hears what the program tells by itself. */
export interface Ahead {
  start: Promise<Start>;
  home: Promise<Home>;
  progress: (progress: Progress | null) => void;
  opened: (opened: OpenedFile) => void;
  /** Files that were opened before anybody heard of it. */
  early: OpenedFile[];
}

export function ask(backend: Backend): Ahead {
  const early: OpenedFile[] = [];
  const hearing = { progress: () => {}, opened: (opened: OpenedFile) => void early.push(opened), early };
  // From its first answer on the program tells of files, so it is heard before that.
  backend.onOpened((opened) => ahead.opened(opened));
  backend.onProgress((progress) => ahead.progress(progress));
  const ahead: Ahead = { ...hearing, start: backend.start(), home: backend.home(0, CARDS) };
  // Both are waited for later. In trouble there is nothing to show, and the trouble says why.
  ahead.start.catch(() => {});
  ahead.home.catch(() => {});
  return ahead;
}
