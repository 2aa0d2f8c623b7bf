// A colleague who has never heard of Git asks, proposes a theme, or adds a sentence to a story: what leaves
// the page is what the program takes, and nothing else leaves it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DESKTOP, PHONE, builtFrom, launch } from './site.mjs';
import { serve } from './serve.mjs';

const TODAY = new Date().toLocaleDateString('sv-SE');
const person = (name, more = '') => `---\nname: ${name}\n${more}---\nHello.\n`;
const PROJECT = {
  'site.toml': 'title = "Ferries"\nlanguages = ["en", "da", "nl"]\nedit_url = "https://git.example/people/handbook/edit/main/{path}"\n',
  'content/programme.toml': '[may]\npage = "permission.md"\ntext = "You may."\ncontact = "anna-bech"\n[tell]\npage = "tell.md"\n',
  'content/permission.md': '---\ntitle: Yes\n---\nYou may. Or [ask](ask/).\n',
  'content/tell.md': '---\ntitle: How to tell\n---\nCall.\n',
  'content/people/anna-bech.md': person('Anna Bech', 'contact: {phone: "+45 00 00 44 11", mail: anna@ferries.example}\n'),
  'content/people/jonas-holm.md': person('Jonas Holm'),
  'content/people/ali-bektas.md': person('Ali Bektaş'),
  'content/faq/wrong.md': '---\ntitle: What if I say something wrong?\nabout: fear\n---\nThen you say it better.\n',
  'content/themes/night-shift.md': '---\ntitle: While the others sleep\n---\nNight.\n',
  'content/stories/2026/pump-four.md': '---\ntitle: "Pump four: <b>quiet</b> & “cold”"\nauthor: jonas-holm\ndate: 2026-03-01\n---\nIt was quiet.\n',
};
const site = builtFrom(PROJECT, TODAY);
const project = path.dirname(site);
const browser = await launch();
const server = await serve(site);
after(() => server.close());

async function open(address = 'ask/index.html', { at = server.url, script = true, isThere = '.live', ...options } = {}) {
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
const next = (page) => page.locator('[data-step="2"]').click();
const kept = (page) => page.locator('[data-as=kept]:not(:empty)').waitFor();
const run = (...args) => spawnSync(process.env.STORYWALL, [...args, '--root', project, '--today', TODAY], { encoding: 'utf8' });

/** Takes a file in as the helper does; its path in the project. */
function taken(kind, name, bytes, ...more) {
  const file = path.join(project, 'received', name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, bytes);
  const began = run('new', kind, '--from', file, ...more);
  assert.equal(began.status, 0, `${began.stderr}\n${bytes.toString().slice(0, 600)}`);
  return began.stdout.trim().split('\n')[0];
}

function checked() {
  const report = run('check');
  assert.equal(report.status, 0, report.stdout + report.stderr);
}

/** The same, with a check of the whole site. */
function accepted(...file) {
  const place = taken(...file);
  checked();
  return place;
}

async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do=file]').click()]);
  return { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()) };
}

const built = (name) => {
  const out = path.join(project, name);
  execFileSync(process.env.STORYWALL, ['build', '--root', project, '--out', out, '--today', TODAY, '--drafts', '--quiet'], { stdio: 'pipe' });
  return out;
};

test('somebody is afraid and asks, without a name: the file is a draft with the question, and names nobody', async () => {
  const page = await open('faq/index.html', { isThere: 'main' });
  await page.locator('#sw-find').fill('zzzzqqqq');
  assert.ok(await page.locator('.nothing a[href$="#question"]').isVisible(), 'where nothing is found, one can ask');
  await page.locator('#sw-find').fill('');
  await page.locator('.invite a[href$="#question"]').tap();
  await page.waitForURL('**/ask/index.html#question');
  await page.locator('.live').waitFor();
  await next(page);
  assert.ok(await page.locator('#sw-question-wrong').isVisible(), 'an empty question is asked for');
  assert.equal(await page.locator('#sw-question-words').evaluate((it) => it === document.activeElement), true);
  await page.locator('#sw-question-words').fill('Can I get fired for a story? Last time somebody did.');
  await page.locator('[name=about][value=policy]').check();
  await next(page);
  assert.ok(await page.locator('[data-way=forge]').isHidden(), 'a repository names who begins a file');
  assert.ok(await page.locator('[data-way=share]').isHidden(), 'nothing is offered that this browser cannot do');
  const mail = new URL(await page.locator('[data-do=mail]').getAttribute('href'));
  assert.equal(mail.pathname, 'anna@ferries.example');
  assert.match(mail.searchParams.get('subject'), /^A question: Can I get fired for a story\?$/);
  const { name, bytes } = await saved(page);
  assert.equal(name, 'can-i-get-fired-for-a-story.md');
  assert.equal(bytes.toString(), `---
title: "Can I get fired for a story?"
about: policy
status: draft
---

Can I get fired for a story? Last time somebody did.

[[fill: the answer]]
`);
  assert.equal(await page.locator('[data-as=goes]').textContent(), bytes.toString(), 'what goes along is shown');
  assert.equal(path.relative(project, accepted('question', name, bytes)), 'content/faq/can-i-get-fired-for-a-story.md');
  assert.match(await page.locator('[data-as=done]').innerText(), /cannot see/, 'whether it arrived is not claimed');
  assert.ok(page.asked.every((url) => url.startsWith(server.url) || url.startsWith('blob:')), `asked for ${page.asked}`);
  assert.deepEqual(page.failed, []);
  await page.context().close();
});

test('the title of a question is its first sentence that asks something, and no greeting', async () => {
  for (const [said, file] of [
    ['Kære alle. Hvad må jeg? Og hvem ser det?', 'hvad-maa-jeg.md'],
    ['Hej Bodil,\nmå jeg skrive om natten?', 'maa-jeg-skrive-om-natten.md'],
    ['Beste Karel! 🚑🚑? Wat mag ik?', 'wat-mag-ik.md'],
    ['Hej, må jeg?', 'hej-maa-jeg.md'],
    ['Dear all.', 'dear-all.md'],
  ]) {
    const page = await open('ask/index.html#question');
    await page.locator('#sw-question-words').fill(said);
    await next(page);
    const { name, bytes } = await saved(page);
    assert.equal(name, file, said);
    assert.ok(bytes.toString().includes(said.split('\n')[0]), 'no word is left out of the text');
    assert.deepEqual(page.failed, []);
    await page.context().close();
  }
});

test('a theme is proposed in Danish, with a name: the repository begins the file, and a note says who and in which language', async () => {
  const page = await open('da/themes/index.html', { isThere: 'main' });
  await page.locator('.open-place a[href$="#topic"]').tap();
  await page.waitForURL('**/da/ask/index.html#topic');
  await page.locator('.live').waitFor();
  assert.equal(await page.locator('[data-for=topic] h2').innerText(), 'Foreslå et tema');
  assert.match(await page.title(), /^Foreslå et tema/);
  await page.locator('#sw-topic-title').fill('Den første nat på Ærø');
  await page.locator('#sw-topic-prompts').fill('Hvad hørte du?\r\n\r\n  Hvem var: vågen?  ');
  await page.locator('#sw-name').fill('Jonas Holm --> <b>');
  await next(page);
  const url = new URL(await page.locator('[data-do=forge]').getAttribute('href'));
  assert.equal(url.searchParams.get('filename'), 'content/themes/den-foerste-nat-paa-aeroe.md');
  const { name, bytes } = await saved(page);
  assert.equal(url.searchParams.get('value'), bytes.toString());
  assert.equal(bytes.toString(), `---
title: "Den første nat på Ærø"
prompts:
  - "Hvad hørte du?"
  - "Hvem var: vågen?"
status: draft
---

<!-- Fra Jonas Holm -> <b> -->

<!-- Skrevet på dansk -->

[[fill: hvorfor man får lyst til at fortælle om det]]
`);
  accepted('theme', name, bytes);
  await page.context().close();
});

test('somebody was there too: a message for the helper, whose lines the story takes with its author’s yes', async () => {
  const page = await open('stories/2026/pump-four.html', { isThere: 'main' });
  await page.locator('.there-too a').tap();
  await page.waitForURL('**/ask/index.html#there-too=stories/2026/pump-four');
  await page.locator('.live').waitFor();
  assert.equal(await page.locator('#sw-there-story').inputValue(), 'Pump four: <b>quiet</b> & “cold”');
  await page.locator('#sw-there-words').fill('I held the "torch": #4 — it was 3 < 4.\n- and cold');
  await page.locator('#sw-name').fill('ali  bektaş');
  await next(page);
  assert.ok(await page.locator('[data-way=forge]').isHidden(), 'nobody changes the story of somebody else from here');
  const { name, bytes } = await saved(page);
  assert.equal(name, 'there-too-pump-four-b-quiet-b-cold.md');
  const text = bytes.toString();
  assert.match(text, /^I was there too: Pump four: <b>quiet<\/b> & “cold”\n\ncontent\/stories\/2026\/pump-four\.md\nhttp/);
  const lines = text.slice(text.indexOf('there_too:')).trim();
  assert.equal(lines, 'there_too:\n  - {who: ali-bektas, says: "I held the \\"torch\\": #4 — it was 3 < 4. - and cold"}');
  const story = path.join(project, 'content/stories/2026/pump-four.md');
  const before = fs.readFileSync(story, 'utf8');
  fs.writeFileSync(story, before.replace('\n---\nIt', `\n${lines}\n---\nIt`));
  checked();
  const reader = await page.context().newPage();
  await reader.goto(pathToFileURL(path.join(built('there'), 'stories/2026/pump-four.html')).href);
  const side = await reader.locator('.side').innerText();
  assert.match(side, /Also there\s+I held the "torch": #4 — it was 3 < 4\. - and cold\s+AlB\s+Ali Bektaş/);
  fs.writeFileSync(story, before);

  // Without a name, of an older story that the page does not list, and of one that it does not know.
  await page.goto(`${server.url}ask/index.html#there-too=stories/2019/the-old-lamp`);
  await page.locator('.live').waitFor();
  assert.equal(await page.locator('#sw-there-story').inputValue(), 'The old lamp');
  await page.locator('#sw-there-words').fill('It burned.');
  await next(page);
  const old = await page.locator('[data-as=goes]').textContent();
  assert.match(old, /content\/stories\/2019\/the-old-lamp\.md\nhttp/);
  assert.match(old, /there_too:\n {2}- \{says: "It burned\."\}\n$/);
  await page.goto(`${server.url}ask/index.html#there-too=stories/../../<img src=x>`);
  await page.reload();
  await page.locator('.live').waitFor();
  assert.equal(await page.locator('#sw-there-story').inputValue(), '', 'an address that names no story names none');
  assert.deepEqual(page.failed, []);
  await page.context().close();
});

test('a story is named by its beginning or its address, and who is new gets the file that the program would begin', async () => {
  const page = await open('ask/index.html#there-too');
  const goes = async (story, name, words = 'It burned.') => {
    await page.locator('#sw-there-story').fill(story);
    await page.locator('#sw-there-words').fill(words);
    await page.locator('#sw-name').fill(name);
    await next(page);
    const text = await page.locator('[data-as=goes]').textContent();
    await page.locator('[data-step="1"]').first().click();
    return text;
  };
  for (const story of ['pump FO', `${server.url}stories/2026/pump-four.html`, 'https://people.example/da/stories/2026/pump-four.html?x#y']) {
    assert.match(await goes(story, ''), /^I was there too: Pump four: .*\n\ncontent\/stories\/2026\/pump-four\.md\n/, story);
  }
  const unknown = await goes('https://people.example/somewhere', 'Mads Øholm Müller');
  assert.doesNotMatch(unknown, /content\/stories|--- of https/);
  assert.match(unknown, /go between the two --- of the story’s file:/);
  assert.match(unknown, /\{who: mads-oeholm-mueller, says: "It burned\."\}\n\nMads Øholm Müller has no file yet, so content\/people\/mads-oeholm-mueller\.md is needed too\./);
  const begun = run('new', 'person', 'Mads Øholm Müller').stdout.trim();
  assert.match(begun, /people\/mads-oeholm-mueller\.md$/m);
  fs.rmSync(path.join(project, 'content/people/mads-oeholm-mueller.md'));
  assert.match(await goes('Pump', 'Ali Bektas'), /\{who: ali-bektas, says: "It burned\."\}\n$/, 'who has a file is not new');
  assert.equal(await page.locator('[data-as=full]').innerText(), '');
  await page.locator('#sw-there-words').fill('');
  await page.locator('#sw-there-words').pressSequentially('x');
  await page.locator('#sw-there-words').evaluate((it) => { it.value = 'x'.repeat(499); });
  await page.locator('#sw-there-words').press('End');
  await page.keyboard.type('yz');
  assert.match(await page.locator('[data-as=full]').innerText(), /500 characters/, 'what does not fit is not left out in silence');
  assert.deepEqual(page.failed, []);
  await page.context().close();
});

for (const [who, contact, rules] of [
  ['a telephone alone', 'contact: {phone: "+45 00 00 44 11"}\n', { mail: false, phone: true }],
  ['an email address alone', 'contact: {mail: anna@ferries.example}\n', { mail: true, phone: false }],
  ['neither', '', { mail: false, phone: false }],
]) {
  test(`what is said of whom to reach is true where they have ${who}`, () => {
    const root = builtFrom({ ...PROJECT, 'content/people/anna-bech.md': person('Anna Bech', contact) }, TODAY);
    for (const folder of ['', 'da/', 'nl/']) {
      for (const kind of ['tell', 'ask']) {
        const page = fs.readFileSync(path.join(root, folder, kind, 'index.html'), 'utf8').replace(/<svg[\s\S]*?<\/svg>/g, '');
        const said = page.slice(page.indexOf('<main'));
        const claims = (words) => words.test(said);
        const at = `${folder}${kind}`;
        assert.equal(claims(/They all end with|Alt ender hos|altijd bij Anna/), rules.mail, at);
        assert.equal(claims(/[Ee]mail Anna|[Ss]kriv til Anna|mail til Anna|mail aan Anna|Mail Anna/), rules.mail, at);
        assert.ok(!claims(/Or call|Eller ring|Of bel/), at);
        assert.ok(!claims(/or just email|eller send bare en mail|of mail gewoon/), at);
        assert.equal(claims(/<h3>(Call|Ring|Bel)<|(Email it|Send i en mail|Mail het), /), rules.phone, at);
        if (kind === 'ask') assert.equal(claims(/rather talk|hellere snakke|even praten/), rules.phone, at);
        else assert.equal(claims(/or call\.|eller ring\.|of bel\./), rules.phone, at);
      }
    }
  });
}

const HOSTILE = [
  'Blåbær, æøå & “ro”?\r\nVi ventede på Ærø.\r\n\r\n- én pumpe\r\n- to',
  '---\ntitle: no\n---\n\n---\nand on',
  '# key: [value] {more} #tag\n\n    no code\n\n1. one\n2. two\n\n> said\nanswered',
  '"quotes" and \'others\' \\ back: a *star* _under_ `code` ~~gone~~ [link](https://a.example) ![p](q.jpg)\\',
  '<script>alert(1)</script> <!-- seen --> </textarea><img src=x onerror="window.hacked=1"> &amp; &#60; {{ t(key="x") }} {% raw %}',
  'null',
  '🚢⚓👩‍🔧 Emoji 🎉',
  'قصة من الميناء؟ كان الجو باردا.\n\n\u202eback\u202c',
  '[[fill: nothing]]\n\n+++\n\n===\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n: term\n\n[^1]: note\n\n> [!NOTE]\n> x',
  '\ud800 half a letter, \u0007 a bell',
  'Index',
];

test('whatever somebody types is taken, checked and shown as it was typed', async () => {
  const page = await open();
  const shown = (text) => text.toWellFormed().replace(/[\u0000-\u001f\u007f\u202a-\u202e\s]/gu, '');
  // The handbook sets quotation marks and dashes as a typesetter does.
  const set = (text) => shown(text).replace(/[“”„"]/g, '"').replace(/[‘’']/g, '\'').replace(/–|—|--+/g, '-').replace(/…|\.\.\./g, '…');
  const marks = (text) => set(text).replace(/[-*+>]|\d+[.)]/g, '');
  const all = [];
  for (const [number, text] of HOSTILE.entries()) {
    for (const purpose of ['question', 'topic']) {
      const made = await page.evaluate(([purpose, text]) => tell.proposal(
        { purpose, text, title: text.slice(0, 150), prompts: text, name: text, about: 'fear', lang: 'da' },
        { ids: new Map(), fileName: 'asked', words: { gapQuestion: 'the answer', gapTopic: 'why', from: 'From {name}' }, site: location.href },
      ), [purpose, text]);
      const kind = purpose === 'question' ? 'question' : 'theme';
      taken(kind, `${purpose}-${number}.md`, Buffer.from(made.text), '--file', `hostile-${number}`);
      // An email program breaks lines as Windows does.
      taken(kind, `${purpose}-${number}-windows.txt`, Buffer.from(made.text.replace(/\n/g, '\r\n')), '--file', `windows-${number}`);
      all.push({ purpose, number, text, title: made.title });
    }
  }
  checked();
  const out = built('hostile');
  const reader = await page.context().newPage();
  for (const { purpose, number, text, title } of all) {
    for (const name of ['hostile', 'windows']) {
      await reader.goto(pathToFileURL(path.join(out, `${purpose === 'question' ? 'faq' : 'themes'}/${name}-${number}.html`)).href);
      // What is to be filled in stands in brackets in a title.
      assert.equal(set(await reader.locator('h1').textContent()), set(title.replace(/\[\[fill: (.*?)\]\]/, '[$1]')), `title of ${purpose} ${number}`);
      const said = marks(await reader.locator('.text').first().evaluate((it) => it.textContent));
      if (shown(text) !== shown(title) || purpose === 'topic') assert.ok(said.startsWith(marks(text)), `${purpose} ${number}: ${said} / ${marks(text)}`);
      assert.equal(await reader.evaluate(() => window.hacked), undefined);
    }
  }
  await page.context().close();
});

test('each of the three has a draft of its own; it is there again, and gone when it is thrown away', async () => {
  const page = await open('ask/index.html#question');
  await page.locator('#sw-question-words').fill('Who reads this?');
  await page.locator('.else a[href="#topic"]').tap();
  await page.locator('#sw-topic').waitFor();
  assert.ok(await page.locator('[data-as=found]').isHidden());
  await page.locator('#sw-topic-title').fill('Lamps');
  await kept(page);
  await page.goto(`${server.url}ask/index.html#question`);
  await page.reload();
  await page.locator('[data-as=found]:visible').waitFor();
  assert.match(await page.locator('[data-as=found]').innerText(), /Who reads this\?.*device/s);
  await page.locator('[data-do=go-on]').tap();
  assert.equal(await page.locator('#sw-question-words').inputValue(), 'Who reads this?');
  await next(page);
  await page.locator('[data-part="2"] [data-do=drop]').tap();
  await page.locator('[data-part="2"] [data-do=drop]').tap();
  await page.locator('#sw-question-words').waitFor();
  assert.equal(await page.locator('#sw-question-words').inputValue(), '');
  await page.reload();
  await page.locator('.live').waitFor();
  assert.ok(await page.locator('[data-as=found]').isHidden(), 'it is gone');
  await page.goto(`${server.url}ask/index.html#topic`);
  await page.reload();
  await page.locator('[data-as=found]:visible').waitFor();
  assert.match(await page.locator('[data-as=found]').innerText(), /Lamps/);
  assert.deepEqual(page.failed, []);
  await page.context().close();
});

for (const [code, heading] of [['', ['Ask a question', 'Propose a theme', 'I was there too']], ['da/', ['Stil et spørgsmål', 'Foreslå et tema', 'Jeg var der også']], ['nl/', ['Stel een vraag', 'Stel een thema voor', 'Ik was er ook bij']]]) {
  test(`the address says which of the three it is, with keys alone (${code || 'en/'})`, async () => {
    const page = await open(`${code}ask/index.html`, DESKTOP);
    for (const [at, purpose] of ['question', 'topic', 'there-too'].entries()) {
      await page.goto(`${server.url}${code}ask/index.html#${purpose}`);
      await page.locator(`[data-for=${purpose}]:visible`).waitFor();
      assert.equal(await page.locator('[data-for]:visible h2').innerText(), heading[at]);
      const first = page.locator('[data-for]:visible [data-is]').first();
      await first.focus();
      await page.keyboard.type('Why');
      if (purpose === 'there-too') {
        await page.keyboard.press('Tab');
        await page.keyboard.type('Me too');
      }
      await page.locator('.go[data-step="2"]').focus();
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'sw-send', 'the next step begins at its heading');
      await page.goBack();
      await page.locator(`[data-for=${purpose}]:visible`).waitFor();
      assert.equal(await first.inputValue(), 'Why');
    }
    assert.deepEqual(page.failed, []);
    await page.context().close();
  });

  test(`without scripts there are templates in fields, and somebody to call (${code || 'en/'})`, async () => {
    const page = await open(`${code}ask/index.html#topic`, { script: false });
    assert.equal(await page.locator('textarea:visible').count(), 3);
    assert.deepEqual(await page.locator('noscript h2').allInnerTexts().then((all) => all.slice(0, 3)), heading);
    assert.ok(await page.locator('main a[href="tel:+4500004411"]').first().isVisible());
    await page.context().close();
  });
}

test('it works from a file', async () => {
  const page = await open('ask/index.html#there-too=stories/2026/pump-four', { at: `${pathToFileURL(site).href}/` });
  await page.locator('#sw-there-words').fill('So was I.');
  await next(page);
  const { bytes } = await saved(page);
  assert.doesNotMatch(bytes.toString(), /file:|tmp/, 'and says nothing of where that lies');
  await page.context().close();
});

test('a phone that can share gets the words as they are', async () => {
  const page = await open('ask/index.html#question');
  await page.evaluate(() => {
    navigator.canShare = () => true;
    navigator.share = async (data) => { window.shared = [data.title, await data.files[0].text(), data.files[0].name]; };
  });
  await page.locator('#sw-question-words').fill('Do I have to?');
  await next(page);
  await page.locator('[data-do=share]').tap();
  const [title, text, name] = await page.waitForFunction(() => window.shared).then((it) => it.jsonValue());
  assert.deepEqual([title, name], ['Do I have to?', 'do-i-have-to.txt']);
  accepted('question', name, Buffer.from(text));
  await page.context().close();
});

test('nothing is cut off at 320 pixels, with letters twice as large', async () => {
  for (const purpose of ['question', 'topic', 'there-too']) {
    const page = await open(`da/ask/index.html#${purpose}`, { viewport: { width: 320, height: 700 } });
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    for (const input of await page.locator('[data-for]:visible [data-is]').all()) await input.fill('Sikkerhedsrepræsentantvalg');
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(await width() <= 320, `${purpose}: ${await width()}`);
    await next(page);
    await page.locator('.goes summary').click();
    assert.ok(await width() <= 320, `${purpose}, ways out: ${await width()}`);
    await page.context().close();
  }
});

test('without a tell page there is none to ask on, and no door to one', async () => {
  const { 'content/programme.toml': _, 'content/permission.md': __, ...rest } = PROJECT;
  const none = builtFrom(rest, TODAY);
  assert.ok(!fs.existsSync(path.join(none, 'ask/index.html')));
  for (const page of ['faq/index.html', 'themes/index.html', 'stories/2026/pump-four.html']) {
    assert.ok(!fs.readFileSync(path.join(none, page), 'utf8').includes('ask/index.html'), page);
  }
});
