// The positions that one can take on an item, in words, and which fields of an item a kind of letter uses.

import type { Item } from '../../generated/Item';
import type { Position } from '../../generated/Position';
import type { PositionOn } from '../../generated/PositionOn';
import type { Template } from '../../generated/Template';

export const POSITIONS: { value: Position | 'none'; label: string; help?: string }[] = [
  { value: 'support', label: 'Support', help: 'You want it passed as it is.' },
  { value: 'support-if-amended', label: 'Support if amended', help: 'You want it passed once it is changed.' },
  { value: 'neutral', label: 'Neutral', help: 'You inform and take no side.' },
  { value: 'concern', label: 'Concern', help: 'You are worried about parts of it, without opposing it.' },
  { value: 'oppose-unless-amended', label: 'Oppose unless amended', help: 'You are against it until it is changed.' },
  { value: 'oppose', label: 'Oppose', help: 'You want it stopped.' },
  { value: 'none', label: 'No position', help: 'The letter does not name one.' },
];

export const OBJECTS: { value: PositionOn; label: string }[] = [
  { value: 'item', label: 'The item' },
  { value: 'appeal', label: 'The appeal' },
  { value: 'staff-recommendation', label: 'What staff recommends' },
];

/** Words that stand before a number. */
export const NUMBER_LABELS = ['Item #', 'Item ', 'Agenda Item ', 'File No. ', 'Docket No. ', 'Case No. '];

/** Whether a kind uses a field of the item: it asks for it, its subject line names it, or something stands there. */
export function uses(template: Template, item: Item, field: keyof Item): boolean {
  const path = `item.${field}`;
  return template.required.includes(path) || (template.subject ?? '').includes(path) || Boolean(item[field]);
}

/** The day of a clock where it stands, as a draft writes it. */
export function dayOf(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
