// Something that is offered while typing.

export type Suggestion = {
  /** Tells it from the others. */
  id: string | number;
  label: string;
  detail?: string;
};
