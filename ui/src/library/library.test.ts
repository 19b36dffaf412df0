import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeBackend } from '../backend/fake';
import { Desk, deskContext } from '../desk.svelte';
import Foot from '../frame/Foot.svelte';
import type { Shelf } from '../generated/Shelf';
import Library from './Library.svelte';
import { blank } from './things';

const user = userEvent.setup();
let backend: FakeBackend;
let desk: Desk;

beforeEach(async () => {
  backend = new FakeBackend();
  desk = new Desk(backend);
  await desk.begin();
});

function show(shelf: Shelf, entry?: { id: number; title: string }) {
  render(Library, { props: { shelf, entry }, context: deskContext(desk) });
  render(Foot, { context: deskContext(desk) });
}

const names = async (shelf: Shelf) => (await backend.shelf(shelf, '', 0, 100)).entries.map(({ name }) => name);

describe('an empty shelf', () => {
  test('says what it will hold, and takes the first thing', async () => {
    show('bodies');
    expect(await screen.findByText('Nothing is on this shelf yet.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Add a body' }));
    await user.type(screen.getByLabelText('Name'), 'City Council');
    await user.click(screen.getByRole('button', { name: 'Add a member' }));
    await user.type(screen.getByLabelText('Last name'), 'Maple');
    await waitFor(async () => expect(await names('bodies')).toEqual(['City Council']));
    const { entries } = await backend.shelf('bodies', '', 0, 1);
    await waitFor(async () =>
      expect((await backend.shelf('bodies', '', 0, 1)).entries[0]?.thing.value).toMatchObject({
        name: 'City Council',
        members: [{ last: 'Maple' }],
      }),
    );
    expect(entries).toHaveLength(1);
  });

  test('keeps nothing of what was only begun', async () => {
    show('signers');
    await user.click(await screen.findByRole('button', { name: 'Add a signer' }));
    await user.type(screen.getByLabelText('Title (optional)'), 'Chair');
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Add a signer' })).toHaveFocus());
    expect(await names('signers')).toEqual([]);
  });
});

describe('leaving what is edited', () => {
  test('waits while the shelf cannot take it', async () => {
    show('bodies');
    await user.click(await screen.findByRole('button', { name: 'Add a body' }));
    const lay = vi.spyOn(backend, 'lay').mockRejectedValue({ code: 'unkept', message: 'no room', hint: 'Make room.' });
    await user.type(screen.getByLabelText('Name'), 'Council');
    await desk.show({ name: 'settings' });
    expect(desk.screen.name).toBe('home');
    expect(screen.getByLabelText('Name')).toHaveValue('Council');
    expect(await screen.findAllByText('No room.')).not.toHaveLength(0);
    lay.mockRestore();
    await desk.show({ name: 'settings' });
    expect(desk.screen.name).toBe('settings');
    expect(await names('bodies')).toEqual(['Council']);
  });

  test('says that it has no name', async () => {
    show('signers');
    await user.click(await screen.findByRole('button', { name: 'Add a signer' }));
    await user.type(screen.getByLabelText('Title (optional)'), 'Chair');
    await user.click(screen.getByRole('tab', { name: 'Bodies' }));
    expect(await screen.findByText('One signer has no name yet.')).toBeInTheDocument();
    expect(screen.getByLabelText('Title (optional)')).toHaveValue('Chair');
  });

  test('happens at once when the window loses the focus', async () => {
    show('bodies');
    await user.click(await screen.findByRole('button', { name: 'Add a body' }));
    const lay = vi.spyOn(backend, 'lay');
    await user.type(screen.getByLabelText('Name'), 'C');
    window.dispatchEvent(new Event('blur'));
    await Promise.resolve();
    expect(lay).toHaveBeenCalledOnce();
  });
});

describe('a shelf of many', () => {
  beforeEach(async () => {
    for (let number = 1; number <= 60; number += 1) {
      const thing = blank('bodies');
      if (thing.shelf !== 'bodies') throw new Error('a blank body is a body');
      thing.value.name = `Body ${number}`;
      await backend.lay({ id: 0, name: '', detail: '', used: 0, changed: '', thing });
    }
  });

  test('is shown in parts', async () => {
    show('bodies');
    expect(await screen.findByText('50 of 60 are shown')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('60 in all')).toBeInTheDocument();
  });

  test('is searched, and says when nothing matches', async () => {
    show('bodies');
    const field = await screen.findByLabelText('Search bodies');
    await user.type(field, 'body 37');
    expect(await screen.findByText('1 in all')).toBeInTheDocument();
    await user.type(field, 'x');
    expect(await screen.findByText(/^Nothing matches/)).toBeInTheDocument();
  });

  test('gives one away and takes it back', async () => {
    show('bodies');
    await user.click(await screen.findByText('Body 60'));
    await user.click(screen.getByRole('button', { name: 'Remove from the library' }));
    await waitFor(async () => expect(await names('bodies')).not.toContain('Body 60'));
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Body 59'));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await names('bodies')).toContain('Body 60'));
  });

  test('opens what a search found', async () => {
    const [entry] = (await backend.shelf('bodies', 'body 9', 0, 1)).entries;
    show('bodies', { id: entry!.id, title: entry!.name });
    expect(await screen.findByLabelText('Name')).toHaveValue(entry!.name);
  });
});

test('a letterhead is drawn as it is edited', async () => {
  show('letterheads');
  await user.click(await screen.findByRole('button', { name: 'Add a letterhead' }));
  const drawing = screen.getByRole('figure', { name: 'The letterhead on page one' });
  await user.type(screen.getByLabelText('Name of the organisation'), 'AALN');
  expect(drawing).toHaveTextContent('AALN');
  await user.type(screen.getByLabelText('Colour of name and line (optional)'), '#ffcc00');
  expect(screen.getByText(/^This colour is hard to read on white paper/)).toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: 'In columns' }));
  expect(screen.getByRole('group', { name: 'Column 2' })).toBeInTheDocument();
});
