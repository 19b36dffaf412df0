import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { FakeBackend } from '../backend/fake';
import { Desk, deskContext } from '../desk.svelte';
import Settings from './Settings.svelte';

const user = userEvent.setup();
let backend: FakeBackend;
let desk: Desk;

beforeEach(async () => {
  backend = new FakeBackend();
  desk = new Desk(backend);
  await desk.begin();
  render(Settings, { context: deskContext(desk) });
});

test('what is changed is kept without a button', async () => {
  await user.type(screen.getByLabelText('Initials or short name (optional)'), 'AALN');
  await waitFor(() => expect(backend.settings.organisation.short).toBe('AALN'));
  await user.click(screen.getByRole('radio', { name: 'A4' }));
  await waitFor(() => expect(backend.settings.paper).toBe('a4'));
});

test('what was just typed is kept when the screen is left', async () => {
  await user.type(screen.getByLabelText('Initials or short name (optional)'), 'X');
  await desk.show({ name: 'home' });
  expect(backend.settings.organisation.short).toBe('X');
});

test('a letterhead begins with the organisation and can be given up', async () => {
  await user.click(screen.getByRole('button', { name: 'Make a letterhead' }));
  expect(screen.getByRole('figure', { name: 'The letterhead on page one' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Write without a letterhead' }));
  await waitFor(() => expect(backend.settings.letterhead).toBeNull());
});

test('restoring asks first, and can be called off', async () => {
  const restore = vi.spyOn(backend, 'restoreBackup');
  await user.click(screen.getByRole('button', { name: 'Restore from a backup…' }));
  await user.click(screen.getByRole('button', { name: 'Not now', hidden: true }));
  expect(restore).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Restore from a backup…' }));
  await user.click(screen.getByRole('button', { name: 'Choose a backup…', hidden: true }));
  expect(restore).toHaveBeenCalledOnce();
});

test('a kind is copied to be the person’s own', async () => {
  await user.selectOptions(await screen.findByLabelText('Make my own from'), 'Individual letter');
  await user.click(screen.getByRole('button', { name: 'Make my own' }));
  expect(await screen.findByText('My individual letter', { selector: 'li' })).toBeInTheDocument();
});

test('free days are added, and taken away again', async () => {
  await user.type(screen.getByLabelText('Words a minute when you speak (optional)'), '140');
  await user.type(screen.getByLabelText('Day'), '2026-02-12');
  await user.type(screen.getByLabelText('Why it is free (optional)'), 'Lincoln Day');
  await user.click(screen.getByRole('button', { name: 'Add as a free day' }));
  await waitFor(() => expect(backend.settings.holidays?.added).toEqual([{ date: '2026-02-12', name: 'Lincoln Day' }]));
  expect(backend.settings.pace).toBe(140);
  await user.click(screen.getByRole('button', { name: /^Remove: .*2026/ }));
  await waitFor(() => expect(backend.settings.holidays?.added).toEqual([]));
});
