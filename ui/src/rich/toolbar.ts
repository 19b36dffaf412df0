// What the toolbar of a rich text field offers, and how the focus goes along it.

import Blockquote from '@tabler/icons-svelte/icons/blockquote';
import Bold from '@tabler/icons-svelte/icons/bold';
import Heading1 from '@tabler/icons-svelte/icons/h-1';
import Heading2 from '@tabler/icons-svelte/icons/h-2';
import Indent from '@tabler/icons-svelte/icons/indent-increase';
import Italic from '@tabler/icons-svelte/icons/italic';
import List from '@tabler/icons-svelte/icons/list';
import ListNumbers from '@tabler/icons-svelte/icons/list-numbers';
import Outdent from '@tabler/icons-svelte/icons/indent-decrease';
import Underline from '@tabler/icons-svelte/icons/underline';
import type { Icon } from '../shared/icon';
import { next } from '../shared/rove';
import type { Action } from './commands';

export interface Tool {
  action: Action;
  label: string;
  icon: Icon;
  /** `Ctrl` is Command on a Mac. */
  keys: string;
  /** It turns something on and off, rather than doing it once. */
  toggles: boolean;
}

const tool = (action: Action, label: string, icon: Icon, keys: string, toggles = true): Tool => ({
  action,
  label,
  icon,
  keys,
  toggles,
});

export const LOOK_TOOLS: Tool[] = [
  tool('strong', 'Bold', Bold, 'Ctrl+B'),
  tool('emphasis', 'Italic', Italic, 'Ctrl+I'),
  tool('underline', 'Underline', Underline, 'Ctrl+U'),
];

export const BLOCK_TOOLS: Tool[] = [
  tool('heading1', 'Heading', Heading1, 'Ctrl+Alt+1'),
  tool('heading2', 'Smaller heading', Heading2, 'Ctrl+Alt+2'),
  tool('bullets', 'Bulleted list', List, 'Ctrl+Shift+8'),
  tool('numbers', 'Numbered list', ListNumbers, 'Ctrl+Shift+7'),
  tool('quote', 'Quotation', Blockquote, 'Ctrl+Shift+9'),
  tool('outdent', 'Move item out', Outdent, 'Ctrl+[', false),
  tool('indent', 'Move item in', Indent, 'Ctrl+]', false),
];

/** One stop for Tab, arrows within: for the buttons of a toolbar, also those of menus in it. */
export function roving(bar: HTMLElement) {
  let current: HTMLButtonElement | undefined;
  const buttons = () => [...bar.querySelectorAll<HTMLButtonElement>('button:not([role=menuitem])')];
  const settle = () => {
    const all = buttons();
    if (!current || !all.includes(current)) current = all[0];
    for (const button of all) button.tabIndex = button === current ? 0 : -1;
  };
  const onfocus = (event: FocusEvent) => {
    const button = buttons().find((one) => one === event.target);
    if (!button) return;
    current = button;
    settle();
  };
  const onkey = (event: KeyboardEvent) => {
    const all = buttons();
    const index = all.indexOf(event.target as HTMLButtonElement);
    const to = index < 0 ? null : next(event.key, index, all.length, 'row');
    if (to === null) return;
    event.preventDefault();
    all[to]?.focus();
  };
  const watcher = new MutationObserver(settle);
  watcher.observe(bar, { childList: true });
  bar.addEventListener('focusin', onfocus);
  bar.addEventListener('keydown', onkey);
  settle();
  return () => {
    watcher.disconnect();
    bar.removeEventListener('focusin', onfocus);
    bar.removeEventListener('keydown', onkey);
  };
}
