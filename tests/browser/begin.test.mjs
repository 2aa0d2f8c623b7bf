// A site that was just begun: with no story, with one, with three. What is still to be filled in is seen
// as that, and nothing is said that is not true yet.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import axe from 'axe-core';
import { DESKTOP, PHONE, addresses, launch, none } from './site.mjs';
import { serve } from './serve.mjs';

const STORIES = [
  ['pumpe', 'Pumpe fire blev stille', 'Klokken var kvart i seks, da pumpe fire sagde en lyd, jeg aldrig havde hørt før. Jeg ringede til en kollega.'],
  ['mandag', 'Den første mandag', 'Jeg sad ved det forkerte bord. Ingen sagde noget. Om onsdagen spurgte jeg, og så grinede de alle tre.'],
  ['kaffe', 'Nøglen i kaffemaskinen', 'Den havde ligget der siden i går. Nu ved vi, hvem der drikker mest kaffe.'],
];
const browser = await launch();

/** A site with so many stories, from the program's own words. */
async function begun(stories) {
  const project = fs.mkdtempSync(path.join(os.tmpdir(), 'storywall-begin-'));
  after(() => fs.rmSync(project, { recursive: true, force: true }));
  const root = path.join(project, 'site');
  const run = (...words) => execFileSync(process.env.STORYWALL, words, { stdio: 'pipe' });
  run('init', root, '--name', 'Nordlys A/S', '--languages', 'da,nl,en', '--helper', 'Mette Krogh', '--phone', '+45 00 00 44 11');
  fs.mkdirSync(path.join(root, 'content/stories'), { recursive: true });
  for (const [name, title, text] of STORIES.slice(0, stories)) {
    fs.writeFileSync(
      path.join(root, `content/stories/${name}.md`),
      `---\ntitle: ${title}\nauthor: mette-krogh\ndate: 2026-11-19\n---\n${text}\n`,
    );
  }
  run('build', '--root', root, '--today', '2026-11-21', '--base-url', 'https://a.example/', '--quiet');
  const server = await serve(path.join(root, 'public'));
  after(() => server.close());
  return { folder: path.join(root, 'public'), url: server.url };
}
const sites = { none: await begun(0), one: await begun(1), three: await begun(3) };

for (const [device, options] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  for (const colorScheme of ['light', 'dark']) {
    test(`everybody can use it: ${device}, ${colorScheme}`, async () => {
      const context = await browser.newContext({ ...options, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const found = [];
      for (const [which, site] of Object.entries(sites)) {
        for (const address of ['index.html', 'permission.html', 'team.html', 'stories/index.html', 'nl/tell-yours.html']) {
          await page.goto(site.url + address, { waitUntil: 'load' });
          await page.evaluate(axe.source);
          const result = await page.evaluate(() =>
            globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
          );
          found.push(...result.violations.map((rule) => `${which}, ${address}: ${rule.id} at ${rule.nodes[0].target.join(' ')}`));
        }
      }
      await context.close();
      none(found, 'violations');
    });
  }
}

test('a gap is plainly one, in the language of the page, and no alarm', async () => {
  const page = await browser.newPage(DESKTOP);
  for (const [address, words] of [['permission.html', 'Mangler endnu: '], ['nl/permission.html', 'Nog invullen: '], ['en/permission.html', 'Still to be filled in: ']]) {
    await page.goto(sites.none.url + address);
    const gaps = await page.$$eval('.gap', (all) =>
      all.map((one) => [one.textContent, getComputedStyle(one).borderTopStyle, getComputedStyle(one).backgroundColor]),
    );
    assert.ok(gaps.length >= 2, address);
    for (const [text, border, background] of gaps) {
      assert.ok(text.startsWith(words), text);
      assert.deepEqual([border, background], ['dashed', 'rgba(0, 0, 0, 0)']);
    }
  }
  await page.close();
  // The page on what the check says shows how a gap is written.
  const shown = addresses('.html', sites.none.folder).filter((address) => !address.endsWith('checks/index.html') &&
    fs.readFileSync(path.join(sites.none.folder, address), 'utf8').includes('[[fill:'),
  );
  none(shown, 'pages with a gap as it was typed');
});

test('nobody is said to have asked, and the site has no room for what is not there', async () => {
  const page = await browser.newPage(DESKTOP);
  await page.goto(`${sites.none.url}index.html`);
  assert.equal(await page.locator('#sw-fears').innerText(), 'Det vil du måske spørge om');
  await page.goto(`${sites.none.url}faq/index.html`);
  assert.match(await page.locator('main').innerText(), /Det her er du måske i tvivl om/);
  await page.close();
});

test('a short story alone has its author right below it, and is one column', async () => {
  const page = await browser.newPage(DESKTOP);
  for (const [site, address] of [[sites.one, 'index.html'], [sites.one, 'stories/index.html'], [sites.three, 'stories/index.html']]) {
    await page.goto(site.url + address);
    const { gap, columns } = await page.evaluate(() => {
      const card = document.querySelector('.wall > li .card');
      const text = card.querySelector('.column p');
      const words = document.createRange();
      words.selectNodeContents(text);
      return {
        gap: card.querySelector('.who').getBoundingClientRect().top - words.getBoundingClientRect().bottom,
        columns: getComputedStyle(text).columnCount,
      };
    });
    assert.ok(gap < 48, `${address}: ${gap} px between the words and their author`);
    assert.equal(columns, 'auto', address);
  }
  await page.close();
});

test('nothing is wider than a small phone', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  const wide = [];
  for (const address of addresses('.html', sites.three.folder)) {
    await page.goto(sites.three.url + address);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) wide.push(`${address}: ${over} px`);
  }
  await page.close();
  none(wide, 'pages that scroll sideways');
});
