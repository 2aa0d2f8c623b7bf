// Reading long pages: the line of contents that stays, links that say what was read, code that can
// be copied.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { DESKTOP, PAGES, PHONE, SITE, launch, none } from './site.mjs';
import { serve } from './serve.mjs';

const server = await serve(SITE);
after(() => server.close());
const browser = await launch();
const LONG = 'how-to/by-pull-request.html';

const line = (page) => page.locator('.toc summary');
/** Scrolls until this heading stands a third below the top of the window. */
const readTo = (page, number) =>
  page.evaluate((number) => {
    const link = document.querySelectorAll('.toc a')[number];
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    scrollTo({ top: scrollY + heading.getBoundingClientRect().top - 40, behavior: 'instant' });
    return link.textContent;
  }, number);

for (const address of [PAGES.guideline, LONG, PAGES['guideline in Dutch']]) {
  test(`one line of contents stays above the text and says where one is: ${address}`, async () => {
    const page = await browser.newPage(PHONE);
    await page.goto(server.url + address);
    const label = (await line(page).textContent()).trim();
    const count = await page.locator('.toc a').count();
    for (const number of [1, count - 1]) {
      const heading = await readTo(page, number);
      await page.waitForFunction((text) => document.querySelector('.toc summary').textContent.trim() === text, heading);
      const box = await line(page).boundingBox();
      assert.ok(Math.abs(box.y) < 2, `it stands at ${box.y}`);
      assert.ok(box.height <= 48, `one line, not ${box.height} px`);
    }
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForFunction((text) => document.querySelector('.toc summary').textContent.trim() === text, label);
    // It opens over the text, and leads to a heading that is not below it.
    await readTo(page, 1);
    await line(page).click();
    const first = page.locator('.toc a').first();
    await first.click();
    assert.equal(await page.locator('.toc [open]').count(), 0, 'it closes again');
    const top = await page.evaluate(() => document.querySelector(':target').getBoundingClientRect().top);
    const bottom = await line(page).evaluate((it) => it.getBoundingClientRect().bottom);
    assert.ok(top >= bottom - 1 && top < 300, `the heading stands at ${top}, below ${bottom}`);
    await line(page).click();
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.toc [open]').count(), 0, 'Escape closes it');
    await page.close();
  });
}

test('without script the line of contents stays and opens as well', async () => {
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.url + PAGES.guideline);
  await page.mouse.wheel(0, 1500);
  await page.waitForTimeout(300);
  const box = await line(page).boundingBox();
  assert.ok(Math.abs(box.y) < 2, `it stands at ${box.y}`);
  await line(page).click();
  assert.ok(await page.locator('.toc a').first().isVisible());
  await context.close();
});

for (const folder of ['', 'da/', 'nl/']) {
  test(`beside a page stand the groups of the handbook, without script too: ${folder || 'en/'}`, async () => {
    const context = await browser.newContext({ ...DESKTOP, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}${folder}handbook.html`);
    const index = await page.evaluate(() =>
      [...document.querySelectorAll('.worry, .small-print:has(.post, h2)')].map((group) => [
        (group.querySelector('.post') ?? group.querySelector('h2')).textContent,
        ...[...group.querySelectorAll('.reply a, .run a')].map((link) => link.textContent),
      ]));
    for (const [address, isSmall] of [['guidelines/photos.html', false], ['for-leaders.html', true]]) {
      await page.goto(`${server.url}${folder}${address}`);
      const tree = page.locator('.tree');
      const groups = await tree.evaluate((it) =>
        [...it.querySelectorAll('h3')].map((heading) => {
          const list = (heading.closest('summary') ?? heading).nextElementSibling;
          return [heading.textContent, ...[...list.querySelectorAll('a')].map((link) => link.textContent)];
        }));
      assert.deepEqual(groups, index);
      assert.equal(await tree.locator('[aria-current=page]').count(), 1);
      assert.ok(await tree.locator('[aria-current=page]').isVisible());
      const last = tree.locator('details a').first();
      assert.equal(await last.isVisible(), isSmall, 'what few need is folded, unless the page is in it');
      if (!isSmall) await tree.locator('summary').click();
      assert.ok(await last.isVisible());
    }
    await context.close();
  });
}

test('on a desk the contents keep their heading', async () => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(server.url + PAGES.guideline);
  const label = await line(page).textContent();
  await readTo(page, 1);
  await page.waitForTimeout(200);
  assert.equal(await line(page).textContent(), label);
  await page.close();
});

for (const [address, copy, copied] of [[LONG, 'Copy', 'Copied'], [`da/${LONG}`, 'Kopiér', 'Kopieret'], [`nl/${LONG}`, 'Kopieer', 'Gekopieerd']]) {
  test(`a block of code is copied as it stands: ${address}`, async () => {
    const context = await browser.newContext({ ...DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(server.url + address);
    const blocks = await page.locator('main pre').count();
    const buttons = page.locator('main .code button');
    assert.equal(await buttons.count(), blocks);
    assert.equal(await buttons.first().textContent(), copy);
    await buttons.first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.code [role=status]', { hasText: copied }).waitFor();
    const code = await page.locator('main pre').first().textContent();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code.trimEnd());
    await context.close();
  });
}

test('without script there is no button that copies', async () => {
  const context = await browser.newContext({ ...DESKTOP, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.url + LONG);
  assert.ok((await page.locator('main pre').count()) > 0);
  assert.equal(await page.locator('main button').count(), 0);
  await context.close();
});

test('a page loads only the scripts of its kind', async () => {
  const found = [];
  const most = { questions: 5500, wall: 1000, 'wall of a theme': 10_400, 'writing a story': 46_000, asking: 30_500, slides: 4000, guideline: 5500, 'guideline in Dutch': 5500 };
  for (const [name, address] of Object.entries(PAGES)) {
    const page = await browser.newPage(DESKTOP);
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(server.url + address, { waitUntil: 'networkidle' });
    await page.close();
    // What the files weigh; a body that is asked for might be gone.
    const weights = asked.filter((file) => file.endsWith('.js')).map((file) => fs.statSync(path.join(SITE, file)).size);
    const bytes = weights.reduce((sum, weight) => sum + weight, 0);
    const least = most[name] ?? (/handbook|page|guideline|list|one of/.test(name) ? 4000 : 1000);
    if (bytes > least) found.push(`${address}: ${bytes} bytes of scripts`);
  }
  none(found, 'pages with too many scripts');
});

for (const colorScheme of ['light', 'dark']) {
  test(`a link that was read has the colour of it, ${colorScheme}`, async () => {
    const context = await browser.newContext({ ...DESKTOP, colorScheme });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    for (const [address, link] of [[PAGES.question, '.asked a'], [PAGES.handbook, '.opens a'], [PAGES.handbook, '.sheets a']]) {
      await page.goto(server.url + address);
      const seen = await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('p'));
        probe.style.color = 'var(--seen)';
        return getComputedStyle(probe).color;
      });
      await cdp.send('DOM.enable');
      await cdp.send('CSS.enable');
      const { root } = await cdp.send('DOM.getDocument');
      const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector: link });
      const rules = await cdp.send('CSS.getMatchedStylesForNode', { nodeId });
      const visited = rules.matchedCSSRules.filter(({ rule }) => rule.selectorList.text.includes(':visited'));
      await cdp.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: ['visited'] });
      const forced = await cdp.send('CSS.getMatchedStylesForNode', { nodeId });
      const all = [...visited, ...forced.matchedCSSRules.filter(({ rule }) => rule.selectorList.text.includes(':visited'))];
      assert.ok(all.some(({ rule }) => rule.style.cssText.includes('--seen')), `${link} on ${address} (${seen})`);
    }
    await context.close();
  });
}
