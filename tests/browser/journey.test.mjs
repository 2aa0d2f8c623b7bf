// A new colleague, on the fourth day, with a phone and in Danish, is afraid of having written
// something wrong. How many taps lead to the answer is counted in tasks.test.mjs.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { PHONE, SITE, launch, readToTheEnd } from './site.mjs';
import { serve } from './serve.mjs';

const HOME = 'da/index.html';
const ENTRY = 'da/faq/say-something-wrong.html';
const ID = 'say-something-wrong';
const browser = await launch();
const server = await serve(SITE);
after(() => server.close());

async function open(address, options = {}) {
  const context = await browser.newContext({ ...PHONE, locale: 'da-DK', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  await page.goto(server.url + address);
  return page;
}

// A first visit with an empty cache, before anything is packed, without photos. In Danish and Dutch,
// whose pages are the longest.
for (const [kind, folder, most] of [
  ['answer', 'faq', 60_000],
  ['story', 'stories/2026', 90_000],
]) {
  test(`each ${kind} weighs at most ${most / 1000} kB with its fonts, without photos`, async () => {
    const heavy = [];
    for (const address of ['da', 'nl'].flatMap((language) => fs.readdirSync(path.join(SITE, language, folder)).map((name) => `${language}/${folder}/${name}`))) {
      if (address.endsWith('/index.html') || !address.endsWith('.html')) continue;
      const bytes = await weigh(address, (type) => type !== 'image', fontsCame);
      if (bytes > most) heavy.push(`${address}: ${bytes} bytes`);
    }
    assert.deepEqual(heavy, []);
  });
}

test('home weighs less than 60 kB without pictures and fonts', async () => {
  for (const address of [HOME, 'index.html']) {
    const bytes = await weigh(address, (type) => !['image', 'font'].includes(type));
    assert.ok(bytes < 60_000, `${address}: ${bytes} bytes`);
  }
});

test('home weighs less than 400 kB with everything', async () => {
  for (const address of [HOME, 'index.html']) {
    const bytes = await weigh(address, () => true);
    assert.ok(bytes < 400_000, `${address}: ${bytes} bytes`);
  }
});

const fontsCame = (page) => page.evaluate(() => document.fonts.ready.then(() => undefined));

async function weigh(address, counts, read = readToTheEnd) {
  const context = await browser.newContext({ ...PHONE, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const sizes = [];
  page.on('response', (response) => {
    // What still comes when the page is closed is not counted.
    const size = () => response.body().then((body) => body.length, () => 0);
    if (counts(response.request().resourceType())) sizes.push(size());
  });
  await page.goto(server.url + address);
  await read(page);
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return bytes;
}

test('another language shows the same page', async () => {
  const page = await open(ENTRY);
  for (const [language, address] of [
    ['en', 'faq/say-something-wrong.html'],
    ['nl', 'nl/faq/say-something-wrong.html'],
    ['da', ENTRY],
  ]) {
    const way = page.locator(`header a[hreflang="${language}"]`);
    if (!(await way.isVisible())) await page.locator('details.menu > summary').tap();
    await way.tap();
    await page.waitForURL(server.url + address);
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    assert.match(await page.locator('main h1').innerText(), /\S/);
  }
  await page.context().close();
});

test('finding as you type forgives', async (t) => {
  const page = await open('da/faq/index.html');
  const field = page.locator('#sw-find');
  if (!(await page.locator('script[src]').count())) return t.skip('the theme has no script');
  assert.ok(await field.isVisible(), 'the field to type in is shown');
  const all = await page.locator('details.question').count();
  for (const [typed, id, why] of [
    ['forkert', ID, 'as it is written'],
    ['FORKERT', ID, 'in capitals'],
    ['forkret', ID, 'two letters swapped'],
    ['forkerte', ID, 'another inflection'],
    ['historier', 'who-sees-it', 'many for one'],
    ['maa jeg skrive i arbejdstiden', 'on-work-time', 'aa for å'],
    ['arbejdstidn', 'on-work-time', 'a letter left out'],
  ]) {
    const found = await find(page, typed);
    assert.ok(found.includes(id), `“${typed}” (${why}) finds ${id}, not only [${found}]`);
    assert.ok(found.length < all, `“${typed}” leaves something out`);
  }
  assert.deepEqual(await find(page, 'xylofonkvarts'), [], 'what stands nowhere finds nothing');
  assert.match(await page.locator('#sw-found').innerText(), /\S/, 'and that is said');
  assert.ok(await page.locator('.find a[href^="tel:"]').isVisible(), 'with a number to call');
  await field.fill('');
  await page.waitForTimeout(250);
  assert.equal(await page.locator('details.question:visible').count(), all, 'an empty field shows all');
  await page.context().close();
});

test('what people also type is found, and not shown', async (t) => {
  for (const language of ['', 'da/', 'nl/']) {
    const page = await open(`${language}faq/index.html`);
    if (!(await page.locator('script[src]').count())) return t.skip('the theme has no script');
    const questions = await page.locator('details.question[data-also]')
      .evaluateAll((list) => list.map((item) => [item.id, item.dataset.also]));
    const shown = (await page.locator('main').innerText()).toLowerCase();
    for (const [id, also] of questions.slice(0, 5)) {
      assert.ok(!shown.includes(also.toLowerCase()), `“${also}” is not shown`);
      const found = await find(page, also.split(' ').slice(0, 4).join(' '));
      assert.ok(found.includes(id), `${language}: “${also}” finds ${id}, not only [${found}]`);
    }
    await page.context().close();
  }
  const page = await open('faq/index.html');
  for (const [typed, id] of [['fired', 'boss-disapproves'], ['can my boss fire me', 'boss-disapproves'], ['polish', 'which-language'], ['anonymous', 'stay-anonymous'], ['reporter', 'journalist-calls']]) {
    assert.ok((await find(page, typed)).includes(id), `“${typed}” finds ${id}`);
  }
  await page.context().close();
});

test('words of fear find an answer in three languages', async (t) => {
  for (const [language, words] of [
    ['', ['afraid', 'nervous', 'fired', 'pay', 'photo', 'press', 'boss', 'anonymous', 'scared', 'anxious', 'salary', 'sick', 'union', 'sacked', 'losing my job', 'wages', 'lawyer', 'GDPR', 'instagram', 'bloody scared']],
    ['da/', ['bange', 'nervøs', 'fyret', 'løn', 'foto', 'pressen', 'chef', 'anonym', 'angst', 'bekymret', 'syg', 'fagforening', 'opsagt', 'skide bange', 'GDPR', 'sygemeldt', 'instagram', 'advokat']],
    ['nl/', ['bang', 'zenuwachtig', 'ontslagen', 'loon', 'foto', 'pers', 'baas', 'anoniem', 'nerveus', 'angst', 'ziek', 'vakbond', 'bezorgd', 'salaris', 'ziekgemeld', 'AVG', 'instagram', 'advocaat', 'verdomd bang']],
  ]) {
    const page = await open(`${language}faq/index.html`);
    if (!(await page.locator('script[src]').count())) return t.skip('the theme has no script');
    const silent = [];
    for (const word of words) {
      if ((await find(page, word)).length === 0) silent.push(word);
    }
    assert.deepEqual(silent, [], `words that find nothing in ${language || 'English'}`);
    await page.context().close();
  }
});

test('what is asked so comes first, and nothing loose stands beside it', async (t) => {
  for (const [language, expected] of [
    ['', { fired: ['say-something-wrong', 'boss-disapproves'], salary: ['on-work-time'], photo: ['where-do-photos-go', 'colleague-says-no', 'take-it-down'], 'losing my job': ['say-something-wrong', 'boss-disapproves'], 'xylofonkvarts photo': ['where-do-photos-go', 'colleague-says-no', 'take-it-down'], harassment: ['angry-comment'], bullied: ['angry-comment'] }],
    ['da/', { bange: [ID], 'skide bange': [ID], 'nervøs': [ID], fyret: [ID, 'boss-disapproves'], 'løn': ['on-work-time'], foto: ['where-do-photos-go'], pressen: ['journalist-calls'], stavning: ['bad-spelling'], 'mister mit job': [ID, 'boss-disapproves'], fyrret: [ID, 'boss-disapproves'], mobning: ['angry-comment'], stress: [], anmelde: [], arbejde: ['boring-job', 'say-where-i-work', 'no-computer'] }],
    ['nl/', { ontslag: [ID, 'boss-disapproves', 'leave-the-company'], loon: ['on-work-time'], salaris: ['on-work-time'], foto: ['where-do-photos-go', 'colleague-says-no', 'take-it-down'], fotograaf: ['where-do-photos-go'], fotograf: ['where-do-photos-go'], spelfouten: ['bad-spelling'], 'ik ben bang voor mijn baas': ['boss-disapproves'], pesten: ['angry-comment'], intimidatie: ['angry-comment'] }],
  ]) {
    const page = await open(`${language}faq/index.html`);
    if (!(await page.locator('script[src]').count())) return t.skip('the theme has no script');
    const order = () => page.locator('details.question').evaluateAll((list) => list.map((item) => item.id));
    const before = await order();
    for (const [typed, ids] of Object.entries(expected)) {
      assert.deepEqual(await find(page, typed), ids, `${language}: “${typed}”`);
    }
    await page.locator('#sw-find').fill('');
    assert.deepEqual(await order(), before, 'an empty field shows all in their order');
    await page.context().close();
  }
});

async function find(page, typed) {
  await page.locator('#sw-find').fill('');
  await page.locator('#sw-find').pressSequentially(typed);
  await page.waitForTimeout(250);
  return page.locator('details.question:visible').evaluateAll((list) => list.map((item) => item.id));
}
