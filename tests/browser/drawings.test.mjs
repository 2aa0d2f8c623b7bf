// Drawings are published without what programs note in them, and readers see no difference.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, test } from 'node:test';
import { addresses, launch } from './site.mjs';

const PROGRAM = process.env.STORYWALL ?? '';
const NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:note="urn:note"';
const SHADOW = `<filter id="f" x="0" y="0" width="90" height="90" filterUnits="userSpaceOnUse">
  <feFlood flood-opacity="0" result="back"/><feOffset in="SourceAlpha" dy="4"/><feGaussianBlur stdDeviation="2"/>
  <feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 .5 0"/><feBlend in2="back" result="shadow"/>
  <feBlend in="SourceGraphic" in2="shadow"/></filter>`;

// What programs write that is left out, kept for a style, or counted.
const DRAWINGS = {
  shadow: `${SHADOW}<g filter="url(#f)"><rect x="9" y="9" width="60" height="40" fill="#5b8def"/></g>`,
  letters: '<g transform="translate(9 60) scale(.1 -.1)"><defs><path id="o" d="M 0 0 Q 300 400 500 100 Z"/></defs><use xlink:href="#o"/><use xlink:href="#o" x="300"/></g>',
  links: '<a xlink:href="https://example.org/"><ellipse cx="40" cy="40" rx="30" ry="18" fill="lightgrey"/></a>',
  switch: '<switch><g requiredFeatures="x"/><a href="https://example.org/"><text y="20">not shown</text></a></switch><path d="M9 9h50" stroke="red"/>',
  font: '<defs><font horiz-adv-x="9"><font-face font-family="f"/><glyph unicode="o" d="M0 0h9v9z"/></font></defs><text y="40" font-size="30">o</text>',
  attributes: '<style>[data-kind="x"]{fill:red}</style><rect data-kind="x" width="50" height="50"/>',
  first: '<style>rect:first-child{fill:red}</style><g><metadata/><rect width="50" height="50"/></g>',
  last: '<style>rect:last-child{fill:red}</style><g><rect width="50" height="50"/><note:a/></g>',
  dashes: '<style>.l{stroke:red;stroke-dasharray:3px,2px}</style><defs><path id="p" d="M0 9h80"/></defs><use href="#p" class="l"/>',
};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'storywall-drawings-'));
after(() => fs.rmSync(folder, { recursive: true }));
const browser = await launch();

test('a published drawing looks as it was drawn', async () => {
  const stories = path.join(folder, 'content/stories');
  fs.mkdirSync(stories, { recursive: true });
  fs.mkdirSync(path.join(folder, 'content/people'));
  fs.writeFileSync(path.join(folder, 'site.toml'), 'title = "A"\n');
  fs.writeFileSync(path.join(folder, 'content/people/anna-bech.md'), '---\nname: Anna Bech\n---\n');
  for (const [name, content] of Object.entries(DRAWINGS)) {
    fs.writeFileSync(path.join(stories, `${name}.svg`), `<svg ${NAMES} viewBox="0 0 90 90">${content}</svg>`);
    fs.writeFileSync(path.join(stories, `s-${name}.md`),
      `---\ntitle: About ${name}\nauthor: anna-bech\nphotos:\n  - {file: ${name}.svg, alt: A drawing of something, faces: no}\n---\nText of ${name}.\n`);
  }
  const site = path.join(folder, 'site');
  const built = spawnSync(PROGRAM, ['build', '--root', folder, '--out', site, '--today', '2026-11-21'], { encoding: 'utf8' });
  assert.equal(built.status, 0, built.stderr);
  const page = await browser.newPage({ viewport: { width: 400, height: 400 } });
  const shown = async (file) => {
    await page.goto('about:blank');
    await page.goto(pathToFileURL(file).href);
    return page.screenshot();
  };
  for (const name of Object.keys(DRAWINGS)) {
    const published = addresses('.svg', site).find((address) => path.basename(address).startsWith(`${name}-`));
    assert.ok(published, `${name} is published`);
    const [drawn, seen] = [await shown(path.join(stories, `${name}.svg`)), await shown(path.join(site, published))];
    assert.ok(drawn.equals(seen), `${name} looks otherwise`);
  }
  await page.close();
});
