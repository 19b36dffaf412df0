// What the page holds to what can be sent: halves of a character that stand alone are no text for anybody else, and one of
// them would keep everything that goes with it from being kept.

const HALF = /\p{Surrogate}/gu;

/** The same value, with a mark of replacement for every half of a character. What needs no change stays the same object. */
export function sendable(value: unknown): unknown {
  if (typeof value === 'string') return value.search(HALF) < 0 ? value : value.replace(HALF, '\ufffd');
  if (Array.isArray(value)) {
    const sent = value.map(sendable);
    return sent.every((entry, index) => entry === value[index]) ? value : sent;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const sent = entries.map(([name, inner]) => [name, sendable(inner)] as const);
  return sent.every(([, inner], index) => inner === entries[index]![1]) ? value : Object.fromEntries(sent);
}
