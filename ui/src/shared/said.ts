// What is said beside a field, and how it is written as a sentence.

/** As much of a finding as a field shows. */
export type Said = { severity: 'note' | 'warning' | 'error'; message: string; hint: string };

/** A message in lower case without a full stop, as a sentence. */
export function sentence(message: string): string {
  const trimmed = message.trim();
  if (trimmed === '') return '';
  const [first, ...rest] = trimmed;
  const start = (first ?? '').toLocaleUpperCase() + rest.join('');
  return /[.!?…]["'”’)]?$/.test(start) ? start : `${start}.`;
}
