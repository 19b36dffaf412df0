import { describe, expect, test } from 'vitest';
import { pressed, SHORTCUTS } from './shortcuts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('a key event', () => {
  function check(event: object, expected: string | null, { mac = false } = {}) {
    expect(pressed({ key: '', ...none, ...event }, mac)).toBe(expected);
  }

  test('is found by its keys', () => {
    check({ key: 'k', ctrlKey: true }, 'search');
    check({ key: '+', ctrlKey: true, shiftKey: true }, 'larger');
    check({ key: '=', ctrlKey: true }, 'larger');
    check({ key: 'F1' }, 'help');
  });

  test('on a mac takes command', () => {
    check({ key: 'k', metaKey: true }, 'search', { mac: true });
    check({ key: 'k', ctrlKey: true }, null, { mac: true });
  });

  test('of a plain sign is nothing, so that dictation cannot hit it', () => {
    check({ key: '/' }, null);
    check({ key: '?', shiftKey: true }, null);
  });

  test('that means nothing is nothing', () => {
    check({ key: 'k' }, null);
    check({ key: 'N', ctrlKey: true, shiftKey: true }, null);
    check({ key: 'n', ctrlKey: true, altKey: true }, null);
  });
});

test('no two shortcuts share a key', () => {
  const keys = SHORTCUTS.flatMap((shortcut) => shortcut.keys);
  expect(new Set(keys).size).toBe(keys.length);
});
