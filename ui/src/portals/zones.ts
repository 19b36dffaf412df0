// Time zones by the names that the IANA gives them.

/** Those of the United States, to choose from. */
export const ZONES = [
  'America/Los_Angeles',
  'America/Denver',
  'America/Phoenix',
  'America/Chicago',
  'America/New_York',
  'America/Anchorage',
  'Pacific/Honolulu',
];

/** Whether a text names a time zone, or none. Offsets such as `+01:00` name none. */
export function isZone(text: string): boolean {
  const name = text.trim();
  if (name === '') return true;
  if (!/^[a-z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
