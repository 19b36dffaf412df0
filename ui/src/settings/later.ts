// Work that is done a moment after it was last asked for, or at once when the screen is left.

const PAUSE = 300;

export function later(work: () => Promise<unknown>): { soon: () => void; now: () => Promise<void> } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  async function now() {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    await work();
  }
  function soon() {
    clearTimeout(timer);
    timer = setTimeout(() => void now(), PAUSE);
  }
  return { soon, now };
}
