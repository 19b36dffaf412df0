import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Keeper, SOON, type Saving } from './saving';

const fault = { code: 'unkept', message: 'no room on the disk', hint: 'Make room.' } as const;

/** A desk whose answers are given by hand; `done` is what it was asked, in order. */
function desk(fails: { edit?: number; keep?: number } = {}) {
  const done: string[] = [];
  const states: Saving[] = [];
  let release: (() => void) | undefined;
  const held = { edit: false };
  const keeper = new Keeper({
    async edit(paths) {
      done.push(`edit ${paths.join(' ') || 'all'}`);
      if (held.edit) await new Promise<void>((resolve) => (release = resolve));
      if (fails.edit && fails.edit-- > 0) throw fault;
    },
    async keep() {
      done.push('keep');
      if (fails.keep && fails.keep-- > 0) throw fault;
    },
    told: (saving) => {
      if (states.at(-1) !== saving) states.push(saving);
    },
  });
  return { keeper, done, states, held, release: () => release?.() };
}

describe('saving', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('a change is sent at once and kept within 300 ms of the first', async () => {
    const { keeper, done, states } = desk();
    keeper.changed('date');
    await vi.advanceTimersByTimeAsync(SOON - 1);
    expect(done).toEqual(['edit date']);
    keeper.changed('item.title');
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toEqual(['edit date', 'edit item.title', 'keep']);
    expect(states).toEqual(['changed', 'keeping', 'kept']);
    expect(keeper.behind).toBe(false);
  });

  test('while one edit is under way, later changes gather and go together', async () => {
    const { keeper, done, held, release } = desk();
    held.edit = true;
    keeper.changed('words.hook');
    keeper.changed('words.hook');
    keeper.changed('asks[1].full');
    keeper.changed('asks');
    await vi.advanceTimersByTimeAsync(10);
    expect(done).toEqual(['edit words.hook']);
    held.edit = false;
    release();
    await vi.advanceTimersByTimeAsync(SOON);
    expect(done).toEqual(['edit words.hook', 'edit words.hook asks', 'keep']);
  });

  test('once ended nothing is sent any more, nor what was still waiting', async () => {
    const { keeper, done, held, release } = desk();
    held.edit = true;
    keeper.changed('date');
    keeper.changed('item.title');
    await vi.advanceTimersByTimeAsync(10);
    keeper.end();
    held.edit = false;
    release();
    keeper.changed('words.hook');
    await vi.advanceTimersByTimeAsync(SOON);
    expect(await keeper.flush()).toBe(false);
    expect(done).toEqual(['edit date']);
  });

  test('what the disk refuses is tried again until it is kept', async () => {
    const { keeper, done, states } = desk({ keep: 2 });
    keeper.changed('date');
    await vi.advanceTimersByTimeAsync(SOON + 1000 + 2000);
    expect(done).toEqual(['edit date', 'keep', 'keep', 'keep']);
    expect(states).toEqual(['changed', 'keeping', 'unkept', 'kept']);
  });

  test('what the desk refuses is sent again as a whole', async () => {
    const { keeper, done, states } = desk({ edit: 1 });
    keeper.changed('date');
    await vi.advanceTimersByTimeAsync(1000);
    expect(done).toEqual(['edit date', 'edit all', 'keep']);
    expect(states).toEqual(['changed', 'unkept', 'kept']);
  });

  test('one refused edit counts once, however much was typed meanwhile', async () => {
    const { keeper, done, held, release } = desk({ edit: 1 });
    held.edit = true;
    for (let letter = 0; letter < 8; letter += 1) keeper.changed('date');
    await vi.advanceTimersByTimeAsync(10);
    held.edit = false;
    release();
    await vi.advanceTimersByTimeAsync(1010);
    expect(done).toEqual(['edit date', 'edit all', 'keep']);
  });

  test('typing on does not put off the next try', async () => {
    const { keeper, done } = desk({ edit: 4 });
    for (let letter = 0; letter < 4; letter += 1) {
      keeper.changed('date');
      await vi.advanceTimersByTimeAsync(200);
    }
    await vi.advanceTimersByTimeAsync(300);
    expect(done.at(-1)).toBe('keep');
  });

  test('flush keeps at once what the disk lacks, and says when it could not', async () => {
    const check = async (fails: { keep?: number }, expected: boolean, asked: string[]) => {
      const { keeper, done } = desk(fails);
      keeper.changed('date');
      expect(await keeper.flush()).toBe(expected);
      expect(done).toEqual(asked);
      keeper.end();
    };
    await check({}, true, ['edit date', 'keep']);
    await check({ keep: 1 }, false, ['edit date', 'keep']);
    const quiet = desk();
    expect(await quiet.keeper.flush()).toBe(true);
    expect(quiet.done).toEqual([]);
  });
});
