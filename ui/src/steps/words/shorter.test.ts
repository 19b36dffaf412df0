// @vitest-environment node
import { expect, test } from 'vitest';
import { emptyShorter, paragraphsOf, placesOf, withShorter } from './shorter';

const of = (text: string, short = 'x') => ({ ...emptyShorter(text), short });

test('a text has its paragraphs', () => {
  expect(paragraphsOf('One.\nstill one.\n\n  \nTwo.\n')).toEqual(['One.\nstill one.', 'Two.']);
  expect(paragraphsOf('')).toEqual([]);
});

test('a paragraph that was written on keeps its shorter texts', () => {
  const list = [of('The trees on J Street are gone.'), of('We asked for them in May.')];
  expect(placesOf(list, ['We asked for them in May.', 'The trees on J and K Street are all gone.'])).toEqual([1, 0]);
  expect(placesOf(list, ['Something else entirely now'])).toEqual([-1]);
});

test('shorter texts are begun, changed and dropped', () => {
  const paragraphs = ['First words here.', 'Second words there.'];
  const begun = withShorter([], paragraphs, 1, { line: 'Two.' });
  expect(begun).toEqual([{ of: 'Second words there.', short: '', line: 'Two.', priority: 'normal' }]);
  const more = withShorter(begun, paragraphs, 1, { priority: 'last' });
  expect(more[0]).toMatchObject({ line: 'Two.', priority: 'last' });
  expect(withShorter(withShorter(more, paragraphs, 1, { line: '' }), paragraphs, 1, { priority: 'normal' })).toEqual(
    [],
  );
});

test('what lost its paragraph is not lost', () => {
  const lost = of('Quite different matters');
  expect(withShorter([lost], ['First words here.'], 0, { short: 'One.' })).toHaveLength(2);
});
