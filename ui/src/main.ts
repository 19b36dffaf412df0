// Starts the window: finds the program behind it, asks how things stand, and shows the first screen.

import { mount } from 'svelte';
import './app.css';
import App from './App.svelte';
import type { Backend } from './backend/backend';
import { Desk } from './desk.svelte';

/** The program; while screens are made in a browser, a desk in memory, which is left out of what is built. */
async function behind(): Promise<Backend> {
  if (import.meta.env.DEV && !('__TAURI_INTERNALS__' in window)) {
    return new (await import('./backend/fake')).FakeBackend();
  }
  return (await import('./backend/tauri')).tauri();
}

const desk = new Desk(await behind());
await desk.begin();
mount(App, { target: document.getElementById('app')!, props: { desk } });
