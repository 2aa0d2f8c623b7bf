// Nothing leaves the house: under the strictest policy no page is stopped from anything, asks
// another place for anything, or complains in the console.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DESKTOP, PAGES, PHONE, SITE, launch, none, openAll, readToTheEnd } from './site.mjs';
import { serve } from './serve.mjs';

const browser = await launch();
const server = await serve(SITE);
// Another place that a page might ask, and what it was asked for.
const asked = [];
const elsewhere = http.createServer((request, response) => {
  asked.push(request.url);
  response.end();
});
await new Promise((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
elsewhere.unref();
const ELSEWHERE = `http://127.0.0.1:${elsewhere.address().port}`;
after(() => server.close());

for (const [device, options] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`no report, no request elsewhere, no complaint on a ${device}`, async () => {
    const context = await browser.newContext({ ...options, serviceWorkers: 'allow' });
    const found = [];
    let address;
    await context.exposeFunction('reportPolicy', (text) => found.push(`${address}: policy stopped ${text}`));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) =>
        globalThis.reportPolicy(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
    });
    context.on('request', (request) => {
      if (!request.url().startsWith(server.url)) found.push(`${address}: asks ${request.url()}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 400) found.push(`${address}: ${response.status()} ${response.url()}`);
    });
    // What was on its way when the next page was opened is no complaint.
    context.on('requestfailed', (request) => request.failure()?.errorText === 'net::ERR_ABORTED' ||
      found.push(`${address}: failed ${request.url()} ${request.failure()?.errorText}`));
    context.on('weberror', (error) => found.push(`${address}: ${error.error()}`));
    context.on('console', (message) => {
      if (['error', 'warning', 'assert'].includes(message.type())) found.push(`${address}: ${message.text()}`);
    });
    const page = await context.newPage();
    for (address of Object.values(PAGES)) {
      await page.goto(server.url + address, { waitUntil: 'load' });
      await openAll(page);
      await readToTheEnd(page);
    }
    const cookies = await context.cookies();
    found.push(...cookies.map((cookie) => `a cookie: ${cookie.name}`));
    await context.close();
    none(found, 'complaints');
  });
}

// What runs or fetches, if anything lets it: each tells the page that it did, or another server.
const INJECTED = `<script>document.documentElement.dataset.script = 'ran'</script>
<img src="x" onerror="document.documentElement.dataset.handler = 'ran'">
<svg><script>document.documentElement.dataset.drawing = 'ran'</script></svg>
<style>html { --injected: style }</style>
<p id="styled" style="--injected: attribute">x</p>
<a id="way" href="javascript:document.documentElement.dataset.way = 'ran'">x</a>
<iframe srcdoc="<script>parent.document.documentElement.dataset.frame = 'ran'</script>"></iframe>
<object data="data:text/html,x"></object>
<script src="${ELSEWHERE}/x.js"></script>
<img src="${ELSEWHERE}/x.png">
<link rel="stylesheet" href="${ELSEWHERE}/x.css">
<form id="form" action="${ELSEWHERE}/"><button>x</button></form>`;

const PLACES = {
  'a server that sends no policy': () => serve(copy, { policy: false }),
  'a folder': async () => ({ url: pathToFileURL(copy + path.sep).href, close: () => {} }),
};
const copy = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'storywall-policy-')), 'site');
fs.cpSync(SITE, copy, { recursive: true });
const STRUCK = PAGES['story in words'];
const text = fs.readFileSync(path.join(copy, STRUCK), 'utf8');
fs.writeFileSync(path.join(copy, STRUCK), text.replace('</main>', () => `${INJECTED}</main>`));
after(() => fs.rmSync(path.dirname(copy), { recursive: true }));

for (const [name, mount] of Object.entries(PLACES)) {
  test(`what is injected into a page from ${name} neither runs nor asks anybody`, async (t) => {
    const { url, close } = await mount();
    t.after(close);
    const context = await browser.newContext(DESKTOP);
    const page = await context.newPage();
    await page.goto(url + STRUCK, { waitUntil: 'load' });
    assert.equal(await page.locator('#styled').count(), 1, 'it stands in the page');
    await page.evaluate(() => document.getElementById('way').click());
    const found = await page.evaluate(() => ({
      ...document.documentElement.dataset,
      style: getComputedStyle(document.documentElement).getPropertyValue('--injected'),
      attribute: getComputedStyle(document.getElementById('styled')).getPropertyValue('--injected'),
    }));
    none(Object.entries(found).filter(([, value]) => value).map(([what]) => `${what} had its way`), 'ways in');
    await page.evaluate(() => document.querySelector('#form button').click());
    await page.waitForTimeout(200);
    none(asked.splice(0), 'requests elsewhere');
    assert.equal(page.url(), url + STRUCK);
    await context.close();
  });

  test(`no page from ${name} is stopped from anything of its own`, async (t) => {
    const { url, close } = await mount();
    t.after(close);
    const page = await browser.newPage(DESKTOP);
    const found = [];
    let address;
    await page.exposeFunction('reportPolicy', (what) => found.push(`${address}: policy stopped ${what}`));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) =>
        globalThis.reportPolicy(`${event.violatedDirective} ${event.blockedURI}`));
    });
    for (address of Object.values(PAGES).filter((one) => one !== STRUCK)) {
      await page.goto(url + address, { waitUntil: 'load' });
      await openAll(page);
      await readToTheEnd(page);
    }
    await page.close();
    none(found, 'complaints');
  });
}
