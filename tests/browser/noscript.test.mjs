// With scripts off everything is there: text, ways, filters, the menu, the answers.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { DESKTOP, PAGES, PHONE, SITE, launch, none } from './site.mjs';
import { serve } from './serve.mjs';

const browser = await launch();
const server = await serve(SITE);
after(() => server.close());

async function open(device, address) {
  const context = await browser.newContext({ ...device, javaScriptEnabled: false });
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  await page.goto(server.url + address);
  return page;
}

test('each page has its heading, its text and its ways', async () => {
  const page = await open(DESKTOP, PAGES.home);
  const found = [];
  for (const address of Object.values(PAGES)) {
    await page.goto(server.url + address);
    const heading = page.locator('main h1');
    if ((await heading.count()) !== 1) found.push(`${address}: ${await heading.count()} headings of the first rank`);
    else if (!(await heading.isVisible())) found.push(`${address}: its heading cannot be seen`);
    const words = (await page.locator('main').innerText()).split(/\s+/).length;
    if (words < 15) found.push(`${address}: ${words} words can be read`);
    if (!(await page.locator('header nav a').first().isVisible())) found.push(`${address}: no way onward`);
    if (await page.locator('main img[data-src], main [class*="skeleton"]').count())
      found.push(`${address}: pictures wait for a script`);
  }
  await page.context().close();
  none(found, 'pages that need a script');
});

test('the menu opens on a phone and leads on', async () => {
  const page = await open(PHONE, PAGES.home);
  const way = page.locator('header nav a').nth(1);
  assert.equal(await way.isVisible(), false, 'on a phone the menu is closed at first');
  await page.locator('details.menu > summary').tap();
  await way.waitFor({ state: 'visible' });
  const before = page.url();
  await way.tap();
  await page.waitForURL((url) => url.href !== before);
  assert.ok(await page.locator('main h1').isVisible());
  await page.context().close();
});

test('the filters of the wall open and lead to pages of stories', async () => {
  for (const device of [PHONE, DESKTOP]) {
    const page = await open(device, PAGES.wall);
    const all = await page.locator('.wall > li').count();
    const filters = page.locator('main details:has(a)');
    const count = await filters.count();
    assert.ok(count >= 3, `the wall has ${count} filters`);
    for (let n = 0; n < count; n++) {
      await page.goto(server.url + PAGES.wall);
      const filter = filters.nth(n);
      await filter.locator('summary').click();
      const way = filter.locator('a').last();
      await way.click();
      await page.waitForURL((url) => !url.href.endsWith(PAGES.wall));
      const left = await page.locator('.wall > li').count();
      assert.ok(left >= 1 && left < all, `${page.url()} shows ${left} of ${all} stories`);
    }
    await page.context().close();
  }
});

test('the answers open in their place', async () => {
  const page = await open(PHONE, PAGES.questions);
  const questions = page.locator('main details');
  const count = await questions.count();
  assert.ok(count >= 10, `${count} questions`);
  for (let n = 0; n < count; n++) {
    const question = questions.nth(n);
    const answer = question.locator('.text');
    assert.equal(await answer.isVisible(), false, 'an answer is closed at first');
    await question.locator('summary').tap();
    await answer.waitFor({ state: 'visible' });
    assert.ok((await answer.innerText()).length > 40, 'an answer says something');
  }
  await page.context().close();
});

test('an answer that is linked to is in sight', async () => {
  const page = await open(PHONE, `${PAGES.questions}#say-something-wrong`);
  assert.ok(await page.locator('#say-something-wrong summary').isVisible());
  const box = await page.locator('#say-something-wrong').boundingBox();
  assert.ok(box.y >= -1 && box.y < PHONE.viewport.height, `it stands at ${box.y}`);
  await page.context().close();
});

test('what only a script can do is not shown', async () => {
  const page = await open(DESKTOP, PAGES.questions);
  const inert = await page.locator('main input:visible, main button:visible').count();
  assert.equal(inert, 0, 'fields and buttons that do nothing without a script');
  await page.context().close();
});
