// What was changed and can be taken back. Typing in one field becomes one step for each word or pause; everything
// else is a step of its own. A step names the field it was made in, so that undo can say so and go there.

/** One value that changed. `undefined` stands for a word that was not there. */
export interface Altered {
  path: string;
  before: unknown;
  after: unknown;
}

/** One step back. */
export interface Step {
  altered: Altered[];
  /** The field to go to. */
  field: string;
  /** What was changed, as people call it: `Item title`, `Ask 2`. */
  name: string;
  /** It came from typing, so the next letter may join it. */
  typing: boolean;
  /** When it was last added to, in milliseconds. */
  when: number;
}

/** Steps back and steps forward, the next one last. */
export interface Steps {
  readonly back: readonly Step[];
  readonly forward: readonly Step[];
}

/** A pause this long ends a step of typing, in milliseconds. */
export const PAUSE = 1000;
/** How many steps can be taken back. */
export const MOST = 500;

export const NONE: Steps = { back: [], forward: [] };

/** The steps with one more, which joins the last where both are the typing of one word. */
export function recorded(steps: Steps, step: Step): Steps {
  const last = steps.back.at(-1);
  // What was pasted is a step of its own, and what is typed next another.
  if (step.typing && step.altered.some(addsWords)) return recorded(steps, { ...step, typing: false });
  if (last && steps.forward.length === 0 && joins(last, step)) {
    const altered = [{ ...last.altered[0]!, after: step.altered[0]!.after }];
    return { back: [...steps.back.slice(0, -1), { ...last, altered, when: step.when }], forward: [] };
  }
  return { back: [...steps.back, step].slice(-MOST), forward: [] };
}

/** The step to take back and the steps that are then left; `undefined` where there is none. */
export function undone(steps: Steps): { step: Step; steps: Steps } | undefined {
  const step = steps.back.at(-1);
  // A step that was taken back never grows: what is typed next is a step of its own.
  return (
    step && { step, steps: { back: steps.back.slice(0, -1), forward: [...steps.forward, { ...step, typing: false }] } }
  );
}

/** The step to make again. */
export function redone(steps: Steps): { step: Step; steps: Steps } | undefined {
  const step = steps.forward.at(-1);
  return step && { step, steps: { back: [...steps.back, step], forward: steps.forward.slice(0, -1) } };
}

function joins(last: Step, next: Step): boolean {
  if (!last.typing || !next.typing || next.when - last.when > PAUSE) return false;
  const [a, b] = [last.altered[0], next.altered[0]];
  if (last.altered.length !== 1 || next.altered.length !== 1 || !a || !b || a.path !== b.path) return false;
  const [start, was, is] = [words(a.before), words(b.before), words(b.after)];
  const grew = is.length >= was.length;
  if (grew !== was.length >= start.length && was.length !== start.length) return false;
  return !(grew && beginsWord(was, is));
}

/** Whether more than one word was added at once, which nobody types. */
function addsWords({ before, after }: Altered): boolean {
  const [was, is] = [words(before), words(after)];
  const same = sameStart(was, is);
  return /\S\s+\S/.test(is.slice(same, is.length - sameEnd(was.slice(same), is.slice(same))));
}

function sameStart(one: string, other: string): number {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same;
}

function sameEnd(one: string, other: string): number {
  let same = 0;
  while (same < one.length && same < other.length && one.at(-1 - same) === other.at(-1 - same)) same += 1;
  return same;
}

/** Whether what was added begins a word after a space. */
function beginsWord(was: string, is: string): boolean {
  const same = sameStart(was, is);
  return /\s$/.test(was.slice(0, same)) && /^\S/.test(is.slice(same));
}

function words(value: unknown): string {
  if (Array.isArray(value)) return value.join('\n');
  return typeof value === 'string' ? value : '';
}
