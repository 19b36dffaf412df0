// Where the focus goes when a screen replaces the one that had it: to the new screen's heading.

/** Takes the focus when nothing has it, so that keys and screen readers go on from here. */
export function arrive(heading: HTMLElement): void {
  heading.tabIndex = -1;
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) heading.focus({ preventScroll: true });
}
