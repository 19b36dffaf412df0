// The letter's reader of rich text (`crates/letter/src/markup`) once more, for tests: what is written is read back by the
// same rules, so that a test can try more texts than the shared files hold.

import type { RichBlock } from '../generated/RichBlock';
import type { RichInline } from '../generated/RichInline';
import { isAbsolute, leadingAddress } from './address';
import { label, numbering } from './numbering';

type Text = Extract<RichInline, { type: 'text' }>;
type Look = 'strong' | 'emphasis' | 'underline';
const PLAIN: Omit<Text, 'text'> = { type: 'text', strong: false, emphasis: false, underline: false, link: '' };

/** Markup as blocks, after the guard that every rich value goes through. */
export function read(markup: string): RichBlock[] {
  const guarded = markup.replaceAll(':::', '\\:::').replaceAll('%%', '\\%%');
  return blocks(guarded.split('\n'), 0);
}

const trim = (line: string) => line.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '');
const trimStart = (line: string) => line.replace(/^\p{White_Space}+/u, '');
const indentation = (line: string) => /^ */.exec(line)![0].length;

function blocks(lines: string[], depth: number): RichBlock[] {
  const out: RichBlock[] = [];
  for (let at = 0; at < lines.length;) {
    const line = trim(lines[at]!);
    const heading = /^(#{1,6}) (.*)$/s.exec(line);
    const first = marker(line);
    if (line === '' || line.startsWith('%%')) at++;
    else if (heading) {
      out.push({ type: 'heading', level: Math.min(heading[1]!.length, 2), content: inlines(trim(heading[2]!)) });
      at++;
    } else if (line.startsWith('>')) {
      const rest = lines.slice(at);
      const end = rest.findIndex((next) => !trimStart(next).startsWith('>'));
      const quoted = rest.slice(0, end < 0 ? rest.length : end);
      if (depth >= 2) throw new Error('too deep');
      out.push({
        type: 'quote',
        content: blocks(
          quoted.map((q) => trimStart(q).replace(/^> ?/, '')),
          depth + 1,
        ),
      });
      at += quoted.length;
    } else if (first && opensList(first, lines.slice(at + 1))) {
      if (depth >= 2) throw new Error('too deep');
      at = list(lines, at, first, depth, out);
    } else {
      const next = lines.slice(at + 1).findIndex((other) => stops(trim(other)));
      const end = next < 0 ? lines.length : at + 1 + next;
      const content = trimmedEnds(inlines(lines.slice(at, end).map(trimStart).join('\n')));
      if (content.length > 0) out.push({ type: 'paragraph', content });
      at = end;
    }
  }
  return out;
}

function stops(line: string): boolean {
  const found = marker(line);
  const counts = found && numbering(found.sign);
  return (
    line === '' ||
    line.startsWith('%%') ||
    line.startsWith('>') ||
    /^#{1,6} /.test(line) ||
    (!!found && (!counts || (counts.first === 1 && (counts.digits === 'decimal' || counts.after !== '.'))))
  );
}

interface Marker {
  sign: string;
  bullet: boolean;
  length: number;
}

function marker(line: string): Marker | null {
  const sign = line.split(' ')[0]!;
  const spaced = line.length > sign.length;
  if (['-', '*', '+', '•'].includes(sign)) return spaced ? { sign, bullet: true, length: sign.length + 1 } : null;
  return numbering(sign) ? { sign, bullet: false, length: sign.length + Number(spaced) } : null;
}

const shape = (sign: string) => {
  const counts = numbering(sign);
  return counts ? [counts.before, counts.after, counts.digits, counts.upper && counts.digits !== 'decimal'].join() : '';
};

function opensList(first: Marker, following: string[]): boolean {
  const counts = numbering(first.sign);
  if (!counts || counts.digits === 'decimal') return true;
  const second = (line: string) => {
    const next = marker(trim(line));
    return !!next && shape(next.sign) === shape(first.sign) && numbering(next.sign)?.first === 2;
  };
  return counts.first === 1 && (counts.after !== '.' || following.slice(0, 100).some(second));
}

function list(lines: string[], start: number, first: Marker, depth: number, out: RichBlock[]): number {
  const counts = numbering(first.sign);
  const due = (place: number) => (counts ? label(counts, place) : undefined);
  const opensWith = (line: string, sign: string | undefined) =>
    !!sign && (line === sign || line.startsWith(`${sign} `));
  const items: RichBlock[][] = [];
  const indent = indentation(lines[start]!);
  let at = start;
  while (at < lines.length) {
    const line = trim(lines[at]!);
    const now = due(items.length);
    const next = marker(line);
    let length: number;
    if (now && opensWith(line, now)) length = Math.min(now.length + 1, line.length);
    else if (next && (counts ? shape(next.sign) === shape(first.sign) : next.bullet)) length = next.length;
    else break;
    const following = due(items.length + 1);
    const content = [line.slice(length)];
    let end = at + 1;
    let blank = false;
    for (let i = at + 1; i < lines.length; i++) {
      const own = trim(lines[i]!);
      if (own === '') {
        blank = true;
        content.push('');
        continue;
      }
      const inner = indentation(lines[i]!) > indent + 1;
      const lazy = !blank && !marker(own) && !opensWith(own, following) && !/^[>#%]/.test(own);
      if (!inner && !lazy) break;
      content.push(lines[i]!.slice(Math.min(indent + length, indentation(lines[i]!))));
      blank = false;
      end = i + 1;
    }
    items.push(blocks(content, depth + 1));
    at = end;
    let empty = 0;
    while (at + empty < lines.length && trim(lines[at + empty]!) === '') empty++;
    const after = trim(lines[at + empty] ?? '');
    if (marker(after) || opensWith(after, following)) at += empty;
  }
  out.push(counts ? { type: 'ordered_list', sign: first.sign, items } : { type: 'bullet_list', items });
  return at;
}

function trimmedEnds(content: RichInline[]): RichInline[] {
  const out = [...content];
  while (out.at(-1)?.type === 'break') out.pop();
  const last = out.at(-1);
  if (last?.type === 'text') out[out.length - 1] = { ...last, text: last.text.replace(/ +$/, '') };
  while (out[0]?.type === 'break') out.shift();
  return out.filter((inline) => inline.type !== 'text' || inline.text !== '');
}

type Piece = RichInline | { type: 'look'; look: Look | 'link'; url?: string; inside: Piece[] };

function inlines(text: string): RichInline[] {
  const flat: RichInline[] = [];
  const walk = (pieces: Piece[], look: Omit<Text, 'text'>) => {
    for (const piece of pieces) {
      if (piece.type === 'look') {
        walk(piece.inside, piece.look === 'link' ? { ...look, link: piece.url! } : { ...look, [piece.look]: true });
      } else if (piece.type !== 'text') flat.push(piece);
      else {
        const last = flat.at(-1);
        const same =
          last?.type === 'text' &&
          (['strong', 'emphasis', 'underline', 'link'] as const).every((key) => last[key] === look[key]);
        if (same) flat[flat.length - 1] = { ...last, text: last.text + piece.text };
        else flat.push({ ...look, text: piece.text });
      }
    }
  };
  walk(run(text, 0, text.length, true), PLAIN);
  return flat;
}

function closingBrackets(text: string): Map<number, number> {
  const open: number[] = [];
  const pairs = new Map<number, number>();
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') open.push(at);
    else if (text[at] === ']' && open.length > 0) pairs.set(open.pop()!, at);
  }
  return pairs;
}

const isPunctuation = (c: string) => !/[\p{Alphabetic}\p{N}\p{White_Space}]/u.test(c);
const isAscii = (c: string | undefined) => !!c && /^[!-/:-@[-`{-~]$/.test(c);

function run(text: string, start: number, end: number, links: boolean): Piece[] {
  const pairs = closingBrackets(text);
  let out: Piece[] = [];
  const open: { sign: string; look: Look; from: number }[] = [];
  const say = (words: string) => {
    const last = out.at(-1);
    const floor = open.at(-1)?.from ?? 0;
    if (last?.type === 'text' && out.length > floor) out[out.length - 1] = { ...last, text: last.text + words };
    else out.push({ ...PLAIN, text: words });
  };
  const abandon = () => {
    const { sign, from } = open.pop()!;
    out.splice(from, 0, { ...PLAIN, text: sign });
  };
  const close = (sign: string) => {
    while (open.at(-1)!.sign !== sign) abandon();
    const { look, from } = open.pop()!;
    const inside = out.splice(from);
    if (inside.length > 0) out.push({ type: 'look', look, inside });
  };
  for (let at = start; at < end;) {
    const c = String.fromCodePoint(text.codePointAt(at)!);
    if (c === '\\') {
      const next = text[at + 1];
      if (next === '\n') out.push({ type: 'break' });
      else say(isAscii(next) ? next! : '\\');
      at += next === '\n' || isAscii(next) ? 2 : 1;
    } else if (c === '\n') {
      const last = out.at(-1);
      const isText = last?.type === 'text';
      const hard = isText && last.text.endsWith('  ');
      if (isText) out[out.length - 1] = { ...last, text: last.text.replace(/ +$/, '') };
      if (hard) out.push({ type: 'break' });
      else if (at + 1 < end && out.at(-1)?.type !== 'break') say(' ');
      at++;
    } else if (c === '\u2028') {
      out.push({ type: 'break' });
      at++;
    } else if (c === '*' || c === '_') {
      const length = (c === '*' ? /^\*+/ : /^_+/).exec(text.slice(at, end))![0].length;
      const before = at > 0 ? [...text.slice(0, at)].at(-1)! : ' ';
      const after = at + length < end ? String.fromCodePoint(text.codePointAt(at + length)!) : ' ';
      const space = (one: string) => /\p{White_Space}/u.test(one);
      const left = !space(after) && (!isPunctuation(after) || space(before) || isPunctuation(before));
      const right = !space(before) && (!isPunctuation(before) || space(after) || isPunctuation(after));
      const opens = c === '*' ? left : left && (!right || isPunctuation(before));
      const closes = c === '*' ? right : right && (!left || isPunctuation(after));
      const double = c + c;
      const parts =
        length === 1
          ? [c]
          : length === 2
            ? [double]
            : length === 3
              ? open.at(-1)?.sign === c
                ? [c, double]
                : [double, c]
              : [];
      if (parts.length === 0) say(text.slice(at, at + length));
      for (const sign of parts) {
        const look: Look = sign.length === 1 ? 'emphasis' : c === '*' ? 'strong' : 'underline';
        const isOpen = open.some((one) => one.sign === sign);
        if (closes && isOpen) close(sign);
        else if (opens && !isOpen) open.push({ sign, look, from: out.length });
        else say(sign);
      }
      at += length;
    } else if (c === '[') {
      const shut = pairs.get(at) ?? end;
      const inside = text.slice(at + 1, shut);
      const note = /^\^([A-Za-z0-9_-]{1,64})$/.exec(inside)?.[1];
      const found = shut < end && text[shut + 1] === '(' ? address(text.slice(shut + 2, end)) : null;
      if (shut < end && note) {
        out.push({ type: 'note', id: note });
        at = shut + 1;
      } else if (found && links) {
        const content = run(text, at + 1, shut, false);
        if (!isAbsolute(found.url)) throw new Error(`bad link ${found.url}`);
        out.push({ type: 'look', look: 'link', url: found.url, inside: content });
        at = shut + 2 + found.length;
      } else {
        say('[');
        at++;
      }
    } else {
      const apart = c === 'h' && links && !/[\p{Alphabetic}\p{N}]$/u.test(text.slice(0, at));
      const url = apart ? leadingAddress(text.slice(at, end)) : '';
      if (url) out.push({ type: 'look', look: 'link', url, inside: [{ ...PLAIN, text: url }] });
      else if (!/\p{Cc}/u.test(c)) say(c);
      at += url.length || c.length;
    }
  }
  while (open.length > 0) abandon();
  return out;
}

function address(text: string): { url: string; length: number } | null {
  let url = '';
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text[at]!;
    if (c === ')' && depth === 0) return { url: trim(url), length: at + 1 };
    if (c === '\n' || c === '[') return null;
    if (c === '\\') {
      at++;
      url += isAscii(text[at]) ? text[at] : `\\${text[at]}`;
    } else {
      depth += c === '(' ? 1 : c === ')' ? -1 : 0;
      url += c;
    }
  }
  return null;
}
