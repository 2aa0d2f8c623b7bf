// Photos: the right size for the screen, a colour until they come, nothing that jumps, a gallery.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { DESKTOP, PAGES, PHONE, SITE, addresses, launch, none, readToTheEnd } from './site.mjs';
import { serve } from './serve.mjs';

const browser = await launch();
const server = await serve(SITE);
after(() => server.close());

const GALLERY = PAGES['story in Danish'];
const TALL = PAGES['glimpse with a tall picture'];

for (const [device, options] of [['phone', { ...PHONE, deviceScaleFactor: 2 }], ['desktop', DESKTOP]]) {
  test(`no picture is fetched much larger than it is shown, nor blurred, on a ${device}`, async () => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const found = [];
    for (const address of [PAGES.home, PAGES.wall, GALLERY, TALL, PAGES.theme]) {
      await page.goto(server.url + address);
      await readToTheEnd(page);
      found.push(...(await page.evaluate(misfits)).map((what) => `${address}: ${what}`));
    }
    await context.close();
    none(found, 'pictures of the wrong size');
  });
}

/** In the page: pictures that are fetched far too large or too small, or of other sides than said. */
function misfits() {
  const found = [];
  for (const img of document.querySelectorAll('main img')) {
    const box = img.getBoundingClientRect();
    if (!img.currentSrc || img.currentSrc.endsWith('.svg') || box.width === 0) continue;
    const name = img.currentSrc.split('/').pop();
    const [width, height] = [img.getAttribute('width'), img.getAttribute('height')];
    if (!name.endsWith('.webp')) found.push(`${name} is no WebP`);
    const said = width / height;
    const is = img.naturalWidth / img.naturalHeight;
    if (Math.abs(said / is - 1) > 0.03) found.push(`${name} has sides of ${is}, not ${said}`);
    const widths = (img.closest('picture')?.querySelector('source') ?? img).srcset
      .split(',')
      .map((version) => Number(/ (\d+)w$/.exec(version.trim())?.[1]));
    // What covers its box is as wide as its height asks for.
    const needed = Math.max(box.width, box.height * is) * devicePixelRatio;
    const fetched = Number(/-(\d+)-[0-9a-f]+\.webp$/.exec(name)?.[1]);
    const larger = widths.filter((one) => one > fetched);
    const smaller = widths.filter((one) => one < fetched);
    if (fetched < needed * 0.6 && larger.length) found.push(`${name} is shown ${needed} wide`);
    if (smaller.some((one) => one > needed * 2.2)) found.push(`${name} is shown only ${needed} wide`);
  }
  return found;
}

test('nothing moves while pictures come', async () => {
  const page = await browser.newPage(DESKTOP);
  await page.addInitScript(() => {
    globalThis.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.moved += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const address of [PAGES.wall, GALLERY, TALL]) {
    await page.goto(server.url + address);
    await readToTheEnd(page);
    const moved = await page.evaluate(() => globalThis.moved);
    assert.ok(moved < 0.05, `${address}: ${moved}`);
  }
  await page.close();
});

test('a colour stands there until a picture comes', async () => {
  const page = await browser.newPage(DESKTOP);
  await page.route(/\.(webp|jpg|png|avif)$/, (route) => route.abort());
  await page.goto(server.url + PAGES.wall);
  const colours = await page.evaluate(() =>
    [...document.querySelectorAll('main .pic img')].map((img) => getComputedStyle(img).backgroundColor));
  assert.ok(colours.length >= 3);
  assert.ok(new Set(colours).size >= 3, `each its own: ${colours}`);
  none(colours.filter((colour) => !/^oklch/.test(colour)), 'pictures without a colour');
  await page.close();
});

test('photos of a gallery stand in rows of one height, and each opens', async () => {
  const page = await browser.newPage(DESKTOP);
  await page.goto(server.url + GALLERY);
  await readToTheEnd(page);
  const photos = await page.locator('.gallery figure img').evaluateAll((images) =>
    images.map((img) => {
      const { top, height, width } = img.getBoundingClientRect();
      return { top: Math.round(top), height, width };
    }));
  assert.ok(photos.length >= 3);
  for (const photo of photos) {
    for (const other of photos.filter((other) => other.top === photo.top)) {
      assert.ok(Math.abs(other.height / photo.height - 1) < 0.06, `${other.height} beside ${photo.height}`);
    }
    assert.ok(photo.width > 100 && photo.height > 100);
  }
  for (const link of await page.locator('.gallery a').all()) {
    const answer = await page.request.get(new URL(await link.getAttribute('href'), page.url()).href);
    assert.equal(answer.status(), 200);
    assert.equal(answer.headers()['content-type'], 'image/webp');
    const name = await link.locator('img').getAttribute('alt');
    assert.ok(name.length > 10, 'the link says what it shows');
  }
  await page.close();
});

test('a tall picture is whole beside its words, and its focus stays in sight on a card', async () => {
  const page = await browser.newPage(DESKTOP);
  await page.goto(server.url + TALL);
  await readToTheEnd(page);
  const { shown, own } = await page.locator('.leadpic img').evaluate((img) => {
    const { width, height } = img.getBoundingClientRect();
    return { shown: width / height, own: img.naturalWidth / img.naturalHeight };
  });
  assert.ok(Math.abs(shown / own - 1) < 0.05, `${shown}, not ${own}`);
  await page.goto(server.url + PAGES.wall);
  const place = await page.locator(`.card:has(a[href*="${TALL.split('/').pop()}"]) img`).first()
    .evaluate((img) => getComputedStyle(img).objectPosition);
  assert.equal(place, '50% 25%');
  await page.close();
});

test('on a phone, the title and the first words of every story are on the first screen', async () => {
  const page = await browser.newPage(PHONE);
  const found = [];
  for (const address of addresses('.html').filter((it) => /^(da\/|nl\/)?stories\/\d/.test(it))) {
    await page.goto(server.url + address);
    for (const [width, height] of [[390, 664], [360, 640]]) {
      await page.setViewportSize({ width, height });
      const end = await page.evaluate(() => {
        const words = document.createRange();
        words.selectNodeContents(document.querySelector('.story > .text > *'));
        return words.getClientRects()[0].bottom;
      });
      if (end > height) found.push(`${address} at ${width} × ${height}: the first line ends at ${Math.round(end)} px`);
    }
  }
  await page.close();
  none(found, 'stories that begin below the first screen');
});

test('beside a story, one thing follows the other at a distance that is even', async () => {
  const page = await browser.newPage();
  const found = [];
  for (const address of addresses('.html').filter((it) => /^stories\/\d/.test(it))) {
    for (const width of [1024, 1280, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(server.url + address);
      const gaps = await page.evaluate(gapsBeside);
      found.push(...gaps.filter(([, gap]) => gap < 20 || gap > 90).map(([what, gap]) => `${address} at ${width} px: ${gap} px above “${what}”`));
    }
  }
  await page.close();
  none(found, 'uneven distances');
});

/** In the page: how far below what is above it, to its last line, each part of the column beside a text begins. */
function gapsBeside() {
  const end = (part) => Math.max(...[...part.children].map((child) => child.getBoundingClientRect().bottom));
  const parts = [...document.querySelectorAll('.story > :is(.leadpic, .text, .side, .vow)')].map((part) =>
    ({ what: part.className, box: part.getBoundingClientRect(), end: part.children.length ? end(part) : 0 }));
  const edge = document.querySelector('.story > .side').getBoundingClientRect().left;
  const beside = parts.filter(({ box }) => Math.abs(box.left - edge) < 2).sort((one, other) => one.box.top - other.box.top);
  return beside.slice(1).map(({ what, box }, at) => [what, Math.round(box.top - beside[at].end)]);
}
