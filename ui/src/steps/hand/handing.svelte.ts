// What the hand-in step knows of the live letter: the portals, and what each channel says. It asks again when the letter
// changed, at most once a frame, and only the newest answer counts; until it comes, the one before stays in sight.

import type { Backend } from '../../backend/backend';
import type { LiveDraft } from '../../draft.svelte';
import { faultOf } from '../../frame/fault';
import type { Channels } from '../../generated/Channels';
import type { Error as Fault } from '../../generated/Error';
import type { PortalCard } from '../../generated/PortalCard';
import type { Speech } from '../../generated/Speech';
import type { Submission } from '../../generated/Submission';

/** What the step shows of the letter. */
export type Tab = 'ecomment' | 'speech' | 'email' | 'packet';

export class Handing {
  portals: PortalCard[] | null = $state.raw(null);
  channels: Channels | null = $state.raw(null);
  speech: Speech | null = $state.raw(null);
  /** What was handed in. */
  submissions: Submission[] = $state.raw([]);
  /** Why the newest answer did not come. */
  fault: Fault | null = $state.raw(null);
  tab: Tab = $state('ecomment');
  /** How long the speech may be. */
  seconds = $state(120);

  private turn = 0;
  private frame: number | null = null;

  constructor(
    private readonly backend: Backend,
    private readonly live: LiveDraft,
  ) {}

  /** Asks anew before the next frame. */
  soon(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      void this.ask();
    });
  }

  /** Ends asking; for when the step is no longer shown. */
  rest(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    this.frame = null;
    this.turn += 1;
  }

  async ask(): Promise<void> {
    if (this.live.ended) return;
    const mine = ++this.turn;
    const { seconds } = this;
    try {
      const speaking = this.tab === 'speech' ? this.backend.speech(seconds) : null;
      const [channels, speech] = await Promise.all([this.backend.channels(), speaking]);
      if (mine !== this.turn) return;
      this.channels = channels;
      if (speech) this.speech = speech;
      this.fault = null;
    } catch (error) {
      if (mine === this.turn && !this.live.ended) this.fault = faultOf(error);
    }
  }

  async readSubmissions(): Promise<void> {
    if (!this.live.ended) this.submissions = await this.backend.submissions(this.live.id);
  }

  async readPortals(): Promise<void> {
    try {
      this.portals = await this.backend.portals();
    } catch (error) {
      this.fault = faultOf(error);
    }
  }
}
