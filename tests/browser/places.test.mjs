// The same bytes work at the root, below a path and from a share: no way, picture, style, font or
// anchor leads nowhere.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DESKTOP, PAGES, SITE, addresses, launch, none, readToTheEnd } from './site.mjs';
import { serve } from './serve.mjs';

const FOLDER = pathToFileURL(path.resolve(SITE) + path.sep).href;
const browser = await launch();

const MOUNTS = {
  'at the root': () => serve(SITE),
  'below a path': () => serve(SITE, { prefix: '/a/b/' }),
  'from a share': async () => ({ url: FOLDER, close: () => {} }),
};

for (const [name, mount] of Object.entries(MOUNTS)) {
  test(`every way leads somewhere ${name}`, async (t) => {
    const { url, close } = await mount();
    t.after(close);
    const { seen, broken } = await crawl(url);
    none(broken, 'broken ways');
    assert.ok(seen.size > 50, `only ${seen.size} addresses were reached`);
    const lost = addresses('.html').filter(
      (address) => !seen.has(url + address) && !address.endsWith('404.html') && !isRedirect(address),
    );
    none(lost, 'pages that no way leads to from index.html');
  });

  test(`pages look as they should ${name}`, async (t) => {
    const { url, close } = await mount();
    t.after(close);
    const page = await browser.newPage(DESKTOP);
    const found = [];
    for (const address of Object.values(PAGES)) {
      // The page for what is not there answers at any depth: it is bound to the site's own place.
      if (address === PAGES['not found']) continue;
      await page.goto(url + address);
      await readToTheEnd(page);
      found.push(...(await page.evaluate(lacking)).map((what) => `${address} lacks ${what}`));
    }
    await page.close();
    none(found, 'things that did not come');
  });
}

test('what is not there is told in the look of the site, at any depth', async (t) => {
  const { url, close } = await serve(SITE);
  t.after(close);
  const page = await browser.newPage(DESKTOP);
  for (const address of ['nowhere.html', 'no/where/at/all.html']) {
    const response = await page.goto(url + address);
    assert.equal(response.status(), 404);
    assert.deepEqual(await page.evaluate(lacking), [], address);
    const way = await page.locator('main a:not([href^="tel:"], [href^="mailto:"])').first().evaluate((link) => link.href);
    assert.equal((await fetch(way)).status, 200, `${address}: its first way is ${way}`);
  }
  await page.close();
});

test('a redirect leads to its page', () => {
  const redirects = addresses('.html').filter(isRedirect);
  assert.ok(redirects.length > 0, 'the example has aliases');
  const lost = redirects.filter((address) => {
    const to = /http-equiv="refresh" content="0; url=([^"]*)"/.exec(text(address))?.[1];
    return !to || !fs.existsSync(fileURLToPath(new URL(to.split('#')[0], FOLDER + address)));
  });
  none(lost, 'redirects that lead nowhere');
});

async function crawl(start) {
  const queue = [new URL('index.html', start).href];
  const seen = new Map();
  const anchors = [];
  const broken = [];
  const from = new Map();
  while (queue.length) {
    const address = queue.shift();
    if (seen.has(address)) continue;
    const body = await read(address);
    seen.set(address, body);
    if (body === null) {
      broken.push(`${address} (from ${from.get(address)})`);
      continue;
    }
    for (const link of links(address, body)) {
      const to = new URL(link, address);
      if (!['http:', 'https:', 'file:'].includes(to.protocol)) continue;
      if (!to.href.startsWith(start)) {
        const own = to.protocol === 'file:' || to.host === new URL(start).host || !/^[a-z]+:/i.test(link);
        if (own) broken.push(`${link} leaves the site (from ${address})`);
        continue;
      }
      if (to.hash) anchors.push([to.href, address]);
      to.hash = '';
      if (to.href.endsWith('/')) broken.push(`${link} needs a server (from ${address})`);
      if (!from.has(to.href)) from.set(to.href, address);
      queue.push(to.href);
    }
  }
  for (const [href, address] of anchors) {
    const id = decodeURIComponent(new URL(href).hash.slice(1));
    const body = seen.get(href.split('#')[0]);
    if (body && id && !body.includes(`id="${id}"`)) broken.push(`no #${id} in ${href} (from ${address})`);
  }
  return { seen, broken };
}

/** The text of a file that may hold links, '' of any other, null if it is not there. */
async function read(address) {
  const isText = /\.(html|css|xml|json|webmanifest|svg)$/.test(new URL(address).pathname);
  if (address.startsWith('file:')) {
    const file = fileURLToPath(address);
    if (!fs.existsSync(file) || !fs.statSync(file).isFile()) return null;
    return isText ? fs.readFileSync(file, 'utf8') : '';
  }
  const response = await fetch(address);
  const body = await response.text();
  if (response.status !== 200) return null;
  return isText ? body : '';
}

function links(address, body) {
  const { pathname } = new URL(address);
  if (pathname.endsWith('.css')) return [...body.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map((hit) => hit[1]);
  if (pathname.endsWith('.webmanifest')) {
    const manifest = JSON.parse(body);
    return [manifest.start_url, ...(manifest.icons ?? []).map((icon) => icon.src)].filter(Boolean);
  }
  return pathname.endsWith('.html') ? ofPage(body) : [];
}

function ofPage(html) {
  const found = [];
  for (const [, attributes] of html.matchAll(/<[a-z][\w-]*((?:\s+[^\s=>]+(?:=(?:"[^"]*"|'[^']*'|[^\s>]*))?)*)\s*\/?>/gi)) {
    for (const [, name, value] of attributes.matchAll(/([^\s=]+)="([^"]*)"/g)) {
      const plain = value.replaceAll('&amp;', '&').replaceAll('&#x2F;', '/').trim();
      if (['href', 'src', 'action', 'poster'].includes(name)) found.push(plain);
      if (name === 'srcset') found.push(...plain.split(',').map((part) => part.trim().split(/\s+/)[0]));
    }
  }
  return found;
}

function text(address) {
  return fs.readFileSync(path.join(SITE, address), 'utf8');
}

function isRedirect(address) {
  return /http-equiv="refresh"/.test(text(address));
}

// Runs in the page: what did not come. A style says so by the margin it takes away.
async function lacking() {
  await document.fonts.ready;
  const shown = [...document.images].filter((img) => img.checkVisibility());
  const lacks = shown.filter((img) => !img.naturalWidth).map((img) => `the picture ${img.src}`);
  if (getComputedStyle(document.body).marginTop !== '0px') lacks.push('its style');
  if (![...document.fonts].some((face) => face.status === 'loaded')) lacks.push('any font');
  return lacks;
}
