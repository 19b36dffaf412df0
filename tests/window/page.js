// Finds things in the page by what a person sees and a screen reader says. Runs before each verb of `person.rs`.

const squeeze = (text) => text.replace(/\s+/g, ' ').trim();

/** The text that is read of an element: what is hidden from screen readers is left out. */
function spoken(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
  if (node.getAttribute('aria-label')) return node.getAttribute('aria-label');
  if (node.tagName === 'IMG') return node.alt;
  return [...node.childNodes].map(spoken).join(node.tagName === 'BUTTON' ? '' : ' ');
}

/** The accessible name, as far as our pages need it. */
function nameOf(element) {
  const labelled = element.getAttribute('aria-labelledby');
  if (labelled) {
    const parts = labelled.split(/\s+/).map((id) => document.getElementById(id));
    return squeeze(parts.map((part) => (part ? spoken(part) : '')).join(' '));
  }
  if (element.getAttribute('aria-label')) return squeeze(element.getAttribute('aria-label'));
  if (element.labels && element.labels.length > 0) return squeeze([...element.labels].map(spoken).join(' '));
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)) return squeeze(element.placeholder || element.title || '');
  return squeeze(spoken(element)) || squeeze(element.title || '');
}

function isVisible(element) {
  if (!element.isConnected || element.closest('[inert], [hidden]')) return false;
  const style = getComputedStyle(element);
  return style.visibility === 'visible' && element.getClientRects().length > 0;
}

/** Scrolls to an element, as a person does who looks for it; the driver fails to where lines open and close. */
function broughtUp(element) {
  const box = element.getBoundingClientRect();
  if (box.top < 64 || box.bottom > innerHeight - 8) element.scrollIntoView({ block: 'center' });
  return element;
}

const CONTROLS =
  'button, a[href], input:not([type=hidden]), textarea, select, summary, [contenteditable=true], ' +
  '[role=button], [role=tab], [role=menuitem], [role=option], [role=radio], [role=checkbox], [role=switch], [role=link]';

/** The control that is called so; in an open dialog, only what is in it. The first that begins so is the second best. */
function control(name) {
  const modal = [...document.querySelectorAll('dialog[open], [aria-modal=true]')].filter(isVisible).pop();
  const all = [...(modal || document).querySelectorAll(CONTROLS)].filter(isVisible);
  const found = all.find((element) => nameOf(element) === name) || all.find((element) => nameOf(element).startsWith(name));
  if (!found) return `there is none; there are: ${all.map(nameOf).join(' | ')}`;
  if (found.disabled || found.getAttribute('aria-disabled') === 'true') return 'it cannot be used now';
  // A choice that is drawn anew lies under its label.
  const covered = /^(radio|checkbox)$/.test(found.type) && found.labels && found.labels[0];
  return broughtUp(covered || found);
}

function field(path) {
  const found = [...document.querySelectorAll(`[data-field="${CSS.escape(path)}"]`)].find(isVisible);
  // Rich text opens a moment after the rest.
  if (found) return found.getAttribute('aria-busy') === 'true' ? 'it is not open yet' : broughtUp(found);
  const all = [...document.querySelectorAll('[data-field]')].filter(isVisible).map((element) => element.dataset.field);
  return `there is none; there are: ${all.join(' | ')}`;
}

function value(path) {
  const found = field(path);
  if (typeof found === 'string') return null;
  return found.value === undefined ? found.innerText : found.value;
}

/** All that can be read: the text on the screen, and what stands in fields. */
function sees(wanted) {
  const fields = [...document.querySelectorAll('input, textarea, select')].filter(isVisible);
  const typed = fields.map((each) => (each.tagName === 'SELECT' ? each.selectedOptions[0]?.text : each.value) ?? '');
  return [document.body.innerText, ...typed].some((text) => squeeze(text).includes(squeeze(wanted)));
}

/** The words of the letter's pages, with everything between them taken out, since lines and pieces are set apart. */
function letterSays(wanted) {
  const bare = (text) => text.replace(/[\s\u00ad-]+/g, '');
  return [...document.querySelectorAll('[role=group][aria-label^="Page "]')].some((pages) => bare(pages.textContent).includes(bare(wanted)));
}

function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return '';
  return nameOf(element) || element.dataset.field || element.tagName;
}
