// It fits: no sideways scrolling, lines of a length to read, targets for gloves, a focus that can
// be seen, stillness for who wants it, addresses on paper.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { DESKTOP, PAGES, PHONE, SITE, addresses, launch, none, openAll } from './site.mjs';
import { serve } from './serve.mjs';
import { tooWide } from './layout.mjs';

const browser = await launch();
const server = await serve(SITE);
after(() => server.close());

test('nothing scrolls sideways at 320, 390, 768 and 1280 px', async () => {
  const page = await browser.newPage();
  const found = [];
  const look = async (what) => {
    for (const width of [320, 390, 768, 960, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      found.push(...(await page.evaluate(tooWide)).map((problem) => `${what} at ${width} px: ${problem}`));
    }
  };
  for (const address of Object.values(PAGES)) {
    await page.goto(server.url + address);
    await look(address);
    await openAll(page);
    await look(`${address}, all open,`);
  }
  await page.goto(server.url + PAGES.home);
  await page.evaluate(() => (document.querySelector('details.menu').open = true));
  await look('the open menu');
  await page.close();
  none(found, 'things that are too wide');
});

test('lines of text hold 62 to 75 characters on a desk', async () => {
  const page = await browser.newPage(DESKTOP);
  const found = [];
  let measured = 0;
  for (const address of Object.values(PAGES)) {
    await page.goto(server.url + address);
    await openAll(page);
    await page.evaluate(() => document.fonts.ready);
    const characters = await page.evaluate(charactersOfALine);
    if (characters === null) continue;
    measured += 1;
    if (characters < 62 || characters > 75) found.push(`${address}: ${characters.toFixed(1)} characters`);
  }
  await page.close();
  assert.ok(measured >= 6, `only ${measured} pages have text to measure`);
  none(found, 'pages whose lines are too short or too long');
});

test('each row of a wall ends where the wall does, on a wide desk', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.route('**/media/**', (route) => route.abort());
  const found = [];
  const walls = addresses('.html').filter((it) => !/^(da|nl)\//.test(it) && fs.readFileSync(path.join(SITE, it), 'utf8').includes('<ul class="wall">')).filter((_, at) => at % 3 === 0);
  for (const address of walls) {
    await page.goto(server.url + address, { waitUntil: 'domcontentloaded' });
    found.push(...(await page.evaluate(shortRows)).map((what) => `${address}: ${what}`));
  }
  await page.close();
  assert.ok(walls.length >= 10, `only ${walls.length} pages have a wall`);
  none(found, 'rows beside which nothing stands');
});

test('controls are at least 24 px large', async () => {
  const page = await browser.newPage(PHONE);
  const found = [];
  for (const address of Object.values(PAGES)) {
    await page.goto(server.url + address);
    await openAll(page);
    found.push(...(await page.evaluate(tooSmall)).map((what) => `${address}: ${what}`));
  }
  await page.goto(server.url + PAGES.home);
  await page.evaluate(() => (document.querySelector('details.menu').open = true));
  found.push(...(await page.evaluate(tooSmall)).map((what) => `the open menu: ${what}`));
  await page.close();
  none(found, 'controls that are too small');
});

test('the focus can be seen', async () => {
  const page = await browser.newPage({ ...DESKTOP, reducedMotion: 'reduce' });
  const found = [];
  for (const address of Object.values(PAGES)) {
    await page.goto(server.url + address);
    for (let n = 0; n < 30; n++) {
      await page.keyboard.press('Tab');
      const problem = await page.evaluate(focusProblem);
      if (problem === 'end') break;
      if (problem) found.push(`${address}: ${problem}`);
    }
  }
  await page.close();
  none(found, 'things whose focus cannot be seen');
});

test('the first Tab leads to a way past the header', async () => {
  const page = await browser.newPage(DESKTOP);
  for (const address of [PAGES.home, PAGES.question, PAGES.wall]) {
    await page.goto(server.url + address);
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    assert.match(await skip.getAttribute('href'), /^#/, `${address}: the first stop is the way past the header`);
    const box = await skip.boundingBox();
    assert.ok(box.x >= 0 && box.y >= 0 && box.width > 24 && box.height > 20, `${address}: it can be seen`);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(() => Boolean(document.activeElement.closest('main')));
    assert.ok(inside, `${address}: the next stop is in the text`);
  }
  await page.close();
});

test('nothing moves for who wants it still', async () => {
  const page = await browser.newPage({ ...DESKTOP, reducedMotion: 'reduce' });
  const found = [];
  for (const address of Object.values(PAGES)) {
    await page.goto(server.url + address);
    const moving = await page.evaluate(() => {
      const long = (times) => times.split(',').some((time) => parseFloat(time) * (time.includes('ms') ? 1 : 1000) > 20);
      const moves = [...document.querySelectorAll('*')].filter((element) => {
        const style = getComputedStyle(element);
        return long(style.transitionDuration) || (style.animationName !== 'none' && long(style.animationDuration));
      });
      const list = moves.map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
      if (getComputedStyle(document.documentElement).scrollBehavior !== 'auto') list.push('the page scrolls smoothly');
      return list;
    });
    found.push(...moving.map((what) => `${address}: ${what}`));
  }
  await page.close();
  none(found, 'things that move');
});

test('words beside a picture keep a width that reads well', async () => {
  const page = await browser.newPage();
  const found = [];
  for (const address of addresses('.html').filter((it) => it.startsWith('themes/') || it.startsWith('stories/by/'))) {
    await page.goto(server.url + address);
    for (const width of [768, 1024, 1280, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      const narrow = await page.evaluate(() =>
        [...document.querySelectorAll('.card:has(.pic) :is(.said, .summary)')]
          .map((words) => [Math.round(words.getBoundingClientRect().width), words.textContent.slice(0, 30)])
          .filter(([wide]) => wide < 200),
      );
      found.push(...narrow.map(([wide, words]) => `${address} at ${width} px: ${wide} px for “${words}”`));
    }
  }
  await page.close();
  none(found, 'columns that are too narrow');
});

test('on a phone, the words of a call have the whole width of the board', async () => {
  const page = await browser.newPage(PHONE);
  const found = [];
  for (const address of ['index.html', 'speaking/index.html', 'da/speaking/index.html']) {
    await page.goto(server.url + address);
    found.push(...(await page.locator('.dep').evaluateAll((calls) => calls
      .map((call) => [call.querySelector('.what').clientWidth, call.clientWidth, call.querySelector('h2, h3').textContent])
      .filter(([words, all]) => words < all - 1)
      .map(([words, all, name]) => `${words} of ${all} px for ${name}`))).map((what) => `${address}: ${what}`));
  }
  await page.close();
  none(found, 'calls whose words stand in a narrow column');
});

test('no word on a sheet is broken, also where text is twice as large', async () => {
  const page = await browser.newPage(PHONE);
  const found = [];
  for (const address of [PAGES.home, PAGES['home in Danish'], PAGES.wall, PAGES['wall of a theme']]) {
    await page.goto(server.url + address);
    for (const size of ['100%', '212.5%']) {
      await page.evaluate((size) => (document.documentElement.style.fontSize = size === '100%' ? '' : size), size);
      const broken = await page.evaluate(brokenWords);
      found.push(...broken.map((word) => `${address}, ${size}: ${word}`));
    }
  }
  await page.close();
  none(found, 'words that are broken though they would fit');
});

test('days and numbers stay whole on a phone', async () => {
  const page = await browser.newPage(PHONE);
  const found = [];
  for (const address of Object.values(PAGES)) {
    await page.goto(server.url + address);
    const broken = await page.evaluate(() => [...document.querySelectorAll('main :is(time, a[href^="tel:"])')]
      .filter((it) => it.checkVisibility())
      .filter((it) => {
        const range = document.createRange();
        range.selectNodeContents(it);
        return new Set([...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => Math.round(top))).size > 1;
      })
      .map((it) => it.textContent));
    found.push(...broken.map((what) => `${address}: ${what}`));
  }
  await page.close();
  none(found, 'days and numbers in two lines');
});

test('whom to ask stands in parts, not in one run of words', async () => {
  const page = await browser.newPage(PHONE);
  const found = [];
  for (const address of [PAGES.home, PAGES.questions, PAGES.board, PAGES.talks, 'training/index.html']) {
    await page.goto(server.url + address);
    const gap = await page.locator('.helper .reach').first()
      .evaluate((line) => parseFloat(getComputedStyle(line).columnGap));
    if (!(gap >= 12)) found.push(`${address}: ${gap} px between name, role and number`);
  }
  await page.close();
  none(found, 'lines that run together');
});

test('pages of people and events are as wide as their header', async () => {
  const page = await browser.newPage(DESKTOP);
  const found = [];
  for (const address of [PAGES.person, PAGES.opportunity]) {
    await page.goto(server.url + address);
    const [content, header] = await page.evaluate(() => {
      const right = (selector) => Math.max(...[...document.querySelectorAll(selector)].map((it) => it.getBoundingClientRect().right));
      return [right('main .side'), right('.mast .go')];
    });
    if (Math.abs(content - header) > 2) found.push(`${address}: ${content} px, and the header ${header} px`);
  }
  await page.close();
  none(found, 'pages that end before their header');
});

test('on a phone, a page of the handbook ends with its own group and a way to all', async () => {
  const page = await browser.newPage(PHONE);
  await page.goto(server.url + PAGES.guideline);
  const all = await page.locator('.tree h2 a').getAttribute('href');
  assert.match(all, /handbook\.html$/);
  const groups = await page.locator('.tree > :is(ul, details)').evaluateAll((them) => them.filter((it) => it.checkVisibility()).length);
  assert.equal(groups, 1, 'the group of the page alone');
  await page.close();
});

test('what opens earlier events has its sign beside its heading on every phone', async () => {
  const page = await browser.newPage(DESKTOP);
  const found = [];
  for (const language of ['', 'da/', 'nl/']) {
    await page.goto(`${server.url}${language}speaking/index.html`);
    for (const width of [320, 360, 390]) {
      await page.setViewportSize({ width, height: 800 });
      const [line, heading] = await page.locator('.departed > summary').evaluate((summary) =>
        [summary, summary.firstElementChild].map((it) => it.getBoundingClientRect().height));
      if (line > heading + 20) found.push(`${language} at ${width} px: ${line} px for a heading of ${heading} px`);
    }
  }
  await page.close();
  none(found, 'signs on a line of their own');
});

test('a story of some three hundred words and one picture is a sheet of paper', async () => {
  const page = await browser.newPage();
  const found = [];
  for (const address of ['hvad-kaninen-kunne-se', 'torsdagssikringen', 'second-chair', 'afraid-to-press-send'].map((it) => `stories/2026/${it}.html`)) {
    await page.goto(server.url + address);
    const paper = await page.pdf({ preferCSSPageSize: true });
    const sheets = paper.toString('latin1').match(/\/Type\s*\/Page[^s]/g).length;
    if (sheets !== 1) found.push(`${address}: ${sheets} sheets`);
  }
  await page.close();
  none(found, 'stories that need more than a sheet');
});

test('paper shows addresses and leaves out what cannot be pressed', async () => {
  const page = await browser.newPage(DESKTOP);
  await page.emulateMedia({ media: 'print' });
  const found = [];
  let external = 0;
  for (const address of Object.values(PAGES)) {
    await page.goto(server.url + address);
    const result = await page.evaluate(onPaper);
    external += result.external;
    found.push(...result.found.map((what) => `${address}: ${what}`));
  }
  await page.close();
  assert.ok(external > 0, 'some page links to another place');
  none(found, 'things that are wrong on paper');
});

// What follows runs in the page.

/** Cards of a wall that have more than 20 px of nothing to the right. */
function shortRows() {
  return [...document.querySelectorAll('ul.wall')].flatMap((wall) => {
    const end = wall.getBoundingClientRect().right;
    const cards = [...wall.children].map((it) => ({ title: it.querySelector('a').textContent, box: it.firstElementChild.getBoundingClientRect() }));
    const beside = (one) => cards.filter(({ box }) => box.top < one.bottom - 2 && box.bottom > one.top + 2);
    const left = ({ box }) => Math.round(end - Math.max(...beside(box).map((other) => other.box.right)));
    return cards.filter((card) => left(card) > 20).map((card) => `${left(card)} px beside “${card.title}”`);
  });
}

/** The mean of all lines but the last of paragraphs that have three or more; quotations that are
 * set large are no text to read long. */
function charactersOfALine() {
  const lines = [];
  for (const paragraph of document.querySelectorAll('main .text:not(.said) > p')) {
    if (!paragraph.checkVisibility()) continue;
    const own = [];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let bottom = -Infinity;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.length; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (!box) continue;
        // A line begins where a character stands wholly below, or in a column beside, the last.
        const begins = box.top >= bottom - 2 || box.bottom < bottom - box.height;
        if (begins) own.push(0);
        if (begins) bottom = box.bottom;
        own[own.length - 1] += 1;
      }
    }
    if (own.length >= 3) lines.push(...own.slice(0, -1));
  }
  return lines.length >= 4 ? lines.reduce((sum, line) => sum + line) / lines.length : null;
}

/** Links within a sentence are as small as their letters; axe judges their distance. */
function tooSmall() {
  const controls = document.querySelectorAll('summary, button, input, select, textarea, nav a, .go, a.tel, header a');
  return [...controls]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches('.skip'))
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      const sentence = element.parentElement.matches('p') && getComputedStyle(element).display === 'inline';
      return !sentence && (width < 23.9 || height < 23.9);
    })
    .map((element) => {
      const { width, height } = element.getBoundingClientRect();
      return `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.trim().slice(0, 30)}” is ${width.toFixed(0)} × ${height.toFixed(0)}`;
    });
}

function focusProblem() {
  const element = document.activeElement;
  if (!element || element === document.body) return 'end';
  const name = `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.trim().slice(0, 30)}”`;
  let holder = element;
  const rings = [];
  // A card may show the ring for the link that covers it.
  for (let up = 0; holder && up < 4; up++, holder = holder.parentElement) {
    for (const pseudo of [null, '::before', '::after']) rings.push(getComputedStyle(holder, pseudo));
  }
  const isRing = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  if (!rings.some(isRing)) return `${name} has no ring`;
  const box = element.getBoundingClientRect();
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return `${name} is out of sight`;
  const rects = [...element.getClientRects()];
  const covered = rects.every(({ left, top, width, height }) => {
    const at = document.elementFromPoint(left + width / 2, top + height / 2);
    return at && !element.contains(at) && !at.contains(element);
  });
  return covered && rects.length ? `${name} is covered` : null;
}

function onPaper() {
  const found = [];
  const address = document.querySelector('.foot .address');
  // The strips of a poster carry a shorter one, and slides a code.
  const isPoster = ['kind-poster', 'kind-slides'].some((kind) => document.body.classList.contains(kind));
  if (!isPoster && (!address?.checkVisibility() || !address.textContent.trim())) found.push('the address of the page is missing');
  const external = [...document.querySelectorAll('main a[href^="http"]')].filter((link) => link.checkVisibility());
  for (const link of external) {
    const shown = link.textContent + getComputedStyle(link, '::after').content + getComputedStyle(link, '::before').content;
    if (!shown.includes(link.getAttribute('href'))) found.push(`no address after “${link.textContent}”`);
  }
  for (const element of document.querySelectorAll('header nav, nav.picks, .skip, input:not(.box), button, nav.pager')) {
    if (element.checkVisibility()) found.push(`${element.tagName.toLowerCase()}.${element.className} is printed`);
  }
  for (const text of document.querySelectorAll('main div.text')) {
    if (!text.closest('details') && !text.checkVisibility()) found.push('the text is not printed');
  }
  for (const photo of document.querySelectorAll('main .leadpic img')) {
    const { width, height } = photo.getBoundingClientRect();
    const cut = (width / height) / (photo.getAttribute('width') / photo.getAttribute('height'));
    if (cut > 1.1 || cut < 0.9) found.push(`the picture is cut: its box is ${Math.round(width)} by ${Math.round(height)}`);
  }
  for (const details of document.querySelectorAll('main details.question')) {
    if (!details.querySelector('.text')?.checkVisibility()) {
      found.push('closed answers are not printed');
      break;
    }
  }
  return { found, external: external.length };
}

/** Words on sheets that stand in two lines though they would fit into one, or stand in a box of less
    than half the sheet. */
function brokenWords() {
  const found = [];
  const roomOf = (element) => {
    const style = getComputedStyle(element);
    if (style.display === 'inline') return roomOf(element.parentElement);
    return element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  };
  for (const card of document.querySelectorAll('.card')) {
    const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (!text.parentElement.checkVisibility() || text.parentElement.closest('.column, .portrait')) continue;
      const room = Math.max(roomOf(text.parentElement), card.clientWidth / 2);
      for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
        const wide = lines.reduce((sum, { width }) => sum + width, 0);
        if (new Set(lines.map(({ top }) => Math.round(top))).size > 1 && wide < room) found.push(word);
      }
    }
  }
  return found;
}
