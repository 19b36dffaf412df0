import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import App from './App.svelte';
import { FakeBackend } from './backend/fake';
import { Desk } from './desk.svelte';

const user = userEvent.setup();
let backend: FakeBackend;
let desk: Desk;

beforeEach(async () => {
  backend = new FakeBackend();
  desk = new Desk(backend);
});

async function open() {
  await desk.begin();
  render(App, { desk });
}

describe('the window', () => {
  test('goes from screen to screen and is named after them', async () => {
    await open();
    expect(document.title).toBe('Lectern');
    await user.click(screen.getByRole('button', { name: 'Settings' }));
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeInTheDocument();
    await waitFor(() => expect(document.title).toBe('Settings – Lectern'));
    await user.click(screen.getByRole('button', { name: 'Lectern' }));
    expect(await screen.findByRole('heading', { name: 'Your letters' })).toBeInTheDocument();
  });

  test('follows the settings for light, dark and size of text', async () => {
    backend.settings = { ...backend.settings, theme: 'dark', text_size: 'large' };
    await open();
    await waitFor(() => expect(document.documentElement).toHaveAttribute('data-theme', 'dark'));
    await user.keyboard('{Control>}+{/Control}');
    await waitFor(() => expect(document.documentElement).toHaveAttribute('data-text-size', 'largest'));
    await waitFor(() => expect(backend.settings.text_size).toBe('largest'));
  });

  test('shows its shortcuts', async () => {
    await open();
    await user.keyboard('{F1}');
    expect(await screen.findByText('Search everything')).toBeInTheDocument();
  });

  test('stays where it is when a screen cannot finish', async () => {
    await open();
    desk.leaving = async () => {
      throw { code: 'unkept', message: 'the disk is full', hint: 'Make room; your words are still here.' };
    };
    await desk.show({ name: 'settings' });
    expect(desk.screen.name).toBe('home');
    expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full.');
  });
});

describe('a letter', () => {
  test('that is open already stays open when it is chosen again', async () => {
    const draft = await backend.startSample('organisation-letter');
    await open();
    await desk.write(draft);
    await screen.findByRole('navigation', { name: 'Steps' }, { timeout: 10_000 });
    const close = vi.spyOn(backend, 'closeDraft');
    desk.searching = true;
    await desk.write(draft);
    expect(close).not.toHaveBeenCalled();
    expect(desk.searching).toBe(false);
    expect(desk.leaving).not.toBeNull();
  });

  test('is started once by a double click', async () => {
    await open();
    const start = vi.fn(() => backend.startSample('organisation-letter'));
    await Promise.all([desk.begun(start), desk.begun(start)]);
    expect(start).toHaveBeenCalledOnce();
  });

  test('that opens after it was left takes nothing from the next screen', async () => {
    const draft = await backend.startSample('organisation-letter');
    await open();
    const opened = await backend.openDraft(draft);
    let answer = () => {};
    vi.spyOn(backend, 'openDraft').mockReturnValue(new Promise((resolve) => (answer = () => resolve(opened))));
    await desk.write(draft);
    await waitFor(() => expect(backend.openDraft).toHaveBeenCalled());
    await desk.show({ name: 'home' });
    await screen.findByRole('heading', { name: 'Your letters' });
    answer();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(desk.leaving).toBeNull();
  });
});

describe('the search', () => {
  test('finds over everything and opens by keyboard', async () => {
    await backend.startSample('organisation-letter');
    await open();
    // Typed at once: the field is not there yet.
    await user.keyboard('{Control>}k{/Control}map');
    const field = await screen.findByRole('combobox', { name: 'Search letters and library' });
    expect(field).toHaveValue('map');
    await user.type(field, 'le');
    await waitFor(() =>
      expect(screen.getAllByRole('group').map((one) => one.getAttribute('aria-label'))).toEqual(['Letters', 'People']),
    );
    await user.type(field, '{ArrowDown}{Enter}');
    await waitFor(() => expect(desk.screen).toMatchObject({ name: 'library', shelf: 'people' }));
  });
});

test('a desk in trouble says that nothing was deleted, and opens from a backup', async () => {
  const whole = await backend.start();
  const error = { code: 'damaged' as const, message: 'the desk is damaged', hint: 'Choose a backup.' };
  const backups = [{ name: 'newest', made: '2026-11-22T21:14:00Z', drafts: 12 }];
  vi.spyOn(backend, 'start').mockResolvedValueOnce({ ...whole, trouble: { error, backups, can_start_anew: true } });
  const from = vi.spyOn(backend, 'startFrom');
  await open();
  expect(await screen.findByText(/^Nothing was deleted/)).toBeInTheDocument();
  expect(screen.getByText('The desk is damaged.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /^Open this backup/ }));
  expect(from).toHaveBeenCalledWith('newest');
  expect(await screen.findByRole('heading', { name: 'Your letters' })).toBeInTheDocument();
});
