// Starts the window: finds the program behind it, asks it how things stand, and brings what draws the window meanwhile.

import { ask } from './ahead';
import type { Backend } from './backend/backend';
import { tauri } from './backend/tauri';

/** In a browser, as `npm run dev` opens it, a desk in memory; it is no part of what is built for the window. */
async function behind(): Promise<Backend> {
  if (import.meta.env.DEV && !('__TAURI_INTERNALS__' in window)) {
    return new (await import('./backend/fake')).FakeBackend();
  }
  return tauri();
}

const backend = await behind();
const ahead = ask(backend);
const { draw } = await import('./window');
await draw(backend, ahead);
