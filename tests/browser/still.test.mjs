// Nothing jumps under a reader's thumb while the fonts, the pictures and the script of a page come.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { DESKTOP, PAGES, PHONE, SITE, launch } from './site.mjs';
import { serve } from './serve.mjs';

/** How long each file is kept back, in milliseconds: long enough that the page is painted without it. */
const LATE = [
  [/\.woff2$/, 700],
  [/\.js$/, 900],
  [/\.(webp|avif|png|jpg)$/, 800],
];
/** How far the letters of a font may move lines (0.1 is what web.dev calls good). A part that comes late moves more. */
const MOST = 0.1;

const browser = await launch();
const server = await serve(SITE);
after(() => server.close());

/** What moved while a page came, by the kind of the page; `null` if it stayed within bounds. */
async function jumped(page, kind, address) {
  await page.goto(server.url + address, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(100);
  const moved = await page.evaluate(() => globalThis.moved);
  const sum = moved.reduce((all, [value]) => all + value, 0);
  // The words below a picture stay, for its room is kept before it comes.
  const words = moved.find(([, names]) => names.includes('FIGCAPTION'));
  return sum > MOST || words ? `${kind}: ${sum.toFixed(3)}, ${moved.map(([, names]) => names).join('; ')}` : null;
}

/** A page that keeps files back, and notes what moves. */
async function slow(screen) {
  const page = await browser.newPage(screen);
  await page.addInitScript(() => {
    globalThis.moved = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries().filter((one) => !one.hadRecentInput)) {
        const names = entry.sources.map(({ node }) => (node?.className || node?.nodeName) ?? '');
        globalThis.moved.push([entry.value, names.join(' ')]);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const [files, late] of LATE) {
    await page.route(files, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, late));
      await route.continue().catch(() => {});
    });
  }
  return page;
}

for (const [where, screen] of [['a phone', PHONE], ['a desk', DESKTOP]]) {
  test(`nothing moves while a page of each kind comes, on ${where}`, async () => {
    const left = Object.entries(PAGES);
    const found = [];
    // Most of the time is waiting: three pages come side by side.
    await Promise.all([1, 2, 3].map(async () => {
      const page = await slow(screen);
      for (let next = left.shift(); next; next = left.shift()) {
        if (await jumped(page, ...next)) found.push(next);
      }
      await page.close();
    }));
    // On a busy computer a page comes in more pieces than anywhere else: once more, by itself.
    const page = await slow(screen);
    const again = [];
    for (const one of found) again.push(await jumped(page, ...one));
    assert.deepEqual(again.filter(Boolean), []);
  });
}
