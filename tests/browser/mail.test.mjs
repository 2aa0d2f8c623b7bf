// The letter to colleagues as email programs show it: small, readable where it is narrow or dark, and
// made of what they know.
//
// What they know is from the data of caniemail.com (2.0.2, May 2026): of Gmail, Outlook for Windows
// and Apple Mail, each knows a property here, or a letter without it reads as well (rounded corners, the
// colour of a line below words, a largest width).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { start } from './chromium.mjs';

const KNOWN = new Set([
  'background', 'border', 'border-left', 'border-radius', 'border-top', 'color', 'display',
  'font-family', 'font-size', 'font-style', 'font-weight', 'height', 'line-height', 'margin',
  'max-height', 'max-width', 'overflow', 'padding', 'padding-top', 'text-align', 'text-decoration',
  'text-decoration-color', 'white-space', 'width',
]);
const TAGS = new Set([
  'html', 'head', 'meta', 'title', 'style', 'body', 'div', 'table', 'tr', 'td', 'tbody', 'p', 'h1',
  'h2', 'h3', 'a', 'img', 'strong', 'em', 'br', 'span', 'ul', 'ol', 'li',
]);
const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'storywall-mail-'));
const letters = ['en', 'da', 'nl'].map((lang) => [lang, join(folder, `2026-11-27.${lang}.html`)]);
let chromium;

before(async () => {
  for (const [lang] of letters) {
    const args = ['digest', '2026-11-27', '--lang', lang, '--out', folder, '--root', ROOT];
    execFileSync(process.env.STORYWALL, [...args, '--today', '2026-11-30'], { stdio: 'pipe' });
  }
  chromium = await start();
});
after(() => chromium?.close());

for (const [lang, file] of letters) {
  test(`it is small, and made of what email programs know: ${lang}`, () => {
    const html = readFileSync(file, 'utf8');
    assert.ok(Buffer.byteLength(html) <= 100_000, `${Buffer.byteLength(html)} bytes`);
    const body = html.slice(html.indexOf('<body'));
    for (const [, style] of body.matchAll(/ style="([^"]*)"/g)) {
      for (const line of style.split(';').filter(Boolean)) {
        assert.ok(KNOWN.has(line.split(':')[0]), line);
      }
    }
    for (const [, tag] of html.matchAll(/<([a-z][a-z0-9]*)/g)) assert.ok(TAGS.has(tag), tag);
    for (const [table] of html.matchAll(/<table[^>]*>/g)) {
      assert.match(table, /role="presentation"/);
    }
    for (const [, address] of html.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      assert.match(address, /^(https:|tel:|mailto:)/);
    }
    for (const [img] of html.matchAll(/<img[^>]*>/g)) assert.match(img, / alt="[^"]+"/);
  });

  for (const width of [320, 600]) {
    for (const colorScheme of ['light', 'dark']) {
      test(`nothing is cut off at ${width} pixels, ${colorScheme}: ${lang}`, async () => {
        const page = await chromium.newPage({
          viewport: { width, height: 900 },
          colorScheme,
        });
        // No picture is needed to read it.
        await page.route('**/*', (route) =>
          route.request().url().startsWith('file:') ? route.continue() : route.abort(),
        );
        await page.goto(`file://${file}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${wide} pixels`);
        await page.close();
      });
    }
  }
}
