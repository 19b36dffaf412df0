import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Entry } from '../generated/Entry';
import { Editing } from './editing.svelte';
import { blank, isNamed } from './things';

beforeEach(() => {
  vi.useFakeTimers();
});

const entry: Entry = { id: 0, name: '', detail: '', used: 0, changed: '', thing: blank('asks') };
const ask = (label: string) => {
  const thing = blank('asks');
  return thing.shelf === 'asks' ? { ...thing, value: { ...thing.value, label } } : thing;
};

function desk() {
  const laid: string[] = [];
  const lay = vi.fn(async (one: Entry): Promise<Entry> => {
    laid.push(`${one.id} ${one.thing.shelf === 'asks' ? one.thing.value.label : ''}`);
    return { ...one, id: 7 };
  });
  return { laid, lay };
}

describe('what is edited on a shelf', () => {
  test('is laid there once typing pauses, and once again under its number', async () => {
    const { laid, lay } = desk();
    const editing = new Editing(entry, { lay }, { laid: () => {}, failed: () => {} });
    editing.change(ask('T'));
    editing.change(ask('Tr'));
    expect(editing.unkept).toBe(true);
    await vi.advanceTimersByTimeAsync(300);
    expect(laid).toEqual(['0 Tr']);
    expect(editing.unkept).toBe(false);
    editing.change(ask('Trees'));
    await editing.flush();
    expect(laid).toEqual(['0 Tr', '7 Trees']);
  });

  test('is laid once only when it is left while it is being laid', async () => {
    const { laid, lay } = desk();
    const editing = new Editing(entry, { lay }, { laid: () => {}, failed: () => {} });
    editing.change(ask('Trees'));
    await Promise.all([editing.flush(), editing.flush()]);
    expect(laid).toEqual(['0 Trees']);
  });

  test('that was not changed is not laid', async () => {
    const { laid, lay } = desk();
    await new Editing(entry, { lay }, { laid: () => {}, failed: () => {} }).flush();
    expect(laid).toEqual([]);
  });

  test('waits until it has a name, and is forgotten when dropped', async () => {
    const { laid, lay } = desk();
    const editing = new Editing(entry, { lay }, { laid: () => {}, failed: () => {} }, isNamed);
    editing.change(ask(''));
    await editing.flush();
    expect(laid).toEqual([]);
    editing.change(ask('Trees'));
    editing.drop();
    await vi.advanceTimersByTimeAsync(300);
    expect(laid).toEqual([]);
  });

  test('stays unkept when the shelf cannot take it', async () => {
    const failed = vi.fn();
    const lay = async (): Promise<Entry> => {
      throw new Error('the disk is full');
    };
    const editing = new Editing(entry, { lay }, { laid: () => {}, failed });
    editing.change(ask('Trees'));
    await editing.flush();
    expect(failed).toHaveBeenCalledOnce();
    await expect(editing.settle()).rejects.toThrow('the disk is full');
    expect(failed).toHaveBeenCalledOnce();
    expect(editing.unkept).toBe(true);
  });
});
