// When what was written goes to the desk and to the disk: one edit under way at a time, later changes gather and go
// together, and the disk has everything within 300 ms of the first change that it lacks. What fails is tried again,
// with everything, for as long as the window is open. Knows no draft: it asks for `edit` and `keep`.

import type { Error as Fault } from '../generated/Error';
import { gathered } from './paths';

/** How safe the words are: on the disk, changed since, on their way, or refused by the disk. */
export type Saving = 'kept' | 'changed' | 'keeping' | 'unkept';

/** What the keeper asks for. */
export interface Desk {
  /** Sends what stands under these paths now. */
  edit(paths: string[]): Promise<void>;
  /** Writes everything sent to the disk. */
  keep(): Promise<void>;
  /** Hears how safe the words are. */
  told(saving: Saving, fault: Fault | null): void;
}

/** The longest that a change waits for the disk, in milliseconds. */
export const SOON = 300;
/** How long to wait before trying again, in milliseconds; the last for ever. */
export const AGAIN = [1000, 2000, 5000, 10000];

export class Keeper {
  private waiting: string[] = [];
  private sending: Promise<void> | undefined;
  private keeping: Promise<boolean> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private changes = 0;
  private kept = 0;
  private failures = 0;
  /** The timer waits to try again: what else fails meanwhile is the same trouble. */
  private retrying = false;
  private over = false;

  constructor(private desk: Desk) {}

  /** Whether the disk lacks anything. */
  get behind(): boolean {
    return this.kept < this.changes;
  }

  /** Something changed under this path. */
  changed(path: string): void {
    if (this.over) return;
    this.changes += 1;
    this.waiting = gathered(this.waiting, path);
    if (this.failures === 0) this.desk.told(this.keeping ? 'keeping' : 'changed', null);
    void this.send().catch((fault: Fault) => this.failed(fault));
    this.later(SOON);
  }

  /** Brings everything to the disk now; false when that failed. */
  async flush(): Promise<boolean> {
    while (this.behind && !this.over) {
      if (!(await this.keep())) return false;
    }
    return !this.behind;
  }

  /** Ends trying; what is not on the disk stays off it. */
  end(): void {
    this.over = true;
    clearTimeout(this.timer);
  }

  private later(wait: number): void {
    if (this.over) return;
    this.timer ??= setTimeout(() => void this.keep(), wait);
  }

  private send(): Promise<void> {
    this.sending ??= this.sendAll().finally(() => (this.sending = undefined));
    return this.sending;
  }

  private async sendAll(): Promise<void> {
    while (this.waiting.length > 0 && !this.over) {
      const paths = this.waiting;
      this.waiting = [];
      try {
        await this.desk.edit(paths);
      } catch (fault) {
        // Whether the desk took a part of it is not known, so the whole draft goes next time.
        this.waiting = [''];
        throw fault;
      }
    }
  }

  private keep(): Promise<boolean> {
    clearTimeout(this.timer);
    this.retrying = false;
    this.timer = undefined;
    this.keeping ??= this.keepAll().finally(() => (this.keeping = undefined));
    return this.keeping;
  }

  private async keepAll(): Promise<boolean> {
    if (this.failures === 0) this.desk.told('keeping', null);
    try {
      await this.send();
      const changes = this.changes;
      await this.desk.keep();
      this.kept = changes;
      this.failures = 0;
    } catch (fault) {
      this.failed(fault as Fault);
      return false;
    }
    if (this.behind) this.later(SOON);
    this.desk.told(this.behind ? 'changed' : 'kept', null);
    return true;
  }

  private failed(fault: Fault): void {
    this.desk.told('unkept', fault);
    if (this.retrying) return;
    this.retrying = true;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.later(AGAIN[Math.min(this.failures, AGAIN.length - 1)]!);
    this.failures += 1;
  }
}
