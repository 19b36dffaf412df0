// Keys as this computer has them: which one belongs to the program, and how they are printed, written and spoken. The one
// home of the question whether it is a Mac.

type Held = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey'>;

export function isMac(platform = navigator.platform): boolean {
  return /mac|iphone|ipad/i.test(platform);
}

/** Whether the key of the program is held, and the one that is not: on a Mac, Ctrl belongs to the text. */
export function held(event: Held, mac = isMac()): { mod: boolean; other: boolean } {
  return mac ? { mod: event.metaKey, other: event.ctrlKey } : { mod: event.ctrlKey, other: event.metaKey };
}

/** The keys as they are printed on the keyboard. */
export function keyNames(written: string, mac = isMac()): string[] {
  const names: Record<string, string> = mac
    ? { Mod: '⌘', Ctrl: '⌘', Shift: '⇧', Alt: '⌥', '-': '−' }
    : { Mod: 'Ctrl', '-': '−' };
  return split(written).map((part) => names[part] ?? part);
}

/** The keys in a sentence: `Ctrl+B`, on a Mac `⌘B`. */
export function keysInWords(written: string, mac = isMac()): string {
  return keyNames(written, mac).join(mac ? '' : '+');
}

/** The keys as `aria-keyshortcuts` writes them. */
export function spokenKeys(written: string, mac = isMac()): string {
  const mod = mac ? 'Meta' : 'Control';
  return split(written)
    .map((part) => (part === 'Ctrl' || part === 'Mod' ? mod : part))
    .join('+');
}

/** The parts of a shortcut, whose last one may be a plus itself. */
function split(written: string): string[] {
  return written.endsWith('++') ? [...written.slice(0, -2).split('+'), '+'] : written.split('+');
}
