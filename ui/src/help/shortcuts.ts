// The shortcuts of every screen: what the help sheet lists and what key events are compared with. The walk has its own.

import { held, isMac } from '../shared/keys';

export type Shortcut = {
  id: ShortcutId;
  /** `Mod` is Ctrl, and Command on a Mac. */
  keys: string[];
  says: string;
};

export type ShortcutId = 'start' | 'search' | 'help' | 'larger' | 'smaller';

export const SHORTCUTS: Shortcut[] = [
  { id: 'start', keys: ['Mod+N'], says: 'Start a letter' },
  { id: 'search', keys: ['Mod+K'], says: 'Search everything' },
  { id: 'larger', keys: ['Mod++'], says: 'Larger text' },
  { id: 'smaller', keys: ['Mod+-'], says: 'Smaller text' },
  { id: 'help', keys: ['F1'], says: 'Show this sheet' },
];

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The shortcut that was pressed. No letter or sign is one by itself: whoever speaks to type would hit it by chance. */
export function pressed(event: Pressed, mac = isMac()): ShortcutId | null {
  const { mod, other } = held(event, mac);
  if (other || event.altKey) return null;
  // Plus and equals share a key, and Shift is easily left out.
  const typed = mod && event.key === '=' ? '+' : event.key;
  for (const { id, keys } of SHORTCUTS) {
    for (const written of keys) {
      const key = written.replace(/^Mod\+/, '');
      if (written.startsWith('Mod+') !== mod || typed.toLowerCase() !== key.toLowerCase()) continue;
      // Signs such as `+` may need Shift to be typed; letters do not.
      if (/^[a-z]$/i.test(key) && event.shiftKey) continue;
      return id;
    }
  }
  return null;
}
