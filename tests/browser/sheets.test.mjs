// Sheets of the wall: whatever stands side by side, none is much higher than what is on it.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { DESKTOP, builtFrom, launch, none } from './site.mjs';
import { serve } from './serve.mjs';
import { holes, lines, voids } from './layout.mjs';

const SENTENCE = 'Nobody had touched it, and still the light went on again before the morning came. ';
const drawing = (width, height) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#a8321c"/></svg>`;

/** What one letter of a wall stands for: the fields and the words of a story. */
const STORIES = {
  T: ['photos: [{file: tall.svg, alt: A red door}]', SENTENCE.repeat(4)],
  W: ['photos: [{file: wide.svg, alt: A red wall}]', SENTENCE.repeat(4)],
  q: ['quote: I was afraid', SENTENCE.repeat(4)],
  Q: ['quote: I was afraid of it for a year and then it took me eleven minutes to do it after all', SENTENCE.repeat(4)],
  x: ['summary: It rang twice', 'Then it was quiet.'],
  X: ['summary: It rang twice', SENTENCE.repeat(9)],
  L: ['summary: It rang twice', SENTENCE.repeat(40)],
  O: ['photos: [{file: wide.svg, alt: A red wall}]\noutcome: [{note: Two ports did the same before the summer, on: 2026-05-29}]', SENTENCE.repeat(4)],
  g: ['form: glimpse', 'The lamp went on again.'],
  p: ['form: glimpse\nphotos: [{file: tall.svg, alt: A red door}]', 'The lamp went on again.'],
};

/** Walls in the order in which they are read: a letter is a story, a word a wall. */
const WALLS = [
  'Tq', 'qT', 'Tqx', 'TqW', 'WqT', 'TqTqT', 'TTqTT', 'qTxTgT', 'TxTxTx', 'WqWxWg',
  'TL', 'LT', 'OL', 'WTL', 'LTW', 'TLTLT', 'LWOLTqL', 'OLT', 'LLT', 'TLL',
  'TqqTxx', 'TQxTXq', 'WTqgxW', 'TgTqpTx', 'TWTWTqTW', 'qxgTWXQp', 'TTTTTTq', 'gTTgqWTx',
];

/** All stories of a wall have the same place, so that both filters together find the whole wall. */
const PLACES = ['Aarhus', 'Esbjerg'];

const files = { 'site.toml': 'title = "Walls"\n', 'content/people/ida.md': '---\nname: Ida Bech\nrole: Fitter\n---\n' };
for (const [at, wall] of WALLS.entries()) {
  files[`content/themes/wall-${at}.md`] = `---\ntitle: Wall ${at}\n---\nWhat stands side by side.\n`;
  [...wall].forEach((letter, place) => {
    const [fields, words] = STORIES[letter];
    const day = String(28 - place).padStart(2, '0');
    files[`content/stories/w${at}/s${place}.md`] =
      `---\ntitle: Why pump number ${place} went quiet\nauthor: ida\ndate: 2026-05-${day}\ntheme: wall-${at}\nlocation: ${PLACES[at % 2]}\n${fields}\n---\n${words}\n`;
  });
  files[`content/stories/w${at}/tall.svg`] = drawing(900, 1500);
  files[`content/stories/w${at}/wide.svg`] = drawing(1600, 1000);
}

const server = await serve(builtFrom(files));
after(() => server.close());
const browser = await launch();

test('running text ends with a whole line', async () => {
  const page = await browser.newPage(DESKTOP);
  const found = [];
  let measured = 0;
  for (const width of [1280, 1600, 820, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const [at, wall] of WALLS.entries()) {
      if (!/[LX]/.test(wall)) continue;
      await page.goto(`${server.url}stories/by/theme-wall-${at}.html`);
      await page.evaluate(() => document.fonts.ready);
      const cut = await page.evaluate(() => [...document.querySelectorAll('.column:not(.brief) p')].filter((text) => getComputedStyle(text.parentElement).containerType === 'size').map((text) =>
        (text.getBoundingClientRect().height - 1) / parseFloat(getComputedStyle(text).lineHeight)));
      measured += cut.length;
      found.push(...cut.filter((lines) => Math.abs(lines - Math.round(lines)) > 0.05).map((lines) => `${wall} at ${width} px: ${lines.toFixed(2)} lines`));
    }
  }
  await page.close();
  assert.ok(measured > 10);
  none(found, 'lines that are cut');
});

for (const width of [1280, 1600, 820, 390]) {
  test(`no sheet of words is higher than 1.5 × its content at ${width} px`, async () => {
    const page = await browser.newPage({ ...DESKTOP, viewport: { width, height: 900 } });
    const found = [];
    let measured = 0;
    for (const [at, wall] of WALLS.entries()) {
      await page.goto(`${server.url}stories/by/theme-wall-${at}.html`);
      await page.evaluate(() => document.fonts.ready);
      const sheets = await page.evaluate(voids);
      measured += sheets.length;
      found.push(...sheets.filter((it) => it.ratio > 1.5).map((it) => `${wall}: ${it.what} is ${it.ratio.toFixed(2)} × its content`));
      found.push(...(await page.evaluate(lines)).filter((it) => it.lines > 9.5).map((it) => `${wall}: ${it.what} shows ${it.lines.toFixed(1)} lines`));
      found.push(...(await page.evaluate(holes)).map((hole) => `${wall}: ${hole}`));
    }
    await page.close();
    assert.ok(measured > 40, `only ${measured} sheets have words alone`);
    none(found, 'sheets with an empty part');
  });
}

test('no sheet of words is higher than 1.5 × its content where filters together find the wall, and the window changes', async () => {
  const page = await browser.newPage(DESKTOP);
  const found = [];
  let measured = 0;
  for (const [at, wall] of WALLS.entries()) {
    const [theme, place] = [`theme-wall-${at}`, `place-${PLACES[at % 2].toLowerCase()}`];
    await page.goto('about:blank');
    await page.goto(`${server.url}stories/by/${theme}.html#${theme}+${place}`);
    await page.locator('.found li').nth(wall.length - 1).waitFor();
    for (const width of [820, 1130, 1280, 1600, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(60);
      const sheets = await page.evaluate(voids);
      measured += sheets.length;
      found.push(...sheets.filter((it) => it.ratio > 1.5).map((it) => `${wall} at ${width} px: ${it.what} is ${it.ratio.toFixed(2)} × its content`));
      found.push(...(await page.evaluate(holes)).map((hole) => `${wall} at ${width} px: ${hole}`));
    }
  }
  await page.close();
  assert.ok(measured > 200, `only ${measured} sheets have words alone`);
  none(found, 'sheets with an empty part');
});
