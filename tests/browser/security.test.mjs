// Nothing that an employee sends can run in a colleague's browser, even where no policy helps.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { DESKTOP, addresses, launch, none } from './site.mjs';
import { serve } from './serve.mjs';

const PROGRAM = process.env.STORYWALL ?? '';
const THEMES = path.resolve(import.meta.dirname, '../../themes');

// Each calls `pwned` if it runs: in a text and, as one line, in a field.
const ATTACKS = {
  script: '<script>pwned(1)</script>',
  handler: '<img src=x onerror=pwned(1)>',
  'split-tag': '<scr<script>ipt>pwned(1)</scr</script>ipt>',
  'broken-attribute': '<img """><script>pwned(1)</script>">',
  svg: '<svg onload=pwned(1)><script>pwned(1)</script></svg>',
  'svg-animate': '<svg><a><animate attributeName=href values=javascript:pwned(1) /><text x=20 y=20>x</text></a></svg>',
  math: '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=pwned(1)&gt;">',
  noscript: '<noscript><p title="</noscript><img src=x onerror=pwned(1)>">',
  comment: '<!--><img src=x onerror=pwned(1)>-->',
  style: '<style>@import "javascript:pwned(1)"; * { background: url(x) }</style>',
  base: '<base href="https://elsewhere.example/">',
  refresh: '<meta http-equiv=refresh content="0;url=javascript:pwned(1)">',
  frame: '<iframe srcdoc="<script>parent.pwned(1)</script>"></iframe>',
  object: '<object data="javascript:pwned(1)"></object><embed src="javascript:pwned(1)">',
  form: '<form action="javascript:pwned(1)"><button autofocus onfocus=pwned(1)>press</button></form>',
  details: '<details open ontoggle=pwned(1)><summary>x</summary></details>',
  link: '[press](javascript:pwned(1))',
  'link-case': '[press](JaVaScRiPt:pwned(1)) [tab](java&#x09;script:pwned(1)) [line](java&NewLine;script:pwned(1))',
  'link-entity': '[press](&#106;avascript:pwned(1)) [colon](javascript&colon;pwned(1)) <javascript:pwned(1)>',
  'link-data': '[press](data:text/html,<script>opener.pwned(1)</script>) [vb](vbscript:pwned(1))',
  'link-control': '[press](\u0001javascript:pwned(1)) [blank]( javascript:pwned(1))',
  reference: '[press][x]\n\n[x]: javascript:pwned(1) "x"',
  'link-title': '[press](https://example.org \'x" onmouseover="pwned(1)\')',
  picture: '![x" onerror="pwned(1)](x.png) ![y](javascript:pwned(1))',
  'picture-svg': '![x](data:image/svg+xml,<svg/onload=pwned(1)>)',
  code: '```"><script>pwned(1)</script>\n</code></pre><script>pwned(1)</script>\n```',
  heading: '## <img src=x onerror=pwned(1)> {#x onclick=pwned(1)}',
  id: '## location {#location}\n\n<a id=location name=location><form id=document><input name=cookie></form>',
  footnote: 'text[^"><script>pwned(1)</script>]\n\n[^"><script>pwned(1)</script>]: x',
  table: '| <script>pwned(1)</script> | a |\n|---|:-:|\n| <img src=x onerror=pwned(1)> | " onclick="pwned(1) |',
  template: "{{ ''.constructor.constructor('pwned(1)')() }} {% include \"base.html\" %} ${pwned(1)}",
  inert: '<template><script>pwned(1)</script></template><textarea><script>pwned(1)</script></textarea>',
  cdata: '<![CDATA[><script>pwned(1)</script>]]> <?xml <script>pwned(1)</script> ?>',
  'lone-bracket': '<a href="javascript:pwned(1)">press</a> <a href=https://example.org onclick=pwned(1)>press</a>',
};

const FIELD = '"><img src=x onerror=pwned(1)><script>pwned(1)</script>\'';
assert.ok(fs.existsSync(PROGRAM), 'STORYWALL must name the program: cargo build, then STORYWALL=…/storywall');
const site = fixture();
const server = await serve(site, { policy: false });
const browser = await launch();
after(async () => {
  await server.close();
  fs.rmSync(path.dirname(site), { recursive: true });
});

test('no hostile story runs, whatever one points at or presses', async () => {
  const context = await browser.newContext(DESKTOP);
  const found = [];
  let address = '';
  await context.exposeFunction('pwned', () => found.push(`${address}: a script ran`));
  context.on('dialog', async (dialog) => {
    found.push(`${address}: a dialog “${dialog.message()}”`);
    await dialog.dismiss();
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(server.url)) found.push(`${address}: asks ${request.url()}`);
  });
  const page = await context.newPage();
  for (address of addresses('.html', site)) {
    await page.goto(server.url + address, { waitUntil: 'load' });
    found.push(...(await page.evaluate(hostile)).map((what) => `${address}: ${what}`));
    await page.evaluate(async () => {
      for (const element of document.querySelectorAll('main *')) {
        for (const kind of ['mouseover', 'mouseenter', 'focus', 'toggle', 'pointerdown', 'error', 'load']) {
          element.dispatchEvent(new Event(kind));
        }
        const inPlace = element.matches('a') && !/^(https?|mailto|tel|file):/.test(element.href);
        if (inPlace || element.matches('button, input, summary')) element.click();
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
  }
  await context.close();
  none(found, 'ways in');
});

test('the words of a hostile story stay what they are: words', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.url}stories/2026/field.html`);
  assert.ok((await page.locator('main h1').innerText()).includes('onerror=pwned(1)'), 'the title is shown as it was written');
  await page.close();
});

test('feeds carry no script either', () => {
  const feeds = addresses('.xml', site).concat(addresses('.json', site));
  assert.ok(feeds.length >= 2, 'the site has feeds');
  for (const feed of feeds) {
    const text = fs.readFileSync(path.join(site, feed), 'utf8');
    if (feed.endsWith('.json')) for (const html of pieces(JSON.parse(text))) assertHarmless(feed, html);
    else assertHarmless(feed, text);
    for (const [, html] of text.matchAll(/type="html"[^>]*>([^<]*)</g)) assertHarmless(feed, unescaped(html));
  }
});

/** A site whose stories, people and talks attack; those that the program refuses are left out. */
function fixture() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'storywall-hostile-'));
  const write = (name, text) => {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  };
  const quoted = JSON.stringify(FIELD);
  fs.cpSync(THEMES, path.join(folder, 'themes'), { recursive: true });
  write('site.toml', 'title = "Hostile"\nlanguages = ["en"]\nbase_url = "https://hostile.example/"\n');
  write('content/people/eve.md', '---\nname: Eve\n---\nHello.\n');
  write(
    'content/people/mallory.md',
    `---\nname: ${quoted}\nrole: ${quoted}\nteam: ${quoted}\nlocation: ${quoted}\nexpertise: [${quoted}]\nwants_to_try: [${quoted}]\n---\n${ATTACKS.script}\n`,
  );
  write(
    'content/stories/2026/field.md',
    `---\ntitle: ${quoted}\nauthor: mallory\ndate: 2026-11-01\nlocation: ${quoted}\nquote: ${quoted}\nsummary: ${quoted}\nfor_whom: ${quoted}\nkeywords: [${quoted}]\nshare: {text: ${quoted}}\noutcome: [{on: 2026-11-02, note: ${quoted}}]\nfeatured: {month: 2026-11, why: ${quoted}}\n---\nWords, and no more than words.\n`,
  );
  write(
    'content/stories/2026/links.md',
    `---\ntitle: Links\nauthor: eve\ndate: 2026-11-01\nshare: {links: ["javascript:pwned(1)"]}\naliases: ["javascript:pwned(1)"]\n---\nWords.\n`,
  );
  write(
    'content/talks/talk.md',
    `---\ntitle: ${quoted}\nspeakers: [mallory]\nslides: "javascript:pwned(1)"\nrecording: "data:text/html,<script>pwned(1)</script>"\ntopics: [${quoted}]\n---\n${ATTACKS.handler}\n`,
  );
  for (const [name, attack] of Object.entries(ATTACKS)) {
    write(`content/stories/2026/${name}.md`, `---\ntitle: ${name}\nauthor: eve\ndate: 2026-11-01\n---\nBefore.\n\n${attack}\n\nAfter ${attack.split('\n')[0]} it.\n`);
  }
  const out = path.join(folder, 'public');
  const refused = withoutRefused(folder);
  const built = run('build', '--root', folder, '--out', out, '--today', '2026-11-21', '--audience', 'internal');
  assert.equal(built.status, 0, `the site is built without what is refused:\n${built.stdout}${built.stderr}`);
  const left = addresses('.html', path.join(out, 'stories', '2026')).length;
  const all = Object.keys(ATTACKS).length;
  assert.ok(left >= all / 2, `only ${left} of ${all} stories are left to look at; refused: ${refused}`);
  return out;
}

function withoutRefused(folder) {
  const answer = run('check', '--root', folder, '--format', 'json', '--today', '2026-11-21').stdout;
  const list = JSON.parse(answer);
  const all = Array.isArray(list) ? list : list.diagnostics;
  const refused = new Set(all.filter((one) => one.severity === 'error').map((one) => one.path ?? one.file ?? one.span?.path));
  for (const file of refused) fs.rmSync(path.join(folder, file));
  return [...refused].join(', ');
}

function run(...args) {
  return spawnSync(PROGRAM, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The texts of a JSON feed that readers take for HTML. */
function pieces(value) {
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'content_html' ? [inner] : pieces(inner)));
}

function unescaped(text) {
  const signs = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&', '#39': "'", '#x27': "'" };
  return text.replace(/&(#?\w+);/g, (all, name) => signs[name] ?? all);
}

function assertHarmless(where, html) {
  for (const tag of html.match(/<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi) ?? []) {
    const names = tag.replace(/"[^"]*"|'[^']*'/g, '""');
    assert.doesNotMatch(names, /^<(script|iframe|svg|style|object|embed|form|base|meta)\b|\son\w+=/i, `${where}: ${tag}`);
    assert.doesNotMatch(tag, /\s(href|src|action)=["']?\s*(javascript|data|vbscript):/i, `${where}: ${tag}`);
  }
}

// Runs in the page: what must not stand in it at all.
function hostile() {
  const found = [];
  const own = [...document.scripts].filter((script) => script.closest('head') && script.src);
  for (const script of document.scripts) if (!own.includes(script)) found.push(`a script: ${script.outerHTML.slice(0, 80)}`);
  const tags = 'iframe, object, embed, base, form, main style, main link, main meta, main svg:not(.qr, .code-of), main math, template, main textarea';
  for (const element of document.querySelectorAll(tags)) found.push(`an element: ${element.outerHTML.slice(0, 80)}`);
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on') || name === 'style' || name === 'srcdoc') found.push(`an attribute: ${name}="${value.slice(0, 60)}"`);
      const isWay = ['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name);
      if (isWay && /^[\u0000-\u0020]*(javascript|data|vbscript):/i.test(value.replace(/[\t\n\r]/g, ''))) {
        found.push(`a way: ${name}="${value.slice(0, 60)}"`);
      }
    }
  }
  for (const name of ['location', 'document', 'cookie']) {
    if (document.querySelector(`main [name="${name}"]`)) found.push(`an element named ${name}`);
  }
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (twice.length) found.push(`ids that stand twice: ${twice}`);
  return found;
}
