// While somebody writes: what was saved is shown in the open page at once, and nothing is lost that
// its reader did there.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { deflateSync, crc32 } from 'node:zlib';
import axe from 'axe-core';
import { DESKTOP, PHONE, launch, none } from './site.mjs';
import { bar, built, preview } from './preview/server.mjs';

const STORY = 'stories/2026/one-comma.html';
const FAQ = 'faq/index.html';
const browser = await launch();

/** A page with nothing around it, of these blocks. */
const plain = (main, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plain</title>${head}</head><body><main><h1>Plain</h1>${main}</main></body></html>`;
const paragraphs = (count, word = 'Quiet') =>
  Array.from({ length: count }, (_, n) => `<p>${word} number ${n} stood at the quay and waited for the ferry, as on every day.</p>`).join('\n');

const NETWORK = /ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY|404/;

/** A server with these pages and one document that looks at the first of them. Nothing may
    complain, least of all the policy. */
async function open(t, pages, { address = Object.keys(pages)[0], query = '', expected = NETWORK, ...options } = {}) {
  const server = await preview(pages);
  const context = await browser.newContext({ ...DESKTOP, ...options });
  const complaints = [];
  const visit = async (at = address + query) => {
    const page = await context.newPage();
    page.setDefaultTimeout(5000);
    page.on('pageerror', (error) => /ViewTransition/.test(error.message) || complaints.push(error.message));
    page.on('console', (message) => {
      const isExpected = expected.test(message.text());
      if (message.type() === 'error' && !isExpected) complaints.push(message.text());
    });
    await page.addInitScript(() => {
      globalThis.shown = [];
      document.addEventListener('storywall:shown', ({ detail }) => globalThis.shown.push(detail));
    });
    await page.goto(server.url + at);
    if (options.javaScriptEnabled !== false) await shows(page, 1);
    return page;
  };
  t.after(async () => {
    await context.close();
    await server.close();
    none(complaints, 'complaints');
  });
  return { server, page: await visit(), visit };
}

/** Waits until the page has shown so much since it was loaded. */
const shows = (page, count = 2) => page.waitForFunction((count) => globalThis.shown.length >= count, count);
const part = (page, selector) => page.locator(`storywall-preview ${selector}`);

// ── What was saved is shown ──────────────────────────────────────────────────────────────────

test('a change is shown, and the document gets an event for it', async (t) => {
  const { server, page } = await open(t, { [STORY]: { html: built(STORY) } });
  await page.evaluate(() => (globalThis.same = true));
  server.put(STORY, { html: built(STORY).replace('In 2023 I made', 'In 2024 I made') });
  await shows(page);
  assert.match(await page.locator('main').innerText(), /In 2024 I made/);
  assert.ok(await page.evaluate(() => globalThis.same), 'it is the same document');
  const [{ number }, { number: later, seen }] = await page.evaluate(() => globalThis.shown);
  assert.deepEqual([number, later], [1, 2]);
  assert.match(seen, /^[0-9a-f]{32}$/);
});

test('title, description and language of the page change with it', async (t) => {
  const html = plain('<p>A</p>', '<meta name="description" content="old">');
  const { server, page } = await open(t, { 'a.html': { html } });
  server.put('a.html', { html: html.replace('<title>Plain', '<title>Other').replace('old', 'new').replace('lang="en"', 'lang="da"') });
  await shows(page);
  assert.equal(await page.title(), 'Other');
  assert.equal(await page.locator('meta[name=description]').getAttribute('content'), 'new');
  assert.equal(await page.locator('html').getAttribute('lang'), 'da');
  assert.equal(await page.locator('title').count(), 1);
});

test('a script that is new begins with a new document', async (t) => {
  const html = plain('<p>A</p>', '<script src="one.js" defer></script>');
  const { server, page } = await open(t, { 'a.html': { html } });
  for (const name of ['one.js', 'two.js']) server.files.set(name, () => `globalThis.ran = '${name}'`);
  await page.reload();
  server.put('a.html', { html: html.replace('one.js', 'two.js') });
  await page.waitForFunction(() => globalThis.ran === 'two.js');
});

test('of many changes at once, the last is shown', async (t) => {
  const { server, page } = await open(t, { 'a.html': { html: plain('<p>A</p>') } });
  for (let n = 0; n < 20; n++) server.put('a.html', { html: plain(`<p>Change ${n}</p>`) });
  await page.locator('text=Change 19').waitFor();
});

test('whatever the page becomes, it is what the server said', async (t) => {
  const addresses = ['index.html', 'stories/index.html', STORY, FAQ, 'people/index.html', 'guidelines/photos.html', 'speaking/index.html', STORY];
  // Wherever it stood, it runs the same script here: one of its kind would begin with a new document.
  const moved = (address) =>
    built(address).replace(/<script src="[^"]*\/script-[^>]*><\/script>/g, '').replace(/="(\.\.\/)*assets\//g, '="/assets/');
  let last = moved('404.html');
  const { server, page } = await open(t, { 'a/b/c.html': { html: last } });
  const wrong = [];
  let count = 1;
  const check = async (html, what) => {
    if (html === last) return;
    last = html;
    server.put('a/b/c.html', { html });
    await shows(page, ++count);
    wrong.push(...(await page.evaluate(differs, html)).map((it) => `${what}: ${it}`));
  };
  for (const address of addresses) {
    const html = moved(address);
    await check(html, address);
    await check(html.replace(/<(p|li)>/, '<$1>New</$1><$1>'), `${address}, with something new`);
    await check(html.replace(/<(p|li)>(?!.*<\1)[^]*?<\/\1>/, ''), `${address}, with something taken away`);
  }
  none(wrong, 'differences');
});

/** Runs in the page: where it is not as `html` says. Scripts may hide and show. */
function differs(html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  const written = (document) => {
    const copy = document.documentElement.cloneNode(true);
    for (const element of copy.querySelectorAll('storywall-preview, [data-preview]')) element.remove();
    for (const element of copy.querySelectorAll('[hidden]')) element.removeAttribute('hidden');
    // An element that is kept has its new attributes behind the others.
    for (const element of copy.querySelectorAll('*')) {
      for (const { name, value } of [...element.attributes].sort((a, b) => (a.name < b.name ? -1 : 1))) {
        element.removeAttribute(name);
        element.setAttribute(name, value);
      }
    }
    return copy.outerHTML.replace(/\s+/g, ' ').replace(/ (?=<)/g, '');
  };
  const [is, says] = [written(document), written(fresh)];
  if (is === says) return [];
  let at = 0;
  while (is[at] === says[at]) at++;
  return [`“${is.slice(at - 60, at + 60)}” instead of “${says.slice(at - 60, at + 60)}”`];
}

// ── What the reader did stays ────────────────────────────────────────────────────────────────

test('what is read stays where it is, though there is more above it', async (t) => {
  const html = plain(paragraphs(60));
  const { server, page } = await open(t, { 'a.html': { html } }, { reducedMotion: 'reduce' });
  const top = () => page.locator('text=number 30 stood').evaluate((it) => it.getBoundingClientRect().top);
  await page.locator('text=number 30 stood').evaluate((it) => it.scrollIntoView({ block: 'center' }));
  await page.waitForTimeout(100);
  const before = await top();
  server.put('a.html', { html: html.replace('<p>Quiet number 3 ', `${paragraphs(5, 'New')}<p>Quiet number 3 `) });
  await shows(page);
  await page.waitForTimeout(100);
  assert.ok(Math.abs((await top()) - before) < 2, `${await top()}, not ${before}`);
});

test('focus and caret stay where somebody types', async (t) => {
  const { server, page } = await open(t, { [FAQ]: { html: built(FAQ) } });
  await page.locator('#sw-find').pressSequentially('forkert');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  server.put(FAQ, { html: built(FAQ).replace('<h1', '<p>Something new stands above.</p><h1') });
  await shows(page);
  await page.keyboard.type('X');
  assert.equal(await page.locator('#sw-find').inputValue(), 'forkeXrt');
});

test('what was typed and chosen stays, in fields without the focus too', async (t) => {
  const form = '<form><label>Name <input name="name" value="Ana"></label><label>Words <textarea name="words">Few</textarea></label>'
    + '<label>May <input type="checkbox" name="may"></label><label>Port <select name="port"><option>Esbjerg<option>Harwich</select></label>'
    + '<label>Other <input name="other" value="old"></label></form>';
  const { server, page } = await open(t, { 'a.html': { html: plain(form) } });
  await page.fill('[name=name]', 'Bo');
  await page.fill('[name=words]', 'Many more');
  await page.check('[name=may]');
  await page.selectOption('[name=port]', 'Harwich');
  await page.locator('h1').click();
  server.put('a.html', { html: plain(`<p>New</p>${form.replace('value="Ana"', 'value="Anna"').replace('value="old"', 'value="new"')}`) });
  await shows(page);
  const fields = await page.locator('main form').evaluate((it) => Object.fromEntries(new FormData(it)));
  assert.deepEqual(fields, { name: 'Bo', words: 'Many more', may: 'on', port: 'Harwich', other: 'new' });
});

test('lists stay as the reader left them', async (t) => {
  const list = (names) => plain(names.map((name) => `<details${name === 'B' ? ' open' : ''}><summary>${name}</summary><p>Of ${name}</p></details>`).join(''));
  const { server, page } = await open(t, { 'a.html': { html: list(['A', 'B', 'C']) } });
  await page.locator('main summary', { hasText: 'A' }).click();
  await page.locator('main summary', { hasText: 'B' }).click();
  server.put('a.html', { html: list(['A', 'B', 'C']).replace('Of C', 'Of all') });
  await shows(page);
  const open_ = () => page.locator('main details').evaluateAll((all) => all.map((it) => it.open));
  assert.deepEqual(await open_(), [true, false, false]);
});

test('an answer that is being read stays open, and others that were found stay found', async (t) => {
  const html = built(FAQ);
  const { server, page } = await open(t, { [FAQ]: { html } });
  await page.locator('#sw-find').fill('spelling');
  const found = () => page.locator('details.question:visible').evaluateAll((all) => all.map((it) => it.id));
  await page.waitForFunction(() => document.querySelector('#sw-found').textContent);
  const [before, said] = [await found(), await page.locator('#sw-found').innerText()];
  await page.locator(`#${before[0]} > summary`).click();
  server.put(FAQ, { html: html.replace('<h1', '<p>Something new stands above.</p><h1') });
  await shows(page);
  assert.deepEqual(await found(), before);
  assert.equal(await page.locator('#sw-found').innerText(), said);
  assert.ok(await page.locator(`#${before[0]}`).evaluate((it) => it.open));
  assert.ok(await page.locator('.find').isVisible(), 'what the site’s script showed');
});

test('marked words stay marked', async (t) => {
  const html = plain(paragraphs(6));
  const { server, page } = await open(t, { 'a.html': { html } });
  await page.evaluate(() => {
    const text = document.querySelectorAll('main p')[3].firstChild;
    const start = text.data.indexOf('waited');
    getSelection().setBaseAndExtent(text, start, text, start + 6);
  });
  const marked = () => page.evaluate(() => getSelection().toString());
  const steps = [
    html.replace('<p>Quiet number 0', '<p>First of all.</p><p>Quiet number 0'),
    html.replace('number 3 stood at', 'number three was standing at'),
    html.replace('number 3 stood at the quay and waited for the ferry', 'number 3 stood at the quay and waited for the boat'),
  ];
  for (const [n, step] of steps.entries()) {
    server.put('a.html', { html: step });
    await shows(page, n + 2);
    assert.equal(await marked(), 'waited', `step ${n}`);
  }
});

// ── Nothing flashes ──────────────────────────────────────────────────────────────────────────

test('there is never a moment without styles', async (t) => {
  const style = (name) => `<link rel="stylesheet" href="${name}.css">`;
  const html = plain('<p>A</p>', style('one') + style('last'));
  const { server, page } = await open(t, { 'a.html': { html } });
  const slowly = (css) => () => new Promise((resolve) => { setTimeout(resolve, 150, css); });
  server.files.set('one.css', () => 'h1{color:rgb(1,1,1)}');
  server.files.set('last.css', () => 'h1{margin:7px}');
  server.files.set('two.css', slowly('h1{color:rgb(2,2,2);margin:0}'));
  await page.reload();
  await page.evaluate(() => {
    globalThis.colours = new Set();
    const look = () => {
      const { color, margin } = getComputedStyle(document.querySelector('h1'));
      globalThis.colours.add(`${color} ${margin}`);
      requestAnimationFrame(look);
    };
    look();
  });
  server.put('a.html', { html: html.replace('one.css', 'two.css') });
  await shows(page);
  await page.waitForTimeout(100);
  const colours = await page.evaluate(() => [...globalThis.colours]);
  assert.deepEqual(colours, ['rgb(1, 1, 1) 7px', 'rgb(2, 2, 2) 7px'], 'the order of the styles stays too');
  const names = await page.locator('head link').evaluateAll((all) => all.map((it) => it.getAttribute('href')));
  assert.deepEqual(names, ['/_preview/page.css', 'two.css', 'last.css']);
});

test('a picture stays until the better one has come', async (t) => {
  const html = plain('<p><img src="media/p.png" srcset="media/p.png 1x" alt="A pump"></p>');
  const { server, page } = await open(t, { 'a.html': { html } });
  let size = 3;
  server.files.set('media/p.png', async () => {
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    return png(size);
  });
  await page.reload();
  const widths = await page.evaluate(() => {
    globalThis.widths = [];
    const look = () => {
      globalThis.widths.push(document.images[0].naturalWidth);
      requestAnimationFrame(look);
    };
    look();
    return globalThis.widths;
  });
  assert.deepEqual(widths, [3]);
  size = 5;
  server.tell('photo', { address: 'media/p.png' });
  await page.waitForFunction(() => document.images[0].naturalWidth === 5);
  size = 7;
  server.tell('photo', { address: 'media/p.png' });
  await page.waitForFunction(() => document.images[0].naturalWidth === 7);
  server.put('a.html', { html: html.replace('Plain</h1>', 'Other</h1>') });
  await page.locator('h1', { hasText: 'Other' }).waitFor();
  size = 9;
  server.put('a.html', { html: html.replaceAll('p.png', 'q.png') });
  server.files.set('media/q.png', server.files.get('media/p.png'));
  await page.waitForFunction(() => document.images[0].naturalWidth === 9);
  assert.deepEqual(await page.evaluate(() => [...new Set(globalThis.widths)]), [3, 5, 7, 9]);
  assert.equal(server.asked.filter((it) => it === 'media/p.png').length, 2, 'the worse one is not asked for again');
});

/** A grey picture of this many pixels. */
function png(size) {
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header[8] = 8;
  const rows = deflateSync(Buffer.alloc((size + 1) * size, 0x80).map((byte, at) => (at % (size + 1) ? byte : 0)));
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

// ── What changed is pointed at ───────────────────────────────────────────────────────────────

const framed = (page) => page.evaluate(() => document.getAnimations().map((it) => it.effect.target.textContent));
const scrolled = (page) => page.evaluate(() => scrollY);

test('what changed comes into view and is framed for a moment', async (t) => {
  const html = plain(paragraphs(60));
  const { server, page } = await open(t, { 'a.html': { html } });
  server.put('a.html', { html: html.replace('<p>Quiet number 50 ', '<p>Put between.</p><p>Quiet number 50 ') });
  await shows(page);
  assert.deepEqual(await framed(page), ['Put between.']);
  const box = await page.locator('text=Put between.').boundingBox();
  assert.ok(box.y > 0 && box.y < 740, `it stands at ${box.y}`);
  server.put('a.html', { html: html.replace('number 50 stood', 'number fifty stood') });
  await shows(page, 3);
  assert.ok((await framed(page)).some((text) => text.startsWith('Quiet number fifty')));
});

test('where much changed, nothing is pointed at', async (t) => {
  const { server, page } = await open(t, { 'a.html': { html: plain(paragraphs(60)) } });
  server.put('a.html', { html: plain(paragraphs(60, 'Loud')) });
  await shows(page);
  assert.deepEqual([await framed(page), await scrolled(page)], [[], 0]);
});

test('who wants it still is neither scrolled nor shown a frame', async (t) => {
  const html = plain(paragraphs(60));
  const { server, page } = await open(t, { 'a.html': { html } }, { reducedMotion: 'reduce' });
  server.put('a.html', { html: html.replace('number 50 stood', 'number fifty stood') });
  await shows(page);
  assert.deepEqual([await framed(page), await scrolled(page)], [[], 0]);
});

test('nobody is scrolled away while typing', async (t) => {
  const html = plain(`<label>Find <input></label>${paragraphs(60)}`);
  const { server, page } = await open(t, { 'a.html': { html } });
  await page.locator('input').first().pressSequentially('pump');
  server.put('a.html', { html: html.replace('number 50 stood', 'number fifty stood') });
  await shows(page);
  assert.equal(await scrolled(page), 0);
});

// ── What the bar says of the page ────────────────────────────────────────────────────────────────

test('the bar changes alone, and stays open with what was put in', async (t) => {
  const { server, page } = await open(t, { [STORY]: { html: built(STORY), bar: bar('report') } });
  await part(page, '.line').click();
  await part(page, 'input[type=date]').fill('2026-12-24');
  assert.match(await part(page, '.line').innerText(), /3 errors/);
  const main = await page.locator('main').evaluateHandle((it) => it);
  server.put(STORY, { html: built(STORY), bar: bar('well') });
  await shows(page);
  assert.match(await part(page, '.line').innerText(), /Nothing to correct/);
  assert.ok(await part(page, '.sheet').isVisible(), 'it is open');
  assert.equal(await part(page, 'input[type=date]').inputValue(), '2026-12-24');
  assert.ok(await main.evaluate((it) => it.isConnected), 'the page is the same');
});

test('a place in a file leads to the editor, and what is wrong is marked', async (t) => {
  const { page } = await open(t, { [STORY]: { html: built(STORY), bar: bar('report') } });
  await part(page, '.line').click();
  const first = part(page, '.report li').first();
  assert.equal(await first.locator('mark').innerText(), 'tilte');
  assert.equal(await first.locator('a.place').getAttribute('href'), 'edit:///home/ana/handbook/content/stories/odd.md:2:1');
});

test('a page that is gone says why, and comes back', async (t) => {
  const { server, page } = await open(t, { [STORY]: { html: built(STORY) } });
  server.put(STORY, { html: built('404.html'), bar: bar('missing'), status: 'missing' });
  await part(page, '.why').waitFor();
  assert.match(await part(page, '.why').innerText(), /This text is a draft/);
  server.put(STORY, { html: built(STORY) });
  await page.locator('h1', { hasText: 'one comma' }).waitFor();
  assert.equal(await part(page, '.why').count(), 0);
});

test('a page that is broken is mended in the same document', async (t) => {
  const html = plain('<p>A</p>');
  const { server, page } = await open(t, { 'a.html': { html } });
  await page.evaluate(() => (globalThis.same = true));
  server.put('a.html', { html: html.replace('<p>A', '<p>This page cannot be made'), bar: bar('broken'), status: 'broken' });
  await shows(page);
  assert.match(await part(page, '.line').innerText(), /error/);
  server.put('a.html', { html });
  await shows(page, 3);
  assert.equal(await page.locator('main p').innerText(), 'A');
  assert.ok(await page.evaluate(() => globalThis.same));
});

test('a text that moved is followed, under the same options and to the same place', async (t) => {
  const pages = { 'a.html': { html: plain('<p>A</p>') }, 'b/c.html': { html: plain('<p>C</p>') } };
  const { server, page } = await open(t, pages, { query: '?drafts=yes#here' });
  server.tell('moved', { to: 'b/c.html' });
  await page.waitForURL(`${server.url}b/c.html?drafts=yes#here`);
});

test('the options go along to other pages', async (t) => {
  const pages = { 'a.html': { html: plain('<p><a href="b.html#x">B</a></p>') }, 'b.html': { html: plain('<p>B</p>') } };
  const { server, page } = await open(t, pages, { query: '?today=2026-12-24&drafts=yes' });
  await page.locator('main a').click();
  await page.waitForURL(`${server.url}b.html?today=2026-12-24&drafts=yes#x`);
});

test('other options are said clearly, and left again', async (t) => {
  const { server, page } = await open(t, { [STORY]: { html: built(STORY), bar: bar('options') } }, { query: '?drafts=yes' });
  assert.match(await part(page, '.light').innerText(), /24\. december 2026, med kladder/);
  await part(page, '.pin').click();
  assert.ok(await part(page, '.light').isVisible(), 'folded too');
  const back = await part(page, '.light a').evaluate((it) => it.href);
  assert.equal(back, `${server.url}da/stories/odd.html`);
});

// ── The line to the server ───────────────────────────────────────────────────────────────────

test('a server that stops is said, and one that comes back is heard', async (t) => {
  const { server, page } = await open(t, { 'a.html': { html: plain('<p>A</p>') } });
  await server.close();
  await part(page, '.lost').waitFor({ state: 'visible' });
  server.put('a.html', { html: plain('<p>Meanwhile</p>') });
  await server.open();
  await page.locator('text=Meanwhile').waitFor();
  await part(page, '.lost').waitFor({ state: 'hidden' });
  server.put('a.html', { html: plain('<p>Later</p>') });
  await page.locator('text=Later').waitFor();
});

test('eight windows are all shown what changed, and hold four streams', async (t) => {
  const { server, page, visit } = await open(t, { 'a.html': { html: plain('<p>A</p>') } });
  const pages = [page];
  while (pages.length < 8) pages.push(await visit());
  await page.waitForTimeout(300);
  assert.equal(server.streams.size, 4);
  server.put('a.html', { html: plain('<p>For all</p>') });
  await Promise.all(pages.map((it) => it.locator('text=For all').waitFor()));
  await pages[0].close();
  while (server.streams.size < 4) await page.waitForTimeout(50).catch(() => new Promise((resolve) => { setTimeout(resolve, 50); }));
});

test('who is not looked at does not listen, and asks again when it is', async (t) => {
  const { server, page } = await open(t, { 'a.html': { html: plain('<p>A</p>') } });
  const turn = (state) => page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
  await turn('hidden');
  while (server.streams.size > 0) await page.waitForTimeout(20);
  server.put('a.html', { html: plain('<p>Meanwhile</p>') });
  await turn('visible');
  await page.locator('text=Meanwhile').waitFor();
});

// ── The bar is for everybody ─────────────────────────────────────────────────────────────────

test('without scripts the bar is there, opens, and asks for another day', async (t) => {
  const { server, page } = await open(t, { [STORY]: { html: built(STORY), bar: bar('report') } }, { javaScriptEnabled: false });
  await part(page, '.line').click();
  assert.ok(await part(page, '.report').first().isVisible());
  await part(page, 'input[type=date]').fill('2026-12-24');
  server.put('stories/odd.html', { html: built(STORY) });
  await part(page, '.do button').click();
  await page.waitForURL(`${server.url}stories/odd.html?today=2026-12-24&audience=internal&drafts=no`);
});

test('the bar stays folded, and open, from page to page', async (t) => {
  const { page } = await open(t, { [STORY]: { html: built(STORY), bar: bar('report') } });
  await part(page, '.line').click();
  await page.reload();
  await part(page, '.sheet').waitFor({ state: 'visible' });
  await part(page, '.sheet a').first().focus();
  await page.keyboard.press('Escape');
  await part(page, '.sheet').waitFor({ state: 'hidden' });
  await part(page, '.pin').click();
  await page.reload();
  assert.ok(!(await part(page, '.line').isVisible()));
  assert.match(await part(page, '.pin').innerText(), /3 errors/);
});

test('no style of the site reaches the bar, and none of the bar the site', async (t) => {
  const loud = 'body,body *{color:red!important;font-size:99px!important;display:block!important}';
  const { server, page } = await open(t, { 'a.html': { html: plain('<p>A</p>', '<link rel="stylesheet" href="loud.css">'), bar: bar('report') } });
  const look = () => part(page, '.line .of').first().evaluate((it) => [getComputedStyle(it).color, getComputedStyle(it).fontSize].join());
  const before = await look();
  server.files.set('loud.css', () => loud);
  await page.reload();
  assert.equal(await page.locator('main p').evaluate((it) => getComputedStyle(it).fontSize), '99px');
  assert.equal(await look(), before);
});

test('paper knows nothing of it', async (t) => {
  const { page } = await open(t, { [STORY]: { html: built(STORY), bar: bar('report') } });
  await page.emulateMedia({ media: 'print' });
  assert.ok(!(await part(page, '.strip').isVisible()));
});

for (const [device, options] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  for (const colorScheme of ['light', 'dark']) {
    test(`everybody can use it: ${device}, ${colorScheme}`, async (t) => {
      const pages = Object.fromEntries(['report', 'missing', 'options', 'broken', 'well'].map((name) => [`${name}.html`, { html: plain(paragraphs(9)), bar: bar(name) }]));
      // The library of the test has styles of its own.
      const { page, server } = await open(t, pages, { ...options, colorScheme, expected: /404|inline style/ });
      const found = [];
      for (const name of Object.keys(pages)) {
        await page.goto(server.url + name);
        for (const state of name === 'report' ? ['closed', 'open', 'folded'] : ['closed', 'open']) {
          await page.evaluate((state) => {
            const { shadowRoot } = document.querySelector('storywall-preview');
            shadowRoot.querySelector('.panel').open = state === 'open';
            shadowRoot.querySelector('.bar').open = state !== 'folded';
          }, state);
          found.push(...(await violations(page)).map((it) => `${name}, ${state}: ${it}`));
          found.push(...(await page.evaluate(awkward)).map((it) => `${name}, ${state}: ${it}`));
        }
        await page.evaluate(() => sessionStorage.clear());
      }
      none(found, 'things in the way');
    });
  }
}

async function violations(page) {
  await page.evaluate(axe.source);
  const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const result = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values } }), values);
  const all = result.passes.flatMap((rule) => rule.nodes.flatMap((node) => node.target));
  assert.ok(all.some((target) => Array.isArray(target)), 'axe looks into the bar');
  return result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id} at ${node.target.join(' ')}`));
}

/** Runs in the page: what is too wide, and what is too small to be hit. */
function awkward() {
  const found = [];
  const { shadowRoot } = document.querySelector('storywall-preview');
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push('the page scrolls sideways');
  for (const element of shadowRoot.querySelectorAll('.strip, .sheet, .note, .pin, .line')) {
    if (element.checkVisibility() && element.scrollWidth > element.clientWidth + 1) found.push(`${element.className} scrolls sideways`);
    const { right } = element.getBoundingClientRect();
    if (right > innerWidth + 1) found.push(`${element.className} is too wide`);
  }
  for (const element of shadowRoot.querySelectorAll('a, button, input:not([type=hidden]), select, summary')) {
    if (!element.checkVisibility()) continue;
    const { width, height } = element.getBoundingClientRect();
    if (width < 23.9 || height < 23.9) found.push(`“${element.textContent.trim()}” is ${width} × ${height} px`);
  }
  return found;
}
