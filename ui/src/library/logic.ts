// Lists within a thing: seats of a person, members of a body.

/** The list with one of its parts changed. */
export function changed<Part>(list: Part[], index: number, change: Partial<Part>): Part[] {
  return list.map((part, at) => (at === index ? { ...part, ...change } : part));
}
