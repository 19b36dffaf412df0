import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import Plus from '@tabler/icons-svelte/icons/plus';
import { createRawSnippet } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import Button from './Button.svelte';
import Checkbox from './Checkbox.svelte';
import Choice from './Choice.svelte';
import DateField from './DateField.svelte';
import Dialog from './Dialog.svelte';
import IconButton from './IconButton.svelte';
import Lines from './Lines.svelte';
import Menu from './Menu.svelte';
import Notice from './Notice.svelte';
import Select from './Select.svelte';
import Suggest from './Suggest.svelte';
import Tabs from './Tabs.svelte';
import TextArea from './TextArea.svelte';
import TextField from './TextField.svelte';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
const user = userEvent.setup();

/** What axe finds, of what can be found without a layout. */
async function faults(): Promise<string[]> {
  const result = await axe.run(document.body, {
    rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
  });
  return result.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`);
}

describe('a text field', () => {
  test('says its label, help and findings to those who listen', async () => {
    render(TextField, {
      label: 'Number',
      value: '3',
      oninput: () => {},
      help: 'As the agenda prints it.',
      path: 'item.number',
      findings: [{ severity: 'error', message: 'the number is missing', hint: 'Write it.' }],
    });
    const field = screen.getByLabelText('Number');
    expect(field).toHaveValue('3');
    expect(field).toHaveAttribute('data-field', 'item.number');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription('As the agenda prints it. Error: The number is missing. Write it.');
    expect(await faults()).toEqual([]);
  });

  test('hands over what is typed', async () => {
    const oninput = vi.fn();
    render(TextField, { label: 'Title', value: '', oninput, list: ['Mayor', 'Clerk'] });
    await user.type(screen.getByLabelText('Title'), 'ab');
    expect(oninput.mock.calls.map(([value]) => value)).toEqual(['a', 'ab']);
    expect(await faults()).toEqual([]);
  });

  test('that may stay empty says so', () => {
    render(TextArea, { label: 'Note', value: '', oninput: () => {}, optional: true });
    expect(screen.getByLabelText('Note (optional)')).toBeInTheDocument();
  });
});

test('lines are typed as text and handed over as a list', async () => {
  const oninput = vi.fn();
  render(Lines, { label: 'Address', value: ['915 I Street', ''], oninput });
  const field = screen.getByLabelText('Address');
  await user.type(field, 'S');
  expect(oninput).toHaveBeenLastCalledWith(['915 I Street', 'S']);
  await user.tab();
  expect(oninput).toHaveBeenLastCalledWith(['915 I Street']);
});

describe('a field for a day', () => {
  test('hands over the day however it is typed', async () => {
    const oninput = vi.fn();
    render(DateField, { label: 'Meeting', value: null, oninput });
    await user.type(screen.getByLabelText('Meeting'), '3 Dec 2026');
    expect(oninput).toHaveBeenLastCalledWith('2026-12-03');
  });

  test('says how it was understood, and when it was not', async () => {
    const { rerender } = render(DateField, { label: 'Meeting', value: '2026-12-03', oninput: () => {} });
    expect(screen.getByLabelText('Meeting')).toHaveAccessibleDescription(/Thursday/);
    await rerender({ value: null });
    await user.type(screen.getByLabelText('Meeting'), 'soon');
    expect(screen.getByLabelText('Meeting')).toBeInvalid();
    expect(screen.getByText('This is not a day.')).toBeInTheDocument();
  });

  test('is picked from the calendar by keyboard', async () => {
    const oninput = vi.fn();
    render(DateField, { label: 'Meeting', value: '2026-12-03', oninput });
    await user.click(screen.getByRole('button', { name: 'Choose from a calendar: Meeting' }));
    expect(await faults()).toEqual([]);
    await user.keyboard('{ArrowDown}{ArrowRight}{Enter}');
    expect(oninput).toHaveBeenLastCalledWith('2026-12-11');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

test('a list of choices hands over what is chosen', async () => {
  const oninput = vi.fn();
  const options = [
    { value: 'letter', label: 'US Letter' },
    { value: 'a4', label: 'A4' },
  ];
  render(Select, { label: 'Paper', value: 'letter', options, oninput });
  await user.selectOptions(screen.getByLabelText('Paper'), 'A4');
  expect(oninput).toHaveBeenCalledWith('a4');
});

test('a group of choices is named, and hands over what is chosen', async () => {
  const onchange = vi.fn();
  const options = [
    { value: 'light', label: 'Light' },
    { value: 'dark', label: 'Dark', help: 'For the night.' },
  ];
  render(Choice, { legend: 'Theme', value: 'light', options, onchange });
  expect(screen.getByRole('group', { name: 'Theme' })).toBeInTheDocument();
  expect(screen.getByRole('radio', { name: 'Light' })).toBeChecked();
  await user.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(onchange).toHaveBeenCalledWith('dark');
  expect(await faults()).toEqual([]);
});

test('a checkbox hands over its state', async () => {
  const onchange = vi.fn();
  render(Checkbox, { label: 'Rule', checked: false, onchange, help: 'A thin line.' });
  await user.click(screen.getByRole('checkbox', { name: 'Rule' }));
  expect(onchange).toHaveBeenCalledWith(true);
  expect(await faults()).toEqual([]);
});

test('buttons are found by their names', async () => {
  const onclick = vi.fn();
  render(Button, { children: words('Start a letter'), icon: Plus, onclick });
  render(IconButton, { label: 'Add', icon: Plus, onclick });
  await user.click(screen.getByRole('button', { name: 'Start a letter' }));
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(onclick).toHaveBeenCalledTimes(2);
  expect(await faults()).toEqual([]);
});

describe('a menu', () => {
  const open = vi.fn();
  const remove = vi.fn();
  const items = [
    { label: 'Open', onclick: open },
    { label: 'Delete', onclick: remove, danger: true },
  ];

  test('is worked by keyboard alone', async () => {
    render(Menu, { label: 'More', items });
    const button = screen.getByRole('button', { name: 'More' });
    button.focus();
    await user.keyboard('{ArrowDown}');
    expect(await screen.findByRole('menuitem', { name: 'Open' })).toHaveFocus();
    expect(await faults()).toEqual([]);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(remove).toHaveBeenCalledOnce();
    expect(screen.queryByRole('menu')).toBeNull();
    expect(button).toHaveFocus();
  });

  test('closes on escape and on a click elsewhere', async () => {
    render(Menu, { label: 'More', items });
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(document.body);
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

test('tabs are worked by the arrow keys', async () => {
  const onselect = vi.fn();
  const tabs = [
    { id: 'pages', label: 'Pages' },
    { id: 'text', label: 'Plain text' },
  ];
  render(Tabs, { label: 'The letter as', tabs, selected: 'pages', onselect });
  await user.tab();
  expect(screen.getByRole('tab', { name: 'Pages' })).toHaveFocus();
  await user.keyboard('{ArrowRight}');
  expect(onselect).toHaveBeenCalledWith('text');
  expect(await faults()).toEqual([]);
});

test('a notice is said aloud and can be closed', async () => {
  const onclose = vi.fn();
  render(Notice, { tone: 'error', title: 'Not saved.', children: words('Your text is safe.'), onclose });
  expect(screen.getByRole('alert')).toHaveTextContent('Not saved. Your text is safe.');
  await user.click(screen.getByRole('button', { name: 'Close this notice' }));
  expect(onclose).toHaveBeenCalledOnce();
});

test('a dialog has a name and closes', async () => {
  const onclose = vi.fn();
  render(Dialog, { title: 'Export with errors?', open: true, onclose, children: words('Two things are missing.') });
  expect(screen.getByRole('dialog', { name: 'Export with errors?' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(onclose).toHaveBeenCalledOnce();
});

describe('a field with suggestions', () => {
  const search = async (typed: string) =>
    ['Sacramento City Council', 'Sacramento County']
      .filter((name) => name.startsWith(typed))
      .map((label) => ({ id: label, label }));

  test('offers what is known and takes it by keyboard', async () => {
    const onpick = vi.fn();
    const oninput = vi.fn();
    render(Suggest, { label: 'Body', value: '', oninput, search, onpick });
    const field = screen.getByRole('combobox', { name: 'Body' });
    await user.type(field, 'S');
    expect(oninput).toHaveBeenLastCalledWith('S');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    expect(await faults()).toEqual([]);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(onpick).toHaveBeenCalledWith({ id: 'Sacramento County', label: 'Sacramento County' });
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  test('lets stand what is typed', async () => {
    const onpick = vi.fn();
    render(Suggest, { label: 'Body', value: '', oninput: () => {}, search, onpick });
    await user.type(screen.getByRole('combobox', { name: 'Body' }), 'S');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    await user.keyboard('{Enter}{Escape}');
    expect(onpick).not.toHaveBeenCalled();
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});
