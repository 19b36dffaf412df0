import { beforeEach, expect, test } from 'vitest';
import { backTo, heldInSight } from './foot';

beforeEach(() => {
  document.body.innerHTML =
    '<main><h1>Settings</h1><input id="name" /></main><div><button id="close">Close</button></div>';
});

test('the focus goes back to where it was, else to the heading', () => {
  const name = document.getElementById('name')!;
  backTo(name);
  expect(document.activeElement).toBe(name);
  name.remove();
  backTo(name);
  expect(document.activeElement).toBe(document.querySelector('h1'));
});

test('a screen that was at its end stays there when it shrinks; another stays where it is', () => {
  const main = document.querySelector('main')!;
  const check = (scrolled: number, after: number) => {
    Object.defineProperties(main, {
      scrollHeight: { value: 1000, configurable: true },
      clientHeight: { value: 400, configurable: true },
    });
    main.scrollTop = scrolled;
    const again = heldInSight(document);
    again();
    expect(main.scrollTop).toBe(after);
  };
  check(600, 1000);
  check(300, 300);
  check(0, 0);
});
