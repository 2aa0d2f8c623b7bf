// Everybody can use it: no page type breaks a rule of WCAG 2.2 AA or a best practice, by day and
// by night, on a phone and on a desk.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import axe from 'axe-core';
import { DESKTOP, PAGES, PHONE, SITE, addresses, launch, none, openAll } from './site.mjs';
import { serve } from './serve.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = ['color-contrast', 'link-in-text-block'];
const browser = await launch();
const server = await serve(SITE);
after(() => server.close());

const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A story without a person, a place and a way: the coach has three questions. */
const ASKED = 'The store room has new shelves. They carry more than the old ones did. '.repeat(8);

/** What readers make of a page: where they open it, and what they do then. */
const STATES = {
  'the open menu over the page': [PAGES.home, (page) => page.evaluate(openMenu)],
  'questions, closed': [PAGES.questions],
  'a question that is linked to': [`${PAGES.questions}#say-something-wrong`],
  'questions, some found': [PAGES.questions, (page) => type(page, 'photo')],
  'questions, none found': [PAGES.questions, (page) => type(page, 'xylofonkvarts')],
  'a story begun with a question': ['tell/index.html#sw-ask-night-shift-1', (page) => write(page, 1)],
  'a draft that is found': ['tell/index.html', (page) => page.locator('[data-as=found]').waitFor()],
  'a story without words': ['tell/index.html', (page) => begin(page).then(() => page.locator('[data-part="1"] .go').click())],
  'a story, and what is asked about it': ['tell/index.html', (page) => write(page, 1, ASKED)],
  'a story, who is in it': ['tell/index.html', (page) => write(page, 2)],
  'a story, told without a name': ['tell/index.html', (page) => write(page, 2).then(() => page.locator('[data-is=anonymous]').check())],
  'a story, who may see it': ['tell/index.html', (page) => write(page, 3)],
  'a story, the ways out': ['tell/index.html', (page) => write(page, 4)],
  'a theme that is proposed': ['ask/index.html#topic'],
  'a sentence for a story': ['ask/index.html#there-too=stories/2026/kaj-fire'],
  'a question without words': ['ask/index.html#question', (page) => page.locator('[data-step="2"]').click()],
  'a question, the ways out': ['ask/index.html#question', (page) => page.locator('#sw-question-words').fill('May I?').then(() => page.locator('[data-step="2"]').click()).then(() => page.locator('.goes summary').click())],
  'who can photograph': [`${PAGES.people}#sw-can-photograph`],
  'stories that two filters find': ['stories/by/form-story.html#form-story+place-aarhus', (page) => page.locator('.found li').first().waitFor()],
  'a chapter under its line of contents': [PAGES.guideline, (page) => page.evaluate(() => scrollTo(0, 2000))],
  'a page with code that can be copied': ['how-to/by-pull-request.html'],
  'a page that is not translated': ['nl/stories/2026/kaj-fire.html'],
};

test('the pages that are looked at are of every type there is', () => {
  const looked = new Set(Object.values(PAGES).map(kindOf));
  none(
    addresses('.html').filter((address) => kindOf(address) && !looked.has(kindOf(address))),
    'pages of a type that PAGES in site.mjs lacks',
  );
});

for (const [device, options] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`${device}, by day and by night`, async () => {
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const found = [];
    const look = async (where, part) => {
      // By night, only colours are other ones.
      for (const [colorScheme, rules] of [['light', { type: 'tag', values: TAGS }], ['dark', { type: 'rule', values: COLOURS }]]) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await violations(page, rules, `${where}, ${colorScheme}`, part)));
      }
    };
    for (const address of Object.values(PAGES)) {
      await page.goto(server.url + address, { waitUntil: 'load' });
      await openAll(page);
      await look(address);
      await page.evaluate(openMenu);
      await look(`the open menu of ${address}`, '.mast');
    }
    for (const [state, [address, reach]] of Object.entries(STATES)) {
      await page.goto('about:blank');
      await page.goto(server.url + address, { waitUntil: 'load' });
      await reach?.(page);
      await look(state);
    }
    await context.close();
    none(found, 'violations');
  });
}

function openMenu() {
  document.querySelector('details.menu').open = true;
}

async function type(page, words) {
  await page.locator('#sw-find').pressSequentially(words);
  await page.waitForTimeout(250);
}

/** Throws away the draft that was left, and begins another story. */
async function begin(page) {
  await page.locator('.live').waitFor();
  const drop = page.locator('[data-as=found] [data-do=drop]');
  if (await drop.isVisible()) {
    await drop.click();
    await drop.click();
  }
  await page.locator('#sw-words').waitFor();
}

/** Writes a story as far as a step, with everything in it that can be added. */
async function write(page, step, words = 'The pump went quiet.') {
  await begin(page);
  await page.locator('#sw-words').fill(words);
  if (words === ASKED) {
    await page.locator('[data-do=coach]').click();
    await page.locator('section[data-as=coach] li').first().waitFor();
  }
  if (step > 1) await page.locator('[data-part="1"] .go').click();
  if (step > 1) {
    await page.locator('#sw-name').fill('Jonas Holm');
    const photo = { name: 'pump.png', mimeType: 'image/png', buffer: Buffer.from(DOT, 'base64') };
    await page.locator('[type=file]').setInputFiles(photo);
    await page.locator('.shot [value=yes][data-is=faces]').check();
    await page.locator('.shot [data-is=name]').fill('Ali Bektas');
    await page.locator('[data-do=other]').click();
  }
  if (step > 2) await page.locator('[data-part="2"] .go').click();
  if (step > 3) await page.locator('[data-part="3"] .go').click();
  await page.waitForTimeout(600);
}

/** What breaks one of the rules on the page, or in the part of it that is named. */
async function violations(page, runOnly, where, part = 'html') {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const result = await page.evaluate(
    ([place, rules]) => globalThis.axe.run(place, { runOnly: rules, resultTypes: ['violations'] }),
    [part, runOnly],
  );
  assert.ok(result.testEngine, `${where}: axe did not run`);
  return result.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${where}: ${rule.id} at ${node.target.join(' ')}: ${said(node)}`),
  );
}

function said(node) {
  return [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ');
}

/** The class of the body says what type a page is; redirects have none. */
function kindOf(address) {
  const html = fs.readFileSync(path.join(SITE, address), 'utf8');
  return /<body class="([^"]*)"/.exec(html)?.[1] ?? '';
}
