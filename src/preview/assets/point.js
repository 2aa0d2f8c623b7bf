// Points at what changed: brings it into view if it is out of it, and frames it for a moment.

const BLOCKS = 'address, blockquote, dd, dt, figure, h1, h2, h3, h4, h5, h6, li, p, pre, tr, article, section, div';
/** Where more changed, there is nothing to point at. */
const FEW = 3;
/** What the bar covers, in pixels. */
const BAR = 60;

export const point = (records) => {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const blocks = changed(records);
  if (blocks.length === 0 || blocks.length > FEW) return;
  const { top, bottom } = blocks[0].getBoundingClientRect();
  if ((bottom < 0 || top > innerHeight - BAR) && !isTyping()) {
    blocks[0].scrollIntoView({ block: 'center', behavior: 'instant' });
  }
  const frame = { outline: '3px solid var(--brand, #a8321c)', outlineOffset: '6px' };
  for (const block of blocks) {
    block.animate([frame, { ...frame, offset: 0.4 }, { ...frame, outlineColor: 'transparent' }], 1200);
  }
};

const isTyping = () =>
  Boolean(document.activeElement?.matches('input, textarea, select, [contenteditable], storywall-preview'));

/** The outermost blocks of the text in which words or pictures differ, from top to bottom. */
const changed = (records) => {
  const found = new Set();
  for (const node of records.flatMap(differing)) {
    const block = (node.closest ? node : node.parentElement)?.closest(BLOCKS);
    if (block?.closest('main') && block.checkVisibility()) found.add(block);
  }
  const blocks = [...found];
  const outermost = blocks.filter((block) => !blocks.some((other) => other !== block && other.contains(block)));
  return outermost.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
};

const differing = ({ type, target, attributeName, addedNodes, previousSibling, nextSibling }) => {
  if (type === 'characterData') return target.data.trim() ? [target] : [];
  if (type === 'attributes') return ['src', 'srcset'].includes(attributeName) ? [target] : [];
  const added = [...addedNodes].filter((node) => node.closest || node.data?.trim());
  if (added.length || addedNodes.length) return added;
  // Of what was taken away, what stands there now.
  const beside = [previousSibling, nextSibling].find((node) => node?.closest);
  return beside ? [beside] : [];
};
