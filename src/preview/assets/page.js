// Makes the open page equal to a new one, and leaves alone what is not the server's: what its
// reader typed, chose, opened and marked, and what a script of the site set.
import { Idiomorph } from './idiomorph.js';

/** What the preview added to the page. */
const isOurs = (node) => node.matches?.('storywall-preview, [data-preview]') ?? false;

// ── Who changed what ─────────────────────────────────────────────────────────────────────────

const touched = new WeakMap();
const notice = (records) => {
  for (const { type, target, attributeName } of records) {
    if (type !== 'attributes') continue;
    if (!touched.has(target)) touched.set(target, new Set());
    touched.get(target).add(attributeName);
  }
};
const observer = new MutationObserver(notice);

/** Notices from now on what others change below `root`. */
export const watch = (root) =>
  observer.observe(root, { subtree: true, attributes: true, childList: true, characterData: true });
watch(document);

/** Does something to the page, and says what it did: nobody else is held to have done it. */
export const ourselves = (change) => {
  notice(observer.takeRecords());
  change();
  return observer.takeRecords();
};

/** A field belongs to its reader once they changed it. */
const isTheirs = (field) => {
  if (field.matches('option')) {
    const options = [...(field.closest('select')?.options ?? [])];
    return options.some((option) => option.selected !== option.defaultSelected);
  }
  if (field.matches('[type=checkbox], [type=radio]')) return field.checked !== field.defaultChecked;
  return field.matches('input, textarea') && field.value !== field.defaultValue;
};

const callbacks = {
  beforeNodeMorphed: (node) => !isOurs(node),
  beforeNodeRemoved: (node) => !isOurs(node),
  beforeAttributeUpdated: (name, node) => {
    if (['value', 'checked', 'selected'].includes(name) && isTheirs(node)) return false;
    return !touched.get(node)?.has(name);
  },
};

/** Makes one element equal to another. */
export const morph = (old, fresh) => Idiomorph.morph(old, fresh, { callbacks });

// ── The page ─────────────────────────────────────────────────────────────────────────────────

/** Whether the page runs all scripts of the new one: they can begin only with a page. */
export const isUpToDate = (fresh) => {
  const name = (script) => script.getAttribute('src') ?? script.textContent;
  const run = new Set([...document.scripts].map(name));
  return [...fresh.scripts].every((script) => run.has(name(script)));
};

/** Makes the page equal to `fresh`; gives the records of what changed in its text. */
export const renew = async (fresh) => {
  const leaving = await head(fresh);
  const mark = marked();
  const records = ourselves(() => {
    attributes(document.documentElement, fresh.documentElement);
    fresh.body.append(fresh.createElement('storywall-preview'));
    const names = name(fresh);
    morph(document.body, fresh.body);
    for (const element of names) element.removeAttribute('id');
    for (const element of leaving) element.remove();
    mark();
  });
  // What is found by typing is found again.
  for (const field of document.querySelectorAll('input, textarea')) {
    if (field.value && isTheirs(field)) field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return records;
};

/** New styles come before the old ones go, so that the page never stands without. */
const head = async (fresh) => {
  const old = [...document.head.children].filter((element) => !isOurs(element));
  const coming = [];
  ourselves(() => {
    let place = old[0] ?? null;
    for (const element of fresh.head.children) {
      const at = old.findIndex((known) => known.outerHTML === element.outerHTML);
      if (at >= 0) {
        place = old.splice(at, 1)[0].nextElementSibling;
        continue;
      }
      const added = document.importNode(element, true);
      if (isStyle(added)) coming.push(new Promise((resolve) => { added.onload = added.onerror = resolve; }));
      document.head.insertBefore(added, place);
    }
    for (const element of old) if (!isStyle(element)) element.remove();
  });
  const patience = new Promise((resolve) => { setTimeout(resolve, 500); });
  if (coming.length) await Promise.race([Promise.all(coming), patience]);
  return old.filter(isStyle);
};
const isStyle = (element) => element.matches('link[rel~=stylesheet], style');

const attributes = (old, fresh) => {
  for (const { name, value } of fresh.attributes) {
    if (!touched.get(old)?.has(name)) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !touched.get(old)?.has(name)) old.removeAttribute(name);
  }
};

/** Blocks that say the same on both pages get the same name for a moment: so a paragraph that is
    put between others leaves them in their places. */
const name = (fresh) => {
  const old = nameless(document);
  const names = [];
  for (const [text, block] of nameless(fresh)) {
    const same = old.get(text);
    if (!block || !same) continue;
    block.id = same.id = `storywall-preview-${names.length}`;
    names.push(same);
  }
  return names;
};
const nameless = (page) => {
  const blocks = new Map();
  for (const block of page.querySelectorAll(':is(main, header, footer) :is(p, li, h1, h2, h3, h4, tr, dt, dd, pre, figure, blockquote, section, article):not([id])')) {
    const text = block.outerHTML;
    blocks.set(text, blocks.has(text) ? null : block);
  }
  return blocks;
};

/** Remembers what is marked; what it gives marks it again, as far as it is still there. */
const marked = () => {
  const now = getSelection();
  if (now.isCollapsed) return () => {};
  const ends = [[now.anchorNode, now.anchorOffset], [now.focusNode, now.focusOffset]]
    .map(([node, offset]) => ({ node, offset, text: node.nodeValue }));
  return () => {
    if (!ends.every(({ node }) => node.isConnected)) return;
    now.setBaseAndExtent(...ends.flatMap((end) => [end.node, place(end)]));
  };
};

/** Where a place in a text is after words before it changed, or behind it. */
const place = ({ node, offset, text }) => {
  if (text === null) return Math.min(offset, node.childNodes.length);
  const now = node.nodeValue;
  const isSame = now.startsWith(text.slice(0, offset));
  return Math.min(now.length, isSame ? offset : Math.max(0, offset + now.length - text.length));
};
