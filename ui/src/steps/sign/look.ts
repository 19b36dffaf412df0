// The look of the page as choices in words.

import type { Furniture } from '../../generated/Furniture';

/** One choice about the page: what stands for the kind's own way has an empty value. */
export interface Look {
  field: keyof Furniture;
  label: string;
  options: { value: string; label: string }[];
}

const KIND = { value: '', label: 'Usual for this kind of letter' };

export const LOOKS: Look[] = [
  {
    field: 'paper',
    label: 'Paper',
    options: [KIND, { value: 'letter', label: 'US Letter' }, { value: 'a4', label: 'A4' }],
  },
  {
    field: 'typeface',
    label: 'Typeface',
    options: [KIND, { value: 'serif', label: 'Source Serif' }, { value: 'sans', label: 'Source Sans' }],
  },
  {
    field: 'size',
    label: 'Size of the type',
    options: [
      KIND,
      ...[9, 10, 10.5, 11, 11.5, 12, 13, 14, 16, 18].map((size) => ({ value: `${size}`, label: `${size} points` })),
    ],
  },
  {
    field: 'form',
    label: 'Layout of the letter',
    options: [
      KIND,
      { value: 'full-block', label: 'Everything at the left' },
      { value: 'modified-block', label: 'Date and signature from the middle' },
    ],
  },
  {
    field: 'date',
    label: 'Where the date stands',
    options: [
      KIND,
      { value: 'left', label: 'Left' },
      { value: 'centre', label: 'Centre' },
      { value: 'right', label: 'Right' },
      { value: 'after-addressees', label: 'Under the address' },
    ],
  },
  {
    field: 'subject',
    label: 'Where the subject stands',
    options: [
      KIND,
      { value: 'before-salutation', label: 'Before the salutation' },
      { value: 'after-salutation', label: 'After the salutation' },
    ],
  },
  {
    field: 'numbering',
    label: 'How asks are numbered',
    options: [
      KIND,
      ...['1)', '1.', '(1)', '(a)', 'a)', 'A.', 'I.', '(i)'].map((sign) => ({ value: sign, label: sign })),
    ],
  },
  {
    field: 'strong_labels',
    label: 'Labels of asks',
    options: [KIND, { value: 'true', label: 'Bold' }, { value: 'false', label: 'As the text' }],
  },
  {
    field: 'justified',
    label: 'Right margin',
    options: [KIND, { value: 'false', label: 'Ragged' }, { value: 'true', label: 'Straight' }],
  },
];

/** What stands in the draft, as a choice. */
export function chosen(page: Furniture, field: keyof Furniture): string {
  const value = page[field];
  return value === null ? '' : String(value);
}

/** A choice, as the draft takes it. */
export function furniture(field: keyof Furniture, choice: string): string | number | boolean | null {
  if (choice === '') return null;
  if (field === 'size') return Number(choice);
  return choice === 'true' ? true : choice === 'false' ? false : choice;
}

/** The options with what stands in the draft among them, should it be none of ours. */
export function optionsWith(look: Look, value: string): { value: string; label: string }[] {
  return look.options.some((option) => option.value === value)
    ? look.options
    : [...look.options, { value, label: value }];
}
