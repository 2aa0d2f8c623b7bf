// Nothing leaves the house: under the strictest policy no page is stopped from anything, asks
// another place for anything, or complains in the console.
import { after, test } from 'node:test';
import { DESKTOP, PAGES, PHONE, SITE, launch, none, openAll, readToTheEnd } from './site.mjs';
import { serve } from './serve.mjs';

const browser = await launch();
const server = await serve(SITE);
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
