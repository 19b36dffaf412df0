// Starts the window: finds the program behind it, asks how things stand, and shows the first screen.

import { mount } from 'svelte';
import './app.css';
import App from './App.svelte';
import type { Backend } from './backend/backend';
import { Desk } from './desk.svelte';

async function behind(): Promise<Backend> {
  if ('__TAURI_INTERNALS__' in window) return (await import('./backend/tauri')).tauri();
  return new (await import('./backend/fake')).FakeBackend();
}

const desk = new Desk(await behind());
await desk.begin();
mount(App, { target: document.getElementById('app')!, props: { desk } });
