// Shows in the open page what was saved. The server sends it; nothing here asks any other place.
import { listen } from './live.js';
import { isUpToDate, morph, ourselves, renew, watch } from './page.js';
import { point } from './point.js';

const host = document.querySelector('storywall-preview');
// Where the browser knows no shadow roots in HTML.
const template = host.querySelector('template');
if (template) host.attachShadow({ mode: 'open' }).append(template.content);
const root = host.shadowRoot;
const part = (selector) => root.querySelector(selector);
const { at, mount, query } = host.dataset;
watch(root);

// ── What the server sends ───────────────────────────────────────────────────────────────────

const page = async (event) => {
  const fresh = new DOMParser().parseFromString(event.html, 'text/html');
  const isOther = host.dataset.status !== event.status;
  if (!isUpToDate(fresh) || (isOther && fresh.scripts.length)) return location.reload();
  const records = await renew(fresh);
  bar(event);
  Object.assign(host.dataset, { seen: event.seen, status: event.status });
  point(records);
};

const bar = (event) => ourselves(() => {
  // Of a bar that says the same, only the number of what is seen differs.
  const which = event.barSeen === host.dataset.bar ? '.number' : 'aside';
  const fresh = new DOMParser().parseFromString(event.bar, 'text/html');
  morph(part(which), fresh.querySelector(which));
  Object.assign(host.dataset, { bar: event.barSeen, number: event.number });
});

const moved = ({ to }) => location.replace(mount + to + (query && `?${query}`) + location.hash);

/** The better picture is loaded before it takes the place of the other. */
const photo = async ({ address }) => {
  tries += 1;
  const better = `${address}?again=${tries}`;
  const picture = new Image();
  picture.src = mount + better;
  await picture.decode().catch(() => {});
  ourselves(() => {
    for (const shown of document.querySelectorAll('img, source')) {
      for (const name of ['src', 'srcset']) {
        const [before, ...behind] = shown.getAttribute(name)?.split(address) ?? [];
        const rest = behind.map((text) => better + text.replace(/^\?again=\d+/, ''));
        if (rest.length) shown.setAttribute(name, before + rest.join(''));
      }
    }
  });
};
let tries = 0;

const shown = () => {
  const { number, seen } = host.dataset;
  document.dispatchEvent(new CustomEvent('storywall:shown', { detail: { number: Number(number), seen } }));
};

const kinds = { page, bar, moved, photo };
let turn = Promise.resolve();
let newest;

/** One after the other; of pages that came meanwhile, only the last is shown. */
const onEvent = (kind, data) => {
  const event = JSON.parse(data);
  if (kind === 'page') newest = event;
  turn = turn.then(async () => {
    if (kind === 'page' && event !== newest) return;
    await kinds[kind](event);
    shown();
  }).catch((error) => {
    console.error(error);
    // The server believes it shown: so it is shown anew.
    if (kind === 'page') location.reload();
  });
};

const address = () => {
  const { seen, bar } = host.dataset;
  return `${mount}_live?at=${at}&seen=${seen}&bar=${bar}${query && `&${query}`}`;
};

/** A short break is none. */
const lost = (is) => {
  if (is) {
    late ??= setTimeout(() => { part('.lost').hidden = false; }, 1000);
    return;
  }
  late = clearTimeout(late);
  part('.lost').hidden = true;
};
let late;

// ── What the reader does ─────────────────────────────────────────────────────────────────────

// The options go along to other pages, in new windows too.
for (const kind of ['click', 'auxclick', 'contextmenu']) {
  document.addEventListener(kind, (event) => {
    const link = query && event.target.closest?.('a[href]');
    if (!link || link.origin !== location.origin || !link.pathname.startsWith(mount) || link.search) return;
    ourselves(() => { link.search = query; });
  }, true);
}

// The bar stays folded or open from page to page.
for (const name of ['bar', 'panel']) {
  const key = `storywall-preview-${name}`;
  const kept = sessionStorage.getItem(key);
  if (kept) part(`.${name}`).open = kept === 'open';
  const first = part(`.${name}`)?.open;
  const keep = (folder) => sessionStorage.setItem(key, folder.open ? 'open' : 'folded');
  root.addEventListener('toggle', ({ target }) => {
    if (target.matches(`.${name}`)) keep(target);
  }, true);
  // Who leaves at once leaves before the event.
  addEventListener('pagehide', () => {
    const folder = part(`.${name}`);
    if (folder && folder.open !== first) keep(folder);
  });
}
root.addEventListener('keydown', ({ key }) => {
  const panel = part('.panel');
  if (key !== 'Escape' || !panel.open) return;
  panel.open = false;
  panel.querySelector('summary').focus();
});

listen({ address, kinds: Object.keys(kinds), onEvent, lost });
shown();
