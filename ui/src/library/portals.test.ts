// The shelf of portals on the fake desk.

import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, test } from 'vitest';
import { FakeBackend } from '../backend/fake';
import { Desk, deskContext } from '../desk.svelte';
import Library from './Library.svelte';

const user = userEvent.setup();
let backend: FakeBackend;
let desk: Desk;

/** Where one came from. */
const LETTER = { draft: 7, at: 'portal' };

const portal = async (id: string) => (await backend.portals()).find((card) => card.portal.id === id);

beforeEach(async () => {
  backend = new FakeBackend();
  desk = new Desk(backend);
  await desk.begin();
  const entry = { id: 0, title: 'sacramento-city' };
  render(Library, { props: { shelf: 'portals', entry, back: LETTER }, context: deskContext(desk) });
  await screen.findByLabelText('Name of the portal');
});

test('what comes with Lectern is corrected, and comes back', async () => {
  expect(screen.queryByRole('button', { name: 'Undo all my changes' })).toBeNull();
  const most = screen.getByLabelText('Most characters');
  await user.clear(most);
  await user.type(most, '2000');
  await waitFor(async () => expect((await portal('sacramento-city'))?.portal.limit?.value).toBe(2000));
  await user.click(await screen.findByRole('button', { name: 'Undo all my changes' }));
  await waitFor(() => expect(screen.getByLabelText('Most characters')).toHaveValue('1000'));
  desk.words.at(-1)?.action?.run();
  await waitFor(async () => expect((await portal('sacramento-city'))?.portal.limit?.value).toBe(2000));
});

test('rules of deadlines are added, reshaped and removed', async () => {
  await user.click(screen.getByRole('button', { name: 'Add a rule' }));
  await user.selectOptions(screen.getByLabelText('It closes or opens'), 'So many business days before');
  const days = screen.getByLabelText('Business days before the meeting');
  await user.clear(days);
  await user.type(days, '3');
  await desk.leaving?.();
  expect((await portal('sacramento-city'))?.portal.deadline).toEqual([
    { meetings: 'any', tier: 'accepted', opens: false, shape: 'business-days-before', days: 3, time: '17:00' },
  ]);
  const rules = { region: { enabled: false }, 'color-contrast': { enabled: false } };
  const { violations } = await axe.run(document.body, { rules });
  expect(violations.map((violation) => violation.id)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Remove rule 1' }));
  await desk.leaving?.();
  expect((await portal('sacramento-city'))?.portal.deadline).toEqual([]);
});

test('what cannot be is said beside its field, and nothing of it is kept', async () => {
  const [zone] = screen.getAllByLabelText('Time zone of the body');
  await user.clear(zone!);
  await user.type(zone!, 'Mars/Olympus');
  expect(screen.getByText('There is no time zone “Mars/Olympus”.')).toBeInTheDocument();
  const most = screen.getByLabelText('Most characters');
  await user.clear(most);
  await user.type(most, '0');
  expect(screen.getByText('This number is beyond what it takes.')).toBeInTheDocument();
  await user.type(screen.getByLabelText('Web page (optional)'), 'x');
  await user.clear(screen.getByLabelText('Web page (optional)'));
  await user.type(screen.getByLabelText('Web page (optional)'), 'javascript:alert(1)');
  expect(screen.getByText('This is no address of a page.')).toBeInTheDocument();
  await desk.leaving?.();
  const kept = (await portal('sacramento-city'))?.portal;
  expect([kept?.time_zone, kept?.limit?.value]).toEqual(['', null]);
  await user.clear(zone!);
  await user.type(zone!, 'America/Denver');
  await desk.leaving?.();
  expect((await portal('sacramento-city'))?.portal.time_zone).toBe('America/Denver');
});

test('a number of a rule that is beyond what it takes stays in sight', async () => {
  await user.click(screen.getByRole('button', { name: 'Add a rule' }));
  await user.selectOptions(screen.getByLabelText('It closes or opens'), 'So many business days before');
  const days = screen.getByLabelText('Business days before the meeting');
  await user.clear(days);
  await user.type(days, '36601');
  expect(days).toHaveValue('36601');
  expect(screen.getByText('This number is beyond what it takes.')).toBeInTheDocument();
  await user.type(days, '{Backspace}{Backspace}');
  expect(days).toHaveValue('366');
  expect(screen.queryByText('This number is beyond what it takes.')).toBeNull();
});

test('a fault is said until it is mended', async () => {
  const name = screen.getByLabelText('Name of the portal');
  backend.faults.set('savePortal', { code: 'draft', message: 'the portal cannot be kept', hint: 'Mend it.' });
  await user.type(name, '!');
  await waitFor(() => expect(desk.words.map(({ title }) => title)).toEqual(['The portal cannot be kept.']));
  await user.type(name, '?');
  await waitFor(() => expect(desk.words).toEqual([]));
});

test('the way back to the letter leads to its portal', async () => {
  await user.click(screen.getByRole('button', { name: 'Back to the letter' }));
  await waitFor(() => expect(desk.screen).toEqual({ name: 'walk', ...LETTER }));
});

test('a portal is duplicated, and a new one needs a name', async () => {
  await user.click(screen.getByRole('button', { name: 'Duplicate' }));
  await waitFor(() =>
    expect(screen.getByLabelText('Name of the portal')).toHaveValue('City of Sacramento eComment (copy)'),
  );
  await user.click(screen.getByRole('button', { name: 'Remove from the library' }));
  await waitFor(async () => expect((await backend.portals()).filter(({ own }) => own)).toEqual([]));
  await user.click(screen.getByRole('button', { name: 'Add a portal' }));
  await waitFor(() => expect(screen.getByLabelText('Name of the portal')).toHaveFocus());
  await user.type(screen.getByLabelText('Body that it leads to (optional)'), 'Elk Grove City Council');
  await expect(desk.leaving?.()).rejects.toMatchObject({ message: 'one portal has no name yet' });
  await user.type(screen.getByLabelText('Name of the portal'), 'Elk Grove');
  await desk.leaving?.();
  expect((await portal('elk-grove'))?.portal.body).toBe('Elk Grove City Council');
});

test('that no position is offered is kept, and so is that nobody knows', async () => {
  const offers = screen.getByLabelText('It offers positions to choose from');
  const kept = async () => (await desk.leaving?.(), (await portal('sacramento-city'))?.portal.positions);
  expect(offers).toHaveDisplayValue('Yes');
  await user.selectOptions(offers, 'No');
  expect(screen.queryByLabelText('Positions to choose from')).toBeNull();
  expect(await kept()).toEqual([]);
  await user.selectOptions(offers, 'Not known');
  expect(await kept()).toBeNull();
  await user.selectOptions(offers, 'Yes');
  expect(await kept()).toEqual(['Support', 'Oppose', 'Neutral']);
});

test('the tabs are gone along by arrow keys, into the portals and out again', async () => {
  const tab = (name: string) => screen.getByRole('tab', { name });
  const goes = async (key: string, name: string) => {
    await user.keyboard(key);
    await waitFor(() => expect(tab(name)).toHaveAttribute('aria-selected', 'true'));
    expect(tab(name)).toHaveFocus();
  };
  tab('Portals').focus();
  const before = screen.getAllByRole('tab').at(-2)!.textContent!;
  await goes('{ArrowLeft}', before);
  await goes('{ArrowRight}', 'Portals');
  await goes('{ArrowRight}', 'People');
  await goes('{ArrowLeft}', 'Portals');
  expect(screen.queryByLabelText('Name of the portal')).toBeNull();
});
