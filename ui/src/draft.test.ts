import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeBackend } from './backend/fake';
import { LiveDraft } from './draft.svelte';
import type { View } from './generated/View';

/** A live draft of the worked sample, with a clock that only goes when it is told to. */
async function opened() {
  const backend = new FakeBackend(() => new Date('2026-02-10T09:00:00Z'));
  const id = await backend.startSample('organisation-letter');
  const seen: View[] = [];
  const pages = { apply: (view: View) => void seen.push(view), reset: (view: View) => void seen.push(view) };
  let time = 0;
  const live = new LiveDraft(backend, pages, await backend.openDraft(id), () => (time += 100));
  return { backend, live, id, seen, wait: () => void (time += 5000) };
}

describe('the live draft', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('a change shows at once, and what follows from it comes back and is kept', async () => {
    const { backend, live, id } = await opened();
    live.set('item.number', '');
    expect(live.text('item.number')).toBe('');
    await vi.advanceTimersByTimeAsync(300);
    expect(live.states.item.todo.map((todo) => todo.path)).toEqual(['item.number']);
    expect(live.saving).toBe('kept');
    expect((await backend.openDraft(id)).draft.item.number).toBe('');
  });

  test('findings that say the same stay the same, so that nothing is drawn anew for them', async () => {
    const { live } = await opened();
    const { findings, built } = live;
    live.set('words.hook', `${live.text('words.hook')}s`);
    await vi.advanceTimersByTimeAsync(300);
    expect(live.findings).toBe(findings);
    expect(live.built).toBe(built);
    live.set('item.number', '');
    await vi.advanceTimersByTimeAsync(300);
    expect(live.findings).not.toBe(findings);
  });

  test('undo and redo go through the steps and ask for the field', async () => {
    const { live, wait } = await opened();
    const title = live.text('item.title');
    live.set('item.title', `${title}A`);
    live.set('item.title', `${title}Ab`);
    wait();
    live.remove('asks', 1);
    expect(live.undoName).toBe('Ask 2');
    expect(live.draft.asks).toHaveLength(2);
    expect(live.undo()).toBe('Ask 2');
    expect(live.going).toEqual({ path: 'asks[1]' });
    expect(live.draft.asks).toHaveLength(3);
    expect(live.undo()).toBe('Item title');
    expect(live.text('item.title')).toBe(title);
    live.redo();
    expect(live.text('item.title')).toBe(`${title}Ab`);
  });

  test('a word that is taken away is gone on the desk too', async () => {
    const { backend, live, id } = await opened();
    live.set('words.history', undefined);
    await live.flush();
    expect((await backend.openDraft(id)).draft.words).not.toHaveProperty('history');
    live.undo();
    await live.flush();
    expect((await backend.openDraft(id)).draft.words).toHaveProperty('history');
  });

  test('a finding mends only the words that it was read in', async () => {
    const { live } = await opened();
    const repair = { label: 'Write “an”', path: 'words.hook', from: ' a ', nth: 0, to: ' an ' };
    const finding = { ...live.findings[0]!, repair };
    live.set('words.hook', 'We ask a hour.');
    expect(live.mend(finding)).toBe(false);
    expect(live.text('words.hook')).toBe('We ask a hour.');
    await vi.advanceTimersByTimeAsync(300);
    expect(live.mend({ ...finding, repair: { ...repair, nth: 1 } })).toBe(false);
    expect(live.mend(finding)).toBe(true);
    expect(live.text('words.hook')).toBe('We ask an hour.');
  });

  test('several values are one step', async () => {
    const { live } = await opened();
    live.change([
      { path: 'item.body', value: 'County Board' },
      { path: 'addressees[0].body', value: 'County Board' },
    ]);
    live.undo();
    expect(live.text('item.body')).toBe('Sacramento City Council');
    expect(live.text('addressees[0].body')).toBe('Sacramento City Council');
  });

  test('when saving fails the words stay, the fault is shown, and it is tried again', async () => {
    const { backend, live } = await opened();
    const fault = { code: 'unkept', message: 'no room', hint: 'Make room.' } as const;
    backend.faults.set('keep', fault);
    live.set('item.title', 'New');
    await vi.advanceTimersByTimeAsync(300);
    expect([live.saving, live.fault]).toEqual(['unkept', fault]);
    expect(live.text('item.title')).toBe('New');
    await vi.advanceTimersByTimeAsync(1000);
    expect([live.saving, live.fault]).toEqual(['kept', null]);
  });

  test('an older version is looked at, left and restored, and restoring can be undone', async () => {
    const { live, backend } = await opened();
    live.set('item.title', 'Newer');
    await live.flush();
    const versions = await backend.versions();
    expect(versions.map((version) => version.cause)).toEqual(['edited', 'started']);
    expect(versions[0]!.changed).toEqual(['Item title']);
    await live.look(versions[1]!);
    live.set('item.title', 'Not now');
    expect(live.text('item.title')).toBe('Newer');
    await live.leave();
    await live.restore(versions[1]!);
    expect(live.text('item.title')).toMatch(/^Prohibiting/);
    expect((await backend.versions())[0]!.cause).toBe('restored');
    live.undo();
    expect(live.text('item.title')).toBe('Newer');
  });

  test('once ended it changes nothing, whatever still points to it', async () => {
    const { backend, live, wait } = await opened();
    const title = live.text('item.title');
    live.set('item.title', 'Of the first letter');
    await live.flush();
    wait();
    await live.close();
    const other = await backend.startSample('organisation-letter');
    await backend.openDraft(other);
    const edit = vi.spyOn(backend, 'edit');
    expect(live.undo()).toBeUndefined();
    expect(live.redo()).toBeUndefined();
    live.set('item.title', 'Late');
    await vi.advanceTimersByTimeAsync(1000);
    await live.flush();
    expect(edit).not.toHaveBeenCalled();
    expect((await backend.openDraft(other)).draft.item.title).toBe(title);
  });

  test('what is typed once an older version is left counts, however late the desk answers', async () => {
    const { live, backend } = await opened();
    live.set('item.title', 'Newer');
    await live.flush();
    const [, older] = await backend.versions();
    await live.look(older!);
    const leaving = live.leave();
    live.set('item.title', 'Typed at once');
    await leaving;
    expect([live.looking, live.text('item.title')]).toEqual([null, 'Typed at once']);
    const looking = live.look(older!);
    const left = live.leave();
    await Promise.all([looking, left]);
    expect(live.looking).toBeNull();
  });

  test('an older version is not shown before everything is kept', async () => {
    const { live, backend } = await opened();
    live.set('item.title', 'Newer');
    await live.flush();
    const [, older] = await backend.versions();
    const fault = { code: 'unkept', message: 'no room', hint: 'Make room.' } as const;
    backend.faults.set('keep', fault);
    live.set('item.title', 'Newest');
    await expect(live.look(older!)).rejects.toEqual(fault);
    expect(live.looking).toBeNull();
    backend.faults.set('keep', fault);
    await expect(live.restore(older!)).rejects.toEqual(fault);
    expect(live.text('item.title')).toBe('Newest');
  });

  test('what is typed while a version is restored comes back by undo, and the desk has what is shown', async () => {
    const { live, backend, id } = await opened();
    live.set('item.title', 'Newer');
    await live.flush();
    const [, older] = await backend.versions();
    const restoring = live.restore(older!);
    await Promise.resolve();
    live.set('item.title', 'Late');
    await restoring;
    await live.flush();
    expect((await backend.openDraft(id)).draft.item.title).toBe(live.text('item.title'));
    live.undo();
    expect(live.text('item.title')).toBe('Late');
  });

  test('only pages and marks that changed are sent', async () => {
    const { live, seen } = await opened();
    live.set('signers[0].name', 'Moiz Mir Jr.');
    await live.flush();
    expect(seen.at(-1)!.pages.flatMap((page) => page.fresh)).toHaveLength(1);
  });
});
