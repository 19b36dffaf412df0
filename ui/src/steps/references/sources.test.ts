import { expect, test } from 'vitest';
import { emptyAsk, emptyDraft, emptyReference } from '../../draft/empty';
import { citedBy, removing } from './sources';

const draft = {
  ...emptyDraft(),
  references: ['la', 'ca'].map((id) => ({ ...emptyReference(), id })),
  asks: [
    { ...emptyAsk(), label: 'One', references: ['la', 'ca'] },
    { ...emptyAsk(), full: 'As in[^ca] there.' },
    { ...emptyAsk(), label: 'Three' },
  ],
  words: { hook: 'See[^la].', list: ['a', 'b[^la]'] },
};

test('what cites a source is named', () => {
  const check = (id: string, names: string[]) => expect(citedBy(draft, id).map(({ name }) => name)).toEqual(names);
  check('la', ['Ask 1: One', 'hook', 'list']);
  check('ca', ['Ask 1: One', 'Ask 2: As in there.']);
  check('none', []);
});

test('a source that goes is taken from the asks too', () => {
  expect(removing(draft, 0)).toEqual([
    { path: 'references', value: [draft.references[1]] },
    { path: 'asks[0].references', value: ['ca'] },
  ]);
});
