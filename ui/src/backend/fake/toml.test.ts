import { expect, test } from 'vitest';
import { toml } from './toml';

test('a file of a kind is read to plain data', () => {
  const text = `
kind = "a" # the kind
date = 2026-02-10
size = 11.5
parts = [
  "one", "two",
]
[words]
hook = """First \\"line\\".

Second."""
yes = true
[[people]]
last = "Maple"
seats = [{ role = "Chair", body = "Council" }]
[[people]]
[people.page]
name = "x"
`;
  expect(toml(text)).toEqual({
    kind: 'a',
    date: '2026-02-10',
    size: 11.5,
    parts: ['one', 'two'],
    words: { hook: 'First "line".\n\nSecond.', yes: true },
    people: [{ last: 'Maple', seats: [{ role: 'Chair', body: 'Council' }] }, { page: { name: 'x' } }],
  });
});
