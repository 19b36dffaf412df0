// The keys of the walk: what they do, as the sheet of shortcuts lists them, and which is meant by an event.

import { held, isMac } from '../shared/keys';

export type Shortcut =
  'undo' | 'redo' | 'keep' | 'next' | 'back' | 'region' | 'region-back' | 'export' | 'print' | 'step';

export const SHORTCUTS: { keys: string; does: string }[] = [
  { keys: 'Ctrl+Z', does: 'Take back the last change and go to it' },
  { keys: 'Ctrl+Shift+Z', does: 'Make it again' },
  { keys: 'Ctrl+1 to Ctrl+8', does: 'Go to a step: from Item, 1, to Hand in, 8' },
  { keys: 'Ctrl+Page Down', does: 'Next step' },
  { keys: 'Ctrl+Page Up', does: 'Previous step' },
  { keys: 'F6', does: 'Go on to the next part of the window: top, steps, form, letter' },
  { keys: 'Shift+F6', does: 'Go back to the part before' },
  { keys: 'Alt+↑ and Alt+↓', does: 'Move the ask, person, reference or signer that you are in' },
  { keys: 'Ctrl++ and Ctrl+-', does: 'While you are in the letter: larger and smaller pages' },
  { keys: 'Ctrl+0', does: 'While you are in the letter: pages as wide as there is room' },
  { keys: 'Ctrl+S', does: 'Save now; Lectern also saves by itself' },
  { keys: 'Ctrl+E', does: 'Review and export' },
  { keys: 'Ctrl+P', does: 'Print' },
];

/** What of an event matters here. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

export function shortcut(press: Press, mac = isMac()): Shortcut | undefined {
  const { mod, other } = held(press, mac);
  if (press.key === 'F6' && !press.ctrlKey && !press.metaKey && !press.altKey) {
    return press.shiftKey ? 'region-back' : 'region';
  }
  if (press.altKey || other || !mod) return undefined;
  const key = press.key.toLowerCase();
  if (key === 'z') return press.shiftKey ? 'redo' : 'undo';
  if (press.shiftKey) return undefined;
  const plain: Record<string, Shortcut> = {
    y: 'redo',
    s: 'keep',
    e: 'export',
    p: 'print',
    pagedown: 'next',
    pageup: 'back',
  };
  return /^[1-8]$/.test(key) ? 'step' : plain[key];
}
