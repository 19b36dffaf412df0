import { expect, test } from 'vitest';
import { emptyFurniture } from '../../draft/empty';
import { chosen, furniture, LOOKS, optionsWith } from './look';

test('a choice goes into the draft and comes back', () => {
  const check = (field: Parameters<typeof furniture>[0], choice: string, value: unknown) => {
    expect(furniture(field, choice)).toBe(value);
    expect(chosen({ ...emptyFurniture(), [field]: value }, field)).toBe(choice);
  };
  check('paper', 'a4', 'a4');
  check('paper', '', null);
  check('size', '10.5', 10.5);
  check('justified', 'true', true);
  check('strong_labels', 'false', false);
});

test('what stands in the draft can always be seen', () => {
  const size = LOOKS.find((look) => look.field === 'size')!;
  expect(optionsWith(size, '23').at(-1)).toEqual({ value: '23', label: '23' });
  expect(optionsWith(size, '12')).toBe(size.options);
});
