import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { FakeBackend } from '../backend/fake';
import { Desk, deskContext } from '../desk.svelte';
import Foot from '../frame/Foot.svelte';
import Home from './Home.svelte';

const user = userEvent.setup();
let backend: FakeBackend;
let desk: Desk;

beforeEach(async () => {
  backend = new FakeBackend();
  desk = new Desk(backend);
  await desk.begin();
});

function show() {
  render(Home, { context: deskContext(desk) });
  render(Foot, { context: deskContext(desk) });
}

const rows = () =>
  within(screen.getAllByRole('list')[0]!)
    .getAllByRole('heading')
    .map((heading) => heading.textContent);

describe('an empty desk', () => {
  test('says what to do, and offers the kinds of letter', async () => {
    show();
    expect(await screen.findByText('There are no letters yet.')).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'Organisation letter' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'All 14 kinds of letter' })).toBeInTheDocument();
  });

  test('starts the sample campaign and opens its letter', async () => {
    show();
    await user.click(await screen.findByRole('button', { name: 'Try the sample campaign' }));
    await waitFor(() => expect(desk.screen.name).toBe('walk'));
  });
});

describe('a desk with letters', () => {
  beforeEach(async () => {
    await backend.startSample('organisation-letter');
    await backend.startSample('individual-ecomment');
    await desk.begin();
  });

  test('opens a letter from its row', async () => {
    show();
    await user.click(await screen.findByRole('button', { name: 'Later Closing Hours for Branch Libraries' }));
    await waitFor(() => expect(desk.screen).toEqual({ name: 'walk', draft: expect.any(Number) }));
  });

  test('deletes a letter and brings it back', async () => {
    show();
    const name = 'More for Later Closing Hours for Branch Libraries';
    await user.click(await screen.findByRole('button', { name }));
    await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
    await waitFor(() => expect(rows()).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(rows()).toHaveLength(2));
  });

  test('duplicates a letter, and saves one as a file without leaving it open', async () => {
    show();
    const name = 'More for Later Closing Hours for Branch Libraries';
    await user.click(await screen.findByRole('button', { name }));
    await user.click(screen.getByRole('menuitem', { name: 'Duplicate' }));
    await waitFor(() => expect(rows()).toHaveLength(3));
    await user.click(screen.getAllByRole('button', { name })[0]!);
    await user.click(screen.getByRole('menuitem', { name: 'Save as file…' }));
    expect(await screen.findByText(/^Saved .*\.lectern\.$/)).toBeInTheDocument();
    await expect(backend.plainText()).rejects.toMatchObject({ message: 'no draft is open' });
  });

  test('says so when a letter cannot be opened, and that what is kept is safe', async () => {
    backend.faults.set('openDraft', { code: 'busy', message: 'the disk is full', hint: 'Your letter is safe.' });
    show();
    await user.click((await screen.findAllByRole('button', { name: /^More for/ }))[0]!);
    await user.click(screen.getByRole('menuitem', { name: 'Save as file…' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full. Your letter is safe.');
  });

  test('offers its campaigns, and asks before one is deleted', async () => {
    await backend.trySampleCampaign();
    await desk.begin();
    show();
    const campaigns = await screen.findByRole('region', { name: 'Your campaigns' });
    await user.click(within(campaigns).getByRole('button', { name: /^More for/ }));
    await user.click(screen.getByRole('menuitem', { name: 'Delete…' }));
    await user.click(screen.getByRole('button', { name: 'Delete the campaign', hidden: true }));
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Your campaigns' })).toBeNull());
  });
});
