// The keys of the walk: what they do, as the sheet of shortcuts lists them, and which is meant by an event.

import { isMac } from '../help/shortcuts';

export type Shortcut =
  'undo' | 'redo' | 'keep' | 'next' | 'back' | 'region' | 'region-back' | 'export' | 'print' | 'step';

export const SHORTCUTS: { keys: string; does: string }[] = [
  { keys: 'Ctrl+Z', does: 'Take back the last change and go to it' },
  { keys: 'Ctrl+Shift+Z', does: 'Make it again' },
  { keys: 'Ctrl+1 to Ctrl+7', does: 'Go to a step: from Item, 1, to Review, 7' },
  { keys: 'Ctrl+Page Down', does: 'Next step' },
  { keys: 'Ctrl+Page Up', does: 'Previous step' },
  { keys: 'F6', does: 'Go on to the next part of the window: top, steps, form, letter' },
  { keys: 'Shift+F6', does: 'Go back to the part before' },
  { keys: 'Alt+↑ and Alt+↓', does: 'Move the ask, person, reference or signer that you are in' },
  { keys: 'Ctrl+S', does: 'Save now; Lectern also saves by itself' },
  { keys: 'Ctrl+E', does: 'Review and export' },
  { keys: 'Ctrl+P', does: 'Print' },
];

/** What of an event matters here. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** On a Mac, Ctrl belongs to the text and Command to the program. */
export function shortcut(press: Press, mac = isMac()): Shortcut | undefined {
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
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
  return /^[1-7]$/.test(key) ? 'step' : plain[key];
}
