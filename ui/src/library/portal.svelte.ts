// A portal that is being edited: every change is kept a moment later, as on the other shelves; what comes with the
// program becomes the person's own by the first change.

import type { Backend } from '../backend/backend';
import type { Portal } from '../generated/Portal';
import { later } from '../settings/later';

export class PortalEditing {
  portal: Portal = $state.raw()!;
  unkept = $state(false);
  /** The desk does not take what was changed. */
  refused = $state(false);
  /** As the desk has it. */
  private last: Portal;
  private readonly keeping: ReturnType<typeof later>;

  constructor(
    portal: Portal,
    private readonly backend: Pick<Backend, 'savePortal'>,
    private readonly kept: () => void,
    failed: (error: unknown) => void,
  ) {
    this.portal = portal;
    this.last = portal;
    this.keeping = later(() => this.write(), failed);
  }

  change(portal: Portal): void {
    // The id is the desk's, and may have come while this was typed.
    this.portal = { ...portal, id: this.portal.id };
    this.unkept = true;
    this.keeping.soon();
  }

  settle(): Promise<void> {
    return this.keeping.now();
  }

  /** Lets go of what was changed and not kept yet. */
  drop(): void {
    this.unkept = false;
    this.refused = false;
  }

  /** Puts back what the desk has. */
  revert(): void {
    this.drop();
    this.portal = { ...this.last, id: this.portal.id };
  }

  private async write(): Promise<void> {
    // What has no name yet waits for one.
    if (!this.unkept || (this.portal.id === '' && this.portal.name.trim() === '')) return;
    const sent = this.portal;
    const { portal } = await this.backend.savePortal(sent).catch((fault: unknown) => {
      this.refused = true;
      throw fault;
    });
    this.refused = false;
    this.last = portal;
    if (this.portal === sent) this.unkept = false;
    this.portal = { ...this.portal, id: portal.id };
    this.kept();
  }
}
