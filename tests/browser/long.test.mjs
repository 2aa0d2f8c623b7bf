// Names that are one very long word fit as well, and code, tables, addresses and pictures in every
// text: on every kind of page, at every width.
import path from 'node:path';
import { after, test } from 'node:test';
import { addresses, builtFrom, launch, none, openAll } from './site.mjs';
import { serve } from './serve.mjs';
import { tooWide } from './layout.mjs';

const WORD = 'Kapitänsmützenfabrikantenwitwenversammlungsprotokollführervertretungsordnung';

/** What texts hold that is wider than a phone: code, tables, addresses, a picture. */
const WIDE = `
## ${WORD}

\`\`\`yaml
people: [{id: ${WORD}, named: yes, photo: no, asked: 2026-11-20}, {id: ${WORD}, named: yes}]
\`\`\`

| ${WORD} | ${WORD} | ${WORD} | Two |
|---|---|---|---|
| \`${WORD}\` | ${WORD} | ${WORD} | ${WORD} |

<table><tr><td>${WORD}</td><td>${WORD}</td><td>${WORD}</td></tr></table>

https://intranet.sundbro.example/${WORD.toLowerCase()}/${WORD.toLowerCase()}?page=${WORD.toLowerCase()} and \`${WORD}.${WORD}\`.

- [ ] ${WORD}
  1. \`${WORD}\`

      indented ${WORD} ${WORD}

> ${WORD}
>
> > https://intranet.sundbro.example/${WORD.toLowerCase()}

![A pump](wide.svg)

${WORD}: ==${WORD}==[^1]

[^1]: ${WORD}
`;

/** A drawing that is much wider than it is high. */
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4000 100" width="4000" height="100"><rect width="4000" height="100" fill="#a8321c"/></svg>';

/** Files whose fields hold the word wherever somebody may write a name, a title or a sentence. */
const FILES = {
  'site.toml': `title = "${WORD}"\nlanguages = ["en", "da", "nl"]\n`,
  'content/programme.toml': `
[purpose]
sentence = "${WORD}"
page = "long.md"
[may]
page = "long.md"
text = "${WORD}"
contact = "long"
[[goals]]
id = "goal"
name = "${WORD}"
[[teams]]
id = "team"
name = "${WORD}"
[[places]]
id = "place"
name = "${WORD}"
`,
  'content/long.md': `---\ntitle: ${WORD}\nsummary: ${WORD}\nowner: long\nquestions: ${WORD}\n---\n## ${WORD}\n\n${WORD}\n`,
  'content/guidelines/long.md': `---\ntitle: ${WORD}\nsummary: ${WORD}\nowner: long\n---\n> [!MAY]\n> ${WORD}\n`,
  'content/themes/long.md': `---\ntitle: ${WORD}\nsummary: ${WORD}\nfor_whom: ${WORD}\nprompts: [${WORD}]\n---\n${WORD}\n`,
  'content/faq/long.md': `---\ntitle: ${WORD}\nabout: fear\nasked: 9\nanswered_by: long\n---\n${WORD}\n`,
  'content/people/long.md': `---\nname: ${WORD}\nrole: ${WORD}\nteam: team\nlocation: place\nexpertise: [${WORD}]\nwants_to_try: [${WORD}]\nbuddy: other\n---\n${WORD}\n`,
  'content/people/other.md': `---\nname: Other ${WORD}\n---\n`,
  'content/stories/2026/long.md': `---\ntitle: ${WORD}\nauthor: [long, other]\ndate: 2026-11-20\ntheme: long\nteam: team\nlocation: place\ngoal: goal\nquote: ${WORD}\nsummary: ${WORD}\nfor_whom: ${WORD}\noutcome: [{on: 2026-11-20, type: talk, note: ${WORD}}]\nfeatured: {month: 2026-11, why: ${WORD}, by: other}\nrelated: [stories/2026/words]\n---\n${WORD}\n`,
  'content/stories/2026/words.md': `---\ntitle: ${WORD} ${WORD}\nauthor: other\ndate: 2026-11-19\n---\n${WORD} ${WORD}.\n`,
  'content/speaking/long.md': `---\nname: ${WORD}\nurl: https://conference.example/${WORD.toLowerCase()}\nstart: 2027-03-01\nplace: {city: ${WORD}, country: DK}\ntopics: [${WORD}]\naudience: ${WORD}\ncontact: long\ncfp: {closes: 2026-12-20, formats: [{name: ${WORD}, minutes: 30}]}\n---\n${WORD}\n`,
  'content/talks/long.md': `---\ntitle: ${WORD}\nspeakers: [long]\nsummary: ${WORD}\ntopics: [${WORD}]\nhistory: [{opportunity: long}, {at: ${WORD}}]\n---\n${WORD}\n`,
  'content/training/long.md': `---\ntitle: ${WORD}\nminutes: 45\nsummary: ${WORD}\ngiven_by: long\n---\n${WORD}\n`,
};

test('names of one long word, code, tables and addresses fit at 320, 390, 768, 960 and 1280 px', async () => {
  const files = Object.entries(FILES).flatMap(([name, text]) =>
    name.endsWith('.md') ? [[name, text + WIDE], [`${path.dirname(name)}/wide.svg`, DRAWING]] : [[name, text]]);
  const site = builtFrom(Object.fromEntries(files));
  const server = await serve(site);
  after(() => server.close());
  const browser = await launch();
  const page = await browser.newPage();
  const found = [];
  for (const address of addresses('.html', site).filter((it) => !it.startsWith('nl/'))) {
    await page.goto(server.url + address);
    for (const width of [320, 390, 768, 960, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      found.push(...(await page.evaluate(tooWide)).map((problem) => `${address} at ${width} px: ${problem}`));
    }
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
    for (const width of [320, 820]) {
      await page.setViewportSize({ width, height: 800 });
      found.push(...(await page.evaluate(tooWide)).map((problem) => `${address} at ${width} px, letters of 200 %: ${problem}`));
    }
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    await openAll(page);
    await page.setViewportSize({ width: 390, height: 800 });
    found.push(...(await page.evaluate(tooWide)).map((problem) => `${address}, all open: ${problem}`));
  }
  await page.close();
  none(found, 'things that are too wide');
});
