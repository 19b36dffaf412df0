// A moment in words, as near ones are spoken of: `today at 9:05 AM`, `yesterday at …`, `March 3, 2026 at …`.

export function when(moment: string, now: Date = new Date()): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const time = at.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' }).replace(/\u202f/g, ' ');
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  if (days === 0) return `today at ${time}`;
  if (days === 1) return `yesterday at ${time}`;
  return `${at.toLocaleDateString('en-US', { year: 'numeric', month: 'long', day: 'numeric' })} at ${time}`;
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
