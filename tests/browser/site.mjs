// What all browser tests share: the built site, one page of each type, and a browser.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { start } from './chromium.mjs';

/** The folder of the built example; `cargo test --test browser` names it. */
export const SITE = process.env.SITE ?? '';
assert.ok(
  fs.existsSync(path.join(SITE, 'index.html')),
  'SITE must name a built site: storywall build --out FOLDER --today 2026-11-21, then SITE=FOLDER node --test',
);

/** One page of each type, by what it is; a story of each shape. */
export const PAGES = {
  home: 'index.html',
  'home in Danish': 'da/index.html',
  'home in Dutch': 'nl/index.html',
  handbook: 'handbook.html',
  page: 'permission.html',
  guideline: 'guidelines/photos.html',
  'guideline in Dutch': 'nl/guidelines/photos.html',
  questions: 'faq/index.html',
  question: 'faq/say-something-wrong.html',
  'question in Danish': 'da/faq/say-something-wrong.html',
  themes: 'themes/index.html',
  theme: 'themes/night-shift.html',
  wall: 'stories/index.html',
  'lists of the wall': 'stories/by/index.html',
  'wall of a theme': 'stories/by/theme-night-shift.html',
  'story with a picture': 'stories/2026/afraid-to-press-send.html',
  'story in words': 'stories/2026/one-comma.html',
  'story in Danish': 'stories/2026/kaj-fire.html',
  glimpse: 'stories/2026/waltz.html',
  'glimpse with a tall picture': 'stories/2026/derde-foto.html',
  successes: 'stories/successes.html',
  people: 'people/index.html',
  person: 'people/jonas-holm.html',
  board: 'speaking/index.html',
  opportunity: 'speaking/havnedage-2027.html',
  talks: 'talks/index.html',
  talk: 'talks/forty-bolts-two-minutes.html',
  'writing a story': 'tell/index.html',
  asking: 'ask/index.html',
  'the evaluation of a quarter': 'evaluation/2026-q4.html',
  'the evaluation of a quarter, in Danish': 'da/evaluation/2026-q4.html',
  'all evaluations': 'evaluation/index.html',
  programme: 'programme/index.html',
  'programme in Danish': 'da/programme/index.html',
  goal: 'programme/goals/people-find-us.html',
  meeting: 'programme/meetings/story-round.html',
  slides: 'slides/index.html',
  'poster of a theme': 'posters/themes/night-shift.html',
  'poster of a story': 'posters/stories/2026/one-comma.html',
  'what the check says': 'checks/index.html',
  'what the check says, in Danish': 'da/checks/index.html',
  'not found': '404.html',
};

// Of every other kind with a list: the list, and the first of its texts. Folders of the handbook have none.
const isList = (name) => {
  const list = path.join(SITE, name, 'index.html');
  return fs.existsSync(list) && !/<body class="kind-(page|guideline)"/.test(fs.readFileSync(list, 'utf8'));
};
const folders = fs.readdirSync(SITE).filter(isList);
for (const folder of folders.filter((name) => !Object.values(PAGES).includes(`${name}/index.html`))) {
  PAGES[`list of ${folder}`] = `${folder}/index.html`;
  const texts = fs.readdirSync(path.join(SITE, folder)).filter((name) => /^(?!index|page-).*\.html$/.test(name));
  if (texts.length > 0) PAGES[`one of ${folder}`] = `${folder}/${texts.sort()[0]}`;
}

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const DESKTOP = { viewport: { width: 1280, height: 800 } };

/** All files of a folder that end so, as addresses. */
export function addresses(ending, folder = SITE) {
  return fs
    .readdirSync(folder, { recursive: true })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith(ending))
    .sort();
}

/** The folder of a site that is built from these files, texts or bytes by path; it is there until
    the tests of the file have ended. */
export function builtFrom(files, today = '2026-11-21') {
  const project = fs.mkdtempSync(path.join(os.tmpdir(), 'storywall-test-'));
  after(() => fs.rmSync(project, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
    fs.writeFileSync(path.join(project, name), content);
  }
  const site = path.join(project, 'public');
  execFileSync(process.env.STORYWALL, ['build', '--root', project, '--out', site, '--today', today, '--quiet'], { stdio: 'pipe' });
  return site;
}

/** A browser that closes itself after the tests of the file. */
export async function launch() {
  const browser = await start();
  after(() => browser.close());
  return browser;
}

/** Opens all that can be opened, but for the menu, which lies over the page. */
export function openAll(page) {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details:not(.menu)')) details.open = true;
  });
}

/** Scrolls through the page, so that lazy pictures come, and waits for them. */
export function readToTheEnd(page) {
  return page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
    scrollTo({ top: 0, behavior: 'instant' });
    await document.fonts.ready;
    const shown = [...document.images].filter((img) => img.checkVisibility());
    await Promise.all(shown.map((img) => img.decode().catch(() => {})));
  });
}

/** A list of what went wrong, short enough to read. */
export function none(list, what) {
  const lines = [...new Set(list)];
  const shown = lines.slice(0, 40).join('\n  ');
  assert.equal(lines.length, 0, `${lines.length} ${what}:\n  ${shown}${lines.length > 40 ? '\n  …' : ''}`);
}
