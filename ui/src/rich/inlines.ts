// One line of words as markup: links, looks opened and closed, note marks.

import { escape } from './backslashes';
import { isPlain, isSpace, isSpaceChar, LOOKS, shareLooks, type Look, type Token } from './tokens';

const DELIMITERS = { underline: '__', strong: '**', emphasis: '*' };

/** A line as markup; empty when it has no words. */
export function lineMarkup(line: Token[], atStart: boolean): string {
  shareLooks(line);
  escape(line, atStart);
  let out = '';
  for (let start = 0; start < line.length;) {
    const link = line[start]!.link;
    let end = start;
    while (line[end]?.link === link) end++;
    const group = line.slice(start, end);
    if (link === '') out += words(group);
    else if (isBare(line.slice(0, start), group, line.slice(end))) out += link;
    else out += `[${words(group)}](${link.replace(/\p{Cc}/gu, '').replace(/[\\()[]/g, '\\$&')})`;
    start = end;
  }
  return out;
}

/** Whether an address can stand as it is: it reads as a link by itself, apart from the words around it. */
function isBare(before: Token[], group: Token[], after: Token[]): boolean {
  const link = group[0]?.link ?? '';
  const itself =
    group.every(isPlain) && group.map((token) => token.char).join('') === link && /^https?:\/\//.test(link);
  const plain = ![...link].some((c) => isSpaceChar(c) || '<>"“”\\()[]'.includes(c)) && !/[.,;:!?*_'’]$/.test(link);
  const last = before.at(-1);
  const begins = !last || isSpace(last) || last.char === '(';
  const next = after.find((token) => !(isPlain(token) && /^[.,;:!?)]$/.test(token.char)));
  return itself && plain && begins && (!next || isSpace(next));
}

/** Words with their looks; all looks are closed at the end. */
function words(group: Token[]): string {
  let out = '';
  let open: Look[] = [];
  const close = (from: number) => {
    for (const look of open.slice(from).reverse()) out += DELIMITERS[look];
    open = open.slice(0, from);
  };
  group.forEach((token, at) => {
    const ended = open.findIndex((look) => !token.looks.has(look));
    if (ended >= 0) close(ended);
    const lasts = (look: Look) => {
      const end = group.findIndex((other, index) => index > at && !other.looks.has(look));
      return end < 0 ? group.length : end;
    };
    const due = LOOKS.filter((look) => token.looks.has(look) && !isSpace(token) && !open.includes(look));
    due.sort((a, b) => lasts(b) - lasts(a));
    for (const look of due) out += DELIMITERS[look];
    open.push(...due);
    out += token.note ? `[^${token.note}]` : (token.escaped ? '\\' : '') + token.char;
  });
  close(0);
  return out;
}
