// What the steps of the walk share: the live draft, the backend, which step is shown, and what a field needs to read,
// write and show its findings. Steps take it from the context, so that no component passes it on.

import { getContext, setContext } from 'svelte';
import type { Backend } from '../backend/backend';
import { findingsAt } from '../draft/missing';
import { stepOf, STEPS, type StepName } from '../draft/naming';
import type { LiveDraft } from '../draft.svelte';
import type { Error as Fault } from '../generated/Error';
import type { Finding } from '../generated/Finding';
import type { PartName } from '../generated/PartName';

const KEY = Symbol('walk');

export class Walk {
  step: StepName = $state('item');
  /** What was just done, for those who listen. */
  said = $state('');
  /** What could not be done, shown until it is closed. */
  fault: Fault | null = $state.raw(null);
  /** What was taken out of the letter, with the way back. */
  taken: string | null = $state(null);

  constructor(
    readonly live: LiveDraft,
    readonly backend: Backend,
  ) {}

  /** What a text field needs. */
  text(path: string) {
    return {
      ...this.place(path),
      value: this.live.text(path),
      oninput: (value: string) => this.live.set(path, value),
    };
  }

  /** The same for text that Lectern writes while it is empty. */
  own(path: string) {
    return { ...this.text(path), oninput: (value: string) => this.live.set(path, value === '' ? null : value) };
  }

  /** What a field of lines needs. */
  lines(path: string) {
    return {
      ...this.place(path),
      value: (this.live.at(path) as string[] | undefined) ?? [],
      oninput: (value: string[]) => this.live.set(path, value),
    };
  }

  /** What a field for a day needs. */
  day(path: string) {
    return {
      ...this.place(path),
      value: (this.live.at(path) as string | null | undefined) ?? null,
      oninput: (value: string | null) => this.live.set(path, value, { typing: false }),
    };
  }

  /** What a tick needs. */
  flag(path: string) {
    return {
      path,
      checked: this.live.at(path) === true,
      onchange: (checked: boolean) => this.live.set(path, checked),
    };
  }

  findings(path: string, inner: string[] = []): Finding[] {
    return findingsAt(this.live.findings, path, inner);
  }

  /** Whether the kind of letter has a part. */
  has(part: PartName): boolean {
    return this.live.template.parts.includes(part);
  }

  /** Shows a step, as `goTo` of the draft shows a field. */
  show(step: StepName): void {
    this.step = step;
  }

  /** Shows the step before or after the one shown. */
  turn(by: 1 | -1): void {
    const to = STEPS[STEPS.indexOf(this.step) + by];
    if (to) this.step = to;
  }

  goTo(path: string): void {
    const step = stepOf(path);
    if (step) this.step = step;
    this.live.goTo(path);
  }

  say(words: string): void {
    // The same words twice are said twice only if they differ.
    this.said = this.said === words ? `${words}\u00a0` : words;
  }

  undo(): void {
    const name = this.live.undo();
    this.taken = null;
    this.say(name ? `Taken back: ${name}` : 'There is nothing to undo.');
  }

  redo(): void {
    const name = this.live.redo();
    this.say(name ? `Made again: ${name}` : 'There is nothing to redo.');
  }

  /** Takes an entry out of a list and offers the way back. */
  remove(list: string, index: number, name: string): void {
    this.live.remove(list, index, { name });
    this.took(name);
  }

  took(name: string): void {
    this.taken = `${name} was taken out of this letter.`;
  }

  /** Does what may fail; a fault is shown and the draft stays as it is. */
  async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      this.fault = null;
      return await work();
    } catch (fault) {
      this.fault = asFault(fault);
      return undefined;
    }
  }

  private place(path: string) {
    return { path, findings: this.findings(path) };
  }
}

/** Whatever was thrown, as something that can be shown. */
export function asFault(thrown: unknown): Fault {
  if (thrown !== null && typeof thrown === 'object' && 'hint' in thrown) return thrown as Fault;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'program', message, hint: 'Your text is safe. Try again; if it goes on, start Lectern anew.' };
}

export function provideWalk(walk: Walk): Walk {
  return setContext(KEY, walk);
}

export function useWalk(): Walk {
  return getContext<Walk>(KEY);
}
