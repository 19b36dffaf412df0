// A draft as the text of a box and as a speech. Simple on purpose: pieces are shortened and left out from the end until
// the text fits, which the program does better; pins are kept, and nothing is left out without being told.

import { orderedAsks } from '../../draft/lists';
import type { Counts } from '../../generated/Counts';
import type { Draft } from '../../generated/Draft';
import type { Fitted } from '../../generated/Fitted';
import type { Gauge } from '../../generated/Gauge';
import type { Length } from '../../generated/Length';
import type { Limit } from '../../generated/Limit';
import type { Pin } from '../../generated/Pin';
import type { Said } from '../../generated/Said';
import type { Speech } from '../../generated/Speech';
import type { Template } from '../../generated/Template';
import type { Omission } from '../../generated/Omission';
import { built, plain } from './letter';

interface Piece {
  path: string;
  texts: Partial<Record<Exclude<Length, 'out'>, string>>;
  /** What goes last has the highest. */
  worth: number;
}

/** The text for a box, and what it leaves out. */
export function fitted(draft: Draft, template: Template, limit: Limit | null, pins: Pin[]): Fitted {
  const pieces = piecesOf(draft, template);
  const said = chosen(pieces, pins, (text) => gauge(text, limit).over <= 0);
  const text = said.map((one) => one.text).join('\n\n');
  const shown = gauge(text, limit);
  const longest = [...said].sort((a, b) => b.text.length - a.text.length)[0];
  const sentence = longest?.text.match(/[^.!?]+[.!?]*/g)?.sort((a, b) => b.length - a.length)[0] ?? '';
  return {
    text,
    counts: counts(text),
    gauge: shown,
    said,
    changes: omitted(pieces, said),
    shorten:
      shown.over > 0
        ? {
            piece: longest?.piece ?? '',
            sentence: sentence.trim(),
            by: shown.over,
            pinned: pins.length > 0,
            enough: sentence.trim().length > shown.over,
          }
        : null,
  };
}

/** What to say in so many seconds. */
export function spoken(draft: Draft, template: Template, seconds: number, pace: number): Speech {
  const pieces = piecesOf(draft, template);
  const lasts = (text: string) => Math.ceil((counts(text).words * 60) / (pace || 125));
  const said = chosen(pieces, [], (text) => lasts(text) <= seconds);
  const minute = chosen(pieces, [], (text) => lasts(text) <= 60);
  const text = [...said.map((one) => one.text), 'Thank you.'].join('\n\n');
  const inAMinute = (piece: string) => minute.find((one) => one.piece === piece)?.text ?? '';
  return {
    text,
    words: counts(text).words,
    seconds: lasts(text),
    over: Math.max(0, lasts(text) - seconds),
    pieces: [
      ...said.map((one) => ({
        piece: one.piece,
        text: one.text,
        seconds: lasts(one.text),
        in_a_minute: inAMinute(one.piece),
      })),
      { piece: '', text: 'Thank you.', seconds: 1, in_a_minute: 'Thank you.' },
    ],
    changes: omitted(pieces, said),
  };
}

function piecesOf(draft: Draft, template: Template): Piece[] {
  const position = draft.item.position?.replaceAll('-', ' ') ?? '';
  const item = built(draft, template).subject;
  const opening = [item && `${item}.`, position && `Position: ${position}.`].filter(Boolean).join(' ');
  const words = template.fields
    .filter((field) => field.kind === 'rich' || field.kind === 'phrase')
    .flatMap((field) => {
      const texts = String(draft.words[field.name] ?? '').split(/\n\n+/);
      return texts.filter(Boolean).map((text, index): Piece => {
        const shorter = draft.shorter[field.name]?.find((one) => one.of === text);
        const lengths = { full: plain(text), short: plain(shorter?.short ?? ''), line: plain(shorter?.line ?? '') };
        return { path: `words.${field.name}[${index}]`, texts: lengths, worth: 1 };
      });
    });
  const asks = orderedAsks(draft.asks).map(({ ask, index }): Piece => {
    const worth = { first: 4, normal: 3, last: 2 }[ask.priority];
    const texts = { full: plain(ask.full), short: plain(ask.short), line: plain(ask.line) };
    return { path: `asks[${index}]`, texts, worth };
  });
  const signers = draft.signers.map(({ name }) => name).filter(Boolean);
  return [
    { path: 'item', texts: { full: opening }, worth: 9 },
    ...words,
    ...asks,
    { path: 'signers', texts: { full: signers.join(', ') }, worth: 8 },
  ].filter((piece) => piece.texts.full);
}

const SHORTER: Length[] = ['full', 'short', 'line', 'out'];

function chosen(pieces: Piece[], pins: Pin[], fits: (text: string) => boolean): Said[] {
  const at = pieces.map(({ path }): Length => pins.find(({ piece }) => piece === path)?.at ?? 'full');
  const isFree = (index: number) => !pins.some(({ piece }) => piece === pieces[index]!.path) && at[index] !== 'out';
  const said = () =>
    pieces
      .map((piece, index): Said => {
        const length = at[index]!;
        const text = length === 'out' ? '' : piece.texts[length];
        return { piece: piece.path, at: length, text: text ?? '' };
      })
      .filter(({ text }) => text !== '');
  const text = () =>
    said()
      .map((one) => one.text)
      .join('\n\n');
  while (!fits(text())) {
    const free = pieces.map((_, index) => index).filter((index) => pieces[index]!.worth < 8 && isFree(index));
    const next = free.sort((a, b) => pieces[a]!.worth - pieces[b]!.worth || b - a)[0];
    if (next === undefined) break;
    const left = SHORTER.slice(SHORTER.indexOf(at[next]!) + 1);
    at[next] = left.find((length) => length === 'out' || pieces[next]!.texts[length]) ?? 'out';
  }
  return said();
}

function omitted(pieces: Piece[], said: Said[]): Omission[] {
  const what = { short: 'shortened', line: 'one-line', full: 'cut', out: 'left-out' } as const;
  return pieces.flatMap((piece): Omission[] => {
    const one = said.find((said) => said.piece === piece.path);
    if (one?.at === 'full') return [];
    const missing = piece.texts.full ?? '';
    const instead = one?.text ?? '';
    return [
      { piece: piece.path, what: what[one?.at ?? 'out'], missing, instead, saved: missing.length - instead.length },
    ];
  });
}

function counts(text: string): Counts {
  return {
    words: text.split(/\s+/).filter(Boolean).length,
    characters: [...text].length,
    units: text.replaceAll('\n', '\r\n').length,
  };
}

function gauge(text: string, limit: Limit | null): Gauge {
  const counted = counts(text);
  const used = limit?.unit === 'words' ? counted.words : Math.max(counted.characters, counted.units);
  const most = limit?.unit === 'words' || limit?.unit === 'characters' ? limit.value : null;
  if (most === null) return { used, limit: null, near: false, over: 0 };
  return { used, limit: most, near: used >= most * 0.95, over: Math.max(0, used - most) };
}
