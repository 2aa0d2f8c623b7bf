// The example on eight days: the first weeks, the last day of a call and the day after, the turn of
// the year, a call that has closed, a year on, and a leap day long after the last text.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { DESKTOP, PHONE, launch, none } from './site.mjs';
import { serve } from './serve.mjs';
import { tooWide } from './layout.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DAYS = ['2026-02-02', '2026-12-04', '2026-12-05', '2026-12-31', '2027-01-01', '2027-03-01', '2027-11-21', '2028-02-29'];
const PAGES = ['index.html', 'stories/index.html', 'stories/successes.html', 'speaking/index.html', 'speaking/havnedage-2027.html', 'themes/index.html', 'people/index.html', 'training/index.html', 'talks/index.html', 'handbook.html', 'faq/index.html', '404.html'];
/** How many days before it closes a call is said to close soon, and how long a story leads the page. */
const SOON = 14;
const WEEKS_OF_A_LEAD = 6;

test('on any day, no part is empty, other years are named and nothing invites to what is over', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'storywall-days-'));
  after(() => fs.rmSync(folder, { recursive: true, force: true }));
  const site = path.join(folder, 'site');
  const browser = await launch();
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const desk = await browser.newPage(DESKTOP);
  const found = [];
  let times = 0;
  for (const day of DAYS) {
    execFileSync(process.env.STORYWALL, ['build', '--root', ROOT, '--out', site, '--today', day, '--quiet'], { stdio: 'pipe' });
    const server = await serve(site);
    for (const language of ['', 'da/', 'nl/']) {
      for (const address of PAGES.map((it) => language + it).filter((it) => fs.existsSync(path.join(site, it)))) {
        await page.goto(server.url + address);
        const problems = [...await page.evaluate(tooWide), ...await page.evaluate(wrongOn, { day, SOON, WEEKS_OF_A_LEAD })];
        times += await page.locator('time').count();
        found.push(...problems.map((problem) => `${address} on ${day}: ${problem}`));
      }
    }
    // With room, what is said of a text stands above it.
    await desk.goto(`${server.url}speaking/havnedage-2027.html`);
    const beside = await desk.locator('main .notice').evaluateAll((all) =>
      all.filter((it) => it.getBoundingClientRect().bottom > document.querySelector('main .text').getBoundingClientRect().top).map((it) => it.innerText));
    found.push(...beside.map((words) => `on ${day}, “${words}” stands beside the text`));
    server.close();
  }
  await context.close();
  assert.ok(times > 500, `${times} days were read`);
  none(found, 'things that are wrong on that day');
});

/** What a page says wrongly on a day; runs in the page. */
function wrongOn({ day, SOON, WEEKS_OF_A_LEAD }) {
  const found = [];
  for (const heading of document.querySelectorAll('main section > h2, main .band > h2')) {
    const box = heading.closest('section, details, main');
    const words = [...box.querySelectorAll('*')].filter((it) => !heading.parentElement.contains(it) || heading.parentElement === box);
    const rest = words.filter((it) => it !== heading && it.children.length === 0 && it.textContent.trim() !== '');
    if (rest.length === 0) found.push(`nothing stands below “${heading.textContent}”`);
  }
  for (const time of document.querySelectorAll('time[datetime]')) {
    const year = time.dateTime.slice(0, 4);
    const beside = time.parentElement.textContent;
    if (year !== day.slice(0, 4) && !beside.includes(year)) found.push(`“${beside.trim()}” has no year (${time.dateTime})`);
  }
  for (const dead of document.querySelectorAll('.dep:is(.over, .cancelled) .first')) found.push(`“${dead.textContent}” stands at what is over`);
  const closing = document.getElementById('sw-closing');
  for (const left of closing?.closest('section').querySelectorAll('.left b') ?? []) {
    if (Number(left.textContent) > SOON) found.push(`${left.textContent} days are not soon`);
  }
  // Each list of the board is in the order of one kind of day, and says which at each day that stands alone.
  const rows = (id) => [...document.getElementById(id)?.closest('section').querySelectorAll('.dep') ?? []];
  const days = rows('sw-coming').map((row) => row.querySelector('.line time')?.dateTime).filter(Boolean);
  if (String(days) !== String([...days].sort())) found.push(`coming events are in the order of ${days}`);
  for (const row of rows('sw-coming').filter((row) => row.querySelector('.left span'))) found.push(`“${row.innerText}” stands among the days of events`);
  for (const row of rows('sw-later')) {
    const [first] = row.querySelectorAll('.line > span');
    const [number] = /\d+/.exec(row.querySelector('.left').textContent);
    if (!first.querySelector('strong') || !first.textContent.includes(number)) found.push(`“${first.textContent}” is said before the day when the call opens`);
  }
  for (const row of [...rows('sw-closing'), ...rows('sw-open'), ...rows('sw-later')]) {
    if (!row.querySelector('.left span')) found.push(`“${row.innerText}” has a day and does not say of what`);
  }
  const lead = document.querySelector('.front .month time[datetime]');
  const weeks = lead && (Date.parse(day) - Date.parse(lead.dateTime)) / (7 * 24 * 3600 * 1000);
  if (weeks > WEEKS_OF_A_LEAD + 5) found.push(`a story of ${lead.dateTime} leads the page`);
  const text = document.body.innerText;
  for (const odd of text.match(/\{\s*\$|undefined|\bNaN\b|\bnull\b|\bin -\d|-\d+ (days|dage|dagen)/g) ?? []) found.push(`it says “${odd}”`);
  return found;
}
