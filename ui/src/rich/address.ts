// Which addresses a link may lead to: the same rule as the letter's reader, so that no link is offered that it refuses.

const FORBIDDEN = /[\s\p{Cc}<>"\\^`{|}]/u;
const LABEL = /^[\p{Alphabetic}\p{N}_-]+$/u;
/** The longest address of a link, in bytes. */
const LONGEST = 2000;

/** The text is an absolute web or mail address: a known scheme, a host with a dot or an `@`, no space or control. */
export function isAbsolute(url: string): boolean {
  if (FORBIDDEN.test(url) || new TextEncoder().encode(url).length > LONGEST) return false;
  if (/^mailto:/i.test(url)) {
    const [, user, rest] = /^mailto:([^@]*)@(.*)$/i.exec(url) ?? [];
    return !!user && rest !== undefined && isHost(rest.split('?')[0] ?? '');
  }
  const [, rest] = /^https?:\/\/(.*)$/i.exec(url) ?? [];
  if (rest === undefined) return false;
  const [, host = '', port] = /^([^/?#:]*)(?::([^/?#]*))?/.exec(rest) ?? [];
  return isHost(host) && (port === undefined || /^[0-9]+$/.test(port));
}

function isHost(host: string): boolean {
  return (
    host.includes('.') &&
    host.split('.').every((label) => LABEL.test(label) && !label.startsWith('-') && !label.endsWith('-'))
  );
}

/** What a person typed as an address, made whole: a missing scheme is added. `null` when it leads nowhere. */
export function wholeAddress(typed: string): string | null {
  const words = typed.trim();
  const guesses = [words, /^[^/:@]+@[^/@]+$/.test(words) ? `mailto:${words}` : `https://${words}`];
  return guesses.find(isAbsolute) ?? null;
}

/** An address that stands in a text, without the punctuation of the sentence it ends. */
export function withoutPunctuation(url: string): string {
  let unpaired = Math.max(0, url.split(')').length - url.split('(').length);
  let end = url.length;
  for (; end > 0; end--) {
    const last = url[end - 1] ?? '';
    if (last === ')' && unpaired > 0) unpaired--;
    else if (!".,;:!?*_'’]".includes(last)) break;
  }
  return url.slice(0, end);
}

/** The address that begins the text, as the letter's reader would find it there; empty when none does. */
export function leadingAddress(text: string): string {
  if (!/^https?:\/\//.test(text)) return '';
  const url = withoutPunctuation(/^[^\s<>"”“\\\u2028]*/u.exec(text)?.[0] ?? '');
  return isAbsolute(url) ? url : '';
}
