// What people come for, walked by taps and keys: how many it takes is part of what is promised.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { DESKTOP, PHONE, SITE, builtFrom, launch } from './site.mjs';
import { serve } from './serve.mjs';

const browser = await launch();
const server = await serve(SITE);
after(() => server.close());

const LANGUAGES = { en: '', da: 'da/', nl: 'nl/' };

/** A reader who counts what they do: a tap on a phone, Enter on a laptop. */
class Reader {
  taps = 0;

  constructor(page, byKeys) {
    this.page = page;
    this.byKeys = byKeys;
  }

  async press(link, leadsTo) {
    this.taps += 1;
    if (this.byKeys) {
      await tabTo(this.page, link);
      await this.page.keyboard.press('Enter');
    } else {
      await link.tap();
    }
    if (leadsTo) await this.page.waitForURL(leadsTo);
  }

  /** Whether it is in sight without scrolling. */
  async sees(element) {
    const box = await element.boundingBox();
    const { height } = this.page.viewportSize();
    return box !== null && box.y >= 0 && box.y + box.height <= height;
  }
}

async function reader(address, { device = PHONE, at = server.url } = {}) {
  const context = await browser.newContext({ ...device, javaScriptEnabled: false });
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  await page.goto(at + address);
  return new Reader(page, device === DESKTOP);
}

/** Presses Tab until the link has the focus, as people do who use no mouse. */
async function tabTo(page, link) {
  const wanted = await link.elementHandle();
  for (let n = 0; n < 80; n += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail(`80 times Tab do not lead to “${await link.textContent()}”`);
}

const PROMISE = {
  en: /nobody else corrects your text/i,
  da: /ingen anden retter i din tekst/i,
  nl: /verder komt niemand aan je tekst/i,
};

for (const [language, folder] of Object.entries(LANGUAGES)) {
  test(`afraid of having written something wrong: one tap from home's first screen (${language})`, async () => {
    const it = await reader(`${folder}index.html`);
    const way = it.page.locator('main a[href$="faq/say-something-wrong.html"]').first();
    assert.ok(await it.sees(way), 'the fear stands on the first screen');
    // What a browser with its bars leaves of common phones.
    for (const [width, height] of [[390, 664], [360, 640]]) {
      await it.page.setViewportSize({ width, height });
      assert.ok(await it.sees(way), `and on that of ${width} × ${height}`);
    }
    await it.page.setViewportSize(PHONE.viewport);
    await it.press(way, `**/${folder}faq/say-something-wrong.html`);
    assert.equal(it.taps, 1);

    const first = it.page.locator('main .text p').first();
    const number = first.locator('a[href^="tel:+"]');
    assert.ok(await it.sees(number), 'the number is in sight');
    const before = await first.evaluate((paragraph) => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      range.setEndBefore(paragraph.querySelector('a[href^="tel:"]'));
      return range.toString();
    });
    assert.doesNotMatch(before, /[.!?]\s/, 'the number stands in the first sentence');
    assert.match(before, /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u, 'the first sentence names a person');
    assert.match(await it.page.locator('main .text').innerText(), PROMISE[language]);
    assert.ok(await it.page.locator('main .text a[href*="stories/"]').count(), 'somebody who was unsure too');
    await it.page.context().close();
  });

  test(`something to tell: two taps to somebody who writes it down (${language})`, async () => {
    for (const begin of ['from home', 'from the question of the week', 'from a theme']) {
      const it = await reader(begin === 'from a theme' ? `${folder}themes/night-shift.html` : `${folder}index.html`);
      const way = {
        'from home': '.mast .go',
        'from the question of the week': '.week-ask .go',
        'from a theme': '.prompts li a',
      }[begin];
      const leadsTo = begin === 'from home' ? 'tell-yours.html' : 'tell/index.html*';
      await it.press(it.page.locator(way).first(), `**/${folder}${leadsTo}`);
      if (begin !== 'from home') {
        assert.ok(await it.sees(it.page.locator('.asking li:visible').first()), `${begin}: the question stands on top`);
      }
      const number = it.page.locator(begin === 'from home' ? 'main .text a[href^="tel:+"]' : '.else a[href^="tel:+"]').first();
      if (begin === 'from home') assert.ok(await it.sees(number), 'the number is in sight');
      it.taps += 1; // on the number: no browser of a test can call
      assert.ok(await number.isVisible(), begin);
      assert.equal(it.taps, 2, begin);
      await it.page.context().close();
    }
  });

  test(`something to tell at night: what works then stands beside the number and the address (${language})`, async () => {
    const it = await reader(`${folder}tell-yours.html`);
    const night = { en: /^At night:/, da: /^Om natten:/, nl: /^’s Nachts:/ }[language];
    const ways = await it.page.locator('main .text').evaluate((text) => {
      const found = [];
      for (const quote of text.querySelectorAll('blockquote')) {
        let before = quote.previousElementSibling;
        while (before && !before.matches('.heading, h2, h3')) {
          const link = before.querySelector('a[href^="tel:"], a[href^="mailto:"]');
          if (link) found.push([link.protocol, quote.textContent.trim()]);
          before = before.previousElementSibling;
        }
      }
      return found;
    });
    for (const protocol of ['tel:', 'mailto:']) {
      assert.ok(ways.some(([way, words]) => way === protocol && night.test(words)), `${protocol} of ${JSON.stringify(ways)}`);
    }
    await it.page.context().close();
  });
}

for (const [name, device, most] of [['phone', PHONE, 3], ['laptop', DESKTOP, 2]]) {
  test(`a first place to speak: at most ${most} on a ${name}`, async () => {
    for (const folder of Object.values(LANGUAGES)) {
      const it = await reader(`${folder}index.html`, { device });
      const menu = it.page.locator('#sw-menu summary');
      if (await menu.isVisible()) await it.press(menu);
      await it.press(it.page.locator('header nav.main > ul > li > a[href$="speaking/index.html"]'), `**/${folder}speaking/index.html`);
      await assertBoardHelps(it);
      const call = inviting(it.page).first();
      assert.ok(await it.sees(call.locator('h3')), 'the first of them is in sight');
      await it.press(call.locator('h3 a'), `**/${folder}speaking/*.html`);
      assert.ok(it.taps <= most, `${it.taps}`);
      await assertInvites(it);
      await it.page.context().close();
    }
  });

  test(`a first place to speak: one from home on a ${name}, for who reads on`, async () => {
    for (const folder of Object.values(LANGUAGES)) {
      const it = await reader(`${folder}index.html`, { device });
      await it.press(inviting(it.page.locator('.calls')).first().locator('h3 a'), `**/${folder}speaking/*.html`);
      assert.equal(it.taps, 1);
      await assertInvites(it);
      await it.page.context().close();
    }
  });
}

/** The open calls that welcome first-timers and of which we pay the journey. */
function inviting(place) {
  return place.locator('.dep.cfp-open:has(.first):has(.pay), .dep.cfp-closing:has(.first):has(.pay), .dep.cfp-last-day:has(.first):has(.pay)');
}

async function assertBoardHelps({ page }) {
  const left = await page.locator('section:has(#sw-closing) .left b, section:has(#sw-open) .left b').allInnerTexts();
  const days = left.map(Number).filter((figure) => !Number.isNaN(figure));
  assert.ok(days.length > 1, `open calls with days left: ${left}`);
  assert.deepEqual(days, days.toSorted((one, other) => one - other), 'the one that closes first stands first');
  assert.ok(await page.locator('.expected .expected-day').count(), 'what is expected stands below');
  assert.ok(await page.locator('.dep .been').count(), 'a colleague has spoken there');
}

async function assertInvites({ page }) {
  assert.match(await page.locator('.deadline .left b').innerText(), /^\d+$/, 'how many days are left');
  assert.ok(await page.locator('.ways a.go[href^="https:"]').isVisible(), 'the way to the call');
  assert.ok((await page.locator('.pays .ticks li').count()) > 1, 'what we pay');
}

test('a page without a Dutch text stands in English, and says so in Dutch', async () => {
  const texts = fs.readFileSync(path.join(import.meta.dirname, '../../themes/default/texts/nl.ftl'), 'utf8');
  const notice = /^not-translated = (.+)$/m.exec(texts)[1];
  const files = {
    'site.toml': 'title = "A"\nlanguages = ["en", "da", "nl"]\n',
    'content/guidelines/photos.md': '---\ntitle: Photos of colleagues\n---\nAsk before you show a face.\n',
    'content/guidelines/photos.da.md': '---\ntitle: Fotos af kolleger\n---\nSpørg, før du viser et ansigt.\n',
  };
  const small = await serve(builtFrom(files));
  after(() => small.close());

  const it = await reader('nl/guidelines/photos.html', { at: small.url });
  const html = it.page.locator('html');
  assert.equal(await html.getAttribute('lang'), 'nl', 'all around the text is Dutch');
  assert.equal(await it.page.locator('main [role=note]').innerText(), notice);
  assert.ok(await it.sees(it.page.locator('main [role=note]')), 'it says so first');
  const languageOf = (selector) => it.page.locator(selector).first().evaluate((element) => element.closest('[lang]').lang);
  assert.equal(await languageOf('main h1'), 'en', 'a screen reader says the title in English');
  assert.equal(await languageOf('main .text p'), 'en', 'and the text');
  assert.equal(await languageOf('main [role=note]'), 'nl', 'but not the notice');
  assert.equal(await it.page.locator('main .text p').innerText(), 'Ask before you show a face.');

  await it.page.goto(`${small.url}da/guidelines/photos.html`);
  assert.equal(await it.page.locator('main [role=note]').count(), 0, 'a page that is translated has no notice');
  await it.page.context().close();
});
