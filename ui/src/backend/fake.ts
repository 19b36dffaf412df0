// A backend without a program: a desk in the memory of the window, for component tests and for looking at the screens
// in a browser. It does what the program does as far as screens can tell; dialogs of the system answer at once.

import { emptyDraft } from '../draft/empty';
import { withValue } from '../draft/paths';
import type { AddedPicture } from '../generated/AddedPicture';
import type { Campaign } from '../generated/Campaign';
import type { Cause } from '../generated/Cause';
import type { Change } from '../generated/Change';
import type { Draft } from '../generated/Draft';
import type { Entry } from '../generated/Entry';
import type { Error as Fault } from '../generated/Error';
import type { Handed } from '../generated/Handed';
import type { Hit } from '../generated/Hit';
import type { Opened } from '../generated/Opened';
import type { Portal } from '../generated/Portal';
import type { PortalCard } from '../generated/PortalCard';
import type { Progress } from '../generated/Progress';
import type { Receipt } from '../generated/Receipt';
import type { Settings } from '../generated/Settings';
import type { Shelf } from '../generated/Shelf';
import type { Speech } from '../generated/Speech';
import type { Start } from '../generated/Start';
import type { Submission } from '../generated/Submission';
import type { Template } from '../generated/Template';
import type { Wanted } from '../generated/Wanted';
import type { Backend, PictureUse } from './backend';
import { card, withVersion, type Kept } from './fake/drafts';
import { spoken } from './fake/fitted';
import { channels, closing, withheld } from './fake/handing';
import { builtIn, sample } from './fake/kinds';
import { built, plainText } from './fake/letter';
import { Portals } from './fake/portals';
import { rich } from './fake/rich';
import { Shelves } from './fake/shelves';
import { nothingSent, view, type Sent } from './fake/view';

const faces = import.meta.glob('../../../crates/letter/fonts/Source*-{Regular,Bold}.ttf', {
  query: '?url',
  import: 'default',
  eager: true,
}) as Record<string, string>;
const FACES = ['SourceSerif4-Regular', 'SourceSerif4-Bold', 'SourceSans3-Regular', 'SourceSans3-Bold'];

export class FakeBackend implements Backend {
  /** What was asked of the system, for tests: `print`, `open 0`, `copy`. */
  readonly asked: string[] = [];
  /** The next calls of these methods fail so. */
  readonly faults = new Map<string, Fault>();
  settings: Settings = {
    me: { ...sample('organisation-letter').signers[0]! },
    organisation: { name: '', short: '', lines: [] },
    letterhead: null,
    paper: null,
    language: '',
    pace: 0,
    holidays: null,
    text_size: 'usual',
    theme: 'system',
    spelling: true,
  };

  private kindList = builtIn();
  private drafts = new Map<number, Kept>();
  private campaigns: Campaign[] = [];
  private shelves = new Shelves(() => this.now());
  private portalList = new Portals();
  private handedIn: Submission[] = [];
  private last = 0;
  private live: { id: number; draft: Draft; sent: Sent } | null = null;
  private ticks = 0;
  private pictures = 0;

  constructor(private readonly clock: () => Date = () => new Date()) {}

  async start(): Promise<Start> {
    return {
      version: '0.1.0',
      settings: structuredClone(this.settings),
      notices: [],
      open: null,
      trouble: null,
    };
  }
  startFrom = () => this.start();
  startAnew = () => this.start();
  onOpened = () => () => {};
  onProgress(_: (progress: Progress | null) => void): () => void {
    return () => {};
  }
  async cancel(): Promise<void> {}

  async home(from: number, count: number) {
    const cards = this.present()
      .map((kept) => {
        const template = this.template(kept.draft.kind);
        const shut = closing(kept.draft, this.portalList.get(kept.draft.portal), this.clock());
        const submitted = this.handedIn.find(({ draft }) => draft === kept.id)?.at ?? null;
        return card(kept, template.name, template, { closing: shut, submitted });
      })
      .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9') || b.changed.localeCompare(a.changed));
    const campaigns = this.campaigns.map(({ id, name, asks, kind }) => ({ id, name, asks: asks.length, kind }));
    return { drafts: cards.slice(from, from + count), count: cards.length, campaigns };
  }

  async search(words: string): Promise<Hit[]> {
    const wanted = words.toLowerCase().trim();
    if (!wanted) return [];
    const cut = (text: string): string[] => {
      const at = text.toLowerCase().indexOf(wanted);
      if (at < 0) return [text.slice(0, 60)];
      const end = at + wanted.length;
      return [text.slice(Math.max(0, at - 30), at), text.slice(at, end), text.slice(end, end + 30)];
    };
    const drafts = this.present().map(({ id, draft }): [Hit, string] => {
      const template = this.template(draft.kind);
      const text = plainText(draft, template).replace(/\s+/g, ' ');
      return [{ shelf: null, id, title: built(draft, template).title, excerpt: cut(text) }, text];
    });
    const things = this.shelves.all().map(({ id, name, detail, thing }): [Hit, string] => {
      const text = `${name} – ${detail}`;
      return [{ shelf: thing.shelf, id, title: name, excerpt: cut(text) }, text];
    });
    return [...drafts, ...things].filter(([, text]) => text.toLowerCase().includes(wanted)).map(([hit]) => hit);
  }

  async kinds() {
    return structuredClone(this.kindList);
  }

  async ownKind(from: string) {
    const kind = this.kindList.find((kind) => kind.kind === from) ?? this.kindList[0]!;
    const own = { ...kind, kind: `my-${from}`, name: `My ${kind.name.toLowerCase()}`, own: true };
    this.kindList = [...this.kindList, own];
    this.asked.push('show kinds');
    return structuredClone(own);
  }

  async showKindsFolder() {
    this.asked.push('show kinds');
  }

  async startDraft(kind: string, campaign: number | null) {
    const found = this.campaigns.find(({ id }) => id === campaign);
    const { me, organisation, letterhead } = structuredClone(this.settings);
    const draft: Draft = { ...emptyDraft(), kind, sender: organisation, letterhead };
    if (me.name) draft.signers = [me];
    if (found) Object.assign(draft, structuredClone({ item: found.item, addressees: found.addressees }));
    return this.add(draft, 'started', campaign);
  }

  async startSample(kind: string) {
    return this.add(sample(kind), 'started');
  }

  async trySampleCampaign() {
    const made = sample(this.kindList[0]!.kind);
    let campaign = this.campaigns.find(({ name }) => name === made.item.title);
    campaign ??= this.addCampaign(made, made.item.title);
    return this.startDraft(made.kind, campaign.id);
  }

  async keepCampaign(draft: number, name: string) {
    return structuredClone(this.addCampaign(this.kept(draft).draft, name));
  }

  async removeCampaign(campaign: number) {
    this.campaigns = this.campaigns.filter(({ id }) => id !== campaign);
  }

  async openDraft(id: number): Promise<Opened> {
    this.fail('openDraft');
    const { draft } = this.kept(id);
    this.live = { id, draft: structuredClone(draft), sent: nothingSent() };
    return this.opened(draft);
  }

  async edit(draft: number, changes: Change[]) {
    this.fail('edit');
    const live = this.meant(draft);
    for (const { path, value } of structuredClone(changes)) live.draft = withValue(live.draft, path, value);
    return structuredClone(view(live.draft, this.template(live.draft.kind), this.campaignOf(live.id), live.sent));
  }

  async keep(draft: number) {
    this.fail('keep');
    const live = this.meant(draft);
    this.addVersion('edited');
    this.shelves.fill(live.draft);
    return { at: this.now() };
  }

  async closeDraft() {
    this.live = null;
  }

  async duplicateDraft(draft: number) {
    return this.add(structuredClone(this.kept(draft).draft), 'started', this.kept(draft).campaign);
  }

  async removeDraft(draft: number) {
    this.kept(draft).removed = true;
  }

  async putBackDraft(draft: number) {
    this.kept(draft).removed = false;
  }

  async plainText() {
    const { draft } = this.living();
    return plainText(draft, this.template(draft.kind));
  }

  async versions() {
    return structuredClone(this.kept(this.living().id).versions.map(({ version }) => version));
  }

  async version(version: number) {
    this.living().sent = nothingSent();
    return this.opened(this.older(version));
  }

  async leaveVersion() {
    const live = this.living();
    live.sent = nothingSent();
    return structuredClone(view(live.draft, this.template(live.draft.kind), this.campaignOf(live.id), live.sent));
  }

  async restore(version: number) {
    const live = this.living();
    live.draft = structuredClone(this.older(version));
    live.sent = nothingSent();
    this.addVersion('restored');
    return this.opened(live.draft);
  }

  async shelf(shelf: Shelf, words: string, from: number, count: number) {
    return this.shelves.part(shelf, words, from, count);
  }

  async lay(entry: Entry) {
    return this.shelves.lay(entry);
  }

  async take(_: Shelf, id: number) {
    this.shelves.take(id);
  }

  async putBack(_: Shelf, id: number) {
    this.shelves.putBack(id);
  }

  async rich(markup: string) {
    return rich(markup);
  }

  async pasted(_: string, text: string) {
    return rich(text);
  }

  async choosePicture(use: PictureUse): Promise<AddedPicture> {
    this.asked.push(`choose ${use}`);
    return { name: `picture-${++this.pictures}.png`, alt: use, width: 400, height: 160 };
  }

  async liftWhite(picture: string): Promise<AddedPicture> {
    return { name: picture.replace('.png', '-clear.png'), alt: '', width: 400, height: 160 };
  }

  pictureUrl = () => PICTURE;
  pagePictureUrl = () => PICTURE;
  kindUrl = () => PAGE;
  faceUrl(face: number) {
    return Object.entries(faces).find(([path]) => path.includes(FACES[face] ?? FACES[0]!))?.[1] ?? '';
  }

  async exportDraft(wanted: Wanted): Promise<Handed> {
    this.fail('exportDraft');
    const { id, draft } = this.living();
    this.addVersion('exported');
    this.kept(id).exported = this.now();
    const name = built(draft, this.template(draft.kind)).file_name;
    const endings = { pdf: ['pdf'], word: ['docx'], text: ['txt'], all: ['pdf', 'docx', 'txt'] }[wanted];
    this.asked.push(`export ${wanted}`);
    return { files: endings.map((ending) => `${name}.${ending}`), folder: 'Documents' };
  }

  async openFile(index: number) {
    this.asked.push(`open ${index}`);
  }

  async showInFolder() {
    this.asked.push('show');
  }

  async print() {
    this.asked.push('print');
  }

  async copyText() {
    this.asked.push('copy');
  }

  async saveAsFile(): Promise<Handed> {
    const { draft } = this.living();
    this.asked.push('save');
    return { files: [`${built(draft, this.template(draft.kind)).file_name}.lectern`], folder: 'Documents' };
  }

  async bringIn() {
    return this.add(sample(this.kindList[0]!.kind), 'brought-in');
  }

  async portals(): Promise<PortalCard[]> {
    return this.portalList.cards(this.now().slice(0, 10));
  }

  async savePortal(portal: Portal): Promise<PortalCard> {
    this.fail('savePortal');
    const id = this.portalList.save(portal);
    return this.cardOf(id)!;
  }

  async removePortal(id: string) {
    if (!this.portalList.remove(id)) throw gone('the portal is no longer there');
  }

  async openPortal(id: string) {
    this.asked.push(`open portal ${id}`);
  }

  async channels() {
    this.fail('channels');
    const { draft } = this.living();
    return structuredClone(channels(draft, this.template(draft.kind), this.cardOf(draft.portal), this.clock()));
  }

  async speech(seconds: number): Promise<Speech> {
    const { draft } = this.living();
    const sent = this.portalList.get(draft.portal)?.published === false ? draft : withheld(draft);
    return spoken(sent, this.template(draft.kind), seconds, this.settings.pace);
  }

  async printSpeech(seconds: number) {
    this.asked.push(`print speech ${seconds}`);
  }

  async copyWords(words: string) {
    this.fail('copyWords');
    this.asked.push(`copy ${words}`);
  }

  async openMessage() {
    this.asked.push('open message');
  }

  saveMessage = () => this.handed('save message', ['message.eml']);
  saveCalendar = () => this.handed('save calendar', ['comment.ics']);
  savePacket = () => this.handed('save packet', ['letter.pdf', 'letter.docx', 'ecomment.txt', 'checklist.txt']);

  async submissions(draft: number): Promise<Submission[]> {
    return structuredClone(this.handedIn.filter((one) => one.draft === draft));
  }

  async submit(draft: number, at: string, receipt: Receipt, words: string): Promise<Submission> {
    this.fail('submit');
    const made = { id: ++this.last, draft, at, receipt: structuredClone(receipt), words };
    this.handedIn = [...this.handedIn, made].sort((a, b) => b.at.localeCompare(a.at));
    return structuredClone(made);
  }

  async removeSubmission(id: number) {
    this.handedIn = this.handedIn.filter((one) => one.id !== id);
  }

  async setSettings(settings: Settings) {
    this.settings = structuredClone(settings);
    return structuredClone(settings);
  }

  async saveBackup(): Promise<Handed> {
    return { files: ['lectern-backup.lectern-desk'], folder: 'Documents' };
  }

  restoreBackup = () => this.start();

  private campaignOf(draft: number): Campaign | null {
    return this.campaigns.find(({ id }) => id === this.kept(draft).campaign) ?? null;
  }

  private add(draft: Draft, cause: Cause, campaign: number | null = null): number {
    const id = ++this.last;
    const kept = { id, draft, campaign, changed: '', exported: null, removed: false, versions: [] };
    this.drafts.set(id, withVersion(kept, this.template(draft.kind), cause, ++this.last, this.now()));
    this.shelves.fill(draft);
    return id;
  }

  private addVersion(cause: Cause): void {
    const live = this.living();
    const kept = this.kept(live.id);
    const draft = structuredClone(live.draft);
    if (cause === 'edited' && JSON.stringify(kept.versions[0]?.draft) === JSON.stringify(draft)) return;
    const made = withVersion({ ...kept, draft }, this.template(draft.kind), cause, ++this.last, this.now());
    this.drafts.set(live.id, made);
  }

  private addCampaign(draft: Draft, name: string): Campaign {
    const { kind, item, asks, references, addressees } = structuredClone(draft);
    const campaign = { id: ++this.last, name, kind, item, asks, references, addressees };
    this.campaigns = [campaign, ...this.campaigns];
    this.shelves.fill(draft);
    return campaign;
  }

  private cardOf(id: string): PortalCard | null {
    return this.portalList.cards(this.now().slice(0, 10)).find(({ portal }) => portal.id === id) ?? null;
  }

  private async handed(asked: string, files: string[]): Promise<Handed> {
    this.living();
    this.asked.push(asked);
    return { files, folder: 'Documents' };
  }

  private opened(draft: Draft): Opened {
    const live = this.living();
    const template = this.template(draft.kind);
    const campaign = this.campaignOf(live.id);
    return structuredClone({
      id: live.id,
      draft,
      template,
      campaign,
      view: view(draft, template, campaign, live.sent),
    });
  }

  private older(version: number): Draft {
    const found = this.kept(this.living().id).versions.find((kept) => kept.version.id === version);
    if (!found) throw gone('the version is no longer there');
    return found.draft;
  }

  private template(kind: string): Template {
    return (this.kindList.find((one) => one.kind === kind) ?? this.kindList[0]!).template!;
  }

  private kept(id: number): Kept {
    const found = this.drafts.get(id);
    if (!found) throw gone('the draft is no longer there');
    return found;
  }

  private living() {
    if (!this.live) throw gone('no draft is open');
    return this.live;
  }

  /** The live draft, if it is the one that is meant. */
  private meant(draft: number) {
    const live = this.living();
    if (live.id !== draft) throw gone('this draft is no longer open');
    return live;
  }

  private present(): Kept[] {
    return [...this.drafts.values()].filter((kept) => !kept.removed);
  }

  private fail(method: string): void {
    const fault = this.faults.get(method);
    if (!fault) return;
    this.faults.delete(method);
    throw fault;
  }

  /** Every moment is a little later than the one before, so that order by time is order of doing. */
  private now(): string {
    return new Date(this.clock().getTime() + this.ticks++).toISOString();
  }
}

/** A fake desk as the window starts with it in a browser. */
export function fake(): Backend {
  return new FakeBackend();
}

function gone(message: string): Fault {
  return { code: 'gone', message, hint: 'Go back to the desk and open it again.' };
}

const svg = (body: string, size: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${size}">${body}</svg>`)}`;
const PICTURE = svg(
  '<path d="M10 60C30 10 40 10 40 50s10 30 25-10 15 20 25 15 20-40 30-20-10 50 30 10" fill="none" stroke="#123"/>',
  '0 0 200 80',
);
const LINES = Array.from({ length: 20 }, (_, line) => {
  return `<path d="M72 ${150 + line * 24}h${line % 5 === 4 ? 240 : 460}" stroke="#888" stroke-width="7"/>`;
}).join('');
const PAGE = svg(`<rect width="612" height="792" fill="#fff"/>${LINES}`, '0 0 612 792');
