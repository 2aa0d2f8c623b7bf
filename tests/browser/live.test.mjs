// The preview as its writer has it: the program serves a copy of the example, a real browser looks
// at it, and files are saved.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import axe from 'axe-core';
import { DESKTOP, PHONE, launch, none } from './site.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const STORY = 'stories/2026/one-comma';
const FILE = `content/${STORY}.md`;
const browser = await launch();

/** A copy of the example, and the program that serves it. */
async function serve(t, ...options) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'storywall-live-'));
  for (const part of ['site.toml', 'content']) fs.cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
  const words = ['serve', '--root', folder, '--port', '0', '--today', '2026-11-21', ...(options.includes('--editor') ? [] : ['--editor', 'vscode']), ...options];
  const program = spawn(process.env.STORYWALL ?? path.join(ROOT, 'target/debug/storywall'), words, { stdio: ['ignore', 'ignore', 'pipe'] });
  t.after(async () => {
    const ended = new Promise((resolve) => { program.once('exit', resolve); });
    program.kill('SIGINT');
    assert.equal(await ended, 0, 'it ends in order');
    fs.rmSync(folder, { recursive: true, force: true });
  });
  const url = await new Promise((resolve, reject) => {
    program.once('exit', () => reject(new Error('the program ended')));
    createInterface({ input: program.stderr }).on('line', (line) => {
      const found = line.match(/^http:\S+/);
      if (found) resolve(found[0]);
    });
  });
  const file = (name) => path.join(folder, name);
  const write = (name, text) => {
    fs.mkdirSync(path.dirname(file(name)), { recursive: true });
    fs.writeFileSync(file(name), text);
  };
  const edit = (name, from, to) => {
    const text = fs.readFileSync(file(name), 'utf8');
    assert.ok(text.includes(from), `${name} holds “${from}”`);
    write(name, text.replace(from, to));
  };
  return { url, file, write, edit };
}

/** An open page; what its browser complains about fails the test. */
async function open(t, url, options = DESKTOP) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // That a page is missing is what some tests are about, and at the end the program goes first.
    if (message.type() === 'error' && !/404|500|ERR_CONNECTION|ERR_EMPTY/.test(message.text())) complaints.push(message.text());
  });
  t.after(async () => {
    await context.close();
    none(complaints, 'complaints');
  });
  await page.goto(url);
  if (options.javaScriptEnabled !== false) await page.evaluate(() => { globalThis.same = true; });
  return page;
}

const bar = (page, selector) => page.locator(`storywall-preview ${selector}`);
const isSame = (page) => page.evaluate(() => globalThis.same === true);

test('saved words come into the open page, and nothing else moves', async (t) => {
  const site = await serve(t);
  const page = await open(t, `${site.url}${STORY}.html`);
  await page.evaluate(() => scrollTo({ top: 200, behavior: 'instant' }));
  const before = await page.evaluate(() => scrollY);
  site.edit(FILE, '\n---\n', '\n---\nThese words are fresh.\n\n');
  await page.getByText('These words are fresh.').first().waitFor();
  assert.ok(await isSame(page), 'the page was not loaded again');
  assert.ok(Math.abs(await page.evaluate(() => scrollY) - before) < 400);
});

test('a title changes on every page that shows it, in several tabs', async (t) => {
  const site = await serve(t);
  const pages = [];
  for (const address of [`${STORY}.html`, 'stories/index.html']) pages.push(await open(t, site.url + address));
  const text = fs.readFileSync(site.file(FILE), 'utf8');
  site.write(FILE, text.replace(/^title:.*$/m, 'title: A title of today'));
  for (const page of pages) {
    await page.getByText('A title of today').first().waitFor();
    assert.ok(await isSame(page));
  }
  assert.match(await pages[0].title(), /A title of today/);
});

test('a style is swapped in the open page', async (t) => {
  const site = await serve(t);
  const page = await open(t, site.url);
  site.write('themes/default/styles/99-own.css', 'main { outline: 3px solid rgb(1, 2, 3) }\n');
  await page.waitForFunction(() => getComputedStyle(document.querySelector('main')).outlineColor === 'rgb(1, 2, 3)');
  assert.ok(await isSame(page));
});

test('what is broken is reported in the words of the check, opens the editor, and heals', async (t) => {
  const site = await serve(t);
  const page = await open(t, `${site.url}${STORY}.html`);
  const text = fs.readFileSync(site.file(FILE), 'utf8');
  site.write(FILE, text.replace(/^theme:.*$/m, 'theme: nigth-shift'));
  await bar(page, '.panel > summary').click();
  const report = bar(page, '.findings');
  await report.getByText('There is no theme called “nigth-shift”').waitFor();
  await report.getByText('Did you mean “night-shift”?').waitFor();
  const link = await report.locator('a[href^="vscode://file"]').first().getAttribute('href');
  assert.match(link, /one-comma\.md:\d+:\d+$/);
  assert.equal((await page.request.get(`${site.url}stories/index.html`)).status(), 200, 'the others answer');
  site.write(FILE, text);
  await report.getByText('nigth-shift').first().waitFor({ state: 'detached' });
  assert.ok(await isSame(page));
});

test('a renamed story is followed, a deleted one says so', async (t) => {
  const site = await serve(t);
  const page = await open(t, `${site.url}${STORY}.html`);
  fs.renameSync(site.file(FILE), site.file('content/stories/2026/two-commas.md'));
  await page.waitForURL('**/stories/2026/two-commas.html');
  await page.locator('main h1').waitFor();
  fs.rmSync(site.file('content/stories/2026/two-commas.md'));
  await bar(page, '.note.why').waitFor();
  assert.equal((await page.request.get(page.url())).status(), 404);
});

test('the desk is one click from every page, follows what is saved, and everybody can use it', async (t) => {
  const site = await serve(t);
  const page = await open(t, `${site.url}${STORY}.html`);
  await bar(page, '.panel > summary').click();
  await bar(page, 'a.desk').click();
  await page.waitForURL('**/_desk.html');
  await page.getByRole('heading', { level: 1, name: 'Your desk' }).waitFor();
  const place = page.locator('.spot a').first();
  assert.match(await place.getAttribute('href'), /^vscode:\/\/file.+:\d+:\d+$/);
  await page.evaluate(() => { globalThis.same = true; });
  site.write('content/faq/film.md', '---\ntitle: May I film on the bridge?\nabout: policy\nstatus: draft\n---\nNot yet.\n');
  await page.getByText('“May I film on the bridge?” waits for an answer').waitFor();
  assert.ok(await isSame(page), 'the page was not loaded again');
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.todo li').first().isVisible(), 'it can be printed');
  await page.emulateMedia({ media: 'screen' });
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  for (const [device, options] of Object.entries({ phone: PHONE, desktop: DESKTOP, narrow: { ...PHONE, viewport: { width: 320, height: 700 } } })) {
    for (const [address, colorScheme] of [['_desk.html', 'light'], ['da/_desk.html', 'dark'], ['nl/_desk.html', 'light']]) {
      const other = await open(t, site.url + address, { ...options, colorScheme, reducedMotion: 'reduce', bypassCSP: true });
      for (const summary of await other.locator('.rest > summary').all()) await summary.click();
      const wide = await other.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${address} on a ${device} is ${wide} px too wide`);
      await other.evaluate(axe.source);
      const { violations } = await other.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values } }), tags);
      none(violations.map((it) => `${address}, ${device}: ${it.id} ${it.nodes[0].html}`), 'violations');
    }
  }
});

test('the desk needs no script, and opens files without one', async (t) => {
  const site = await serve(t, '--editor', 'true {path}');
  const page = await open(t, `${site.url}_desk.html`, { ...DESKTOP, javaScriptEnabled: false });
  await page.getByRole('heading', { level: 1, name: 'Your desk' }).waitFor();
  assert.ok(await page.locator('.spot form button').count() > 5);
  assert.equal(await page.locator('.spot form').first().getAttribute('method'), 'post');
});

test('a draft and a day to come are seen from the bar', async (t) => {
  const site = await serve(t);
  site.write('content/stories/2026/eve.md', '---\ntitle: On the eve\nauthor: jonas-holm\ndate: 2026-12-24\nlang: en\n---\nStill a month.\n');
  const page = await open(t, `${site.url}stories/2026/eve.html`);
  await bar(page, '.panel > summary').click();
  await bar(page, 'input[name=today]').fill('2026-12-24');
  await bar(page, 'form').filter({ has: page.locator('input[name=today]') }).getByRole('button').first().click();
  await page.waitForURL('**/stories/2026/eve.html?today=2026-12-24**');
  await page.getByText('Still a month.').first().waitFor();
  await page.locator('header a[href$="stories/index.html"]').first().click();
  await page.waitForURL('**/stories/index.html?today=2026-12-24**');
  await page.getByText('On the eve').first().waitFor();
});

test('a photo is shown, and the good one can soon be had', async (t) => {
  const site = await serve(t);
  const page = await open(t, `${site.url}stories/2026/afraid-to-press-send.html`);
  const picture = page.locator('main img').first();
  // The good one may take the place of the rough one while that is decoded.
  await page.waitForFunction(() => document.querySelector('main img')?.naturalWidth > 0);
  const address = (await picture.evaluate((img) => img.currentSrc)).split('?')[0];
  // A rough one must not be kept; the good one may be for ever.
  let keeping = '';
  for (let tries = 0; tries < 200 && !/immutable/.test(keeping); tries++) {
    keeping = (await page.request.get(address)).headers()['cache-control'];
    await page.waitForTimeout(100);
  }
  assert.match(keeping, /immutable/);
});

for (const [device, options] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
  test(`every kind of page is shown without a complaint on a ${device}`, async (t) => {
    const site = await serve(t);
    const page = await open(t, site.url, options);
    for (const address of ['permission.html', 'da/faq/index.html', 'nl/guidelines/photos.html', 'speaking/index.html', 'people/jonas-holm.html', 'nothing/at/all.html']) {
      await page.goto(site.url + address);
      await bar(page, '.bar').waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 1, `${address} is ${wide} pixels too wide`);
    }
  });
}

