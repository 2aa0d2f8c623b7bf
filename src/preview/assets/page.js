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

/** A picture that was loaded again is that of its address, and stays. */
const keepPicture = (old, fresh) => {
  for (const name of ['src', 'srcset']) {
    const value = old.getAttribute(name);
    if (value?.replace(/\?again=\d+/g, '') === fresh.getAttribute(name)) fresh.setAttribute(name, value);
  }
};

const callbacks = {
  beforeNodeMorphed: (old, fresh) => {
    if (old.matches?.('img, source')) keepPicture(old, fresh);
    return !isOurs(old) && !isSame(old);
  },
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

/** The body as it was sent last: where only styles differ since, it need not be gone through. */
let body;

/** Makes the page equal to `fresh`; gives the records of what changed in its text. */
export const renew = async (fresh) => {
  const sent = fresh.body.outerHTML;
  const [leaving] = await Promise.all([head(fresh), pictures(fresh)]);
  const mark = marked();
  const records = ourselves(() => {
    attributes(document.documentElement, fresh.documentElement);
    if (sent !== body) {
      fresh.body.append(fresh.createElement('storywall-preview'));
      name(fresh);
      morph(document.body, fresh.body);
      for (const element of document.querySelectorAll(`[id^=${NAME}]`)) element.removeAttribute('id');
    }
    for (const element of leaving) element.remove();
    mark();
  });
  body = sent;
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
  const kept = new Set([...fresh.head.children].map((element) => element.outerHTML));
  const stays = (element) => kept.has(element.outerHTML);
  ourselves(() => {
    let place = old[0] ?? null;
    for (const element of fresh.head.children) {
      const at = old.findIndex((known) => known.outerHTML === element.outerHTML);
      if (at >= 0) {
        place = old.splice(at, 1)[0].nextElementSibling;
        continue;
      }
      const added = document.importNode(element, true);
      if (isStyle(added)) {
        coming.push(new Promise((resolve) => { added.onload = added.onerror = resolve; }));
        // Behind the one that it takes the place of, so that it holds as soon as it is there.
        if (place && isStyle(place) && old.includes(place) && !stays(place)) place = place.nextElementSibling;
      }
      document.head.insertBefore(added, place);
    }
    for (const element of old) if (!isStyle(element)) element.remove();
  });
  await arrival(coming);
  return old.filter(isStyle);
};

/** All have come, or half a second is over. */
const arrival = async (coming) => {
  const patience = new Promise((resolve) => { setTimeout(resolve, 500); });
  if (coming.length) await Promise.race([Promise.all(coming), patience]);
};

/** A few new pictures come before the old ones go. Many are another page, and come as on any. */
const pictures = async (fresh) => {
  const known = new Set([...document.images].map((picture) => picture.outerHTML));
  const coming = [...fresh.images].filter((picture) => !known.has(picture.outerHTML));
  if (coming.length <= 3) await arrival(coming.map((picture) => {
    const copy = document.importNode(picture.closest('picture') ?? picture, true);
    const image = copy.querySelector('img') ?? copy;
    image.loading = 'eager';
    return image.decode().catch(() => {});
  }));
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

/** Blocks that say the same on both pages get the same name for a moment, and what is new between
    them is put there: so they stay where they are, with what is marked in them. */
const name = (fresh) => {
  const old = nameless(document);
  const same = [...nameless(fresh)].map(([text, block]) => [old.get(text), block]).filter(([one, other]) => one && other);
  align(same);
  for (const [number, pair] of same.entries()) {
    for (const block of pair) block.id = NAME + number;
  }
};
const NAME = 'storywall-preview-';
const BLOCKS = 'p, li, h1, h2, h3, h4, tr, dt, dd, pre, figure, blockquote, section, article';
const nameless = (page) => {
  const blocks = new Map();
  for (const block of page.querySelectorAll(`:is(main, header, footer) :is(${BLOCKS}):not([id])`)) {
    const text = block.outerHTML;
    blocks.set(text, blocks.has(text) ? null : block);
  }
  return blocks;
};

const isSame = (block) => block.getAttribute?.('id')?.startsWith(NAME);

/** Puts in and takes away what stands between two such blocks on one page only. */
const align = (same) => {
  const last = new Map();
  for (const [old, fresh] of same) {
    const before = last.get(fresh.parentNode) ?? [];
    if (before[0] && !follows(before[0], old)) continue;
    fit(between(before[0], old), between(before[1], fresh), old);
    last.set(fresh.parentNode, [old, fresh]);
  }
  for (const [old, fresh] of last.values()) {
    fit(between(old, null), between(fresh, null), null, old.parentNode);
  }
};
const follows = (one, other) => one.parentNode === other.parentNode
  && Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);

/** The nodes behind `start`, up to `end`; from the first, up to the last. */
const between = (start, end) => {
  const nodes = [];
  for (let node = start ? start.nextSibling : end.parentNode.firstChild; node !== end; node = node.nextSibling) nodes.push(node);
  return nodes;
};

const fit = (old, fresh, end, parent = end.parentNode) => {
  const isNamed = (node) => node.id || node.querySelector?.('[id]') || isOurs(node);
  if (old.length === fresh.length || [...old, ...fresh].some(isNamed)) return;
  let equal = 0;
  while (equal < old.length && equal < fresh.length && old[equal].isEqualNode(fresh[equal])) equal++;
  const more = fresh.length - old.length;
  for (const node of old.slice(equal, equal - Math.min(more, 0))) node.remove();
  for (const node of fresh.slice(equal, equal + Math.max(more, 0))) {
    parent.insertBefore(document.importNode(node, true), old[equal] ?? end);
  }
};

/** Remembers what is marked; what it gives marks it again, as far as it is still there. */
const marked = () => {
  const now = getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = now;
  if (isCollapsed) return () => {};
  const text = anchorNode === focusNode ? anchorNode.nodeValue : null;
  const start = Math.min(anchorOffset, focusOffset);
  const words = text?.slice(start, Math.max(anchorOffset, focusOffset));
  return () => {
    if (!anchorNode.isConnected || !focusNode.isConnected) return;
    const by = text === null ? 0 : (nearest(words, anchorNode.data, start) ?? start) - start;
    const place = (node, offset) => Math.min(offset + by, node.data?.length ?? node.childNodes.length);
    now.setBaseAndExtent(anchorNode, place(anchorNode, anchorOffset), focusNode, place(focusNode, focusOffset));
  };
};

/** Where the words stand in the text, next to where they stood. */
const nearest = (words, text, start) => {
  const [before, behind] = [text.lastIndexOf(words, start), text.indexOf(words, start)];
  if (before < 0 || behind < 0) return before < 0 && behind < 0 ? undefined : Math.max(before, behind);
  return start - before < behind - start ? before : behind;
};
