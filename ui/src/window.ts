// Draws the window, once it is known how things stand.

import { mount } from 'svelte';
import type { Ahead } from './ahead';
import './app.css';
import App from './App.svelte';
import type { Backend } from './backend/backend';
import { Desk } from './desk.svelte';

export async function draw(backend: Backend, ahead: Ahead): Promise<void> {
  const desk = new Desk(backend);
  await desk.begin(ahead);
  mount(App, { target: document.getElementById('app')!, props: { desk } });
}
