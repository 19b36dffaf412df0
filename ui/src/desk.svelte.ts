// What the whole window shares: the program behind it, which screen is shown, the settings, and what is to be said.
// Components reach it by `useDesk()`. What is on a screen is not here.

import { getContext, setContext } from 'svelte';
import { type Ahead, ask, CARDS, type OpenedFile } from './ahead';
import type { Backend } from './backend/backend';
import type { Error as Fault } from './generated/Error';
import type { Home } from './generated/Home';
import type { Progress } from './generated/Progress';
import type { Settings } from './generated/Settings';
import type { Shelf } from './generated/Shelf';
import type { Start } from './generated/Start';
import type { TextSize } from './generated/TextSize';
import type { Trouble } from './generated/Trouble';
import { faultOf } from './frame/fault';
import { sentence } from './shared/said';
import { tell } from './shared/told.svelte';

/** A field of a draft. */
export type Place = { draft: number; at: string };

export type Screen =
  | { name: 'home' }
  | { name: 'kinds' }
  | { name: 'walk'; draft: number; at?: string }
  | { name: 'library'; shelf: Shelf | 'portals'; entry?: { id: number; title: string }; back?: Place }
  | { name: 'settings' };

/** Something said at the foot of the window until it is closed or followed by something else. */
export type Word = {
  id: number;
  tone: 'info' | 'good' | 'warning' | 'error';
  title: string;
  text: string;
  /** What can be done about it. */
  action: { label: string; run: () => void } | null;
  /** What the action works on; the word goes with it. */
  owner: object | null;
};

const SIZES: TextSize[] = ['usual', 'larger', 'large', 'largest'];
const PERCENT: Record<TextSize, number> = { usual: 100, larger: 125, large: 150, largest: 200 };
const KEY = Symbol('desk');
let count = 0;

export class Desk {
  readonly backend: Backend;
  screen: Screen = $state.raw({ name: 'home' });
  settings: Settings = $state.raw()!;
  version = $state('');
  trouble: Trouble | null = $state.raw(null);
  /** What happened before the window opened, such as a recovery. */
  notices: Start['notices'] = $state.raw([]);
  words: Word[] = $state.raw([]);
  progress: Progress | null = $state.raw(null);
  searching = $state(false);
  helping = $state(false);
  /** What the screen has to finish before another is shown. When it fails, the screen stays. */
  leaving: (() => Promise<void>) | null = null;

  private beginning = false;
  /** What lies on the desk as the window opens, so that its first screen is drawn once and whole. */
  private first: Home | null = null;

  constructor(backend: Backend) {
    this.backend = backend;
  }

  /** Waits for what was asked ahead, and shows the first screen. */
  async begin(ahead: Ahead = ask(this.backend)): Promise<void> {
    ahead.progress = (progress) => (this.progress = progress);
    this.take(await ahead.start);
    if (!this.trouble && this.screen.name === 'home') this.first = await ahead.home.catch(() => null);
    ahead.opened = (opened) => this.opened(opened);
    ahead.early.forEach(ahead.opened);
  }

  /** What lay on the desk when the window opened, for the first time that it is shown. */
  takeFirst(): Home | null {
    const { first } = this;
    this.first = null;
    return first;
  }

  /** Takes over the state of a desk that was opened, restored or begun anew. */
  take(start: Start): void {
    this.version = start.version;
    this.settings = start.settings;
    this.notices = start.notices;
    this.trouble = start.trouble;
    this.screen = start.open === null ? { name: 'home' } : { name: 'walk', draft: start.open };
  }

  /** Shows another screen, once this one has finished what it must. */
  async show(screen: Screen): Promise<void> {
    try {
      await this.leaving?.();
    } catch (error) {
      this.fail(error);
      return;
    }
    this.leaving = null;
    this.searching = false;
    this.screen = screen;
  }

  /** A file was opened with Lectern. */
  private opened(opened: OpenedFile): void {
    if ('draft' in opened) void this.write(opened.draft);
    else this.fail(opened.error);
  }

  /** Opens a draft to be written; one that is being written already stays as it is. */
  async write(draft: number): Promise<void> {
    if (this.screen.name === 'walk' && this.screen.draft === draft) this.searching = false;
    else await this.show({ name: 'walk', draft });
  }

  /** Does something that may fail, and says so when it does; gives nothing then. */
  async attempt<Outcome>(work: () => Promise<Outcome>, owner: object | null = null): Promise<Outcome | undefined> {
    try {
      return await work();
    } catch (error) {
      this.fail(error, owner);
      return undefined;
    }
  }

  /** Starts a draft by `work` and opens it; asked again meanwhile, as by a double click, it starts no second one. */
  async begun(work: () => Promise<number | null>): Promise<void> {
    if (this.beginning) return;
    this.beginning = true;
    try {
      const draft = await this.attempt(work);
      if (draft !== undefined && draft !== null) await this.write(draft);
    } finally {
      this.beginning = false;
    }
  }

  /** Says what happened, until it is closed; at most two such words stand at once. */
  say(title: string, more: Partial<Omit<Word, 'id' | 'title'>> = {}): void {
    count += 1;
    const word: Word = { id: count, tone: 'good', text: '', action: null, owner: null, ...more, title };
    // What is said again takes the place of what was said before.
    const others = this.words.filter(
      (other) => other.title !== title || other.tone !== word.tone || other.action !== null,
    );
    this.words = [...others.slice(-1), word];
    if (word.tone !== 'error') tell([title, word.text].filter(Boolean).map(sentence).join(' '));
  }

  /** Says why something could not be done; of what it could not be done to it goes with `owner`, once that is well.
   * What the person stopped is no fault. */
  fail(error: unknown, owner: object | null = null): void {
    const fault: Fault = faultOf(error);
    const tone = fault.code === 'stopped' ? 'good' : 'error';
    this.say(sentence(fault.message), { tone, text: fault.hint, owner });
  }

  unsay(id: number): void {
    this.words = this.words.filter((word) => word.id !== id);
  }

  /** Takes away what would work on something that is no longer shown. */
  unsayOf(owner: object): void {
    this.words = this.words.filter((word) => word.owner !== owner);
  }

  /** Changes settings, at once in the window and then on the disk. */
  async set(change: Partial<Settings>): Promise<void> {
    this.settings = { ...this.settings, ...change };
    await this.attempt(() => this.backend.setSettings(this.settings));
  }

  /** Makes the text of the window larger or smaller by so many steps. */
  resize(steps: number): void {
    const at = SIZES.indexOf(this.settings.text_size) + steps;
    const size = SIZES[Math.min(SIZES.length - 1, Math.max(0, at))];
    if (!size || size === this.settings.text_size) return;
    void this.set({ text_size: size });
    tell(`The text is ${PERCENT[size]} percent of its usual size.`);
  }
}

/** Puts the desk in reach of the components below. */
export function provideDesk(desk: Desk): void {
  setContext(KEY, desk);
}

/** The desk, for components. */
export function useDesk(): Desk {
  return getContext<Desk>(KEY);
}

/** The context that `useDesk` reads, for tests that render a component by itself. */
export function deskContext(desk: Desk): Map<unknown, unknown> {
  return new Map([[KEY, desk]]);
}
