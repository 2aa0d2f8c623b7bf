// What each kind of page is for, done by people: on a phone, without scripts, with large letters.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { after, test } from 'node:test';
import { DESKTOP, PAGES, PHONE, SITE, addresses, builtFrom, launch, none } from './site.mjs';
import { serve } from './serve.mjs';
import { tooWide } from './layout.mjs';

const browser = await launch();
const server = await serve(SITE);
after(() => server.close());
const LANGUAGES = ['', 'da/', 'nl/'];

async function open(address, options = {}) {
  const context = await browser.newContext({ ...PHONE, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  await page.goto(server.url + address);
  return page;
}

test('a question of a theme stands on top of the page on which a story is written, without scripts', async () => {
  for (const language of LANGUAGES) {
    const page = await open(`${language}themes/index.html`, { javaScriptEnabled: false });
    const door = page.locator('.door').nth(1);
    const question = await door.locator('.prompt').innerText();
    await door.locator('.answer-it a').tap();
    await page.waitForURL(/tell\/index\.html#sw-ask-/);
    assert.deepEqual(await page.locator('.asking li:visible').allInnerTexts(), [question]);
    const top = await page.locator('.asking li:visible').boundingBox();
    assert.ok(top.y >= 0 && top.y < PHONE.viewport.height, `it stands at ${top.y}`);
    await page.context().close();
  }
});

test('the list of people shows who can take photos, without scripts', async () => {
  const page = await open('people/index.html', { javaScriptEnabled: false });
  const all = await page.locator('.directory > li').count();
  const pill = page.locator('.pills a[href="#sw-can-photograph"]');
  const count = Number(await pill.locator('span').innerText());
  assert.ok(count > 0 && count < all, `${count} of ${all}`);
  await pill.tap();
  assert.equal(await page.locator('.directory > li:visible').count(), count);
  assert.equal(await page.locator('.directory > li:not(.does-photograph):visible').count(), 0);
  await page.locator('.pills .all a').tap();
  assert.equal(await page.locator('.directory > li:visible').count(), all);
  await page.context().close();
});

test('no two people have the same circle', async () => {
  const page = await open('people/index.html', DESKTOP);
  const circles = await page.locator('.directory .portrait').evaluateAll((all) => all.map((it) => it.textContent.trim()));
  assert.equal(new Set(circles).size, circles.length, circles.join(' '));
  await page.context().close();
});

test('home on a phone is some six screens long, and begins with permission and fears', async () => {
  for (const language of LANGUAGES) {
    const page = await open(`${language}index.html`);
    const { height } = PHONE.viewport;
    const screens = await page.evaluate(() => document.documentElement.scrollHeight) / height;
    assert.ok(screens < 6.2, `${language || 'en/'}: ${screens.toFixed(2)} screens`);
    const fears = await page.locator('#sw-fears').boundingBox();
    assert.ok(fears.y < height, `the fears begin at ${fears.y}`);
    assert.ok((await page.locator('.permit .tel').boundingBox()).y < height, 'the number is on the first screen');
    assert.equal(await page.locator('.newest .wall > li:visible').count(), 4);
    for (const part of ['.calls', '.week-ask a[href*="themes/"]']) {
      const { y } = await page.locator(part).boundingBox();
      assert.ok(y < 4 * height, `${language || 'en/'}: ${part} begins on screen ${(y / height).toFixed(2)}`);
    }
    await page.context().close();
  }
});

test('on a desk the first sentence of a story stands on the first screen', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const below = [];
  for (const name of fs.readdirSync(path.join(SITE, 'stories/2026'))) {
    await page.goto(`${server.url}stories/2026/${name}`);
    const end = await page.locator('.say > p').first().evaluate((first) => first.getClientRects()[0].top + 24);
    if (end > 800) below.push(`${name}: ${end}`);
  }
  await page.close();
  none(below, 'stories that begin below the first screen');
});

test('nothing is too wide when letters are twice as large', async () => {
  const page = await browser.newPage();
  const found = [];
  const addresses = Object.values(PAGES).flatMap((it) => LANGUAGES.map((language) => language + it.replace(/^(da|nl)\//, '')));
  for (const address of new Set(addresses)) {
    if (!fs.existsSync(path.join(SITE, address))) continue;
    await page.goto(server.url + address);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
    for (const width of [320, 390, 820, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const problems = [...await page.evaluate(tooWide), ...await page.evaluate(overlapping)];
      found.push(...problems.map((problem) => `${address} at ${width} px: ${problem}`));
    }
  }
  await page.close();
  none(found, 'things that do not fit');
});

test('a figure of the board is one line, also on the last day', async () => {
  const event = (name, closes) => `---\nname: ${name}\nurl: https://e.example/${name}\nstart: 2027-12-01\nplace: {city: Esbjerg, country: DK}\ncfp: {closes: ${closes}, formats: [{name: Talk, minutes: 30}]}\n---\n`;
  const files = {
    'site.toml': 'title = "A"\nlanguages = ["en", "da", "nl"]\n',
    'content/speaking/today.md': event('today', '2026-12-04'),
    'content/speaking/one.md': event('one', '2026-12-05'),
    'content/speaking/many.md': event('many', '2027-08-31'),
  };
  const site = builtFrom(files, '2026-12-04');
  const board = await serve(site);
  after(() => board.close());
  const page = await browser.newPage();
  const found = [];
  let figures = 0;
  for (const language of LANGUAGES) {
    for (const address of ['index.html', 'speaking/index.html', 'speaking/today.html', 'speaking/many.html']) {
      await page.goto(board.url + language + address);
      for (const width of [320, 390, 820, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const broken = await page.locator('.left b').evaluateAll(cut);
        figures += await page.locator('.left b').count();
        found.push(...broken.map((text) => `${language}${address} at ${width} px: “${text}”`));
      }
    }
  }
  await page.close();
  assert.ok(figures > 80, `${figures} figures`);
  none(found, 'figures that break or are cut');
});

test('the menu on a phone names places within the parts, which are there, and the number', async () => {
  for (const language of LANGUAGES) {
    const page = await open(`${language}promises.html`, { javaScriptEnabled: false });
    await page.locator('#sw-menu summary').tap();
    const stops = page.locator('.panel .main li li a');
    assert.ok((await stops.count()) > 10, `${await stops.count()} places`);
    assert.ok(await stops.last().isVisible());
    assert.match(await page.locator('.panel .tel').getAttribute('href'), /^tel:\+/);
    const addresses = await stops.evaluateAll((all) => all.map((it) => it.href));
    for (const address of addresses) {
      await page.goto(address);
      const target = new URL(address).hash;
      if (target) assert.equal(await page.locator(`[id="${target.slice(1)}"]`).count(), 1, address);
    }
    await page.context().close();
  }
});

test('what is over is folded, and a cancelled event says so first', async () => {
  const page = await open('speaking/index.html', { javaScriptEnabled: false });
  const gone = page.locator('.departed .dep').first();
  assert.equal(await gone.isVisible(), false);
  await page.locator('.departed summary').tap();
  assert.equal(await gone.isVisible(), true);
  await page.goto(`${server.url}speaking/bus-and-boat-2027.html`);
  const [notice, words] = await Promise.all(['.notice', '.text p'].map((it) => page.locator(it).first().boundingBox()));
  assert.ok(notice.y < words.y && notice.y < PHONE.viewport.height / 2, `it stands at ${notice.y}`);
  assert.equal(await page.locator('.board, .marks, .ticks').count(), 0);
  await page.goto(`${server.url}speaking/index.html`);
  const row = page.locator('.dep.cancelled').first();
  const [state, name] = await Promise.all(['.state', 'h3'].map((it) => row.locator(it).boundingBox()));
  assert.ok(state.y + state.height <= name.y + 1, 'on the board, the word stands above the name');
  await page.context().close();
});

test('on a phone, words on the home page begin with their first sentence', async () => {
  const story = (title, fields, text) => `---\ntitle: ${title}\nauthor: anna\ndate: 2026-11-20\n${fields}---\n${text}\n`;
  const site = builtFrom({
    'site.toml': 'title = "A"\n',
    'content/people/anna.md': '---\nname: Anna\n---\n',
    'content/stories/2026/crane.md': story('Crane three', '', 'It stood still for fourteen days. Nobody said anything.'),
    'content/stories/2026/hose.md': story('The hose', 'summary: It burst twice.\n', 'We began at four. Then it rained.'),
  });
  const small = await serve(site);
  after(() => small.close());
  for (const [width, expected] of [[320, 1], [390, 1], [1280, 2]]) {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(small.url + 'index.html');
    const words = await page.locator('.card.prose').evaluateAll((all) => all.map((card) =>
      [...card.querySelectorAll('.summary, .column')].filter((it) => it.offsetHeight).map((it) => it.innerText)));
    assert.deepEqual(words.map((it) => it[0]).sort(), ['It burst twice.', 'It stood still for fourteen days.'], `at ${width} px`);
    assert.ok(words.every((it) => it.length === expected), `at ${width} px: ${words.join(' | ')}`);
    await page.close();
  }
});

test('a picture with few pixels is never enlarged', async () => {
  const site = builtFrom({
    'site.toml': 'title = "A"\n',
    'content/people/anna.md': '---\nname: Anna\n---\n',
    'content/stories/2026/one.png': png(160, 110),
    'content/stories/2026/two.png': png(160, 240),
    'content/stories/2026/small.md': '---\ntitle: Small\nauthor: anna\ndate: 2026-11-20\nphotos: [{file: one.png, alt: A sign}, {file: two.png, alt: Another}]\n---\nText. ![A sign](two.png)\n',
  });
  const small = await serve(site);
  after(() => small.close());
  const page = await browser.newPage();
  for (const address of ['stories/2026/small.html', 'stories/index.html', 'index.html']) {
    await page.goto(small.url + address);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const shown = await page.locator('main img').evaluateAll((all) => all.map((it) => it.getBoundingClientRect().width));
      assert.ok(shown.every((it) => it <= 160), `${address} at ${width} px: ${shown}`);
      if (address.endsWith('small.html')) assert.equal(shown.length, 3);
    }
  }
  await page.close();
});

test('a story and an answer are one sheet of paper', async () => {
  for (const address of ['stories/2026/one-comma.html', 'stories/2026/forty-minutes.html', 'faq/bad-spelling.html']) {
    const page = await browser.newPage();
    await page.goto(server.url + address);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.equal(pdf.match(/\/Type\s*\/Page[^s]/g).length, 1, address);
    await page.close();
  }
});

test('under “looks after this page” stands the number of who does, and whom to ask stands apart', async () => {
  const page = await open('permission.html');
  const owner = await page.locator('.keeper > :first-child a').first().getAttribute('href');
  const order = await page.locator('.keeper > div:last-child > p').evaluateAll((all) => all.map((it) => (it.matches('.reach') ? 'number' : it.querySelector('strong') ? 'ask' : 'said')));
  assert.deepEqual(order.slice(0, 3), ['said', 'number', 'ask']);
  const number = await page.locator('.keeper .reach .tel').getAttribute('href');
  await page.goto(new URL(owner, page.url()).href);
  assert.ok(await page.locator(`main a[href="${number}"]`).count(), `${number} is on ${owner}`);
  await page.context().close();
});

test('of two numbers below a page, each says when to call it, and that of the owner comes first', async () => {
  const page = await browser.newPage(PHONE);
  let pages = 0;
  const found = [];
  for (const address of addresses('.html')) {
    if (!/<footer class="keeper">/.test(fs.readFileSync(path.join(SITE, address), 'utf8'))) continue;
    await page.goto(server.url + address);
    const lines = await page.locator('.keeper > div > p:has(.tel)').evaluateAll((all) =>
      all.map((line) => ({ owners: line.matches('.reach'), label: line.querySelector('strong')?.innerText ?? '' })));
    if (lines.length < 2) continue;
    pages += 1;
    const labels = lines.map(({ label }) => label);
    if (!lines[0].owners || labels.includes('') || new Set(labels).size < labels.length) found.push(`${address}: ${JSON.stringify(lines)}`);
  }
  await page.close();
  assert.ok(pages >= 9, `${pages} pages have two numbers`);
  none(found, 'pages that do not say whom to call first');
});

test('the contents beside a chapter mark where the reader is', async (t) => {
  const page = await open('permission.html', DESKTOP);
  if (!(await page.evaluate(() => CSS.supports('scroll-target-group', 'auto')))) return t.skip('this browser cannot');
  const marked = () => page.locator('.toc a').evaluateAll((all) => all.filter((it) => getComputedStyle(it).color !== getComputedStyle(it.parentElement).color).map((it) => it.hash));
  for (const place of ['#what-is-fine', '#who-to-call']) {
    await page.evaluate((id) => document.querySelector(id).scrollIntoView({ behavior: 'instant' }), place);
    await page.waitForTimeout(200);
    assert.deepEqual(await marked(), [place]);
  }
  await page.context().close();
});

/** The checksum of a chunk of a PNG (ISO 3309). */
function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** A picture in one colour. */
function png(width, height) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length);
    ends.writeUInt32BE(crc(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8);
  const rows = zlib.deflateSync(Buffer.alloc((width + 1) * height, 0));
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

/** Says which parts of the masthead stand over each other; runs in the page. */
function overlapping() {
  const parts = [...document.querySelectorAll('.mast .brand, .mast summary, .mast .go')]
    .map((element) => [element.textContent.trim(), element.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0);
  const over = (one, other) => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1;
  return parts.flatMap(([name, box], at) => parts.slice(at + 1).filter(([, other]) => over(box, other)).map(([other]) => `“${name}” over “${other}”`));
}

/** The figures that take more than one line, or are wider than their box; runs in the page. */
function cut(figures) {
  const lines = (figure) => {
    const range = document.createRange();
    range.selectNodeContents(figure);
    return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size;
  };
  const isWord = (figure) => figure.classList.contains('word');
  const isCut = (figure) => (!isWord(figure) && lines(figure) > 1) || figure.scrollWidth > figure.parentElement.clientWidth + 1;
  return figures.filter(isCut).map((figure) => figure.textContent);
}
