// The step that hands the letter in, on the fake desk.

import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { FakeBackend } from '../../backend/fake';
import { faults, walkAt } from '../steps.testing';

vi.setConfig({ testTimeout: 60_000 });
const user = userEvent.setup();

/** A walk at the step with Sacramento's box of 1,000 characters chosen. */
async function atBox() {
  const walk = await walkAt('Hand in');
  await user.type(await screen.findByLabelText('Search portals'), 'sacramento ecomment');
  await user.click(await screen.findByRole('button', { name: /^City of Sacramento eComment/ }));
  await screen.findByText(/1,000 characters; the box stops there/);
  return walk;
}

test('the portal is found, and its rules stand in plain words', async () => {
  const { backend, kept } = await atBox();
  expect(screen.getByText(/more than a year ago/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Open the page' }));
  expect(backend.asked).toEqual(['open portal sacramento-city']);
  expect((await kept()).portal).toBe('sacramento-city');
  expect(await faults()).toEqual([]);
});

test('a portal that is not there is typed from its page', async () => {
  const { backend, kept } = await walkAt('Hand in');
  await user.type(await screen.findByLabelText('Search portals'), 'Elk Grove');
  await user.click(screen.getByRole('button', { name: /^I do not find it/ }));
  expect(screen.getByLabelText('Name of the portal')).toHaveValue('Elk Grove');
  await user.selectOptions(screen.getByLabelText('The limit counts'), 'Words');
  await user.type(screen.getByLabelText('Most words'), '250');
  await user.click(screen.getByRole('button', { name: 'Keep it and use it' }));
  expect(await screen.findByText('250 words')).toBeInTheDocument();
  expect((await kept()).portal).toBe('elk-grove');
  expect((await backend.portals()).find(({ own }) => own)?.portal.name).toBe('Elk Grove');
});

test('a portal that was removed is said, and its rules are a way there and back', async () => {
  const { backend, desk, draft } = await atBox();
  await user.click(screen.getByRole('button', { name: 'Correct its rules' }));
  const back = { draft, at: 'portal' };
  expect(desk.screen).toMatchObject({ name: 'library', entry: { title: 'sacramento-city' }, back });
  const start = async (backend: FakeBackend) => {
    const made = await backend.startSample('organisation-letter');
    await backend.openDraft(made);
    await backend.edit(made, [{ path: 'portal', value: 'elk-grove' }]);
    await backend.keep(made);
    return made;
  };
  cleanup();
  await walkAt('Hand in', start);
  expect(await screen.findByText('The portal of this letter is not in the library any more')).toBeInTheDocument();
  expect(screen.getByLabelText('Search portals')).toBeInTheDocument();
});

test('what is left out is put back, and let go again', async () => {
  const { kept } = await atBox();
  const [back] = await screen.findAllByRole('button', { name: /^Put it back/ });
  await user.click(back!);
  await screen.findByText(/since you put it back/);
  const free = screen.getByRole('button', { name: /^Let Lectern choose/ });
  await waitFor(() => expect(free).toHaveFocus());
  await user.click(free);
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Let Lectern choose/ })).toBeNull());
  expect((await kept()).channels).toEqual({});
});

test('the text for the box is copied, and never over its limit', async () => {
  const { backend } = await atBox();
  const box = await screen.findByLabelText('Text for the box');
  await waitFor(() => expect((box as HTMLTextAreaElement).value.length).toBeLessThanOrEqual(1000));
  await user.click(screen.getByRole('button', { name: 'Copy: Text for the box' }));
  expect(backend.asked).toEqual([`copy ${(box as HTMLTextAreaElement).value}`]);
  expect(screen.getByRole('meter')).toHaveAccessibleName('How full the box is');
});

test('personal data is withheld until one agrees', async () => {
  const start = async (backend: FakeBackend) => {
    const draft = await backend.startSample('organisation-letter');
    const { draft: opened } = await backend.openDraft(draft);
    await backend.edit(draft, [{ path: 'asks[0].full', value: `Call ${opened.kind ? '916 555-0100' : ''}.` }]);
    await backend.keep(draft);
    return draft;
  };
  const { kept } = await walkAt('Hand in', start);
  await user.type(await screen.findByLabelText('Search portals'), 'sacramento ecomment');
  await user.click(await screen.findByRole('button', { name: /^City of Sacramento eComment/ }));
  const box = await screen.findByLabelText('Text for the box');
  await waitFor(() => expect((box as HTMLTextAreaElement).value).toContain('[phone number withheld]'));
  await user.click(screen.getByRole('checkbox', { name: 'Show “916 555-0100”' }));
  await waitFor(() => expect((box as HTMLTextAreaElement).value).toContain('916 555-0100'));
  await user.click(screen.getByRole('checkbox', { name: 'Show “916 555-0100”' }));
  await waitFor(() => expect((box as HTMLTextAreaElement).value).toContain('[phone number withheld]'));
  await user.click(screen.getByRole('checkbox', { name: 'Show “916 555-0100”' }));
  await waitFor(() => expect((box as HTMLTextAreaElement).value).toContain('916 555-0100'));
  // It stays agreed to with the draft.
  expect((await kept()).shown).toEqual([{ path: 'asks[0].full', words: '916 555-0100' }]);
});

test('only the newest answer counts, and a fault is said with its hint', async () => {
  const { backend } = await atBox();
  backend.faults.set('channels', { code: 'program', message: 'the box jammed', hint: 'Shake it.' });
  await user.click(screen.getByRole('tab', { name: 'Email' }));
  expect(await screen.findByText('The box jammed.')).toBeInTheDocument();
  expect(screen.getByText('Shake it.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByText('The box jammed.')).toBeNull());
});

describe('speech', () => {
  test('is rehearsed by keyboard', async () => {
    const { backend } = await walkAt('Hand in');
    await user.click(await screen.findByRole('tab', { name: 'Speech' }));
    await user.click(screen.getByRole('radio', { name: '1 minute' }));
    await user.click(await screen.findByRole('button', { name: 'Print in large type' }));
    await waitFor(() => expect(backend.asked).toEqual(['print speech 60']));
    await user.click(screen.getByRole('button', { name: 'Rehearse' }));
    const words = screen.getByRole('region', { name: 'What to say' });
    expect(screen.getByRole('timer')).toHaveTextContent('1:00');
    expect(within(words).getAllByText(/^Say it even in one minute/).length).toBeGreaterThan(0);
    words.focus();
    await user.keyboard(' ');
    expect(await screen.findByRole('button', { name: 'Pause' })).toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('timer')).toHaveTextContent(/0:5\d/), { timeout: 5000 });
    await user.keyboard(' ');
    expect(screen.getByRole('button', { name: 'Start' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Reset' }));
    expect(screen.getByRole('timer')).toHaveTextContent('1:00');
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('timer')).toBeNull();
  });
});

describe('the receipt', () => {
  test('keeps the words that went, and comes back when it was removed by mistake', async () => {
    const { backend, desk, draft } = await atBox();
    await user.click(screen.getByRole('button', { name: 'I handed it in' }));
    const words = await screen.findByLabelText('The words that went');
    await waitFor(() => expect(words).not.toHaveValue(''));
    expect(screen.getByLabelText('Where (optional)')).toHaveValue('City of Sacramento eComment');
    await user.type(screen.getByLabelText('Confirmation number (optional)'), 'A-17');
    await user.click(screen.getByRole('button', { name: 'Add a picture of the confirmation…' }));
    expect(await screen.findByRole('img', { name: 'The confirmation' })).toBeInTheDocument();
    expect(await faults()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Note it as handed in' }));
    expect(await screen.findByText('Confirmation: A-17')).toBeInTheDocument();
    const [kept] = await backend.submissions(draft);
    expect(kept!.words).toBe((await backend.channels()).fitted.text);
    expect(kept!.receipt.screenshot).toBe('picture-1.png');
    const step = within(screen.getByRole('navigation', { name: 'Steps' })).getByRole('button', { name: /^Hand in/ });
    expect(step).toHaveTextContent('handed in');
    await user.click(screen.getByRole('button', { name: /^Remove: handed in/ }));
    await waitFor(() => expect(screen.queryByText('Confirmation: A-17')).toBeNull());
    desk.words.at(-1)?.action?.run();
    expect(await screen.findByText('Confirmation: A-17')).toBeInTheDocument();
  });
});

test('message and packet are made', async () => {
  const { backend } = await atBox();
  await user.click(screen.getByRole('tab', { name: 'Email' }));
  expect(await screen.findByLabelText('To')).toHaveValue('publiccomment@cityofsacramento.org');
  await user.click(screen.getByRole('button', { name: 'Save as a file' }));
  await user.click(screen.getByRole('tab', { name: 'Packet' }));
  await user.click(await screen.findByRole('button', { name: 'Make the packet…' }));
  expect(await screen.findByText('The packet is ready')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show in folder' }));
  expect(backend.asked).toEqual(['save message', 'save packet', 'show']);
});
