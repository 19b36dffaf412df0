// Starts the window: finds the program behind it, asks how things stand, and shows the first screen.

import { mount } from 'svelte';
import './app.css';
import App from './App.svelte';
import type { Backend } from './backend/backend';
import { tauri } from './backend/tauri';
import { Desk } from './desk.svelte';

/** In a browser, as `npm run dev` opens it, a desk in memory; it is no part of what is built for the window. */
async function behind(): Promise<Backend> {
  if (import.meta.env.DEV && !('__TAURI_INTERNALS__' in window)) {
    return new (await import('./backend/fake')).FakeBackend();
  }
  return tauri();
}

const desk = new Desk(await behind());
await desk.begin();
mount(App, { target: document.getElementById('app')!, props: { desk } });
