import { expect, test, vi } from 'vitest';
import { ask, CARDS, type OpenedFile } from './ahead';
import { FakeBackend } from './backend/fake';
import { Desk } from './desk.svelte';

test('what the first screen shows is asked once, before the window is drawn', async () => {
  const backend = new FakeBackend();
  const [start, home] = [vi.spyOn(backend, 'start'), vi.spyOn(backend, 'home')];
  const desk = new Desk(backend);
  await desk.begin(ask(backend));
  expect(start).toHaveBeenCalledTimes(1);
  expect(home.mock.calls).toEqual([[0, CARDS]]);
  expect(desk.takeFirst()).toMatchObject({ count: 0 });
  expect(desk.takeFirst(), 'what lay there then is not what lies there later').toBeNull();
});

test('a file that is opened before the window is drawn is opened all the same', async () => {
  const backend = new FakeBackend();
  let tell: (opened: OpenedFile) => void = () => {};
  backend.onOpened = ((call: typeof tell) => ((tell = call), () => {})) as typeof backend.onOpened;
  const desk = new Desk(backend);
  const ahead = ask(backend);
  tell({ draft: 7 });
  await desk.begin(ahead);
  await vi.waitFor(() => expect(desk.screen).toEqual({ name: 'walk', draft: 7 }));
  tell({ draft: 8 });
  await vi.waitFor(() => expect(desk.screen).toEqual({ name: 'walk', draft: 8 }));
});

test('a desk whose letters cannot be read shows its first screen, which asks again', async () => {
  const backend = new FakeBackend();
  vi.spyOn(backend, 'home').mockRejectedValueOnce({ code: 'program', message: 'no', hint: '' });
  const desk = new Desk(backend);
  await desk.begin(ask(backend));
  expect(desk.takeFirst()).toBeNull();
});
