// What the steps of the walk share: the live draft, the backend, which step is shown, and what a field needs to read,
// write and show its findings. Steps take it from the context, so that no component passes it on.

import { getContext, setContext } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { Backend } from '../backend/backend';
import type { Desk } from '../desk.svelte';
import { findingsAt, isAbsence } from '../draft/missing';
import { covers } from '../draft/paths';
import { called, stepOf, STEPS, type StepName } from '../draft/naming';
import type { LiveDraft } from '../draft.svelte';
import { neighbour } from '../frame/arrive';
import type { Finding } from '../generated/Finding';
import type { PartName } from '../generated/PartName';
import { Handing } from './hand/handing.svelte';
import type { Act, Said } from '../shared/said';
import { tell } from '../shared/told.svelte';

const KEY = Symbol('walk');

export class Walk {
  step: StepName = $state('item');
  /** The finding of which the person is asked why it may stand. */
  standing: Finding | null = $state.raw(null);
  readonly backend: Backend;
  /** What is known of handing the letter in. */
  readonly handing: Handing;
  /** The fields that the person has been to. */
  private visited = new SvelteSet<string>();

  constructor(
    readonly live: LiveDraft,
    readonly desk: Desk,
  ) {
    this.backend = desk.backend;
    this.handing = new Handing(desk.backend, live);
  }

  /** What a text field needs. */
  text(path: string) {
    return {
      ...this.place(path),
      value: this.live.text(path),
      oninput: (value: string) => this.live.set(path, value),
    };
  }

  /** The same for one line that may be longer than the field is wide: it wraps, and takes no line breaks. */
  line(path: string) {
    return {
      ...this.text(path),
      oninput: (value: string) => this.live.set(path, value.replace(/\s*\n\s*/g, ' ')),
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

  /** What a field for a time of day needs. */
  time(path: string) {
    return this.day(path);
  }

  /** What a tick needs. */
  flag(path: string) {
    return {
      path,
      checked: this.live.at(path) === true,
      onchange: (checked: boolean) => this.live.set(path, checked),
    };
  }

  /** The findings to show beside a field. */
  findings(path: string, inner: string[] = []): (Said & { place: Finding['place'] })[] {
    return findingsAt(this.live.findings, path, inner)
      .filter((finding) => !isAbsence(finding) || this.wasAt(finding))
      .map((finding) => this.said(finding));
  }

  /** A finding with what can be done about it. */
  said(finding: Finding): Said & { place: Finding['place'] } {
    const { severity, message, hint, place, other, repair } = finding;
    const acts: Act[] = [];
    if (repair) acts.push({ label: repair.label, run: () => this.mend(finding) });
    if (other && stepOf(other.path) && other.path !== finding.place.path) {
      acts.push({ label: `Go to: ${called(other.path, this.live.template)}`, run: () => this.goTo(other.path) });
    }
    // What the program says of itself, such as how much it left out, is nobody's to overrule.
    if (finding.check !== 'more') acts.push({ label: 'Let it stand', run: () => (this.standing = finding) });
    return { severity, message, hint, place, acts };
  }

  /** Sets a finding right. */
  private mend(finding: Finding): void {
    if (this.live.mend(finding)) this.say(`${finding.repair?.label}: done. Undo takes it back.`);
    else this.say('This field has changed since it was read; nothing was changed. What is found now stands beside it.');
  }

  /** Lets the finding that is asked about stand. */
  letStand(reason: string): void {
    const finding = this.standing;
    this.standing = null;
    if (!finding) return;
    this.live.letStand(finding, reason);
    this.live.goTo(finding.place.path);
    this.say('It may stand. Review lists it with your reason.');
  }

  /** The person has left a field; from now on it says when it lacks something. */
  leave(path: string): void {
    if (path !== '') this.visited.add(path);
  }

  /** What is missing is no mistake before one has come to it. The list of what is still to do names it from the start. */
  private wasAt({ place }: Finding): boolean {
    return [...this.visited].some((path) => covers(place.path, path) || covers(path, place.path));
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

  /** Says something to those who listen. */
  say(words: string): void {
    tell(words);
  }

  undo(): void {
    const name = this.live.undo();
    this.say(name ? `Taken back: ${name}` : 'There is nothing to undo.');
  }

  redo(): void {
    const name = this.live.redo();
    this.say(name ? `Made again: ${name}` : 'There is nothing to redo.');
  }

  /** Takes an entry out of a list, goes to its neighbour and offers the way back. */
  remove(list: string, index: number, name: string): void {
    this.live.remove(list, index, { name });
    this.removed(name);
    this.goToNeighbour(list, index);
  }

  /** Goes to what has the place of an entry that was taken out: the next, else the one before, else the way to add one. */
  goToNeighbour(list: string, index: number): void {
    const next = neighbour(index, (this.live.at(list) as unknown[]).length);
    this.live.goTo(next === undefined ? list : `${list}[${next}]`);
  }

  /** Says that something is out of the letter, and offers the way back as long as nothing else was changed. */
  removed(name: string): void {
    const { live } = this;
    const after = live.draft;
    // The one before could not put anything back any more.
    this.desk.unsayOf(live);
    const run = () => (live.draft === after ? this.undo() : this.say('Use Undo to go back further.'));
    this.desk.say(`${name} is out of this letter`, {
      tone: 'info',
      action: { label: 'Put it back', run },
      owner: live,
    });
  }

  /** Does what may fail, with everything on the disk before; a fault is shown and the draft stays as it is. */
  kept<T>(work: () => Promise<T>): Promise<T | undefined> {
    return this.desk.attempt(async () => {
      if (this.live.ended) return undefined;
      if (!(await this.live.flush()) && this.live.fault) throw this.live.fault;
      return work();
    });
  }

  async print(): Promise<void> {
    await this.kept(() => this.backend.print());
  }

  async copyText(): Promise<void> {
    const done = await this.kept(async () => (await this.backend.copyText(), true));
    if (done) this.desk.say('The letter is on the clipboard as plain text');
  }

  /** Saves the letter as a file that Lectern opens elsewhere. */
  async saveAsFile(): Promise<void> {
    const handed = await this.kept(() => this.backend.saveAsFile());
    if (handed) this.desk.say('The letter is saved as a file', { text: `${handed.files[0]} in ${handed.folder}` });
  }

  private place(path: string) {
    return { path, findings: this.findings(path) };
  }
}

export function provideWalk(walk: Walk): Walk {
  return setContext(KEY, walk);
}

export function useWalk(): Walk {
  return getContext<Walk>(KEY);
}
