// What the foot of the window owes to the screen above it: its end stays in sight, and so does what is being written.

import { enter } from './arrive';

/** How near its end counts as the end of what is scrolled, in pixels. */
const NEAR = 8;

/** Remembers what is shown of the screen; what is given back brings it into sight again when the screen has shrunk. */
export function heldInSight(root: ParentNode): () => void {
  const all = [...root.querySelectorAll<HTMLElement>('main, main > section')];
  const ended = all.filter((one) => one.scrollTop > 0 && one.scrollHeight - one.clientHeight - one.scrollTop < NEAR);
  return () => {
    for (const one of ended) one.scrollTop = one.scrollHeight;
    const { activeElement } = document;
    if (activeElement?.closest('main')) activeElement.scrollIntoView?.({ block: 'nearest' });
  };
}

/** Gives the focus back to what had it, else to the heading of the screen. */
export function backTo(before: Element | null): void {
  if (before?.isConnected && enter(before)) return;
  const heading = document.querySelector<HTMLElement>('main h2[tabindex], main h1, main h2');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
