// The walk through one draft on the fake desk, for the tests of its steps.

import { configure, render, screen, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { FakeBackend } from '../backend/fake';
import { Desk, deskContext } from '../desk.svelte';
import type { Draft } from '../generated/Draft';
import Walk from './Walk.svelte';

// What is hidden is not looked for: to find out would take the style of every element, on every question.
configure({ defaultHidden: true });

/** A walk that shows one step. `start` makes the draft; the worked sample of an organisation's letter without it. */
export async function walkAt(step: string, start?: (backend: FakeBackend) => Promise<number>) {
  const backend = new FakeBackend(() => new Date('2026-02-10T09:00:00Z'));
  const draft = await (start ?? ((backend) => backend.startSample('organisation-letter')))(backend);
  const desk = new Desk(backend);
  await desk.begin();
  const shown = render(Walk, { props: { draft }, context: deskContext(desk) });
  const steps = await screen.findByRole('navigation', { name: 'Steps' }, { timeout: 10_000 });
  within(steps)
    .getByRole('button', { name: new RegExp(`^${step}\\b`) })
    .click();
  await screen.findByRole('main', { name: step });
  /** What the desk has on its disk. */
  const kept = async (): Promise<Draft> => {
    await desk.leaving?.();
    return (await backend.openDraft(draft)).draft;
  };
  return { backend, desk, draft, kept, ...shown };
}

/** What axe finds, of what can be found without a layout. */
export async function faults(): Promise<string[]> {
  const rules = { region: { enabled: false }, 'color-contrast': { enabled: false } };
  const result = await axe.run(document.body, { rules });
  return result.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`);
}
