// Lines as a person types them, and the list that a draft holds.

export function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

export function textOf(lines: string[]): string {
  return lines.join('\n');
}

/** The lines without the empty ones at their end, which nobody meant. */
export function withoutEnd(lines: string[]): string[] {
  let end = lines.length;
  while (end > 0 && lines[end - 1]?.trim() === '') end -= 1;
  return lines.slice(0, end);
}
