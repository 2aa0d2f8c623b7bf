// What the coach asks on the page where a story is written: by the rules of the program, when somebody
// asks for it, and nowhere else.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DESKTOP, PHONE, builtFrom, launch } from './site.mjs';
import { serve } from './serve.mjs';

const VECTORS = JSON.parse(fs.readFileSync(path.resolve(import.meta.dirname, '../coach/vectors.json'), 'utf8'));
const PROJECT = {
  'site.toml': 'title = "Ferries"\nlanguages = ["en", "da", "nl"]\n',
  'content/programme.toml': '[may]\npage = "permission.md"\ntext = "You may."\ncontact = "anna-bech"\n[tell]\npage = "permission.md"\n',
  'content/permission.md': '---\ntitle: Yes\n---\nYou may.\n',
  'content/people/anna-bech.md': '---\nname: Anna Bech\ncontact: {phone: "+45 00 00 44 11"}\n---\nHello.\n',
  'content/themes/night-shift.md': '---\ntitle: While the others sleep\nprompts: ["What could you hear?"]\n---\nNight.\n',
};
const site = builtFrom(PROJECT);
const browser = await launch();
const server = await serve(site);
after(() => server.close());

/** A story of the vectors, as somebody would type it. */
const story = (name) => VECTORS.find((vector) => vector.name === name).text;

async function open(address = 'tell/index.html', { at = server.url, ...options } = {}) {
  const page = await (await browser.newContext({ ...PHONE, ...options })).newPage();
  page.setDefaultTimeout(8000);
  page.asked = [];
  page.on('request', (request) => page.asked.push(request.url()));
  page.failed = [];
  page.on('pageerror', (error) => page.failed.push(error.message));
  page.on('console', (said) => said.type() === 'error' && page.failed.push(said.text()));
  await page.goto(at + address);
  await page.locator('.live').waitFor();
  return page;
}

/** Types a story, asks, and gives what stands there then: quote, remark on it, questions, and what is said of all of it. */
async function asked(page, text) {
  await page.locator('#sw-words').fill(text);
  await page.locator('[data-do=coach]').press('Enter');
  const box = page.locator('section[data-as=coach]');
  await box.waitFor();
  const shown = async (tag) => (await box.locator(tag).allInnerTexts())[0] ?? null;
  return {
    quote: await shown('blockquote'),
    remark: await shown('blockquote + p'),
    questions: await box.locator('li').allInnerTexts(),
    title: await shown('h3') ?? await box.innerText(),
  };
}

test('the page finds in every story what the program finds, by the same words', async () => {
  const page = await open();
  await asked(page, 'One line.');
  const isSame = (name) => name === 'title-pattern' || name === 'near-duplicate';
  const stories = VECTORS.map(({ text, language, names_somebody: namesSomebody }) => ({ text, language, namesSomebody }));
  const heard = await page.evaluate((all) => all.map((it) => coach.listen(it)), stories);
  VECTORS.forEach(({ name, found }, at) => {
    const { silence, measures, signals, quote, isLiked, questions } = heard[at];
    assert.deepEqual({ silence, measures, quote, isLiked }, { silence: found.silence, measures: found.measures, quote: found.quote, isLiked: found.is_liked }, name);
    // Only the program has the stories that this one may be like.
    assert.deepEqual(signals, found.signals.filter((it) => !isSame(it)), name);
    if (!found.signals.some(isSame)) assert.deepEqual(questions, found.questions, name);
  });
  assert.ok(heard.length > 100, `${heard.length} stories`);
  await page.context().close();
});

test('whoever asks is quoted and asked, in the words of the page, and puts it away again', async () => {
  const page = await open();
  const before = page.asked.length;
  const { quote, remark, questions, title } = await asked(page, story('en asked no-first-person'));
  assert.equal(quote, VECTORS.find((it) => it.name === 'en asked no-first-person').found.quote);
  assert.equal(remark, 'We would love to hear more here.');
  assert.deepEqual(questions, ['Who was there, and what did they say?', 'Where were you when it happened?', 'How did you do it? What did you try first?']);
  assert.equal(title, 'Questions, if you like');
  // Two scripts of the site and their styles, and nothing of the story.
  const scripts = () => page.asked.slice(before).filter((file) => file.endsWith('.js'));
  assert.equal(scripts().length, 2, scripts().join(' '));
  await page.locator('link[href*="/assets/style-coach-"]').waitFor({ state: 'attached' });
  assert.ok(page.asked.every((file) => file.startsWith(server.url) && !file.includes('?')), page.asked.join(' '));
  await page.locator('[data-do=coach-away]').tap();
  assert.ok(await page.locator('section[data-as=coach]').isHidden());
  assert.equal(await page.locator('#sw-words').inputValue(), story('en asked no-first-person'));
  // It is there at once the second time, and of the words that stand there then.
  const again = await asked(page, story('en fine no-first-person'));
  assert.deepEqual(again.questions, []);
  assert.equal(again.title, 'Nobody has a question about it');
  assert.equal(scripts().length, 2);
  assert.deepEqual(page.failed, []);
  await page.context().close();
});

test('a short story is left as it is, and without words there is nothing to ask', async () => {
  const page = await open('da/tell/index.html');
  const { questions, title } = await asked(page, 'Pumpen blev stille, og jeg grinede højt.');
  assert.deepEqual(questions, []);
  assert.equal(title, 'En kort historie er en hel historie. Spørgsmålene kommer først ved 80 ord.');
  await page.locator('#sw-words').fill(' ');
  await page.locator('[data-do=coach]').tap();
  assert.ok(await page.locator('#sw-words-wrong').isVisible());
  await page.context().close();
});

test('who writes in another language than the page is read in it, and asked in that of the page', async () => {
  const page = await open('nl/tell/index.html');
  const { quote, questions } = await asked(page, story('da asked no-first-person'));
  assert.equal(quote, VECTORS.find((it) => it.name === 'da asked no-first-person').found.quote);
  assert.equal(questions.length, 3);
  assert.match(questions[0], /^Wie /);
  await page.context().close();
});

test('a name that was given counts, whatever the words say of it', async () => {
  const page = await open();
  const text = story('en asked no-first-person');
  const [first] = text.match(/[A-Z]\w+/);
  await page.locator('#sw-words').fill(text);
  await page.locator('[data-part="1"] > .act .go').tap();
  await page.locator('#sw-name').fill('Jonas Holm');
  await page.locator('[data-do=other]').tap();
  await page.locator('[data-as=others] [data-is=name]').fill(`${first} Bektas`);
  await page.locator('.steps [data-step="1"]').tap();
  const { questions } = await asked(page, text);
  assert.equal(questions[0], 'What did you do yourself?');
  await page.context().close();
});

test('keys alone are enough, and what is said is read out', async () => {
  const page = await open('tell/index.html', DESKTOP);
  await page.locator('#sw-words').fill(story('en asked no-first-person'));
  await page.locator('#sw-words').focus();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.do), 'coach');
  await page.keyboard.press('Enter');
  await page.locator('section[data-as=coach]').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.dataset.as), 'coach');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.do), 'coach');
  await page.context().close();
});

test('it works from a folder without a server', async () => {
  const page = await open('tell/index.html', { at: `${pathToFileURL(site).href}/` });
  const { questions } = await asked(page, story('en asked no-first-person'));
  assert.equal(questions.length, 3);
  await page.context().close();
});

test('where it cannot be fetched, that is said, and the next time may do', async () => {
  const page = await open();
  await page.route('**/tell/coach.js', (route) => route.abort());
  const first = await asked(page, story('en asked no-first-person'));
  assert.equal(first.title, 'No question can be fetched now.');
  await page.unroute('**/tell/coach.js');
  const second = await asked(page, story('en asked no-first-person'));
  assert.equal(second.questions.length, 3);
  assert.equal(second.title, 'Questions, if you like');
  await page.context().close();
});

test('a site that wants no questions has none on this page, and a site’s own words count', async () => {
  const silent = builtFrom({ ...PROJECT, 'site.toml': `${PROJECT['site.toml']}[coach]\nmode = "off"\n` });
  assert.ok(!fs.readFileSync(path.join(silent, 'tell/index.html'), 'utf8').includes('coach'));
  assert.ok(!fs.existsSync(path.join(silent, 'tell/coach.js')));
  const own = builtFrom({ ...PROJECT, 'content/coach.toml': '[en]\nlimits = { words = 3 }\n' });
  const elsewhere = await serve(own);
  const page = await open('tell/index.html', { at: elsewhere.url });
  const { title } = await asked(page, 'On Monday I pushed the pump.');
  assert.equal(title, 'Nobody has a question about it');
  await page.context().close();
  await elsewhere.close();
});

test('four times the text takes no more than some ten times the time', async () => {
  const page = await open();
  await asked(page, 'One line.');
  const slow = await page.evaluate(() => {
    const time = (text) => {
      const begin = performance.now();
      coach.listen({ text, language: 'en' });
      return performance.now() - begin;
    };
    const pieces = ['a ', 'a. ', '" ', '‘a,’ ', '` ', '![', '[a](b)', '](', '<a ', '*', 'https://a.example/ ', '5 % ', 'I said ', '- a\n', 'a\n', '<!-- ', '    a\n\n', ': A', '...... ', 'Aa! ” '];
    return pieces.filter((piece) => ![1, 2, 3].some(() => time(piece.repeat(8000)) < 10 * time(piece.repeat(2000)) + 40));
  });
  assert.deepEqual(slow, []);
  await page.context().close();
});
