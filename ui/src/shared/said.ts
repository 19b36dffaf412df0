// What is said beside a field, and how it is written as a sentence.

/** As much of a finding as a field shows. */
export type Said = {
  severity: 'note' | 'warning' | 'error';
  message: string;
  hint: string;
  /** Why it matters, as a sentence. */
  why?: string;
  /** What can be done about it at one click. */
  acts?: Act[];
};

/** Something that can be done about a finding. */
export interface Act {
  label: string;
  run: () => void;
}

/**
 * The findings with keys by which they are known again when they come anew, so that the button under one's finger stays the
 * same while one types.
 */
export function keyed<T extends Said>(findings: T[]): { key: string; finding: T }[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const said = `${finding.severity} ${finding.message}`;
    const times = seen.get(said) ?? 0;
    seen.set(said, times + 1);
    return { key: `${said} ${times}`, finding };
  });
}

/** The ids of what is said, for `aria-describedby`; what can be done about it is no part of the description. */
export function saidIds(id: string, findings: Said[]): string[] {
  return findings.map((_, index) => `${id}-${index}`);
}

/** A message in lower case without a full stop, as a sentence. */
export function sentence(message: string): string {
  const trimmed = message.trim();
  if (trimmed === '') return '';
  const [first, ...rest] = trimmed;
  const start = (first ?? '').toLocaleUpperCase() + rest.join('');
  return /[.!?…]["'”’)]?$/.test(start) ? start : `${start}.`;
}
