// @vitest-environment node
import { expect, test, vi } from 'vitest';
import { later } from './later';

test('work is done once after the last time it was asked for', async () => {
  vi.useFakeTimers();
  const work = vi.fn(async () => {});
  const { soon, now } = later(work, () => {});
  soon();
  soon();
  await vi.advanceTimersByTimeAsync(300);
  expect(work).toHaveBeenCalledTimes(1);
  await now();
  expect(work).toHaveBeenCalledTimes(1);
  soon();
  await now();
  await vi.advanceTimersByTimeAsync(300);
  expect(work).toHaveBeenCalledTimes(2);
});

test('work that failed stays due, and who leaves hears of it', async () => {
  vi.useFakeTimers();
  const work = vi.fn(async () => {});
  const failed = vi.fn();
  const { soon, now } = later(work, failed);
  work.mockRejectedValueOnce(new Error('no room'));
  soon();
  await vi.advanceTimersByTimeAsync(300);
  expect(failed).toHaveBeenCalledOnce();
  work.mockRejectedValueOnce(new Error('no room'));
  await expect(now()).rejects.toThrow('no room');
  expect(failed).toHaveBeenCalledOnce();
  await now();
  expect(work).toHaveBeenCalledTimes(3);
});
