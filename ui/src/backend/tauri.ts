// The answers of the program: the only file that knows Tauri. Each question is one command of the same name.

import { convertFileSrc, invoke as send } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { faultOf } from '../frame/fault';
import type { Backend } from './backend';
import { sendable } from './sendable';

/** Asks the program. What it refuses comes as an error with a message and a hint, whoever refuses it. */
async function invoke<Answer>(command: string, given?: Record<string, unknown>): Promise<Answer> {
  try {
    return await send<Answer>(command, given && (sendable(given) as Record<string, unknown>));
  } catch (thrown) {
    throw faultOf(thrown);
  }
}

/** Listens to what the program tells by itself; the answer stops it. */
function heard<T>(event: string, call: (told: T) => void): () => void {
  const stop = listen<T>(event, ({ payload }) => call(payload));
  return () => void stop.then((unlisten) => unlisten());
}

const at = (what: string, name: string | number) => convertFileSrc(`${what}/${name}`, 'lectern');

/** The program behind the window. */
export const tauri = (): Backend => ({
  start: () => invoke('start'),
  startFrom: (backup) => invoke('start_from', { backup }),
  startAnew: () => invoke('start_anew'),
  onOpened: (call) => heard('opened', call),
  onProgress: (call) => heard('progress', call),
  cancel: () => invoke('cancel'),

  home: (from, count) => invoke('home', { from, count }),
  search: (words) => invoke('search', { words }),
  kinds: () => invoke('kinds'),
  ownKind: (from) => invoke('own_kind', { from }),
  showKindsFolder: () => invoke('show_kinds_folder'),

  startDraft: (kind, campaign) => invoke('start_draft', { kind, campaign }),
  startSample: (kind) => invoke('start_sample', { kind }),
  trySampleCampaign: () => invoke('try_sample_campaign'),
  keepCampaign: (draft, name) => invoke('keep_campaign', { draft, name }),
  removeCampaign: (campaign) => invoke('remove_campaign', { campaign }),
  openDraft: (draft) => invoke('open_draft', { draft }),
  edit: (draft, changes) => invoke('edit', { draft, changes }),
  keep: (draft) => invoke('keep', { draft }),
  closeDraft: () => invoke('close_draft'),
  duplicateDraft: (draft) => invoke('duplicate_draft', { draft }),
  removeDraft: (draft) => invoke('remove_draft', { draft }),
  putBackDraft: (draft) => invoke('put_back_draft', { draft }),
  plainText: () => invoke('plain_text'),

  versions: () => invoke('versions'),
  version: (version) => invoke('version', { version }),
  leaveVersion: () => invoke('leave_version'),
  restore: (version) => invoke('restore', { version }),

  shelf: (shelf, words, from, count) => invoke('shelf', { shelf, words, from, count }),
  lay: (entry) => invoke('lay', { entry }),
  take: (shelf, id) => invoke('take', { shelf, id }),
  putBack: (shelf, id) => invoke('put_back', { shelf, id }),

  rich: (markup) => invoke('rich', { markup }),
  pasted: (html, text) => invoke('pasted', { html, text }),
  choosePicture: (use) => invoke('choose_picture', { use }),
  liftWhite: (picture) => invoke('lift_white', { picture }),
  pictureUrl: (name) => at('picture', name),
  pagePictureUrl: (picture) => at('page-picture', picture),
  faceUrl: (face) => at('face', face),
  kindUrl: (kind) => at('kind', kind),

  exportDraft: (wanted) => invoke('export_draft', { wanted }),
  openFile: (index) => invoke('open_file', { index }),
  showInFolder: () => invoke('show_in_folder'),
  print: () => invoke('print'),
  copyText: () => invoke('copy_text'),
  saveAsFile: () => invoke('save_as_file'),
  bringIn: () => invoke('bring_in'),

  portals: () => invoke('portals'),
  savePortal: (portal) => invoke('save_portal', { portal }),
  removePortal: (id) => invoke('remove_portal', { id }),
  openPortal: (id) => invoke('open_portal', { id }),
  channels: () => invoke('channels'),
  speech: (seconds) => invoke('speech', { seconds }),
  printSpeech: (seconds) => invoke('print_speech', { seconds }),
  copyWords: (words) => invoke('copy_words', { words }),
  openMessage: () => invoke('open_message'),
  saveMessage: () => invoke('save_message'),
  saveCalendar: () => invoke('save_calendar'),
  savePacket: () => invoke('save_packet'),
  submissions: (draft) => invoke('submissions', { draft }),
  submit: (draft, at, receipt, words) => invoke('submit', { draft, at, receipt, words }),
  removeSubmission: (id) => invoke('remove_submission', { id }),

  setSettings: (settings) => invoke('set_settings', { settings }),
  saveBackup: () => invoke('save_backup'),
  restoreBackup: () => invoke('restore_backup'),
});
