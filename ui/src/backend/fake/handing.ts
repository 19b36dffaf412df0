// What the fake desk says of handing a draft in: its channels, when they close, and what in it is personal.

import type { Channels } from '../../generated/Channels';
import type { Choice } from '../../generated/Choice';
import type { Closing } from '../../generated/Closing';
import type { Draft } from '../../generated/Draft';
import type { Due } from '../../generated/Due';
import type { Exposure } from '../../generated/Exposure';
import type { Message } from '../../generated/Message';
import type { Portal } from '../../generated/Portal';
import type { PortalCard } from '../../generated/PortalCard';
import type { Rule } from '../../generated/Rule';
import type { Template } from '../../generated/Template';
import { at } from '../../draft/paths';
import { fitted } from './fitted';
import { built, plainText } from './letter';

/** What each channel of a draft says. */
export function channels(draft: Draft, template: Template, card: PortalCard | null, now: Date): Channels {
  const portal = card?.portal;
  const published = portal ? portal.published !== false : false;
  const sent = published ? withheld(draft) : draft;
  return {
    portal: card,
    fitted: fitted(sent, template, portal?.limit ?? null, draft.channels[draft.portal] ?? []),
    position: position(draft, portal),
    legislature: '',
    message: message(sent, template, portal),
    zone_taken: '',
    free_days: portal ? freeDays(portal) : '',
    dues: portal ? dues(draft, portal, now) : [],
    exposures: exposures(draft),
    published,
  };
}

/** The draft without the personal data that nobody agreed to show. */
export function withheld(draft: Draft): Draft {
  const kept = new Set(draft.shown.map(({ words }) => words));
  let text = JSON.stringify(draft);
  for (const { words, replacement } of exposures(draft)) {
    if (!kept.has(words)) text = text.replaceAll(words, replacement);
  }
  return JSON.parse(text) as Draft;
}

const PHONE = /\(?\d{3}\)?[ -]\d{3}-\d{4}/g;

function exposures(draft: Draft): Exposure[] {
  const paths = [
    ...draft.signers.flatMap((signer, index) => signer.lines.map((_, line) => `signers[${index}].lines[${line}]`)),
    ...draft.asks.map((_, index) => `asks[${index}].full`),
    ...Object.keys(draft.words).map((name) => `words.${name}`),
  ];
  return paths.flatMap((path) => {
    const text = String(at(draft, path) ?? '');
    return [...text.matchAll(PHONE)].map((found): Exposure => {
      return {
        kind: 'phone',
        path,
        start: found.index,
        end: found.index + found[0].length,
        words: found[0],
        why: 'This looks like the phone number of a person.',
        replacement: '[phone number withheld]',
      };
    });
  });
}

function position(draft: Draft, portal: Portal | undefined): Choice | null {
  const { position } = draft.item;
  if (!position || !portal?.positions?.length) return null;
  const plain = position.replaceAll('-', ' ');
  const [first] = plain.split(' ');
  const offered = portal.positions.find((one) => one.toLowerCase() === first) ?? null;
  const warning =
    offered?.toLowerCase() === plain ? '' : `The portal cannot say “${plain}”; say in the text what you want changed.`;
  return { offered, warning };
}

function message(draft: Draft, template: Template, portal: Portal | undefined): Message {
  const made = built(draft, template);
  return {
    to: portal?.email ? [portal.email] : [],
    cc: [],
    no_addresses: [],
    subject: draft.subject ?? made.subject,
    body: plainText(draft, template),
    files: [`${made.file_name}.pdf`],
  };
}

function freeDays({ deadline, holidays }: Portal): string {
  const counts = deadline.some(({ shape }) => shape === 'business-days-before' || shape === 'after-event');
  return counts ? (holidays ?? 'California state holidays') : '';
}

/** When a comment has to be in; as much of the rules as screens need. */
function dues(draft: Draft, portal: Portal, now: Date): Due[] {
  const { meeting, time, special } = draft.item;
  const rules = portal.deadline.filter(({ meetings }) => meetings === 'any' || (meetings === 'special') === special);
  return rules.map((rule): Due => {
    const { tier, opens } = rule;
    const open = { tier, opens, left: '', at: '', is_past: false, is_soon: false, lacks: null };
    if (rule.shape === 'until-vote') return { ...open, left: 'closes when the item is voted on' };
    if (rule.shape === 'until-item-closed') return { ...open, left: 'closes when comment on the item closes' };
    const unknown = 'closes at a time that is not known';
    if (!meeting) return { ...open, left: unknown, lacks: 'date' };
    if (rule.shape === 'minutes-before' && !time) return { ...open, left: unknown, lacks: 'time' };
    return { ...open, ...told(moment(rule, meeting, time), now, opens) };
  });
}

/** When the last door of a draft closes, for its card. */
export function closing(draft: Draft, portal: Portal | undefined, now: Date): Closing | null {
  const { meeting, time } = draft.item;
  const rule = portal?.deadline.find((rule) => !rule.opens && 'time' in rule) ?? portal?.deadline[0];
  if (!meeting || !rule || (rule.shape === 'minutes-before' && !time) || rule.shape.startsWith('until')) return null;
  const at = moment(rule, meeting, time);
  return { moment: at.toISOString(), ...told(at, now, false) };
}

function moment(rule: Rule, meeting: string, time: string | null): Date {
  const days = 'days_before' in rule ? rule.days_before : 'days' in rule ? rule.days : 0;
  const clock = 'time' in rule ? rule.time.slice(0, 5) : (time ?? '18:00');
  const minutes = 'minutes' in rule ? rule.minutes : 0;
  const start = Date.parse(`${meeting}T${clock}:00`);
  return new Date(start - days * 86_400_000 - minutes * 60_000);
}

function told(at: Date, now: Date, opens: boolean) {
  const minutes = Math.round((at.getTime() - now.getTime()) / 60_000);
  const far = Math.abs(minutes);
  const long =
    far < 60 ? `${far} min` : far < 48 * 60 ? `${Math.floor(far / 60)} h` : `${Math.floor(far / 60 / 24)} days`;
  const verb = opens ? ['opens', 'opened'] : ['closes', 'closed'];
  return {
    left: minutes < 0 ? `${verb[1]} ${long} ago` : `${verb[0]} in ${long}`,
    at: at.toLocaleString('en-US', { dateStyle: 'long', timeStyle: 'short' }),
    is_past: minutes < 0,
    is_soon: minutes >= 0 && minutes < 24 * 60,
  };
}
