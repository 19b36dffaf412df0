// The portals of the fake desk: the records that come with the program, and the person's own in front of them.

import type { Attachments } from '../../generated/Attachments';
import type { Limit } from '../../generated/Limit';
import type { Portal } from '../../generated/Portal';
import type { PortalCard } from '../../generated/PortalCard';
import type { Rule } from '../../generated/Rule';
import { emptyPortal } from '../../portals/empty';
import { toml } from './toml';

const records = import.meta.glob('../../../../crates/letter/portals/*.toml', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;

export class Portals {
  private own: Portal[] = [];
  private readonly builtIn = Object.values(records).map((text) => whole(toml(text)));

  cards(today: string): PortalCard[] {
    const isOwn = (id: string) => this.own.some((portal) => portal.id === id);
    const comes = (id: string) => this.builtIn.some((portal) => portal.id === id);
    const card = (portal: Portal, own: boolean): PortalCard => {
      return structuredClone({ portal, own, built_in: comes(portal.id), doubt: doubt(portal, today) });
    };
    const cards = [
      ...this.builtIn.filter(({ id }) => !isOwn(id)).map((portal) => card(portal, false)),
      ...this.own.map((portal) => card(portal, true)),
    ];
    return cards.sort((a, b) => a.portal.name.toLowerCase().localeCompare(b.portal.name.toLowerCase()));
  }

  get(id: string): Portal | undefined {
    return this.own.find((portal) => portal.id === id) ?? this.builtIn.find((portal) => portal.id === id);
  }

  save(portal: Portal): string {
    const id = portal.id || this.freeId(portal.name);
    this.own = [...this.own.filter((other) => other.id !== id), { ...structuredClone(portal), id }];
    return id;
  }

  remove(id: string): boolean {
    const before = this.own.length;
    this.own = this.own.filter((portal) => portal.id !== id);
    return this.own.length < before;
  }

  private freeId(name: string): string {
    const id = name.toLowerCase().replace(/[^a-z0-9]+/g, '-') || 'portal';
    let free = id;
    for (let number = 2; this.get(free); number += 1) free = `${id}-${number}`;
    return free;
  }
}

function whole(data: object): Portal {
  const portal = { ...emptyPortal(), confidence: 'low', ...data } as Portal;
  const limit = portal.limit && { ...noLimit(), ...portal.limit };
  const attachments = portal.attachments && { ...noFiles(), ...portal.attachments };
  const deadline = portal.deadline.map(
    (rule) => ({ meetings: 'any', tier: 'accepted', opens: false, ...(rule as object) }) as Rule,
  );
  return { ...portal, limit, attachments, deadline };
}

const noLimit = (): Limit => ({ value: null, unit: 'unknown', hard: null });
const noFiles = (): Attachments => ({ allowed: null, max_files: null, max_mb_each: null, types: [] });

function doubt(portal: Portal, today: string): string {
  if (portal.verified_on === null) {
    return 'Nobody noted when these rules were read; compare them with what the page says.';
  }
  const days = (Date.parse(today) - Date.parse(portal.verified_on)) / 86_400_000;
  const also = portal.confidence === 'low' ? ', and from a source that may be wrong' : '';
  if (days > 365) {
    return `These rules were read on ${portal.verified_on}, more than a year ago${also}; compare them with what the page says.`;
  }
  return also ? 'These rules come from a source that may be wrong; compare them with what the page says.' : '';
}
