// Content that is unlike the example's: low and small photos, long names of companies, many pages, people
// with the same initials, a talk of no fixed length.
import assert from 'node:assert/strict';
import zlib from 'node:zlib';
import { after, test } from 'node:test';
import { DESKTOP, PHONE, builtFrom, launch, none } from './site.mjs';
import { serve } from './serve.mjs';

/** The checksum of PNG, which older versions of Node do not have. */
function checksum(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** A photo with a gradient, as a PNG. */
function photo(width, height) {
  const part = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(checksum(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let at = 0; at < rows.length; at += 1) rows[at] = at % (width * 3 + 1) === 0 ? 0 : 90 + ((at >> 4) % 90);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, part('IHDR', head), part('IDAT', zlib.deflateSync(rows)), part('IEND', Buffer.alloc(0))]);
}

const LEADS = [[1600, 720], [1600, 686], [1600, 500], [900, 360], [640, 200], [500, 60], [640, 480], [1200, 1200], [1000, 840], [840, 1000], [600, 1200]];
const FACES = [[1600, 1200], [1200, 800], [900, 300], [300, 900], [60, 60]];
const STORIES = 16;

const FILES = {
  'site.toml': 'title = "Sundbro Ferries"\nlanguages = ["en", "nl"]\nper_page = 6\n',
  'content/talks/long.md': '---\ntitle: As long as you like\nspeakers: [anna-bech]\n---\nAbout ropes.\n',
  'content/talks/short.md': '---\ntitle: Twenty minutes\nspeakers: [anna-bech]\nminutes: 20\n---\nAbout knots.\n',
  'content/themes/how.md': '---\ntitle: How we did it\n---\nTell us.\n',
  'content/recipes/index.md': '---\ntitle: Recipes\n---\nBegin with [bread](bread.md), or with [soup](soup.md).\n\n## One\n\nA.\n\n## Two\n\nB.\n',
  'content/recipes/bread.md': '---\ntitle: Bread\n---\nFlour.\n',
  'content/recipes/soup.md': '---\ntitle: Soup\n---\nWater.\n',
  'content/rules/index.md': '---\ntitle: Rules\nowner: anna-bech\nquestions: Anna Bech, +45 00 00 44 11\n---\nRead [the first](first.md).\n',
  'content/rules/first.md': '---\ntitle: First\n---\nOne.\n',
  'content/rules/second.md': '---\ntitle: Second\n---\nTwo.\n',
};
for (const [width, height] of LEADS) {
  FILES[`content/stories/2026/w${width}x${height}.png`] = photo(width, height);
  FILES[`content/stories/2026/w${width}x${height}.md`] = `---
title: What we saw in the harbour on the morning after the storm
author: anna-bech
photos: [{file: w${width}x${height}.png, alt: Water, shows: [], faces: no}]
---
The first sentence stands here. The second follows.
`;
}
for (let n = LEADS.length; n < STORIES; n += 1) {
  FILES[`content/stories/2026/s${n}.md`] = `---\ntitle: Story ${n}\nauthor: anna-bech\nform: how\ntheme: how\n---\nIt was so.\n`;
}
for (const name of ['Anna Bech', 'Anna Brandt', 'Anna Bo']) {
  const contact = name === 'Anna Bech' ? 'contact: {phone: "+45 00 00 44 11", mail: anna@sundbro.example}\n' : '';
  FILES[`content/people/${name.toLowerCase().replace(' ', '-')}.md`] = `---\nname: ${name}\n${contact}---\nHello.\n`;
}
for (const [width, height] of FACES) {
  FILES[`content/people/f${width}.png`] = photo(width, height);
  FILES[`content/people/f${width}.md`] = `---
name: Face ${width}
photo: f${width}.png
consent: {photo: yes, name: yes, given: 2026-03-01, until: 2027-12-31, scope: internal}
---
Hello.
`;
}

const browser = await launch();
const server = await serve(builtFrom(FILES));
after(() => server.close());

async function open(address, device = DESKTOP) {
  const page = await browser.newPage(device);
  await page.goto(server.url + address);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

test('a lead photo is whole, never enlarged, and leaves the first sentence on the first screen', async () => {
  const found = [];
  for (const [across, down] of LEADS) {
    const page = await open(`stories/2026/w${across}x${down}.html`);
    for (const [width, height] of [[1280, 800], [1366, 768], [1920, 1080], [390, 844], [390, 664], [360, 640]]) {
      const what = `${across} × ${down} at ${width} × ${height}`;
      await page.setViewportSize({ width, height });
      await page.locator('.leadpic img').evaluate((img) => img.decode());
      const shown = await page.locator('.leadpic img').boundingBox();
      if (Math.abs((shown.width / shown.height) * (down / across) - 1) > 0.04) found.push(`${what}: ${shown.width} × ${shown.height}`);
      if (shown.width > across + 1) found.push(`${what}: enlarged to ${shown.width}`);
      const words = await page.locator('main .text p').first().boundingBox();
      if ((width < 960 || down <= across * 1.25) && words.y + 40 > height) found.push(`${what}: the first sentence stands at ${words.y}`);
    }
    await page.close();
  }
  none(found, 'lead photos');
});

test('on a card a flat photo keeps its proportions, and none is enlarged much', async () => {
  const page = await browser.newPage(DESKTOP);
  const found = [];
  for (const width of [390, 820, 1280, 1600]) {
    await page.setViewportSize({ width, height: 900 });
    for (const address of ['index.html', 'stories/index.html', 'stories/page-2.html', 'stories/page-3.html']) {
      await page.goto(server.url + address);
      const photos = await page.locator('.pic img').evaluateAll((all) => Promise.all(all.map(async (img) => {
        img.loading = 'eager';
        await img.decode();
        const [own, box] = [[img.getAttribute('width'), img.getAttribute('height')].map(Number), img.parentElement.closest('.pic').getBoundingClientRect()];
        const fetched = Number(img.currentSrc.match(/-(\d+)-[0-9a-f]+\.\w+$/)?.[1] ?? own[0]);
        return { name: img.currentSrc.split('/').pop(), flat: own[0] / own[1], shown: box.width / box.height, times: Math.max(box.width / fetched, box.height / (fetched * own[1] / own[0])) };
      })));
      for (const { name, flat, shown, times } of photos) {
        if (flat > 2 && Math.abs(shown / flat - 1) > 0.03) found.push(`${address} at ${width}: ${name} is cut to ${shown.toFixed(2)}`);
        if (times > 1.3) found.push(`${address} at ${width}: ${name} is enlarged ${times.toFixed(2)} times`);
      }
    }
  }
  await page.close();
  none(found, 'photos on cards');
});

test('a photo of any proportions fills its circle, and one of few pixels has a small one', async () => {
  const found = [];
  for (const [width] of FACES) {
    const page = await open(`people/f${width}.html`);
    const [img, circle] = await page.locator('.top .portrait').evaluate((portrait) =>
      [portrait.querySelector('img'), portrait].map((it) => it.getBoundingClientRect().toJSON()));
    for (const side of ['top', 'left', 'width', 'height']) {
      if (Math.abs(img[side] - circle[side]) > 0.5) found.push(`${width}: ${side} ${img[side]}, not ${circle[side]}`);
    }
    if (circle.width > width * 1.2) found.push(`${width} px are enlarged to ${circle.width}`);
    await page.close();
  }
  none(found, 'portraits');
});

test('people with the same initials have different letters, within their circles', async () => {
  const page = await open('people/index.html');
  const letters = await page.locator('.directory .portrait:not(:has(img))').evaluateAll((all) =>
    all.map((portrait) => [portrait.textContent.trim(), portrait.scrollWidth <= portrait.clientWidth]));
  assert.ok(letters.length >= 3);
  assert.equal(new Set(letters.map(([text]) => text)).size, letters.length, `${letters}`);
  assert.ok(letters.every(([, fits]) => fits), `${letters}`);
  await page.close();
});

const NAMES = [
  'Sundbro Ferries', 'Københavns Lufthavne A/S', 'Gemeentevervoerbedrijf Rotterdam', 'Arbejdsmarkedets Tillægspension',
  'Universitetshospitalet Aarhus', 'Nordjyllands Havneadministration og Trafikselskab A/S',
];
for (const name of NAMES) {
  test(`the words of a name stay whole in the header: ${name}`, async () => {
    const site = builtFrom({ 'site.toml': `title = "${name}"\nlanguages = ["da", "nl", "en"]\n`, 'content/programme.toml': '[tell]\npage = "tell.md"\n', 'content/tell.md': '---\ntitle: Tell\n---\nCall.\n' });
    const named = await serve(site);
    after(() => named.close());
    const found = [];
    const page = await browser.newPage();
    for (const folder of ['', 'nl/', 'en/']) {
      await page.goto(`${named.url}${folder}index.html`);
      for (const width of [320, 360, 390, 768, 1216, 1280, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate(() => document.fonts.ready);
        const { broken, lines, top } = await page.evaluate(linesOfName);
        found.push(...broken.map((word) => `${folder} ${width} px: ${word}`));
        if (lines > (width < 500 ? 3 : 2)) found.push(`${folder} ${width} px: ${lines} lines`);
        if (name.length < 16 && lines > 1) found.push(`${folder} ${width} px: a short name has ${lines} lines`);
        if (top < 5) found.push(`${folder} ${width} px: it begins at ${top}`);
      }
    }
    await page.close();
    none(found, 'names that are broken');
  });
}

/** In the page: words of the name in the header that stand on two lines, and how many lines there are. */
function linesOfName() {
  const text = document.querySelector('.brand span').firstChild;
  const [range, tops, broken] = [document.createRange(), new Set(), []];
  for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const own = new Set([...range.getClientRects()].map((line) => Math.round(line.top)));
    for (const top of own) tops.add(top);
    if (own.size > 1) broken.push(word);
  }
  return { broken, lines: tops.size, top: Math.min(...tops) };
}

test('the pages of a list stand in two lines on a phone', async () => {
  for (const width of [320, 390]) {
    for (const address of ['stories/page-2.html', 'nl/stories/page-2.html', 'nl/stories/index.html']) {
      const page = await open(address, { ...PHONE, viewport: { width, height: 800 } });
      const rows = await page.locator('.pager a').evaluateAll((links) =>
        new Set(links.map((link) => Math.round(link.getBoundingClientRect().top))).size);
      assert.equal(rows, 2, `${address} at ${width} px`);
      await page.close();
    }
  }
});

test('the heading of the contents is whole with letters of twice the size', async () => {
  const page = await open('nl/recipes/index.html', { ...PHONE, viewport: { width: 320, height: 700 } });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
  const label = await page.locator('.toc summary span').evaluate((it) =>
    [it.scrollWidth <= it.clientWidth, it.scrollHeight <= it.clientHeight + 1, it.textContent]);
  assert.deepEqual(label, [true, true, 'Op deze pagina']);
  await page.close();
});

test('a folder lists what its text does not link, under a heading', async () => {
  const page = await open('recipes/index.html');
  assert.equal(await page.locator('.chapters').count(), 0, 'the text links both');
  await page.goto(`${server.url}rules/index.html`);
  assert.deepEqual(await page.locator('.chapters a').allInnerTexts(), ['Second']);
  assert.ok(await page.locator('h2.also').isVisible());
  assert.equal(await page.locator('.keeper a[href^="tel:"]').count(), 1, 'the number stands once');
  await page.close();
});

test('a form and a theme of one name stand once', async () => {
  const page = await open('stories/by/form-how.html');
  const lines = await page.locator('.card.form-how .kicker').allInnerTexts();
  assert.ok(lines.length > 0);
  for (const line of lines) assert.equal(line.match(/How we did it/g).length, 1, line);
  await page.goto(`${server.url}stories/2026/s${STORIES - 1}.html`);
  assert.equal((await page.locator('.facts').innerText()).match(/How we did it/g).length, 1);
  assert.ok(await page.locator('.facts a[href*="themes/how"]').count(), 'the theme is still a link');
  await page.close();
});

test('a talk without a length begins at the edge', async () => {
  const page = await open('talks/index.html', DESKTOP);
  const left = (title) => page.locator('.programme h2', { hasText: title }).evaluate((it) => it.getBoundingClientRect().left);
  const edge = await page.locator('.programme').evaluate((it) => it.getBoundingClientRect().left);
  assert.ok((await left('As long as you like')) - edge < 4);
  assert.ok((await left('Twenty minutes')) - edge > 40);
  await page.close();
});

test('a feed has one short line, and a button that copies its address', async () => {
  const context = await browser.newContext({ ...PHONE, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(`${server.url}feeds/index.html`);
  const first = page.locator('.feeds li').first();
  assert.match(await first.innerText(), /RSS.*·.*JSON/s);
  assert.ok((await first.boundingBox()).height < 110);
  const button = first.getByRole('button', { name: 'Copy the RSS address' });
  await button.tap();
  await first.getByRole('button', { name: 'Copied' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${server.url}feeds/stories.xml`);
  await context.close();
});
