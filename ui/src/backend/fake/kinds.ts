// The kinds in `templates/`, as the program builds them in, and drafts of their samples.

import {
  emptyAddressee,
  emptyAsk,
  emptyDraft,
  emptyFurniture,
  emptyLetterhead,
  emptyPerson,
  emptyReference,
  emptySigner,
} from '../../draft/empty';
import type { Draft } from '../../generated/Draft';
import type { Field } from '../../generated/Field';
import type { Kind } from '../../generated/Kind';
import type { Template } from '../../generated/Template';
import { toml, type Data } from './toml';

const templates = import.meta.glob('../../../../templates/*/template.toml', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;
const samples = import.meta.glob('../../../../templates/*/sample.toml', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;

/** The built-in kinds in their order. */
export function builtIn(): Kind[] {
  return Object.entries(templates)
    .map(([path, text]) => ({ kind: folder(path), template: template(toml(text)) }))
    .sort((a, b) => a.template.order - b.template.order)
    .map(({ kind, template }) => ({
      kind,
      name: template.name,
      purpose: template.purpose,
      own: false,
      template,
      fault: null,
    }));
}

/** The worked sample of a kind. */
export function sample(kind: string): Draft {
  const found = Object.entries(samples).find(([path]) => folder(path) === kind);
  return whole({ kind, ...(found ? toml(found[1]) : {}) });
}

/** A draft with every field, of one that leaves out what says nothing. */
export function whole(data: Data): Draft {
  const draft = { ...emptyDraft(), ...data } as Draft;
  const list = <T>(entries: T[], empty: () => T) => entries.map((entry) => ({ ...empty(), ...entry }));
  return {
    ...draft,
    sender: { ...emptyDraft().sender, ...draft.sender },
    letterhead: draft.letterhead && {
      ...emptyLetterhead(),
      ...draft.letterhead,
      columns: list(draft.letterhead.columns ?? [], () => ({ align: 'left' as const, name: '', lines: [] })),
    },
    item: { ...emptyDraft().item, ...draft.item },
    page: { ...emptyFurniture(), ...draft.page },
    addressees: list(draft.addressees, emptyAddressee).map((addressee) => ({
      ...addressee,
      persons: list(addressee.persons, emptyPerson),
    })),
    asks: list(draft.asks, emptyAsk),
    references: list(draft.references, emptyReference),
    signers: list(draft.signers, emptySigner),
    shorter: draft.shorter ?? {},
    channels: draft.channels ?? {},
    shown: draft.shown ?? [],
  };
}

function template(data: Data): Template {
  const fields = ((data.fields ?? []) as Partial<Field>[]).map((field) => ({
    help: '',
    required: false,
    default: '',
    choices: [],
    ...field,
  }));
  return {
    name: '',
    purpose: '',
    order: 0,
    parts: [],
    required: [],
    subject: null,
    closing: null,
    salutation: null,
    ...data,
    page: { ...emptyFurniture(), ...(data.page as object) },
    fields,
  } as Template;
}

function folder(path: string): string {
  return path.split('/').at(-2)!;
}
