// Work that is done a moment after it was last asked for, or at once when the screen is left.

const PAUSE = 300;

/** What fails stays due; `failed` hears of it unless someone waits for it by `now`. */
export function later(
  work: () => Promise<unknown>,
  failed: (error: unknown) => void,
): { soon: () => void; now: () => Promise<void> } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = false;
  let working: Promise<void> = Promise.resolve();
  async function run() {
    if (!due) return;
    due = false;
    try {
      await work();
    } catch (error) {
      due = true;
      throw error;
    }
  }
  function now() {
    clearTimeout(timer);
    const mine = working.then(run);
    working = mine.catch(() => {});
    return mine;
  }
  function soon() {
    due = true;
    clearTimeout(timer);
    timer = setTimeout(() => void now().catch(failed), PAUSE);
  }
  return { soon, now };
}
