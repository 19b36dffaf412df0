// Every question that the window may ask. `tauri.ts` asks the program, `fake.ts` answers by itself for tests and
// for looking at screens in a browser. All types but `Backend` are made from Rust.

import type { AddedPicture } from '../generated/AddedPicture';
import type { Channels } from '../generated/Channels';
import type { Portal } from '../generated/Portal';
import type { PortalCard } from '../generated/PortalCard';
import type { Receipt } from '../generated/Receipt';
import type { Speech } from '../generated/Speech';
import type { Submission } from '../generated/Submission';
import type { Campaign } from '../generated/Campaign';
import type { Change } from '../generated/Change';
import type { Entries } from '../generated/Entries';
import type { Entry } from '../generated/Entry';
import type { Error as Fault } from '../generated/Error';
import type { Handed } from '../generated/Handed';
import type { Hit } from '../generated/Hit';
import type { Home } from '../generated/Home';
import type { Kept } from '../generated/Kept';
import type { Kind } from '../generated/Kind';
import type { Opened } from '../generated/Opened';
import type { Progress } from '../generated/Progress';
import type { RichBlock } from '../generated/RichBlock';
import type { Settings } from '../generated/Settings';
import type { Shelf } from '../generated/Shelf';
import type { Start } from '../generated/Start';
import type { Version } from '../generated/Version';
import type { View } from '../generated/View';
import type { Wanted } from '../generated/Wanted';

/** What picture a dialog asks for. */
export type PictureUse = 'logo' | 'signature' | 'receipt';

/**
 * The program behind the window. Every method rejects with an `Error` of `generated/Error.ts` (code, message, hint).
 * A method that opens a dialog of the system resolves to `null` when the person closes it without a choice.
 */
export interface Backend {
  // Opening and closing
  start(): Promise<Start>;
  /** Out of trouble: opens the desk from a backup, by its name. */
  startFrom(backup: string): Promise<Start>;
  /** Out of trouble: starts an empty desk; what was there is set aside. */
  startAnew(): Promise<Start>;
  /** Calls back when a file was opened with Lectern while it runs and became a draft, or could not. */
  onOpened(call: (opened: { draft: number } | { error: Fault }) => void): () => void;
  /** Calls back as long work goes on. */
  onProgress(call: (progress: Progress | null) => void): () => void;
  /** Stops the long work that goes on; what it had begun is undone. */
  cancel(): Promise<void>;

  // The desk
  home(from: number, count: number): Promise<Home>;
  /** Searches drafts and shelves for words; the last word may be unfinished. */
  search(words: string): Promise<Hit[]>;
  kinds(): Promise<Kind[]>;
  /** Copies a kind into the person's own folder, opens that folder and returns the new kind. */
  ownKind(from: string): Promise<Kind>;
  showKindsFolder(): Promise<void>;

  // Drafts
  /** Starts a draft of a kind, with what the settings and the campaign fill in; returns its id. */
  startDraft(kind: string, campaign: number | null): Promise<number>;
  /** Starts a draft from the worked sample of a kind. */
  startSample(kind: string): Promise<number>;
  /** Puts the sample campaign on the desk, once, and starts a letter for it with its asks still to choose. */
  trySampleCampaign(): Promise<number>;
  /** Makes a campaign of a draft's item, asks, references and addressees. */
  keepCampaign(draft: number, name: string): Promise<Campaign>;
  removeCampaign(campaign: number): Promise<void>;
  openDraft(draft: number): Promise<Opened>;
  /**
   * Changes the live draft, and is refused when that is another one by now; the view holds only what changed since the
   * last one. Kept by `keep`.
   */
  edit(draft: number, changes: Change[]): Promise<View>;
  /** Writes the live draft to the disk; refused when that is another one by now. */
  keep(draft: number): Promise<Kept>;
  /** Keeps and closes the live draft. */
  closeDraft(): Promise<void>;
  duplicateDraft(draft: number): Promise<number>;
  removeDraft(draft: number): Promise<void>;
  /** Brings a removed draft back. */
  putBackDraft(draft: number): Promise<void>;
  /** The whole letter as plain text. */
  plainText(): Promise<string>;

  // History of the live draft
  versions(): Promise<Version[]>;
  /** The live draft as it was; the live draft stays as it is until `restore`. The view has all its pages. */
  version(version: number): Promise<Opened>;
  /** Ends looking at an older version: the view has all pages of the live draft again. */
  leaveVersion(): Promise<View>;
  /** Makes an older version the live draft; the newer ones stay in the history. */
  restore(version: number): Promise<Opened>;

  // Shelves
  /** Part of a shelf; with words, what matches them, the best first. */
  shelf(shelf: Shelf, words: string, from: number, count: number): Promise<Entries>;
  /** Lays something on its shelf, or changes what lies there; returns it as it lies there now. */
  lay(entry: Entry): Promise<Entry>;
  take(shelf: Shelf, id: number): Promise<void>;
  putBack(shelf: Shelf, id: number): Promise<void>;

  // Words and pictures
  /** Rich text as an editor's tree. */
  rich(markup: string): Promise<RichBlock[]>;
  /** What was pasted, cleaned to the closed subset. `html` is empty when there is none. */
  pasted(html: string, text: string): Promise<RichBlock[]>;
  choosePicture(use: PictureUse): Promise<AddedPicture | null>;
  /** The same picture with its white background made clear. */
  liftWhite(picture: string): Promise<AddedPicture>;
  /** Where the window can fetch a picture of the desk by its name. */
  pictureUrl(name: string): string;
  /** Where the window can fetch a picture of the live letter's pages by its number. */
  pagePictureUrl(picture: number): string;
  /** Where the window can fetch a face of the letter by its number. */
  faceUrl(face: number): string;
  /** Where the window can fetch a picture of the first page of a kind's sample. */
  kindUrl(kind: string): string;

  // Handing over
  /** Makes files of the live draft where the person says. */
  exportDraft(wanted: Wanted): Promise<Handed | null>;
  /** Opens a file of the last export with the system's program, by its place in `Handed.files`. */
  openFile(index: number): Promise<void>;
  /** Shows the last export in the file manager. */
  showInFolder(): Promise<void>;
  /** Opens the live letter as PDF in the system's viewer, to be printed. */
  print(): Promise<void>;
  /** Puts the plain text on the clipboard. */
  copyText(): Promise<void>;
  /** Saves the live draft as a `.lectern` file. */
  saveAsFile(): Promise<Handed | null>;
  /** Brings a `.lectern` or `draft.toml` file in as a new draft. */
  bringIn(): Promise<number | null>;

  // Handing in: personal data is withheld from what is published, unless the draft says that it may be shown.
  /** All portals by name. */
  portals(): Promise<PortalCard[]>;
  /** Keeps a portal of the person's own; one without an id is new. */
  savePortal(portal: Portal): Promise<PortalCard>;
  /** Takes a portal of the person's own away; where it stood for a built-in one, that one is there again. */
  removePortal(id: string): Promise<void>;
  /** Opens the page of a portal in the browser. */
  openPortal(id: string): Promise<void>;
  /** What the live letter says in each channel of its portal. */
  channels(): Promise<Channels>;
  /** What to say in so many seconds. */
  speech(seconds: number): Promise<Speech>;
  /** Opens the speech in large type as PDF in the system's viewer, to be printed. */
  printSpeech(seconds: number): Promise<void>;
  /** Puts words on the clipboard. */
  copyWords(words: string): Promise<void>;
  /** Opens the message to the clerk as a draft in the mail program. */
  openMessage(): Promise<void>;
  /** Saves the message to the clerk as a file. */
  saveMessage(): Promise<Handed | null>;
  /** Saves cut-offs and meeting for a calendar. */
  saveCalendar(): Promise<Handed | null>;
  /** Makes a folder with everything that is needed to hand the letter in. */
  savePacket(): Promise<Handed | null>;
  /** What was handed in of a draft, the newest first. */
  submissions(draft: number): Promise<Submission[]>;
  /** Notes that a draft was handed in at a moment (RFC 3339), with exactly these words. */
  submit(draft: number, at: string, receipt: Receipt, words: string): Promise<Submission>;
  /** Takes back what was noted by mistake. */
  removeSubmission(id: number): Promise<void>;

  // Settings and backups
  setSettings(settings: Settings): Promise<Settings>;
  saveBackup(): Promise<Handed | null>;
  /** Replaces the whole desk by a backup file; the desk as it was is kept as a backup of its own. */
  restoreBackup(): Promise<Start | null>;
}
