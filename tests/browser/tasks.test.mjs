// Tasks of a page of the handbook: ticked by the reader, remembered by this browser alone.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PHONE, SITE, launch } from './site.mjs';
import { serve } from './serve.mjs';

const browser = await launch();
const server = await serve(SITE);
after(() => server.close());
const PAGE = 'first-thirty-days.html';

test('what is ticked is there again, is sent nowhere, and is gone when it is to be forgotten', async () => {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await page.goto(server.url + PAGE);
  const boxes = page.getByRole('checkbox');
  const all = await boxes.count();
  assert.ok(all >= 10, `only ${all} tasks can be ticked`);
  assert.equal(await page.getByRole('button', { name: 'Clear my ticks' }).isVisible(), false, 'nothing is to be forgotten yet');
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByRole('checkbox', { name: 'Find a buddy.' }).tap();
  await boxes.first().focus();
  await page.keyboard.press('Space');
  assert.equal(await page.getByRole('progressbar').evaluate((bar) => `${bar.value} of ${bar.max}`), `2 of ${all}`);
  assert.deepEqual(asked, [], 'nothing is sent');
  const own = page.locator('.task a').first();
  assert.equal(await own.evaluate((link) => link.closest('label')), null, 'a link of a task is still a link');

  await page.reload();
  assert.equal(await page.getByRole('checkbox', { checked: true }).count(), 2);
  await page.goto(`${server.url}da/${PAGE}`);
  assert.equal(await page.getByRole('checkbox', { checked: true }).count(), 0, 'another page has ticks of its own');
  await page.goto(server.url + PAGE);
  await page.getByRole('button', { name: 'Clear my ticks' }).tap();
  await page.reload();
  assert.equal(await page.getByRole('checkbox', { checked: true }).count(), 0);
  assert.equal(await page.evaluate(() => localStorage.length), 0, 'nothing is kept');
  await context.close();
});

test('what lies in the memory of a browser cannot break the page, nor can a browser without one', async () => {
  for (const kept of ['{', '{"a":1}', '"x"', 'null', '[1,null,{}]', null]) {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    const failed = [];
    page.on('pageerror', (error) => failed.push(String(error)));
    await page.addInitScript((words) => {
      if (words === null) Object.defineProperty(window, 'localStorage', { get: () => { throw new Error('off'); } });
      else localStorage.setItem(`storywall tasks ${location.pathname}`, words);
    }, kept);
    await page.goto(server.url + PAGE);
    await page.getByRole('checkbox').first().tap();
    assert.equal(await page.getByRole('checkbox', { checked: true }).count(), 1, String(kept));
    assert.deepEqual(failed, [], String(kept));
    await context.close();
  }
});

test('without scripts they are boxes that cannot be pressed', async () => {
  const page = await browser.newPage({ ...PHONE, javaScriptEnabled: false });
  await page.goto(server.url + PAGE);
  assert.equal(await page.getByRole('checkbox').count(), 0);
  assert.ok((await page.getByRole('img', { name: 'To do' }).count()) >= 10);
  await page.close();
});
