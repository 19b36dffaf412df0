import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { expect, test, vi } from 'vitest';
import { FakeBackend } from '../backend/fake';
import RichField from './RichField.svelte';

const user = userEvent.setup();
const fault = { code: 'program', message: 'the words cannot be read', hint: 'Try again.' } as const;

/** A rich field that shows `value`. */
function shown(backend: FakeBackend, value: string) {
  const oninput = vi.fn();
  const props = { path: 'words.hook', label: 'Opening', value, oninput, backend };
  return { oninput, ...render(RichField, { props }) };
}

const field = () => screen.getByRole('textbox', { name: 'Opening' });
const SLOW = { timeout: 10_000 };

test('a field whose words cannot be read says so, and reads them again', async () => {
  const backend = new FakeBackend();
  const rich = vi.spyOn(backend, 'rich').mockRejectedValueOnce(fault);
  const { oninput } = shown(backend, 'Trees cool streets');
  expect(await screen.findByRole('alert', {}, SLOW)).toHaveTextContent('The words cannot be read.');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(field()).toHaveTextContent('Trees cool streets'), SLOW);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(rich).toHaveBeenCalledTimes(2);
  expect(oninput).not.toHaveBeenCalled();
});

test('old words are never written over those that are on their way', async () => {
  const backend = new FakeBackend();
  const { oninput, rerender } = shown(backend, 'Trees cool streets');
  await waitFor(() => expect(field()).toHaveTextContent('Trees cool streets'), SLOW);
  vi.spyOn(backend, 'rich').mockRejectedValueOnce(fault);
  await rerender({ value: 'Parks' });
  await screen.findByRole('alert');
  await user.click(screen.getByRole('button', { name: /^Bulleted list/ }));
  expect(oninput).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(field()).toHaveTextContent('Parks'), SLOW);
  await user.click(screen.getByRole('button', { name: /^Bulleted list/ }));
  await waitFor(() => expect(oninput).toHaveBeenCalledWith('- Parks'));
});

test('a note mark is written again only when its reference is called otherwise', async () => {
  const { rerender } = shown(new FakeBackend(), 'Trees cool streets[^heat].');
  await waitFor(() => expect(field()).toHaveTextContent('Trees cool streets'), SLOW);
  await rerender({ references: [{ id: 'heat', label: 'Heat study' }] });
  await waitFor(() => expect(field()).toHaveTextContent('Heat study'));
  const written = vi.fn();
  new MutationObserver(written).observe(field(), { subtree: true, childList: true, attributes: true });
  await rerender({ references: [{ id: 'heat', label: 'Heat study' }] });
  await tick();
  expect(written).not.toHaveBeenCalled();
  await rerender({ references: [{ id: 'heat', label: 'Heat' }] });
  await waitFor(() => expect(written).toHaveBeenCalled());
});
