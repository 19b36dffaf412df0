// From a finding or the page to the field: every path of a draft leads to one that is there.

import { configure, render, screen, waitFor } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { FakeBackend } from '../backend/fake';
import { Desk, deskContext } from '../desk.svelte';
import { LiveDraft } from '../draft.svelte';
import { PageStore } from '../page/pages.svelte';
import { pathOf } from './focus';
import Frame from './Frame.svelte';

configure({ defaultHidden: true });
vi.setConfig({ testTimeout: 60_000 });

async function open(change: (live: LiveDraft) => void = () => {}) {
  const backend = new FakeBackend(() => new Date('2026-02-10T09:00:00Z'));
  const desk = new Desk(backend);
  await desk.begin();
  const pages = new PageStore();
  const live = await LiveDraft.open(backend, pages, await backend.startSample('organisation-letter'));
  change(live);
  render(Frame, { props: { live, pages }, context: deskContext(desk) });
  return async (path: string, field = path) => {
    live.goTo(path);
    await waitFor(() => expect(`${path} → ${pathOf(document.activeElement)}`).toBe(`${path} → ${field}`));
  };
}

test('what stands in a whole letter goes to its own field', async () => {
  const check = await open((live) => {
    live.set('signers[0].sign', 'drawn');
    live.set('letterhead.logo', 'logo.png');
    live.set('item.position', 'oppose');
  });
  await check('item.body');
  await check('item.number');
  await check('item.title');
  await check('item.meeting');
  await check('item.time');
  await check('item.special');
  await check('item.zone');
  await check('item.position');
  await check('item.position_on');
  await check('item.file_id');
  await check('item.label');
  await check('item', 'item.title');
  await check('item.version', 'item.title');
  await check('date');
  await check('date_line');
  await check('delivery');
  await check('subject');
  await check('page.subject_label', 'subject');
  await check('asks');
  await check('asks[1]');
  await check('asks[0].label');
  await check('asks[0].full');
  await check('asks[0].short');
  await check('asks[0].line');
  await check('asks[0].priority');
  await check('asks[0].order', 'asks[0]');
  await check('asks[0].references[0]', 'asks[0].references');
  await check('addressees');
  await check('addressees[0]');
  await check('addressees[0].body');
  await check('addressees[0].lines');
  await check('addressees[0].persons');
  await check('addressees[0].persons[1]');
  await check('addressees[0].persons[1].first');
  await check('addressees[0].persons[1].last');
  await check('addressees[0].persons[1].role');
  await check('addressees[0].persons[1].honorific');
  await check('addressees[0].persons[1].greet');
  await check('addressees[0].persons[1].absent');
  await check('salutation');
  await check('page.greeting');
  await check('page.salutation_end');
  await check('page.most_named', 'salutation');
  await check('page.serial_comma', 'salutation');
  await check('cc');
  await check('words.hook');
  await check('shorter.hook[0].short');
  await check('shorter.hook[0].priority');
  await check('portal');
  await check('references');
  await check('references[0]');
  for (const field of 'kind title jurisdiction number section author url date accessed excerpt label'.split(' ')) {
    await check(`references[0].${field}`);
  }
  await check('references[0].id', 'references[0]');
  await check('page.references');
  await check('page.note_marks');
  await check('letterhead');
  for (const field of 'name lines logo logo_alt logo_height colour rule foot arrangement'.split(' ')) {
    await check(`letterhead.${field}`);
  }
  await check('letterhead.columns[0].name', 'letterhead');
  await check('sender.name', 'letterhead');
  await check('sender.lines', 'letterhead');
  await check('sender.short');
  await check('closing');
  await check('signers');
  await check('signers[0]');
  for (const field of 'name title organisation sign strokes lines identification_only'.split(' ')) {
    await check(`signers[0].${field}`);
  }
  expect(screen.getByRole('img', { name: /sheet for the signature/ })).toBeInTheDocument();
  await check('signers[0].image', 'signers[0]');
  await check('enclosures');
  await check('language');
  for (const field of 'paper typeface size form date subject numbering strong_labels justified'.split(' ')) {
    await check(`page.${field}`);
  }
});

test('what is not in the letter yet goes to where it is begun', async () => {
  const check = await open((live) => {
    for (const list of ['asks', 'addressees', 'references', 'signers']) live.set(list, []);
    live.set('letterhead', null);
    live.set('salutation', 'Dear Council,');
  });
  await check('asks[0].full', 'asks');
  await check('addressees[0].persons[0].last', 'addressees');
  await check('references[0].url', 'references');
  await check('signers[0].strokes', 'signers');
  await check('page.references', 'references');
  await check('page.greeting', 'salutation');
  await check('letterhead.foot', 'letterhead');
  await check('sender', 'sender.name');
  await check('sender.name');
  await check('sender.lines');
});

test('columns of a letterhead have fields of their own', async () => {
  const check = await open((live) => {
    live.set('letterhead.arrangement', 'columns');
    live.set('letterhead.columns', [{ align: 'left', name: 'AALN', lines: [] }]);
  });
  for (const field of ['name', 'lines', 'align']) await check(`letterhead.columns[0].${field}`);
  await check('letterhead.columns[0].lines[2]', 'letterhead.columns[0].lines');
});
