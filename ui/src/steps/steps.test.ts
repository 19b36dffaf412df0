import '@testing-library/jest-dom/vitest';
import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { FakeBackend } from '../backend/fake';
import { faults, walkAt } from './steps.testing';

const user = userEvent.setup();
// Finding by role walks the whole page, which takes its time where others work too.
vi.setConfig({ testTimeout: 60_000 });
const fresh = (kind: string) => (backend: FakeBackend) => backend.startDraft(kind, null);

describe('Item', () => {
  test('what is typed reaches the disk', async () => {
    const { kept } = await walkAt('Item');
    const number = screen.getByLabelText('Item number');
    await user.clear(number);
    await user.type(number, 'CA-4');
    expect(number).toHaveValue('CA-4');
    expect((await kept()).item.number).toBe('CA-4');
    expect(await faults()).toEqual([]);
  });

  test('a body that is known brings its members', async () => {
    const { kept } = await walkAt('Item', async (backend) => {
      await backend.startSample('organisation-letter');
      return backend.startDraft('organisation-letter', null);
    });
    await user.type(screen.getByRole('combobox', { name: 'Body' }), 'Sacra');
    await user.click(await screen.findByRole('option', { name: /Sacramento City Council/ }));
    const draft = await kept();
    expect(draft.item.body).toBe('Sacramento City Council');
    expect(draft.addressees[0]?.persons).toHaveLength(4);
  });

  test('the subject that is built can be changed and comes back', async () => {
    const { kept } = await walkAt('Item');
    const subject = screen.getByRole('textbox', { name: /^Subject/ });
    expect(subject).toHaveAttribute('placeholder', expect.stringMatching(/^Item #3/));
    const group = within(screen.getByRole('region', { name: 'Subject line' }));
    await user.click(group.getByRole('button', { name: 'Change these words' }));
    await user.type(subject, '!');
    expect(subject).toHaveFocus();
    await user.click(group.getByRole('button', { name: 'Use the built one again' }));
    expect((await kept()).subject).toBeNull();
  });

  test('a position is chosen and taken away', async () => {
    const { kept } = await walkAt('Item');
    await user.click(screen.getByRole('radio', { name: 'Oppose unless amended' }));
    await waitFor(() => expect(screen.getByRole('radio', { name: 'Oppose unless amended' })).toBeChecked());
    await user.click(screen.getByRole('radio', { name: 'No position' }));
    expect((await kept()).item.position).toBeNull();
  });

  test('what is missing is a way to its field', async () => {
    await walkAt('Item', fresh('organisation-letter'));
    await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Item title' }));
    await waitFor(() => expect(screen.getByLabelText('Title')).toHaveFocus());
  });
});

describe('what is missing', () => {
  test('is said beside a field once the person has been to it', async () => {
    await walkAt('Item', fresh('organisation-letter'));
    const title = screen.getByLabelText('Title');
    expect(title).toBeValid();
    await user.click(title);
    await user.tab();
    await waitFor(() => expect(title).toBeInvalid());
    expect(title).toHaveAccessibleDescription(expect.stringContaining('The title of the item is missing.'));
    expect(screen.getByLabelText('Item number')).toBeValid();
  });
});

describe('Asks', () => {
  const labels = () => screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);

  test('buttons and keys move an ask the same way, and the focus goes with it', async () => {
    const { kept } = await walkAt('Asks');
    await user.click(screen.getByRole('button', { name: 'Move down: Accountable and clear timelines' }));
    expect(labels().slice(0, 2)).toEqual([
      '1. Expand the definition of City Property',
      '2. Accountable and clear timelines',
    ]);
    expect(screen.getByRole('button', { name: 'Move down: Accountable and clear timelines' })).toHaveFocus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(labels()[0]).toBe('1. Accountable and clear timelines');
    await user.keyboard('{Control>}z{/Control}');
    expect((await kept()).asks.map((ask) => ask.label)[1]).toBe('Accountable and clear timelines');
  });

  test('an ask that is removed can be put back', async () => {
    const { desk, kept } = await walkAt('Asks');
    await user.click(screen.getByRole('button', { name: 'Remove: Close the joint task force loophole' }));
    expect(labels()).not.toContain('3. Close the joint task force loophole');
    // The focus is at the one before, since there is none after it.
    await waitFor(() => expect(within(document.activeElement as HTMLElement).getByText(/^2\. /)).toBeInTheDocument());
    desk.words.at(-1)?.action?.run();
    expect((await kept()).asks).toHaveLength(3);
  });

  test('asks are chosen from the campaign with their references', async () => {
    const { kept } = await walkAt('Asks', (backend) => backend.trySampleCampaign());
    expect(screen.getByText(/0 of 3 asks/)).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: /Expand the definition/ }));
    expect(screen.getByText(/1 of 3 asks/)).toBeInTheDocument();
    expect(await faults()).toEqual([]);
    const draft = await kept();
    expect(draft.asks.map((ask) => ask.references)).toEqual([['la']]);
    expect(draft.references.map((reference) => reference.id)).toEqual(['la']);
  });

  test('an ask comes from the library, and a new one takes the focus', async () => {
    const { kept } = await walkAt('Asks', async (backend) => {
      await backend.startSample('organisation-letter');
      return backend.startDraft('organisation-letter', null);
    });
    await user.type(screen.getByRole('combobox', { name: 'From your library' }), 'loophole');
    await user.click(await screen.findByRole('option', { name: /loophole/ }));
    await user.click(screen.getByRole('button', { name: 'Write a new ask' }));
    await waitFor(() => expect(screen.getAllByLabelText(/^Label/).at(-1)).toHaveFocus());
    expect((await kept()).asks.map((ask) => ask.label)).toEqual(['Close the joint task force loophole', '']);
  });

  test('a reference is put behind an ask', async () => {
    const { kept } = await walkAt('Asks');
    const ticks = screen.getAllByRole('checkbox', { name: 'Ordinance No. 188441' });
    expect(ticks.map((tick) => (tick as HTMLInputElement).checked)).toEqual([false, true, false]);
    await user.click(ticks[0]!);
    expect((await kept()).asks[0]!.references).toEqual(['la']);
  });
});

describe('Addressees', () => {
  test('a body that is known fills address and members', async () => {
    const { kept } = await walkAt('Addressees', async (backend) => {
      await backend.startSample('organisation-letter');
      return backend.startDraft('organisation-letter', null);
    });
    await user.click(screen.getByRole('button', { name: 'Add an addressee' }));
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Body' })).toHaveFocus());
    await user.keyboard('Sacr');
    await user.click(await screen.findByRole('option', { name: /Sacramento City Council/ }));
    expect(await screen.findByRole('heading', { name: 'Chair Maple' })).toBeInTheDocument();
    expect(await faults()).toEqual([]);
    const { addressees } = await kept();
    expect(addressees[0]!.lines).toHaveLength(3);
    expect(addressees[0]!.persons).toHaveLength(4);
  });

  test('who is absent leaves the salutation', async () => {
    await walkAt('Addressees');
    const field = screen.getByRole('textbox', { name: /^Salutation/ });
    expect(field).toHaveAttribute('placeholder', expect.stringContaining('Chair Maple'));
    await user.click(screen.getAllByRole('checkbox', { name: 'Absent or recused' })[0]!);
    await waitFor(() => expect(field).toHaveAttribute('placeholder', expect.not.stringContaining('Maple')));
  });

  test('a person and a copy are added', async () => {
    const { kept } = await walkAt('Addressees');
    await user.click(screen.getByRole('button', { name: 'Add a person' }));
    await waitFor(() => expect(screen.getAllByLabelText(/^First name/).at(-1)).toHaveFocus());
    await user.keyboard('Ana');
    await user.type(screen.getByLabelText(/^Who gets a copy/), 'City Clerk');
    const draft = await kept();
    expect(draft.addressees[0]!.persons.at(-1)!.first).toBe('Ana');
    expect(draft.cc).toEqual(['City Clerk']);
  });
});

describe('Words', () => {
  test('each kind of question takes its answer', async () => {
    const { kept } = await walkAt('Words', fresh('public-records-request'));
    await user.type(screen.getByLabelText(/Up to how many dollars/), '25');
    await user.type(screen.getByLabelText(/How can they reach you/), 'a@b.example');
    await user.type(screen.getByRole('textbox', { name: /^From which date on/ }), '2026-01-05');
    expect(await faults()).toEqual([]);
    const { words } = await kept();
    expect(words).toMatchObject({ fee_ceiling: 25, contact: 'a@b.example', period_from: '2026-01-05' });
  });

  test('a number that is none says so and is not kept', async () => {
    const { kept } = await walkAt('Words', fresh('public-records-request'));
    await user.type(screen.getByLabelText(/Up to how many dollars/), 'many');
    expect(screen.getByText('This is not a whole number.')).toBeInTheDocument();
    expect((await kept()).words).not.toHaveProperty('fee_ceiling');
  });

  test('a choice shows its default and takes another', async () => {
    const { kept } = await walkAt('Words', fresh('thank-you'));
    expect(screen.getByRole('radio', { name: 'we' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'I' }));
    expect((await kept()).words.voice).toBe('I');
  });
});

describe('References', () => {
  test('a new reference gets a mark, and what cites it is named', async () => {
    const { kept } = await walkAt('References');
    expect(screen.getByRole('button', { name: 'Ask 2: Expand the definition of City Property' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Add a new reference' }));
    await waitFor(() => expect(screen.getAllByLabelText('Title').at(-1)).toHaveFocus());
    await user.keyboard('Staff report');
    expect(await faults()).toEqual([]);
    expect((await kept()).references.map(({ id, title }) => [id, title])).toEqual([
      ['la', 'Ordinance No. 188441'],
      ['source', 'Staff report'],
    ]);
  });

  test('a reference that is removed leaves the asks, and comes back with them', async () => {
    const { desk, kept } = await walkAt('References');
    await user.click(screen.getByRole('button', { name: 'Remove: Ordinance No. 188441' }));
    expect(screen.getByText('No references yet')).toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Add a new reference' })).toHaveFocus());
    desk.words.at(-1)?.action?.run();
    const draft = await kept();
    expect(draft.references).toHaveLength(1);
    expect(draft.asks[1]!.references).toEqual(['la']);
  });

  test('where they show is chosen', async () => {
    const { kept } = await walkAt('References');
    await user.click(screen.getByRole('radio', { name: 'Endnotes' }));
    expect((await kept()).page.references).toBe('endnotes');
  });
});

describe('Sign', () => {
  test('a picture becomes the signature and loses its white', async () => {
    const { backend, kept } = await walkAt('Sign');
    await user.click(screen.getByRole('radio', { name: 'A picture of a signature' }));
    await user.click(screen.getByRole('button', { name: 'Choose a picture' }));
    expect(await screen.findByRole('img', { name: 'Signature of Moiz Mir' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Remove the white background' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove the white background' })).toBeNull());
    expect(await faults()).toEqual([]);
    expect((await kept()).signers[0]).toMatchObject({ sign: 'image', image: 'picture-1-clear.png' });
    expect(backend.asked).toContain('choose signature');
  });

  test('the letterhead is dropped and a sender takes its place', async () => {
    const { kept } = await walkAt('Sign');
    await user.click(screen.getByRole('button', { name: 'Use no letterhead' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Make a letterhead' })).toHaveFocus());
    const sender = screen.getByLabelText('Sender');
    await user.clear(sender);
    await user.type(sender, 'Moiz Mir');
    const draft = await kept();
    expect(draft.letterhead).toBeNull();
    expect(draft.sender.name).toBe('Moiz Mir');
  });

  test('the look of the page is chosen', async () => {
    const { kept } = await walkAt('Sign');
    await user.selectOptions(screen.getByLabelText('Size of the type'), '12 points');
    await user.selectOptions(screen.getByLabelText('Labels of asks'), 'Bold');
    expect((await kept()).page).toMatchObject({ size: 12, strong_labels: true });
  });
});

describe('Review', () => {
  test('a finding is a way to its field', async () => {
    await walkAt('Review', fresh('organisation-letter'));
    await user.click(screen.getByRole('button', { name: 'Take me there: Item title' }));
    await waitFor(() => expect(screen.getByLabelText('Title')).toHaveFocus());
  });

  test('exporting with errors asks once', async () => {
    const { backend } = await walkAt('Review', fresh('organisation-letter'));
    await user.click(screen.getByRole('button', { name: 'PDF' }));
    expect(await screen.findByRole('dialog', { name: 'Export it as it is?' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Export anyway' }));
    expect(await screen.findByText('Your letter is ready')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'All three' }));
    expect(await screen.findByText('3 files are ready')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show in folder' }));
    expect(backend.asked).toEqual(['export pdf', 'export all', 'show']);
    expect(await faults()).toEqual([]);
  });
});

describe('History', () => {
  test('an older version is looked at and restored, and none is lost', async () => {
    const { backend } = await walkAt('Item');
    await user.type(screen.getByLabelText('Item number'), '9');
    await user.click(screen.getByRole('button', { name: 'History' }));
    const look = await screen.findByRole('button', { name: /^Look at it/ });
    expect(screen.getByText('Edited: Item number')).toBeInTheDocument();
    await user.click(look);
    expect(await screen.findByText(/This is an older version/)).toBeInTheDocument();
    expect(await faults()).toEqual([]);
    await user.click(screen.getByRole('button', { name: /^Restore: version/ }));
    await waitFor(async () => expect((await backend.versions()).map(({ cause }) => cause)[0]).toBe('restored'));
    await user.click(screen.getByRole('button', { name: 'Back to the form' }));
    expect(screen.getByLabelText('Item number')).toHaveValue('3');
  });
});

describe('the frame', () => {
  test('what is offered to be put back goes when the letter is left', async () => {
    const { desk, unmount } = await walkAt('Asks');
    await user.click(screen.getAllByRole('button', { name: /^Remove: / })[0]!);
    expect(desk.words.map((word) => word.action?.label)).toEqual(['Put it back']);
    unmount();
    expect(desk.words).toEqual([]);
  });

  test('keys go through the steps and the regions', async () => {
    await walkAt('Item');
    await user.keyboard('{Control>}{PageDown}{/Control}');
    expect(await screen.findByRole('heading', { name: 'What do you ask for?' })).toHaveFocus();
    await user.keyboard('{Control>}5{/Control}');
    expect(await screen.findByRole('heading', { name: 'What does it rest on?' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: /^Next: Sign/ }));
    expect(await screen.findByRole('heading', { name: 'Who signs?' })).toHaveFocus();
  });

  test('words that cannot be saved stay, and it says so', async () => {
    const { backend } = await walkAt('Item');
    backend.faults.set('keep', { code: 'unkept', message: 'the disk is full', hint: 'Make room on it.' });
    await user.type(screen.getByLabelText('Item number'), '9');
    expect(await screen.findByRole('alert')).toHaveTextContent('Your text is still here');
    expect(screen.getByLabelText('Item number')).toHaveValue('39');
    await user.click(screen.getByRole('button', { name: 'Try now' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  test('undo goes to the step and the field where it takes back', async () => {
    await walkAt('Item');
    await user.type(screen.getByLabelText('Item number'), '9');
    await user.keyboard('{Control>}7{/Control}');
    await user.click(screen.getByRole('button', { name: 'Undo: Item number' }));
    await waitFor(() => expect(screen.getByLabelText('Item number')).toHaveFocus());
    expect(screen.getByLabelText('Item number')).toHaveValue('3');
  });
});
