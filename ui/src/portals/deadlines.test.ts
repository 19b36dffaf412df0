// @vitest-environment node
import { expect, test } from 'vitest';
import { reshaped, SHAPES, usualRule, WEEKDAYS } from './deadlines';

test('a rule takes every shape, and keeps what both have', () => {
  for (const { value } of SHAPES) expect(reshaped(usualRule(), value).shape).toBe(value);
  const rule = { ...usualRule(), tier: 'speaking' as const, meetings: 'special' as const };
  expect(reshaped(rule, 'business-days-before')).toEqual({
    meetings: 'special',
    tier: 'speaking',
    opens: false,
    shape: 'business-days-before',
    days: 1,
    time: '17:00',
  });
  expect(reshaped(rule, 'until-vote')).toEqual({
    meetings: 'special',
    tier: 'speaking',
    opens: false,
    shape: 'until-vote',
  });
});

test('days of the week are named', () => {
  expect(WEEKDAYS.map(({ label }) => label).join(' ')).toMatch(/^Monday .* Sunday$/);
});
