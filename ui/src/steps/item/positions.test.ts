import { expect, test } from 'vitest';
import { emptyDraft } from '../../draft/empty';
import type { Template } from '../../generated/Template';
import { dayOf, uses } from './positions';

test('a kind uses a field that it asks for, names, or that is filled', () => {
  const check = (template: object, item: object, expected: boolean) => {
    const whole = { required: [], subject: null, ...template } as unknown as Template;
    expect(uses(whole, { ...emptyDraft().item, ...item }, 'author')).toBe(expected);
  };
  check({}, {}, false);
  check({ required: ['item.author'] }, {}, true);
  check({ subject: '{{ item.author }}' }, {}, true);
  check({}, { author: 'Montoya' }, true);
});

test('a day is written as drafts write it', () => {
  expect(dayOf(new Date(2026, 1, 3, 23, 59))).toBe('2026-02-03');
});
