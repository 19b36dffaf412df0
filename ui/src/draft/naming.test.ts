import { expect, test } from 'vitest';
import type { Template } from '../generated/Template';
import { called, standIns, stepOf } from './naming';

test('every path of a draft has its step', () => {
  const check = (path: string, step: string | undefined) => expect(stepOf(path)).toBe(step);
  check('item.title', 'item');
  check('date', 'item');
  check('asks[1].full', 'asks');
  check('addressees[0].persons[2].last', 'addressees');
  check('page.greeting', 'addressees');
  check('words.hook', 'words');
  check('shorter.hook[0].line', 'words');
  check('item.time', 'item');
  check('portal', 'hand');
  check('channels.sacramento-city', 'hand');
  check('page.references', 'references');
  check('page.size', 'sign');
  check('page', 'sign');
  check('signers[0].name', 'sign');
  check('kind', undefined);
  check('', undefined);
});

test('what has no field has another that does for it', () => {
  const check = (path: string, fields: string[]) => expect(standIns(path)).toEqual(fields);
  check('page.most_named', ['salutation']);
  check('item.author', ['item.title']);
  check('item.position_on', ['item.position', 'item.title']);
  check('sender.lines', ['sender.name', 'letterhead']);
  check('asks[0].full', []);
});

test('fields are called as people call them', () => {
  const template = { fields: [{ name: 'hook', prompt: 'What has happened?' }] } as unknown as Template;
  const check = (path: string, name: string) => expect(called(path, template)).toBe(name);
  check('item.title', 'Item title');
  check('asks[1]', 'Ask 2');
  check('asks[1].full', 'Ask 2, full text');
  check('addressees[0].persons[2].last', 'Addressee 1, person 3, last');
  check('words.hook', '“What has happened?”');
  check('words.other_words', 'other words');
  check('page.strong_labels', 'Strong labels');
  check('letterhead.lines', 'Letterhead');
  check('shorter.hook[0].line', '“What has happened?”, shorter version');
  check('channels.sacramento-city', 'What fits');
  check('', 'The letter');
});
