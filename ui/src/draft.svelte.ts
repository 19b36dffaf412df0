// The one controller of the live draft: holds what it says, what follows from it and how safe it is, and changes it by
// verbs. Components read and call; the thinking is in `draft/`. Every change makes a new draft and leaves the one
// before whole, so that undo needs nothing but the values.

import type { Backend } from './backend/backend';
import { inserted, moved, without } from './draft/lists';
import { counts, letStand, lookAgain, mended } from './draft/mending';
import { called, type StepName } from './draft/naming';
import { at, differing, parts, joined, withValue } from './draft/paths';
import { Keeper, type Saving } from './draft/saving';
import { NONE, recorded, redone, undone, type Altered, type Step, type Steps } from './draft/undo';
import { stepStates, type StepState } from './draft/missing';
import type { Built } from './generated/Built';
import type { Campaign } from './generated/Campaign';
import type { Draft } from './generated/Draft';
import type { Error as Fault } from './generated/Error';
import type { Finding } from './generated/Finding';
import type { Opened } from './generated/Opened';
import type { Shares } from './generated/Shares';
import type { Template } from './generated/Template';
import type { Version } from './generated/Version';
import type { View } from './generated/View';

/** Where the pages are shown. */
export interface Pages {
  apply(view: View): void;
  reset(view: View): void;
}

/** How a change is remembered. */
export interface How {
  /** What was changed, as undo calls it; built from the path when left out. */
  name?: string;
  /** The field that undo goes to; the path when left out. */
  field?: string;
  /** It came from typing, so that letters join to words; text does by itself. */
  typing?: boolean;
}

/** One value to set. */
export interface Setting {
  path: string;
  value: unknown;
}

export class LiveDraft {
  readonly id: number;
  draft: Draft = $state.raw()!;
  readonly template: Template;
  readonly campaign: Campaign | null;
  built: Built = $state.raw()!;
  /** How many words are the campaign's and how many the person's own; nothing in a letter without a campaign. */
  shares: Shares | null = $state.raw(null);
  /** What preflight says and the person has not let stand. */
  findings: Finding[] = $state.raw([]);
  /** What the person lets stand, each with the reason. */
  stood: Finding[] = $state.raw([]);
  saving: Saving = $state('kept');
  /** Why the last words could not be kept. */
  fault: Fault | null = $state.raw(null);
  private steps: Steps = $state.raw(NONE);
  /** The field to go to, as undo or a click asks; a new object for every time. */
  going: { path: string } | null = $state.raw(null);
  /** The field that is being written, which the pages light. */
  current = $state('');
  /** The older version that is looked at. */
  looking: Version | null = $state.raw(null);
  /** The person was asked about exporting with errors and went on. */
  exportAsked = $state(false);
  /** Grows with every view of the letter, for what must be asked anew then. */
  views = $state(0);

  /** The draft as it was when what follows from it was last reckoned. */
  private read: Draft;
  private readonly keeper: Keeper;
  /** Counts looking, leaving and restoring, so that an answer that comes late is known. */
  private turn = 0;
  /** Another draft may be open on the desk by now, and would take what is sent. */
  ended = false;

  constructor(
    private readonly backend: Backend,
    private readonly pages: Pages,
    opened: Opened,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.id = opened.id;
    this.template = opened.template;
    this.campaign = opened.campaign;
    this.read = opened.draft;
    this.keeper = new Keeper({
      edit: (paths) => this.send(paths),
      keep: async () => void (await backend.keep(opened.id)),
      told: (saving, fault) => {
        this.saving = saving;
        this.fault = fault;
      },
    });
    this.show(opened);
  }

  /** Opens a draft of the desk. */
  static async open(backend: Backend, pages: Pages, id: number): Promise<LiveDraft> {
    return new LiveDraft(backend, pages, await backend.openDraft(id));
  }

  get undoName(): string | undefined {
    return this.steps.back.at(-1)?.name;
  }

  get redoName(): string | undefined {
    return this.steps.forward.at(-1)?.name;
  }

  /** How far each step of the walk is. */
  readonly states: Record<StepName, StepState> = $derived.by(() => stepStates(this.findings, this.template));

  /** What stands under a path. */
  at(path: string): unknown {
    return at(this.draft, path);
  }

  /** What stands under a path that holds text; empty where there is nothing. */
  text(path: string): string {
    const value = this.at(path);
    return value === null || value === undefined ? '' : String(value);
  }

  /** Sets one value. `undefined` takes one of the kind's own words away, so that its default stands again. */
  set(path: string, value: unknown, how: How = {}): void {
    this.change([{ path, value }], { typing: isTyped(value), ...how });
  }

  /** Sets several values as one step. */
  change(settings: Setting[], how: How = {}): void {
    const altered: Altered[] = [];
    let draft = this.draft;
    for (const { path, value } of settings) {
      const before = at(draft, path);
      if (before === value) continue;
      altered.push({ path, before, after: value });
      draft = withValue(draft, path, value);
    }
    const first = altered[0];
    if (!first || this.looking || this.ended) return;
    const field = how.field ?? first.path;
    const name = how.name ?? called(field, this.template);
    const typing = how.typing ?? false;
    this.steps = recorded(this.steps, { altered, field, name, typing, when: this.now() });
    this.put(draft, altered);
  }

  insert(list: string, index: number, value: unknown, how: How = {}): void {
    const field = `${list}[${index}]`;
    this.change([{ path: list, value: inserted(this.list(list), index, value) }], { field, ...how });
  }

  remove(list: string, index: number, how: How = {}): void {
    const field = `${list}[${index}]`;
    this.change([{ path: list, value: without(this.list(list), index) }], { field, ...how });
  }

  move(list: string, from: number, to: number, how: How = {}): void {
    const field = `${list}[${to}]`;
    this.change([{ path: list, value: moved(this.list(list), from, to) }], { field, ...how });
  }

  /** Takes the last step back, goes to its field and says its name. */
  undo(): string | undefined {
    const found = undone(this.steps);
    if (!found || this.looking || this.ended) return undefined;
    this.steps = found.steps;
    return this.take(found.step, [...found.step.altered].reverse(), 'before');
  }

  redo(): string | undefined {
    const found = redone(this.steps);
    if (!found || this.looking || this.ended) return undefined;
    this.steps = found.steps;
    return this.take(found.step, found.step.altered, 'after');
  }

  /** Sets a finding right and goes to its field; false when the field says something else than when it was read. */
  mend(finding: Finding): boolean {
    const { repair } = finding;
    if (!repair || at(this.read, repair.path) !== this.at(repair.path)) return false;
    const value = mended(this.text(repair.path), repair);
    if (value === undefined) return false;
    this.set(repair.path, value, { typing: false });
    this.goTo(repair.path);
    return true;
  }

  /** Lets a finding stand for a reason, which stays with the draft. */
  letStand(finding: Finding, reason: string): void {
    const name = 'Letting it stand';
    this.change([{ path: 'overruled', value: letStand(this.draft, finding, reason) }], {
      field: finding.place.path,
      name,
    });
  }

  /** Lets a finding count again. */
  lookAgain(finding: Finding): void {
    const name = 'Looking at it again';
    this.change([{ path: 'overruled', value: lookAgain(this.draft, finding) }], { field: finding.place.path, name });
  }

  /** Asks the walk to show a field and to put the focus into it. */
  goTo(path: string): void {
    this.going = { path };
  }

  /** Brings everything to the disk now; false when that failed. */
  flush(): Promise<boolean> {
    return this.keeper.flush();
  }

  /** Keeps and closes the draft. */
  async close(): Promise<void> {
    if (this.ended) return;
    await this.kept();
    await this.backend.closeDraft();
    this.end();
  }

  /** Ends saving and every change; for when the window no longer shows the draft. */
  end(): void {
    this.ended = true;
    this.keeper.end();
  }

  /** Shows the draft as it was; nothing can be changed meanwhile, from the first moment on. */
  async look(version: Version): Promise<void> {
    const before = this.looking;
    const turn = ++this.turn;
    this.looking = version;
    try {
      await this.kept();
      const opened = await this.backend.version(version.id);
      if (turn !== this.turn) return;
      this.pages.reset(opened.view);
      this.views += 1;
    } catch (fault) {
      if (turn === this.turn) this.looking = before;
      throw fault;
    }
  }

  /** Ends looking at an older version; what is typed from now on counts. */
  async leave(): Promise<void> {
    if (!this.looking) return;
    const turn = ++this.turn;
    this.looking = null;
    const view = await this.backend.leaveVersion();
    if (turn !== this.turn || this.ended) return;
    this.pages.reset(view);
    this.follow(view);
  }

  /** Makes an older version the live draft. Undo brings back what was there. */
  async restore(version: Version): Promise<void> {
    await this.kept();
    const opened = await this.backend.restore(version.id);
    this.turn += 1;
    this.looking = null;
    // What was typed while the desk restored is among what undo brings back.
    const before = this.draft;
    const late = this.keeper.behind;
    this.show(opened);
    if (late) this.keeper.changed('');
    const altered = differing(before, opened.draft).map((path) => ({
      path,
      before: at(before, path),
      after: at(opened.draft, path),
    }));
    if (altered.length > 0) {
      const step = { altered, field: altered[0]!.path, name: 'Restoring a version', typing: false, when: this.now() };
      this.steps = recorded(this.steps, step);
    }
  }

  /** Brings everything to the disk now, or says why that failed. */
  private async kept(): Promise<void> {
    if (!(await this.flush()) && this.fault) throw this.fault;
  }

  private list(path: string): unknown[] {
    return (this.at(path) as unknown[] | undefined) ?? [];
  }

  private take(step: Step, altered: Altered[], side: 'before' | 'after'): string {
    const draft = altered.reduce((draft, one) => withValue(draft, one.path, one[side]), this.draft);
    this.put(draft, altered);
    this.goTo(step.field);
    return step.name;
  }

  private put(draft: Draft, altered: Altered[]): void {
    this.draft = draft;
    for (const { path } of altered) this.keeper.changed(this.sendable(path));
  }

  /** A word that is gone cannot be sent as such; the map that it is gone from can. */
  private sendable(path: string): string {
    return at(this.draft, path) === undefined ? joined(parts(path).slice(0, -1)) : path;
  }

  private async send(paths: string[]): Promise<void> {
    const sent = this.draft;
    const changes = paths.map((path) => ({ path, value: at(sent, path) ?? null }));
    const view = await this.backend.edit(this.id, changes);
    this.read = sent;
    this.pages.apply(view);
    this.follow(view);
  }

  private show(opened: Opened): void {
    this.draft = opened.draft;
    this.read = opened.draft;
    this.pages.reset(opened.view);
    this.follow(opened.view);
  }

  private follow(view: View): void {
    const standing = view.findings.filter(counts);
    const stood = view.findings.filter((finding) => !counts(finding));
    // What says the same stays the same object: no step and no field is gone through again for it.
    if (!isSame(this.built, view.built)) this.built = view.built;
    if (!isSame(this.shares, view.shares)) this.shares = view.shares;
    if (!isSame(this.findings, standing)) this.findings = standing;
    if (!isSame(this.stood, stood)) this.stood = stood;
    this.views += 1;
  }
}

function isSame(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

/** Text and lines of text are typed; all else is chosen. */
function isTyped(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((entry) => typeof entry === 'string'));
}
