import { expect, test } from 'vitest';
import { held, isMac, keyNames, keysInWords, spokenKeys } from './keys';

test('a Mac is known by its platform', () => {
  expect(['MacIntel', 'Linux x86_64', 'Win32'].map((platform) => isMac(platform))).toEqual([true, false, false]);
});

test('the key of the program is Ctrl, and Command on a Mac', () => {
  const control = { ctrlKey: true, metaKey: false };
  expect(held(control, false)).toEqual({ mod: true, other: false });
  expect(held(control, true)).toEqual({ mod: false, other: true });
});

test('keys are named as they are printed', () => {
  expect(keyNames('Mod+K', false)).toEqual(['Ctrl', 'K']);
  expect(keyNames('Mod+K', true)).toEqual(['⌘', 'K']);
  expect(keyNames('Ctrl+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z']);
  expect(keyNames('Mod++', false)).toEqual(['Ctrl', '+']);
  expect(keyNames('Mod+-', false)).toEqual(['Ctrl', '−']);
});

test('keys are written into sentences and spoken', () => {
  const check = (keys: string, mac: boolean, words: string, spoken: string) => {
    expect(keysInWords(keys, mac)).toBe(words);
    expect(spokenKeys(keys, mac)).toBe(spoken);
  };
  check('Ctrl+B', false, 'Ctrl+B', 'Control+B');
  check('Ctrl+B', true, '⌘B', 'Meta+B');
  check('Ctrl+Alt+1', true, '⌘⌥1', 'Meta+Alt+1');
});
