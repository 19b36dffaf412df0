// Every shortcut, once: what the help sheet lists and what key events are compared with.

export type Shortcut = {
  id: ShortcutId;
  /** `Mod` is Ctrl, and Command on a Mac. */
  keys: string[];
  says: string;
  group: 'Everywhere' | 'While writing';
};

export type ShortcutId =
  | 'start'
  | 'search'
  | 'help'
  | 'larger'
  | 'smaller'
  | 'undo'
  | 'redo'
  | 'print'
  | 'export'
  | 'other-side'
  | 'step';

export const SHORTCUTS: Shortcut[] = [
  { id: 'start', keys: ['Mod+N'], says: 'Start a letter', group: 'Everywhere' },
  { id: 'search', keys: ['Mod+K', '/'], says: 'Search everything', group: 'Everywhere' },
  { id: 'larger', keys: ['Mod++', 'Mod+='], says: 'Larger text', group: 'Everywhere' },
  { id: 'smaller', keys: ['Mod+-'], says: 'Smaller text', group: 'Everywhere' },
  { id: 'help', keys: ['F1', '?'], says: 'Show this sheet', group: 'Everywhere' },
  { id: 'step', keys: ['Mod+1', 'Mod+7'], says: 'Go to a step', group: 'While writing' },
  { id: 'other-side', keys: ['F6'], says: 'Go between the step and the page', group: 'While writing' },
  { id: 'undo', keys: ['Mod+Z'], says: 'Undo', group: 'While writing' },
  { id: 'redo', keys: ['Mod+Shift+Z', 'Mod+Y'], says: 'Redo', group: 'While writing' },
  { id: 'export', keys: ['Mod+E'], says: 'Export', group: 'While writing' },
  { id: 'print', keys: ['Mod+P'], says: 'Print', group: 'While writing' },
];

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export function isMac(platform = navigator.platform): boolean {
  return /mac|iphone|ipad/i.test(platform);
}

/** The shortcut that was pressed. Keys without `Mod` are left to what one types into. */
export function pressed(event: Pressed, typing: boolean, mac = isMac()): ShortcutId | null {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (other || event.altKey) return null;
  for (const { id, keys } of SHORTCUTS) {
    for (const written of keys) {
      const key = written.replace(/^Mod\+/, '').replace(/^Shift\+/, '');
      if (written.startsWith('Mod+') !== mod || event.key.toLowerCase() !== key.toLowerCase()) continue;
      // Signs such as `?` and `+` may need Shift to be typed; letters are told apart by it.
      if (/^[a-z]$/i.test(key) && written.includes('Shift+') !== event.shiftKey) continue;
      if (typing && !mod && key.length === 1) continue;
      return id;
    }
  }
  return mod && !event.shiftKey && /^[1-7]$/.test(event.key) ? 'step' : null;
}

/** A key event goes to something that is typed into. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])');
}

/** The keys as they are printed on the keyboard. */
export function keyNames(written: string, mac = isMac()): string[] {
  const names = mac ? { Mod: '⌘', Shift: '⇧' } : { Mod: 'Ctrl', Shift: 'Shift' };
  const parts = written.endsWith('++') ? [...written.slice(0, -2).split('+'), '+'] : written.split('+');
  return parts.map((part) => (part === 'Mod' || part === 'Shift' ? names[part] : part === '-' ? '−' : part));
}
