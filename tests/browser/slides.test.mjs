// Stories to show: at a meeting by keys, and on a screen by themselves.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { DESKTOP, SITE, launch } from './site.mjs';
import { serve } from './serve.mjs';

const browser = await launch();
const server = await serve(SITE);
after(() => server.close());
const SLIDES = 'slides/index.html';

/** The slides that can be seen: their titles, or the sentence of one without. */
const seen = (page) => page.locator('.slide:visible').evaluateAll((all) => all.map((it) => (it.querySelector('h2') ?? it.querySelector('p')).textContent));

async function open(hash = '', options = DESKTOP) {
  const page = await browser.newPage(options);
  await page.clock.install();
  await page.goto(server.url + SLIDES + hash);
  return page;
}

test('at a meeting, keys go on and back through all of them, and Escape ends it where it began', async () => {
  const page = await open();
  const all = await seen(page);
  assert.ok(all.length >= 5, `only ${all.length} slides`);
  await page.getByRole('button', { name: 'Show them' }).click();
  const shown = [];
  for (let n = 0; n < all.length; n += 1) {
    shown.push(...(await seen(page)));
    await page.keyboard.press('ArrowRight');
  }
  assert.deepEqual(shown, all, 'one after another, each once');
  assert.deepEqual(await seen(page), [all[0]], 'after the last comes the first');
  await page.keyboard.press('PageUp');
  assert.deepEqual(await seen(page), [all.at(-1)]);
  assert.equal(await page.getByRole('link', { name: 'Home' }).evaluate((link) => {
    const box = link.getBoundingClientRect();
    return link.contains(document.elementFromPoint(box.x + 2, box.y + 2));
  }), false, 'a slide fills the window');
  await page.keyboard.press('Escape');
  assert.deepEqual(await seen(page), all);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.show), 'talk', 'the keys are where they were');
  await page.close();
});

test('on a screen they run by themselves, without what only colleagues may read, and can be stopped', async () => {
  const page = await open('#loop');
  const wanted = await page.locator('.slide:not([data-internal])').count();
  assert.ok(wanted < (await page.locator('.slide').count()), 'one of them is only for colleagues');
  const within = await page.locator('.slide[data-internal] h2').allTextContents();
  const again = page.waitForEvent('load');
  const shown = new Set();
  for (let n = 0; n < wanted; n += 1) {
    const [only, ...others] = await seen(page);
    assert.deepEqual(others, [], 'one at a time');
    shown.add(only);
    await page.clock.runFor(12_000);
  }
  assert.equal(shown.size, wanted);
  assert.deepEqual(within.filter((title) => shown.has(title)), [], 'only for colleagues');
  // After a round the page is loaded again, for what was published meanwhile.
  await again;
  await page.getByRole('button', { name: 'Stop' }).click();
  const still = await seen(page);
  await page.clock.runFor(60_000);
  assert.deepEqual(await seen(page), still, 'it stays stopped');
  assert.ok(still.length > wanted);
  await page.close();
});

test('without scripts all of them are there, and no button that does nothing', async () => {
  const page = await browser.newPage({ ...DESKTOP, javaScriptEnabled: false });
  await page.goto(server.url + SLIDES);
  assert.ok((await page.locator('.slide:visible').count()) >= 5);
  assert.equal(await page.locator('main button:visible').count(), 0);
  await page.close();
});

test('on paper, each is a sheet', async () => {
  const page = await browser.newPage(DESKTOP);
  await page.goto(server.url + SLIDES);
  const slides = await page.locator('.slide').count();
  const paper = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  assert.equal(paper.match(/\/Type\s*\/Page[^s]/g).length, slides);
  const boxes = [...paper.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)];
  assert.ok(boxes.length > 0 && boxes.every(([, width, height]) => Number(width) > Number(height)), 'it lies on its side');
  await page.close();
});
