// What is being edited on a shelf: every change is laid there a moment later, without a button to press.

import type { Backend } from '../backend/backend';
import type { Entry } from '../generated/Entry';
import type { Thing } from '../generated/Thing';

/** How long after the last change it is laid on the shelf, in milliseconds. */
const PAUSE = 300;

type Hooks = { laid: (entry: Entry) => void; failed: (error: unknown) => void };

export class Editing {
  /** What it says now. */
  thing: Thing = $state.raw()!;
  /** Its number on the shelf; 0 until it was laid there. */
  id = $state(0);
  unkept = $state(false);
  private entry: Entry;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    entry: Entry,
    private readonly backend: Pick<Backend, 'lay'>,
    private readonly hooks: Hooks,
    /** What is only begun would be an entry without a name, and waits. */
    private readonly isWhole: (thing: Thing) => boolean = () => true,
  ) {
    this.entry = entry;
    this.thing = entry.thing;
    this.id = entry.id;
  }

  change(thing: Thing): void {
    this.thing = thing;
    this.unkept = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), PAUSE);
  }

  /** Lets go of what was changed and not laid yet. */
  drop(): void {
    clearTimeout(this.timer);
    this.unkept = false;
  }

  /** Something was written that cannot be laid yet, since it has no name. */
  get isBegun(): boolean {
    return this.unkept && this.id === 0 && !this.isWhole(this.thing) && !this.isBlank();
  }

  /** Lays what was changed on the shelf now, and tells when that fails. */
  async flush(): Promise<void> {
    await this.settle().catch((error: unknown) => this.hooks.failed(error));
  }

  /** The same, for who has to know that it failed: after what is still being laid. */
  settle(): Promise<void> {
    clearTimeout(this.timer);
    const mine = this.writing.then(() => this.write());
    this.writing = mine.catch(() => {});
    return mine;
  }

  private isBlank(): boolean {
    return JSON.stringify(this.thing) === JSON.stringify(this.entry.thing);
  }

  private async write(): Promise<void> {
    if (!this.unkept || (this.id === 0 && !this.isWhole(this.thing))) return;
    const thing = this.thing;
    this.entry = await this.backend.lay({ ...this.entry, id: this.id, thing });
    this.id = this.entry.id;
    // What was typed meanwhile has a timer of its own.
    if (this.thing === thing) this.unkept = false;
    this.hooks.laid(this.entry);
  }
}
