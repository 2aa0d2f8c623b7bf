// Filters of the wall together: what they find, what the address says, and that everybody can use them.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { DESKTOP, PHONE, SITE, launch, none } from './site.mjs';
import { serve } from './serve.mjs';
import { holes, lines, tooWide, voids } from './layout.mjs';

const FIRST = 'stories/by/form-story.html';
const BOTH = `${FIRST}#form-story+place-aarhus`;

const server = await serve(SITE);
after(() => server.close());
const browser = await launch();

/** The stories of a list, as its pages have them without script. */
const storiesOf = (list) => {
  const html = fs.readFileSync(path.join(SITE, 'stories/by', list), 'utf8');
  return [...html.matchAll(/<h2><a href="[^"]*\/([^/"]+)\.html"/g)].map(([, name]) => name);
};
const inAarhus = storiesOf('place-aarhus.html');
const EXPECTED = storiesOf('form-story.html').filter((name) => inAarhus.includes(name));

/** What the wall shows. */
const shown = (page) =>
  page.locator('.wall:visible h2 a').evaluateAll((links) => links.map((link) => link.pathname.split('/').pop().replace('.html', '')));

const choose = async (page, filter, value) => {
  await page.locator('.picks summary', { hasText: filter }).click();
  await page.locator('.picks a:visible', { hasText: value }).click();
};

test('a second filter narrows the first, the address says both, and Back goes back', async () => {
  assert.ok(EXPECTED.length > 0 && EXPECTED.length < inAarhus.length, `${EXPECTED}`);
  const page = await browser.newPage(DESKTOP);
  const fetched = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(server.url + FIRST);
  const before = { stories: await shown(page), heading: await page.textContent('h1'), tally: await page.textContent('.tally') };
  none(fetched.filter((url) => url.endsWith('lists.json')), 'files fetched before anybody asks');
  // Its own list says how many stories would be left.
  await page.locator('.picks summary', { hasText: 'Place' }).click();
  const place = page.locator('.picks a:visible', { hasText: 'Aarhus' });
  await assert.doesNotReject(page.waitForFunction((n) => [...document.querySelectorAll('.picks a')].some((a) => a.textContent.trim() === `Aarhus ${n}`), EXPECTED.length, { timeout: 3000 }), 'the count of both');
  await place.click();
  await page.locator('.found li').first().waitFor();
  assert.equal(page.url(), server.url + BOTH);
  assert.deepEqual(await shown(page), EXPECTED, 'in the order of the wall');
  assert.match(await page.textContent('.tally [role=status]'), new RegExp(`^${EXPECTED.length} stor`));
  assert.match(await page.textContent('h1'), / · Aarhus$/);
  assert.deepEqual((await page.locator('.picks summary b').allTextContents()).sort(), ['Aarhus', 'Story']);
  await page.goBack();
  await page.locator('.found').waitFor({ state: 'hidden' });
  assert.deepEqual({ stories: await shown(page), heading: await page.textContent('h1'), tally: await page.textContent('.tally') }, before);
  await page.goForward();
  await page.locator('.found li').first().waitFor();
  assert.deepEqual(await shown(page), EXPECTED);
  await page.close();
});

test('an address that somebody made up leads nowhere else and runs nothing', async () => {
  // Without the policy, too: it is a second wall, not the first.
  const context = await browser.newContext({ ...DESKTOP, bypassCSP: true });
  const page = await context.newPage();
  const faults = [];
  page.on('dialog', (dialog) => { faults.push(`a script ran: ${dialog.message()}`); dialog.dismiss(); });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => { if (!request.url().startsWith(server.url)) faults.push(request.url()); });
  for (const hash of [
    '__proto__+constructor+https://evil.example/?',
    '__proto__+constructor+javascript:alert(1)//',
    '__proto__+//evil.example/x',
    'form-story+toString', 'form-story+__proto__', 'a+https://evil.example/', 'form-how+%E0', '%',
  ]) {
    await page.goto('about:blank');
    await page.goto(`${server.url}${FIRST}#${hash}`);
    await page.waitForTimeout(300);
    const at = page.url();
    if (!at.startsWith(`${server.url}stories/`) || !fs.existsSync(path.join(SITE, new URL(at).pathname))) faults.push(`${hash} leads to ${at}`);
  }
  for (const hash of ['%', '%E0%A4']) {
    await page.goto('about:blank');
    await page.goto(`${server.url}faq/index.html#${hash}`);
    if (!(await page.locator('.find input').isVisible())) faults.push(`the questions cannot be searched at #${hash}`);
  }
  await context.close();
  none(faults, 'addresses that do harm');
});

test('an address with several filters can be sent to somebody, and each filter has a way out', async () => {
  const page = await browser.newPage(DESKTOP);
  await page.goto(server.url + BOTH);
  await page.locator('.found li').first().waitFor();
  assert.deepEqual(await shown(page), EXPECTED);
  // Another place takes the place of this one.
  await choose(page, 'Place', 'Esbjerg');
  await page.waitForURL(/#form-story\+place-esbjerg$/);
  await page.getByRole('link', { name: 'Without “Esbjerg”' }).click();
  await page.waitForURL(/form-story\.html$/);
  assert.deepEqual(await shown(page), storiesOf('form-story.html'));
  await page.goto(`${server.url + BOTH}+language-xx`);
  await page.locator('.found li').first().waitFor();
  assert.deepEqual(await shown(page), EXPECTED, 'a list that is gone does not count');
  await page.close();
});

test('the same filters stand in another language', async () => {
  const page = await browser.newPage(DESKTOP);
  await page.goto(server.url + BOTH);
  await page.locator('.found li').first().waitFor();
  await page.locator('.tongues a[lang=da]').first().click();
  await page.locator('.found li').first().waitFor();
  assert.match(page.url(), /\/da\/stories\/by\/form-story\.html#form-story\+place-aarhus$/);
  assert.deepEqual(await shown(page), EXPECTED);
  await page.close();
});

test('two filters can be chosen with the keyboard, and what they find is said', async () => {
  const page = await browser.newPage(DESKTOP);
  await page.goto(server.url + FIRST);
  await page.locator('.picks summary', { hasText: 'Place' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.found li').first().waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SUMMARY', 'the focus is where it was');
  assert.equal(await page.locator('[open]:not(.menu)').count(), 0, 'the list is closed again');
  assert.match(await page.locator('.tally [role=status]').textContent(), /\d+ stor/);
  await page.close();
});

test('what two filters find fits on a phone', async () => {
  const page = await browser.newPage(PHONE);
  await page.goto(server.url + BOTH);
  await page.locator('.found li').first().waitFor();
  none(await page.evaluate(tooWide), 'things that are too wide');
  await page.close();
});

test('what two filters find is composed as the wall is, whatever the count and the width', async () => {
  const page = await browser.newPage(DESKTOP);
  const { lists } = JSON.parse(fs.readFileSync(path.join(SITE, 'stories/by/lists.json'), 'utf8'));
  const places = Object.fromEntries(Object.entries(lists).map(([name, list]) => {
    let at = 0;
    return [name, list.map((distance) => (at += distance))];
  }));
  const names = Object.keys(places);
  const pairs = names.flatMap((one) => names.filter((other) => one < other && one.split('-')[0] !== other.split('-')[0]).map((other) => [one, other]));
  const both = ([one, other]) => places[one].filter((story) => places[other].includes(story));
  const count = (pair) => both(pair).length;
  const [found, counts] = [[], new Set()];
  // Of the pairs that find the same stories, one.
  const different = new Map(pairs.filter((pair) => count(pair) > 0).map((pair) => [String(both(pair)), pair]));
  for (const pair of different.values()) {
    counts.add(count(pair));
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto('about:blank');
    await page.goto(`${server.url}stories/by/${pair[0]}.html#${pair.join('+')}`);
    await page.locator('.found li').first().waitFor();
    // A window that grows is composed anew.
    for (const width of [390, 820, 1130, 1280, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      await page.waitForTimeout(60);
      const where = `${pair.join(' + ')} at ${width} px`;
      found.push(...(await page.evaluate(holes)).map((hole) => `${where}: ${hole}`));
      found.push(...(await page.evaluate(voids)).filter((it) => it.ratio > 1.5).map((it) => `${where}: ${it.what} is ${it.ratio.toFixed(2)} × its content`));
      found.push(...(await page.evaluate(lines)).filter((it) => it.lines > 9.5).map((it) => `${where}: ${it.what} shows ${it.lines.toFixed(1)} lines`));
    }
  }
  await page.close();
  assert.ok([1, 2, 3].every((count) => counts.has(count)) && Math.max(...counts) > 4, `${[...counts]}`);
  none(found, 'sheets and places that are empty');
});

test('where nothing can be fetched, the filter that was chosen is a page', async () => {
  const page = await browser.newPage(DESKTOP);
  await page.route('**/lists.json', (route) => route.abort());
  await page.goto(server.url + FIRST);
  await choose(page, 'Place', 'Aarhus');
  await page.waitForURL(/stories\/by\/place-aarhus\.html$/);
  assert.deepEqual(await shown(page), inAarhus);
  await page.close();
});

test('without script, each filter is a page with a way out', async () => {
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.url + FIRST);
  await page.locator('.picks summary', { hasText: 'Place' }).click();
  await page.locator('.picks a:visible', { hasText: 'Aarhus' }).click();
  await page.waitForURL(/stories\/by\/place-aarhus\.html$/);
  assert.equal(await page.locator('.tally a:visible').count(), 1);
  await context.close();
});

test('in a folder without a server, each filter is a page', async () => {
  const page = await browser.newPage(DESKTOP);
  await page.goto(`file://${SITE}/${FIRST}`);
  await choose(page, 'Place', 'Aarhus');
  await page.waitForURL(/stories\/by\/place-aarhus\.html$/);
  assert.deepEqual(await shown(page), inAarhus);
  await page.close();
});

test('in the preview, what two filters find is there again after a story was saved', async () => {
  const page = await browser.newPage(DESKTOP);
  await page.goto(server.url + BOTH);
  await page.locator('.found li').first().waitFor();
  await page.evaluate(() => {
    document.querySelector('.found').remove();
    document.dispatchEvent(new CustomEvent('storywall:shown'));
  });
  await page.locator('.found li').first().waitFor();
  assert.deepEqual(await shown(page), EXPECTED);
  await page.close();
});
