// A page loads the styles of its kind only. Of a class that the look draws, it must have loaded a file
// that draws it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { PHONE, SITE, launch } from './site.mjs';
import { serve } from './serve.mjs';

const pages = fs.readdirSync(SITE, { recursive: true }).filter((name) => name.endsWith('.html'));
const bundles = new Map(
  fs
    .readdirSync(path.join(SITE, 'assets'))
    .filter((name) => name.endsWith('.css'))
    .map((name) => [name, new Set(names(fs.readFileSync(path.join(SITE, 'assets', name), 'utf8')))]),
);

/** Files that draw elements without a class, too, by what begins such an element. */
const DRAWN = { 'style-blocks': '<code', 'style-tables': '<table' };

/** The classes that styles name. That of a glimpse is set on cards too, and drawn on its own page only. */
function names(css) {
  return [...css.matchAll(/\.([a-z][a-z0-9-]*)/g)].map(([, name]) => name).filter((name) => name !== 'form-glimpse');
}

test('each page has loaded the styles of every class it uses', () => {
  assert.ok(pages.length > 100 && bundles.size > 5, 'the example is built');
  const lacking = new Set();
  for (const name of pages) {
    const html = fs.readFileSync(path.join(SITE, name), 'utf8');
    const loaded = [...html.matchAll(/<link rel="stylesheet" href="[^"]*assets\/([^"]+)"/g)].map(([, file]) => bundles.get(file));
    const used = new Set([...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, value]) => value.split(' ')));
    for (const word of used) {
      const drawn = [...bundles.values()].some((bundle) => bundle.has(word));
      if (drawn && !loaded.some((bundle) => bundle.has(word))) lacking.add(`${name.replace(/[^/]*$/, '…')}: ${word}`);
    }
  }
  assert.deepEqual([...lacking].sort(), []);
});

test('no page loads a file twice, or one that draws nothing on it', async () => {
  const idle = new Set();
  for (const name of pages) {
    const html = fs.readFileSync(path.join(SITE, name), 'utf8');
    const files = [...html.matchAll(/<link rel="stylesheet" href="[^"]*assets\/([^"]+)"/g)].map(([, file]) => file);
    assert.equal(new Set(files).size, files.length, name);
    const used = new Set([...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, value]) => value.split(' ')));
    for (const file of files.filter((file) => file.startsWith('style-') && ![...bundles.get(file)].some((word) => used.has(word)))) {
      const part = file.replace(/-[0-9a-f]+\.css$/, '');
      if (!(part in DRAWN && html.includes(DRAWN[part]))) idle.add(`${name.replace(/[^/]*$/, '…')}: ${part}`);
    }
  }
  assert.deepEqual([...idle].sort(), []);
});

test('all styles are asked for before any font, which nothing waits for', () => {
  const late = new Set();
  for (const name of pages) {
    const head = fs.readFileSync(path.join(SITE, name), 'utf8').split('</head>')[0];
    const font = head.indexOf('as="font"');
    if (font !== -1 && head.lastIndexOf('rel="stylesheet"') > font) late.add(name);
  }
  assert.deepEqual([...late], []);
});

test('what a text tells to ask is set like text, not like a question of a theme', async () => {
  const browser = await launch();
  const server = await serve(SITE);
  const page = await browser.newPage(PHONE);
  for (const address of ['faq/index.html', 'guidelines/customers.html']) {
    await page.goto(server.url + address);
    const fonts = await page.locator('.alert.ask').evaluateAll((all) => all.map((e) => getComputedStyle(e).fontStyle));
    assert.ok(fonts.length > 0 && fonts.every((style) => style === 'normal'), `${address}: ${fonts}`);
  }
  server.close();
});
