// A worker who has never heard of Git tells a story on a phone: what leaves the page is what the program
// takes, and nothing else leaves it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DESKTOP, PHONE, SITE, builtFrom, launch } from './site.mjs';
import { serve } from './serve.mjs';

const TODAY = new Date().toLocaleDateString('sv-SE');
const person = (name, more = '') => `---\nname: ${name}\n${more}---\nHello.\n`;
const PROJECT = {
  'site.toml': 'title = "Ferries"\nlanguages = ["en", "da", "nl"]\nedit_url = "https://git.example/people/handbook/edit/main/{path}"\n',
  'content/programme.toml': '[may]\npage = "permission.md"\ntext = "You may."\ncontact = "anna-bech"\n[tell]\npage = "tell.md"\n',
  'content/permission.md': '---\ntitle: Yes\n---\nYou may.\n',
  'content/tell.md': '---\ntitle: How to tell\n---\nCall.\n',
  'content/people/anna-bech.md': person('Anna Bech', 'contact: {phone: "+45 00 00 44 11", mail: anna@ferries.example}\n'),
  'content/people/jonas-holm.md': person('Jonas Holm'),
  'content/people/ali-bektas.md': person('Ali Bektaş'),
  'content/themes/night-shift.md': '---\ntitle: While the others sleep\nprompts: ["What could you hear?", "Who was awake?"]\n---\nNight.\n',
};
const site = builtFrom(PROJECT, TODAY);
const project = path.dirname(site);
const browser = await launch();
const server = await serve(site);
after(() => server.close());

async function open(address = 'tell/index.html', { at = server.url, script = true, isThere = '.live', ...options } = {}) {
  const context = await browser.newContext({ ...PHONE, acceptDownloads: true, javaScriptEnabled: script, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const failed = [];
  page.on('pageerror', (error) => failed.push(error.message));
  page.on('console', (said) => said.type() === 'error' && failed.push(said.text()));
  page.failed = failed;
  page.asked = [];
  page.on('request', (request) => page.asked.push(request.url()));
  await page.goto(at + address);
  if (script) await page.locator(isThere).first().waitFor();
  return page;
}

const next = (page, step) => page.locator(`[data-part="${step}"] > .act .go`).tap();
const kept = (page) => page.locator('[data-as=kept]:not(:empty)').waitFor();

/** What the program says of it, run in the project. */
const run = (...args) => spawnSync(process.env.STORYWALL, [...args, '--root', project, '--today', TODAY], { encoding: 'utf8' });

/** Takes a file in as the helper does, and checks the whole site; its path in the project. */
function accepted(name, bytes, ...more) {
  const file = path.join(project, 'received', name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, bytes);
  const began = run('new', 'story', '--from', file, ...more);
  assert.equal(began.status, 0, `${began.stderr}\n${bytes.toString().slice(0, 600)}`);
  const checked = run('check');
  assert.equal(checked.status, 0, checked.stdout + checked.stderr);
  return began.stdout.trim().split('\n')[0];
}

async function downloaded(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()) };
}

/** A photo that says where and when it was taken, and by which camera, and that is held upright. */
async function photo(page, { width = 2600, height = 1300 } = {}) {
  const plain = await page.evaluate(async ([width, height]) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#a8321c';
    pen.fillRect(0, 0, width / 2, height);
    const blob = await new Promise((made) => { canvas.toBlob(made, 'image/jpeg'); });
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, [width, height]);
  const entry = (tag, type, count, value) => {
    const it = Buffer.alloc(12);
    it.writeUInt16BE(tag, 0);
    it.writeUInt16BE(type, 2);
    it.writeUInt32BE(count, 4);
    if (type === 3) it.writeUInt16BE(value, 8);
    else it.writeUInt32BE(value, 8);
    return it;
  };
  const texts = Buffer.from('SecretCamera 9000\0' + '2026:11:28 03:41:00\0');
  const degrees = Buffer.alloc(24);
  [55, 1, 28, 1, 0, 1].forEach((it, at) => degrees.writeUInt32BE(it, at * 4));
  // The list of the photo, the list of its place, then what they point to.
  const place = 8 + 2 + 4 * 12 + 4;
  const data = place + 2 + 2 * 12 + 4;
  const tiff = Buffer.concat([
    Buffer.from('MM\0*\0\0\0\x08', 'latin1'),
    Buffer.from([0, 4]), entry(0x0110, 2, 18, data), entry(0x0112, 3, 1, 6), entry(0x0132, 2, 20, data + 18), entry(0x8825, 4, 1, place), Buffer.alloc(4),
    Buffer.from([0, 2]), entry(1, 2, 2, 0x4e000000), entry(2, 5, 3, data + 38), Buffer.alloc(4),
    texts, degrees,
  ]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(tiff.length + 8);
  const exif = Buffer.concat([Buffer.from([0xff, 0xe1]), length, Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const bytes = Buffer.from(plain);
  return { name: 'IMG 4711 ved Ærø.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([bytes.subarray(0, 2), exif, bytes.subarray(2)]) };
}

/** The files of an archive that only stores. */
function unzipped(bytes) {
  const files = {};
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const [size, name, more] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const from = at + 30 + name + more;
    files[bytes.toString('utf8', at + 30, at + 30 + name)] = bytes.subarray(from, from + size);
    at = from + size;
  }
  return files;
}

const WORDS = `Twenty to four, row nine on the freight quay, and the reach truck would not go backwards.

First I did what you do: I turned it off and on. Then I drove it in a circle.

Ali came out with a torch. “Your thermos,” he said. It had rolled in behind the pedal. ⚓`;

test('a night shift, a phone, a photo with a colleague: what is saved passes the check, and says nothing of the place', async () => {
  const it = await open('themes/night-shift.html', { isThere: 'main' });
  const question = await it.locator('.prompts li').nth(1).innerText();
  await it.locator('.prompts li a').nth(1).tap();
  await it.waitForURL('**/tell/index.html#sw-ask-night-shift-2');
  await it.locator('.live').waitFor();
  assert.equal(await it.locator('#sw-question').innerText(), question, 'the question stands above the words');
  assert.equal(await it.locator('#sw-theme').inputValue(), 'night-shift');

  await it.locator('#sw-words').fill(WORDS);
  await it.locator('#sw-title').fill('The reach truck: "backwards" #1');
  await next(it, 1);
  await it.locator('#sw-name').fill('jonas  holm');
  await it.locator('[type=file]').setInputFiles(await photo(it));
  await it.locator('.shot [data-is=alt]').fill('Ali: holding up a "red" thermos');
  await it.locator('.shot [data-is=faces][value=yes]').check();
  await it.locator('.shot .person [data-is=name]').fill('Ali Bektaş');
  await it.locator('.shot .person [value=colleagues]').check();
  await next(it, 2);
  await next(it, 3);
  assert.ok(await it.locator('[data-way=share]').isHidden(), 'nothing is offered that this browser cannot do');
  const { name, bytes } = await downloaded(it, () => it.locator('[data-do=file]').tap());
  assert.equal(name, 'the-reach-truck-backwards-1.zip');
  const files = unzipped(bytes);
  assert.deepEqual(Object.keys(files), ['the-reach-truck-backwards-1.md', 'the-reach-truck-backwards-1-1.jpg']);

  const jpeg = files['the-reach-truck-backwards-1-1.jpg'];
  for (const trace of ['Exif', 'SecretCamera', '2026:11', 'GPS', 'IMG 4711']) {
    assert.ok(!jpeg.includes(Buffer.from(trace)), `“${trace}” is in the photo`);
  }
  const size = await it.evaluate(async (bytes) => {
    const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
    return [picture.width, picture.height];
  }, [...jpeg]);
  assert.deepEqual(size, [1000, 2000], 'it is turned as it was held, and its longest side is bounded');

  const story = files['the-reach-truck-backwards-1.md'].toString();
  assert.equal(story, `---
title: "The reach truck: \\"backwards\\" #1"
author: jonas-holm
lang: en
date: ${TODAY}
theme: night-shift
audience: internal
people:
  - {id: ali-bektas, named: yes, photo: yes, asked: ${TODAY}}
photos:
  - {file: the-reach-truck-backwards-1-1.jpg, alt: "Ali: holding up a \\"red\\" thermos", shows: [ali-bektas], faces: yes}
---

${WORDS}
`);
  accepted(name, bytes);
  assert.ok(fs.existsSync(path.join(project, `content/stories/${TODAY.slice(0, 4)}/the-reach-truck-backwards-1-1.jpg`)));
  assert.match(await it.locator('[data-as=done]').innerText(), /cannot see/, 'whether it arrived is not claimed');
  assert.ok(it.asked.every((url) => url.startsWith(server.url) || url.startsWith('blob:')), `asked for ${it.asked}`);
  assert.deepEqual(it.failed, []);
  await it.context().close();
});

// How long people take: letters on a phone, 36.2 words of five letters a minute (Palin et al., How do
// people type on mobile devices, 2019); reading, 238 words a minute (Brysbaert, How many words do we read
// per minute, 2019); to decide where to tap, 1.35 seconds, and to tap, 1.1 (Card, Moran and Newell, The
// psychology of human-computer interaction, 1983); for a photo, twenty are assumed.
const PACE = { letter: 60 / (36.2 * 5), word: 60 / 238, tap: 1.35 + 1.1, photo: 20 };

test('at the pace of people, a story of 120 words with a photo is sent from a phone within six minutes', async () => {
  const page = await open('themes/night-shift.html', { isThere: 'main' });
  let seconds = 0;
  const tap = async (it) => {
    seconds += PACE.tap;
    await it.tap();
  };
  const type = async (it, words) => {
    await tap(it);
    seconds += words.length * PACE.letter;
    await it.pressSequentially(words);
  };
  // All that is to be seen of a part is read once; of the ways out, the one that is taken.
  const read = async (it) => {
    const words = (await it.innerText()).split(/\s+/).filter(Boolean);
    seconds += words.length * PACE.word;
  };
  await read(page.locator('.prompts'));
  await tap(page.locator('.prompts li a').nth(1));
  await page.locator('.live').waitFor();
  const words = `${'It was four o’clock and the pump would not start again. '.repeat(11)}Bo.`;
  assert.ok(words.split(' ').length >= 120);
  await read(page.locator('[data-part="1"]'));
  await type(page.locator('#sw-words'), words);
  seconds += PACE.tap;
  await next(page, 1);
  await read(page.locator('[data-part="2"]'));
  await type(page.locator('#sw-name'), 'Jonas Holm');
  seconds += PACE.photo;
  await page.locator('[type=file]').setInputFiles(await photo(page, { width: 300, height: 200 }));
  await read(page.locator('.shot'));
  await type(page.locator('.shot [data-is=alt]'), 'The pump, and Ali');
  await tap(page.locator('.shot [data-is=faces][value=yes]'));
  await type(page.locator('.shot .person [data-is=name]'), 'Ali Bektaş');
  await tap(page.locator('.shot .person [value=colleagues]'));
  seconds += PACE.tap;
  await next(page, 2);
  await read(page.locator('[data-part="3"]'));
  seconds += PACE.tap;
  await next(page, 3);
  await read(page.locator('[data-part="4"] h1, [data-part="4"] h2').first());
  await read(page.locator('[data-way=file]'));
  seconds += PACE.tap;
  const { name, bytes } = await downloaded(page, () => page.locator('[data-do=file]').tap());
  accepted(name, bytes);
  assert.ok(seconds > 200, `${seconds} s: everything was counted`);
  assert.ok(seconds < 360, `${seconds} s`);
  assert.deepEqual(page.failed, []);
  await page.context().close();
});

test('what somebody has not been asked about goes along as a draft, and what is for colleagues stays here', async () => {
  const page = await open();
  await page.locator('#sw-words').fill('Ali and Mette were there.');
  await next(page, 1);
  await page.locator('#sw-name').fill('Jonas Holm');
  await page.locator('[type=file]').setInputFiles(await photo(page, { width: 300, height: 200 }));
  await page.locator('.shot [data-is=faces][value=yes]').check();
  await page.locator('.shot .person [data-is=name]').fill('Ali Bektaş');
  await page.locator('.shot .person [value=waits]').check();
  await page.locator('[data-do=other]').tap();
  await page.locator('[data-as=others] [data-is=name]').fill('Mette "M" Krogh');
  await page.locator('[data-as=others] [value=colleagues]').check();
  await next(page, 2);
  await next(page, 3);
  assert.match(await page.locator('[data-part="4"] [data-as=waits]').innerText(), /Ali Bektaş/);
  const { name, bytes } = await downloaded(page, () => page.locator('[data-do=file]').tap());
  const text = unzipped(bytes)['ali-and-mette-were-there.md'].toString();
  assert.match(text, /\nstatus: draft\npeople:\n {2}- \{id: ali-bektas, named: yes\}\n {2}- \{name: "Mette \\"M\\" Krogh", named: yes, asked: /);
  accepted(name, bytes);

  await page.locator('.steps [data-step="2"]').tap();
  await page.locator('.shot .person [value=colleagues]').check();
  await next(page, 2);
  await page.locator('[name=audience][value=public]').check();
  await page.locator('[data-part="3"] [data-as=stays]:not([hidden])').waitFor();
  await next(page, 3);
  assert.match(await page.locator('[data-part="4"] [data-as=stays]').innerText(), /Ali Bektaş/);
  const without = await downloaded(page, () => page.locator('[data-do=file]').tap());
  assert.equal(without.name, 'ali-and-mette-were-there.md');
  assert.doesNotMatch(without.bytes.toString(), /photo/);
  await page.context().close();
});

test('the author in their own photo, beside somebody without a file', async () => {
  const page = await open();
  await page.locator('#sw-words').fill('Two of us on the quay.');
  await next(page, 1);
  await page.locator('#sw-name').fill('Jonas Holm');
  await page.locator('[type=file]').setInputFiles(await photo(page, { width: 300, height: 200 }));
  await page.locator('.shot [data-is=faces][value=yes]').check();
  await page.locator('.shot .person [data-is=name]').fill('Jonas Holm');
  await page.locator('.shot .person [value=colleagues]').check();
  await page.locator('.shot [data-do=person]').tap();
  await page.locator('.shot .person [data-is=name]').nth(1).fill('The pilot, Børge');
  await page.locator('.shot .person [value=colleagues]').nth(1).check();
  await next(page, 2);
  await next(page, 3);
  const { name, bytes } = await downloaded(page, () => page.locator('[data-do=file]').tap());
  accepted(name, bytes);
  assert.match(unzipped(bytes)['two-of-us-on-the-quay.md'].toString(), /shows: \[jonas-holm\], faces: yes\}/);
  await page.context().close();
});

test('without a name: none is kept, none is sent, and no way out names who sent it in Git', async () => {
  const page = await open();
  await page.locator('#sw-words').fill('I heard the bell and said nothing.');
  await next(page, 1);
  await page.locator('#sw-name').fill('Jonas Holm');
  await page.locator('[data-is=anonymous]').check();
  assert.equal(await page.locator('#sw-name').inputValue(), '');
  assert.ok(await page.locator('#sw-name').isDisabled());
  await page.locator('[data-as=card-name]:has-text("One of us")').waitFor();
  assert.equal(await page.locator('.card [data-as=initials].voice').innerText(), '');
  await next(page, 2);
  await next(page, 3);
  await kept(page);
  // A repository names who begins a file.
  await page.locator('[data-way=forge]').waitFor({ state: 'hidden' });
  const { name, bytes } = await downloaded(page, () => page.locator('[data-do=file]').tap());
  assert.match(bytes.toString(), /^---\ntitle: "[^"]+"\nanonymous: yes\nlang: en\n/);
  assert.doesNotMatch(bytes.toString(), /jonas|author/i);
  accepted(name, bytes);

  // The choice is there when the draft is opened again, and can be changed.
  await page.reload();
  await page.locator('[data-do=go-on]').tap();
  await page.locator('.steps [data-step="2"]').tap();
  assert.ok(await page.locator('#sw-name').isDisabled());
  await page.locator('[data-is=anonymous]').uncheck();
  assert.ok(await page.locator('#sw-name').isEnabled());
  await next(page, 2);
  assert.ok(await page.locator('#sw-name-wrong').isVisible(), 'then a name is asked for');
  assert.deepEqual(page.failed, []);
  await page.context().close();
});

const HOSTILE = [
  ['Blåbær, æøå & “ro”', 'Vi ventede på Ærø.\nSå kom den.\n\n- én pumpe\n- to'],
  ['---', '---\ntitle: no\n---\n\n---\nand on'],
  ['# key: [value] {more} #tag', '# No heading\n\n    no code\n\n1. one\n2. two\n\n18. november\n> said\nanswered'],
  ['"quotes" and \'others\' \\ back', 'a *star* _under_ `code` ~~gone~~ [link](https://a.example) ![p](q.jpg)\\'],
  ['<script>alert(1)</script>', '<script>window.hacked = 1</script></textarea><img src=x onerror="window.hacked=1"> &amp; &#60; {{ t(key="x") }} {% raw %}'],
  ['yes', 'null\r\ntrue\r\n\r\nWindows\r\nlines\r\n'],
  ['🚢⚓👩‍🔧', 'Emoji 🚢 and 👩‍🔧 at the end 🎉'],
  ['قصة من الميناء', 'كان الجو باردا.\n\n\u202eback\u202c'],
  ['- a list?', '+++\n\n===\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n: term\n\n[^1]: note\n\n<!-- seen -->'],
  [' : ', '\ud800 half a letter, \u0007 a bell'],
  ['', 'No title. Just this, at 7.30 on 3. maj. Really?\n\nYes.'],
  ['Long', Array.from({ length: 10_000 }, (_, at) => `word${at}${at % 100 === 99 ? '\n\n' : ''}`).join(' ')],
];

test('whatever somebody types is taken, checked and shown as it was typed', async () => {
  const page = await open();
  const shown = (text) => text.toWellFormed().replace(/[\u0000-\u001f\u007f\u202a-\u202e\s]/gu, '');
  const all = [];
  for (const [number, [title, text]] of HOSTILE.entries()) {
    const made = await page.evaluate(async ([title, text, number]) => {
      const draft = { title, text, lang: number % 2 ? 'en' : 'da', author: 'Jonas Holm', audience: 'internal', theme: '', photos: [], others: [] };
      const { name, text: written, title: called } = tell.story(draft, { ids: { get: () => 'jonas-holm' } });
      return { name, written, called, seen: tell.blocks(text).flatMap((block) => block.lines).join(' ') };
    }, [title, text, number]);
    const written = accepted(`${number}.md`, Buffer.from(made.written), '--file', `hostile-${number}`);
    all.push({ number, title: made.called, text, seen: made.seen, written });
  }
  const out = path.join(project, 'hostile');
  execFileSync(process.env.STORYWALL, ['build', '--root', project, '--out', out, '--today', TODAY, '--quiet'], { stdio: 'pipe' });
  const reader = await page.context().newPage();
  for (const { number, title, text, seen } of all) {
    await reader.goto(pathToFileURL(path.join(out, `stories/${TODAY.slice(0, 4)}/hostile-${number}.html`)).href);
    assert.equal(shown(await reader.locator('h1').textContent()), shown(title), `title ${number}`);
    const said = shown(await reader.locator('.say').evaluate((element) => element.textContent));
    // Signs of lists and quotations are not shown as they are typed.
    const marks = (words) => words.replace(/[-*+>]|\d+[.)]/g, '');
    assert.equal(marks(said), marks(shown(text)), `text ${number}`);
    assert.equal(marks(shown(seen)), marks(said), `the live look of ${number} shows what the page shows`);
    assert.equal(await reader.evaluate(() => window.hacked), undefined);
  }
  await page.context().close();
});

test('the live look shows words, and runs none of them', async () => {
  const page = await open();
  await page.locator('#sw-words').fill(HOSTILE[4][1]);
  await page.locator('#sw-title').fill(HOSTILE[4][0]);
  await page.locator('[data-as=card-title]:has-text("alert(1)")').waitFor();
  await page.locator('[data-view=leaf]').tap();
  assert.equal(await page.locator('[data-as=leaf-title]').innerText(), HOSTILE[4][0]);
  assert.equal(await page.locator('.leaf img, .leaf script, .card script').count(), 0);
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.deepEqual(page.failed, []);
  await page.context().close();
});

test('a draft with its photo is there after a crash, and gone when it is thrown away', async () => {
  const page = await open('tell/index.html#theme=night-shift');
  await page.locator('#sw-words').fill(WORDS);
  await next(page, 1);
  await page.locator('#sw-name').fill('Hanne Toft');
  await page.locator('[type=file]').setInputFiles(await photo(page, { width: 600, height: 400 }));
  await page.locator('.shot [data-is=alt]').fill('A quay');
  await kept(page);
  await page.waitForTimeout(900);

  const again = await page.context().newPage();
  again.setDefaultTimeout(8000);
  await again.goto(`${server.url}da/tell/index.html`);
  await again.locator('[data-do=go-on]').tap();
  // It goes on where it was left, in another language too.
  await again.locator('[data-part="2"]').waitFor();
  assert.equal(await again.locator('#sw-name').inputValue(), 'Hanne Toft');
  assert.equal(await again.locator('.shot [data-is=alt]').inputValue(), 'A quay');
  assert.equal(await again.locator('#sw-words').inputValue(), WORDS);
  assert.equal(await again.locator('#sw-theme').inputValue(), 'night-shift');
  assert.equal(await again.locator('.shot canvas').getAttribute('width'), '400', 'the photo was turned as it was held');

  await again.reload();
  await again.locator('[data-as=found] [data-do=drop]').tap();
  assert.ok(await again.locator('[data-as=found]').isVisible(), 'it is asked for twice');
  await again.locator('[data-as=found] [data-do=drop]').tap();
  await again.locator('#sw-words').waitFor();
  assert.equal(await again.locator('#sw-words').inputValue(), '');
  const left = await again.evaluate(async () => {
    const database = await new Promise((done) => { indexedDB.open('storywall-tell').onsuccess = (event) => done(event.target.result); });
    const count = await new Promise((done) => { database.transaction('drafts').objectStore('drafts').count().onsuccess = (event) => done(event.target.result); });
    return [count, localStorage.length];
  });
  assert.deepEqual(left, [0, 0], 'nothing of it is left in this browser');
  await again.reload();
  assert.ok(await again.locator('[data-as=found]').isHidden());
  await page.context().close();
});

test('words that were typed a moment before the page went are there, and so are they without a database', async () => {
  const page = await open();
  await page.locator('#sw-words').fill('One moment');
  await page.reload();
  await page.locator('[data-do=go-on]').tap();
  assert.equal(await page.locator('#sw-words').inputValue(), 'One moment');
  await page.context().close();

  const context = await browser.newContext(PHONE);
  await context.addInitScript(() => { Object.defineProperty(window, 'indexedDB', { value: { open() { throw new Error('none'); } } }); });
  const bare = await context.newPage();
  await bare.goto(`${server.url}tell/index.html`);
  await bare.locator('#sw-words').fill('Only words');
  await kept(bare);
  await bare.reload();
  await bare.locator('[data-do=go-on]').tap();
  assert.equal(await bare.locator('#sw-words').inputValue(), 'Only words');
  await context.close();
});

test('the ways out: an email and an address of the repository while they are short enough, else a copy first', async () => {
  const page = await open('tell/index.html', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.locator('#sw-words').fill('Kort: “æøå” # og & så.');
  await page.locator('#sw-title').fill('Æblet & "pumpen"');
  await next(page, 1);
  await page.locator('#sw-name').fill('Jonas Holm');
  await next(page, 2);
  await next(page, 3);
  const whole = await page.evaluate(() => document.querySelector('[data-do=mail]').href);
  const mail = new URL(whole);
  assert.equal(mail.pathname, 'anna@ferries.example');
  assert.match(mail.searchParams.get('body'), /^---\r\ntitle: "Æblet & \\"pumpen\\""\r\n[^]*Kort: “æøå” # og & så\.\r\n$/);
  const forge = new URL(await page.locator('[data-do=forge]').getAttribute('href'));
  assert.equal(forge.origin + forge.pathname, 'https://git.example/people/handbook/new/main');
  assert.equal(forge.searchParams.get('filename'), `content/stories/${TODAY.slice(0, 4)}/aeblet-pumpen.md`);
  assert.equal(forge.searchParams.get('value').replace(/\n/g, '\r\n'), mail.searchParams.get('body'));
  // What the repository is given is a file of the site as it stands.
  const file = path.join(project, forge.searchParams.get('filename'));
  fs.writeFileSync(file, forge.searchParams.get('value'));
  assert.equal(run('check').status, 0, run('check').stdout);

  await page.locator('[data-do=copy]').tap();
  await page.locator('[data-as=done]:has-text("Copied")').waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), forge.searchParams.get('value'));
  const saved = await downloaded(page, () => page.locator('[data-do=file]').tap());
  assert.equal(saved.name, 'aeblet-pumpen.md');
  assert.equal(saved.bytes.toString(), forge.searchParams.get('value'));
  await page.context().close();
});

test('an address of the repository may have 8,191 bytes and not one more', async () => {
  const page = await open();
  await page.locator('#sw-words').fill('a');
  await next(page, 1);
  await page.locator('#sw-name').fill('Jonas Holm');
  await next(page, 2);
  await next(page, 3);
  await page.locator('#sw-title').evaluate((field) => { field.value = 'T'; });
  const address = async (text) => {
    await page.locator('#sw-words').evaluate((field, text) => {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
    await page.waitForTimeout(200);
    return {
      href: await page.locator('[data-do=forge]').getAttribute('href'),
      isLong: await page.locator('[data-as=forge-long]').isVisible(),
    };
  };
  const room = 8191 - (await address('a')).href.length + 1;
  for (const [length, isLong] of [[room - 1, false], [room, false], [room + 1, true]]) {
    const { href, isLong: said } = await address('a'.repeat(length));
    assert.equal(said, isLong, `${length}`);
    assert.equal(href.includes('value='), !isLong);
    if (!isLong) assert.equal(Buffer.byteLength(href), 8191 - room + length);
  }
  assert.match(await page.locator('[data-as=forge-long]').innerText(), /8192 of 8191/);
  assert.ok(await page.locator('[data-as=mail-long]').isVisible(), 'and it is too long for an email');
  assert.ok((await page.locator('[data-do=mail]').getAttribute('href')).length < 400);
  await page.context().close();
});

test('GitLab takes the name of a file and no text', async () => {
  const forge = { url: 'https://git.example/a/b/-/new/main', name: 'file_name', text: '', folder: 'site/' };
  const page = await open();
  const address = await page.evaluate((forge) => tell.forgeAddress(forge, { path: 'content/stories/2026/x.md', text: 'words' }, false), forge);
  assert.equal(address, 'https://git.example/a/b/-/new/main?file_name=site%2Fcontent%2Fstories%2F2026%2Fx.md');
  await page.context().close();
});

test('a phone that can share gets words and photos as they are', async () => {
  const context = await browser.newContext(PHONE);
  await context.addInitScript(() => {
    navigator.canShare = ({ files }) => files.every(({ type }) => ['text/plain', 'image/jpeg'].includes(type));
    navigator.share = async ({ title, files }) => {
      window.shared = { title, files: await Promise.all(files.map(async (file) => [file.name, file.type, file.type === 'text/plain' ? await file.text() : file.size])) };
    };
  });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  await page.goto(`${server.url}tell/index.html`);
  await page.locator('#sw-words').fill('Shared words');
  await next(page, 1);
  await page.locator('#sw-name').fill('Hanne Toft');
  await page.locator('[type=file]').setInputFiles(await photo(page, { width: 300, height: 200 }));
  await next(page, 2);
  assert.ok(await page.locator('[data-as=faces-wanted]').isVisible(), 'who is in the photo is asked for');
  await page.locator('.shot [data-is=faces][value=no]').check();
  await next(page, 2);
  await next(page, 3);
  // It is the first way.
  await page.locator('[data-way=share].leads').waitFor();
  await page.locator('[data-do=share]').tap();
  await page.locator('[data-as=done]:not(:empty)').waitFor();
  const { title, files } = await page.evaluate(() => window.shared);
  assert.equal(title, 'Shared words');
  assert.deepEqual(files.map(([name, type]) => [name, type]), [['shared-words.txt', 'text/plain'], ['shared-words-1.jpg', 'image/jpeg']]);
  // Somebody without a file of their own gets one.
  const shot = path.join(project, 'shared-words-1.jpg');
  fs.writeFileSync(shot, (await photo(page, { width: 300, height: 200 })).buffer);
  accepted('shared-words.txt', Buffer.from(files[0][2]), '--from', shot);
  assert.ok(fs.existsSync(path.join(project, 'content/people/hanne-toft.md')));
  await context.close();
});

test('where a page may not copy, the words are marked', async () => {
  const context = await browser.newContext(PHONE);
  await context.addInitScript(() => { Object.defineProperty(navigator, 'clipboard', { value: undefined }); });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  await page.goto(`${server.url}tell/index.html`);
  await page.locator('#sw-words').fill('Marked words');
  await next(page, 1);
  await page.locator('#sw-name').fill('Jonas Holm');
  await next(page, 2);
  await next(page, 3);
  await page.locator('[data-do=copy]').tap();
  await page.locator('[data-as=done]:has-text("marked")').waitFor();
  const marked = await page.locator('#sw-whole').evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
  assert.match(marked, /^---\ntitle: "Marked words"\n[^]*\nMarked words\n$/);
  await context.close();
});

test('it works from a file, where a page may copy too', async () => {
  const page = await open('tell/index.html', { at: `${pathToFileURL(site).href}/` });
  await page.locator('#sw-words').fill('From a file');
  await next(page, 1);
  await page.locator('#sw-name').fill('Jonas Holm');
  await page.locator('[type=file]').setInputFiles(await photo(page, { width: 300, height: 200 }));
  await next(page, 2);
  assert.ok(await page.locator('[data-as=faces-wanted]').isVisible(), 'who is in the photo is asked for');
  await page.locator('.shot [data-is=faces][value=no]').check();
  await next(page, 2);
  await next(page, 3);
  // Whoever copies reads under which names the photos lie.
  assert.match(await page.locator('[data-as=copy-photos]').innerText(), /same folder as the text[^]*from-a-file-1\.jpg$/);
  const { name, bytes } = await downloaded(page, () => page.locator('[data-do=file]').tap());
  assert.equal(name, 'from-a-file.zip');
  accepted(name, bytes);
  await page.context().close();
});

test('keys alone are enough, and each step says what it is', async () => {
  const page = await open('tell/index.html', { ...DESKTOP, hasTouch: false, isMobile: false });
  const tabTo = async (selector) => {
    const wanted = await page.locator(selector).elementHandle();
    for (let n = 0; n < 60; n += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`Tab does not lead to ${selector}`);
  };
  await tabTo('[data-part="1"] .act .go');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'sw-words', 'what lacks has the focus');
  assert.ok(await page.locator('#sw-words-wrong').isVisible());
  assert.match(await page.locator('#sw-words').getAttribute('aria-describedby'), /sw-words-wrong/);
  await page.keyboard.type('By keys');
  assert.ok(await page.locator('#sw-words-wrong').isHidden());
  await tabTo('[data-part="1"] .act .go');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'sw-who');
  await tabTo('#sw-name');
  await page.keyboard.type('Jonas Holm');
  await tabTo('[data-do=other]');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ali Bektaş');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await tabTo('[data-part="2"] > .act .go');
  await page.keyboard.press('Enter');
  await tabTo('[data-part="3"] > .act .go');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'sw-send');
  await tabTo('[data-do=file]');
  const { bytes } = await downloaded(page, () => page.keyboard.press('Enter'));
  assert.match(bytes.toString(), /people:\n {2}- \{id: ali-bektas, named: no, asked: /);
  await page.goBack();
  assert.ok(await page.locator('[data-part="3"]').isVisible(), 'back is one step back');
  await page.context().close();
});

test('without scripts there is a template in a field, and somebody to call', async () => {
  const page = await open('tell/index.html#sw-ask-night-shift-1', { script: false });
  assert.match(await page.locator('#sw-template').inputValue(), /What happened\?[^]*number:/);
  assert.equal(await page.locator('.asking li:visible').innerText(), 'What could you hear?');
  assert.ok(await page.locator('.else a[href="tel:+4500004411"]').isVisible());
  assert.equal(await page.locator('main button:visible').count(), 0, 'and nothing that does not work');
  await page.context().close();
});

test('nothing is cut off at 320 pixels, with letters twice as large', async () => {
  const page = await open('tell/index.html#sw-ask-night-shift-1', { viewport: { width: 320, height: 640 } });
  await page.addStyleTag({ content: 'html { font-size: 200% !important }' }).catch(() => {});
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  await page.locator('#sw-words').fill(WORDS);
  for (const step of [1, 2, 3, 4]) {
    if (step === 2) await page.locator('#sw-name').fill('Jonas Holm');
    if (step === 2) await page.locator('[data-do=other]').tap();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `step ${step} is ${wide} pixels wide`);
    if (step < 4) await next(page, step);
  }
  await page.context().close();
});

test('it is small: packed, less than 60 kB with styles and fonts, and a script of less than 15 kB', async () => {
  const example = await serve(SITE);
  for (const address of ['da/tell/index.html', 'da/tell/index.html#sw-ask-night-shift-1']) {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    const bodies = [];
    page.on('response', (response) => bodies.push(response.body().then((body) => [response.url(), body], () => null)));
    await page.goto(example.url + address);
    await page.locator('.live').waitFor();
    await page.waitForTimeout(200);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const sizes = (await Promise.all(bodies)).filter(Boolean).map(([url, body]) => {
      const packed = url.endsWith('.woff2') ? body : zlib.gzipSync(body);
      return [path.basename(url), packed.length];
    });
    const sum = (list) => list.reduce((all, [, bytes]) => all + bytes, 0);
    const [script, others] = [true, false].map((isScript) => sizes.filter(([name]) => /^script-(send|tell)/.test(name) === isScript));
    assert.ok(script.length === 2 && sum(script) < 15_000, `${script}`);
    assert.ok(sum(others) < 60_000, `${sum(others)} bytes: ${others.join(' ')}`);
    await context.close();
  }
  await example.close();
});
