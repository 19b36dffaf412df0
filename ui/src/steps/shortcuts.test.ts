import { expect, test } from 'vitest';
import { shortcut } from './shortcuts';

test('keys mean what the sheet says', () => {
  const check = (keys: string, meant: string | undefined, mac = false) => {
    const parts = keys.split('+');
    const press = {
      key: parts.at(-1)!,
      ctrlKey: parts.includes('Ctrl'),
      metaKey: parts.includes('Cmd'),
      shiftKey: parts.includes('Shift'),
      altKey: parts.includes('Alt'),
    };
    expect(shortcut(press, mac)).toBe(meant);
  };
  check('Ctrl+z', 'undo');
  check('Cmd+z', 'undo', true);
  check('Ctrl+z', undefined, true);
  check('Cmd+z', undefined);
  check('Ctrl+Shift+Z', 'redo');
  check('Ctrl+y', 'redo');
  check('Ctrl+s', 'keep');
  check('Ctrl+e', 'export');
  check('Ctrl+p', 'print');
  check('Ctrl+1', 'step');
  check('Ctrl+9', undefined);
  check('Ctrl+PageDown', 'next');
  check('Ctrl+PageUp', 'back');
  check('F6', 'region');
  check('Shift+F6', 'region-back');
  check('Ctrl+Alt+z', undefined);
  check('z', undefined);
  check('Ctrl+Shift+s', undefined);
});
