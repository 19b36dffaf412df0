import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test } from 'vitest';
import Status from './Status.svelte';
import { tell, told } from './told.svelte';

test('what is said is heard in the one region of the window, the same words also twice', async () => {
  render(Status);
  const region = screen.getByRole('status');
  tell('Saved.');
  await tick();
  expect(region.textContent).toBe('Saved.');
  tell('Saved.');
  await tick();
  expect(region.textContent).not.toBe('Saved.');
  expect(region).toHaveTextContent('Saved.');
  tell('');
  expect(told()).toBe('');
});
