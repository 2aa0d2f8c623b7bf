// The editor in the browser: with the configuration that the program writes and a repository in the
// browser's own storage, it opens texts, changes a letter and saves. Sveltia CMS comes from npm.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import Ajv from 'ajv';
import { start } from './chromium.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PACKAGE = path.join(import.meta.dirname, 'node_modules/@sveltia/cms');
const MANUAL = fs.readFileSync(path.join(ROOT, 'docs/manual/editing-with-a-cms.md'), 'utf8');
const CONFIG = execFileSync(process.env.STORYWALL, ['schema', '--cms', '--root', ROOT], { encoding: 'utf8' });
/** What a server sends with it, by the manual. */
const POLICY = MANUAL.match(/Content-Security-Policy: (.+)/)[1];
/** A text of each kind: where the editor shows it, and its file. */
const TEXTS = {
  'story/entries/2026/waltz': 'stories/2026/waltz.md',
  'story/entries/2026/kaj-fire': 'stories/2026/kaj-fire.md',
  'person/entries/jonas-holm': 'people/jonas-holm.md',
  'theme/entries/night-shift': 'themes/night-shift.md',
  'faq/entries/angry-comment': 'faq/angry-comment.md',
  'opportunity/entries/havnedage-2027': 'speaking/havnedage-2027.md',
  'talk/entries/forty-bolts-two-minutes': 'talks/forty-bolts-two-minutes.md',
  'training/entries/story-in-ten-minutes': 'training/story-in-ten-minutes.md',
  'guideline/entries/photos': 'guidelines/photos.md',
  'page/entries/permission': 'permission.md',
};

let browser, server, page, url;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'storywall-cms-'));
const outside = [];
/** The story that was written. */
let told;

before(async () => {
  server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const [type, body] = {
      '/': ['text/html', '<!doctype html><meta charset="utf-8"><title>Editor</title><script src="sveltia-cms.js"></script>'],
      '/config.yml': ['text/yaml', CONFIG],
      '/empty': ['text/html', '<!doctype html><title>Empty</title>'],
      '/sveltia-cms.js': ['text/javascript', fs.readFileSync(path.join(PACKAGE, 'dist/sveltia-cms.js'))],
    }[pathname] ?? [];
    response.writeHead(type ? 200 : 404, { 'content-type': type ?? 'text/plain', 'content-security-policy': POLICY });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${server.address().port}/`;
  browser = await start();
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'Pacific/Auckland', viewport: { width: 1200, height: 900 } });
  await context.route((asked) => asked.origin !== new URL(url).origin, (route) => {
    outside.push(route.request().url());
    return route.abort();
  });
  // A program cannot choose a folder in the dialogue of the system.
  await context.addInitScript(() => {
    FileSystemHandle.prototype.queryPermission = async () => 'granted';
    FileSystemHandle.prototype.requestPermission = async () => 'granted';
    window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('repository');
  });
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${url}empty`);
  await page.evaluate(kept, files(path.join(ROOT, 'content')));
  await page.goto(url);
  await page.getByRole('button', { name: /local repository/i }).click();
  await page.waitForURL(/collections/);
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** All files of a folder, as base64. */
function files(from) {
  const names = fs.readdirSync(from, { recursive: true }).filter((name) => fs.statSync(path.join(from, name)).isFile());
  return Object.fromEntries(names.map((name) => [name.split(path.sep).join('/'), fs.readFileSync(path.join(from, name), 'base64')]));
}

/** In the browser: the repository of these files. */
async function kept(all) {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('repository', { create: true });
  await root.getDirectoryHandle('.git', { create: true });
  for (const [name, bytes] of Object.entries(all)) {
    const parts = `content/${name}`.split('/');
    let folder = root;
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
    const writable = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await writable.write(Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0)));
    await writable.close();
  }
}

/** All files of the repository, as they are now. */
async function repository() {
  const all = await page.evaluate(async () => {
    const found = {};
    const walk = async (folder, at) => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle, `${at}${name}/`);
        else {
          const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
          found[at + name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
        }
      }
    };
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('repository');
    await walk(await root.getDirectoryHandle('content'), '');
    return found;
  });
  return Object.fromEntries(Object.entries(all).map(([name, bytes]) => [name, Buffer.from(bytes, 'base64')]));
}

/** A project with these contents. */
function project(name, contents) {
  const root = path.join(folder, name);
  for (const [file, bytes] of Object.entries(contents)) {
    const at = path.join(root, 'content', file);
    fs.mkdirSync(path.dirname(at), { recursive: true });
    fs.writeFileSync(at, bytes);
  }
  fs.copyFileSync(path.join(ROOT, 'site.toml'), path.join(root, 'site.toml'));
  return root;
}

function run(command, root, ...more) {
  const told = spawnSync(process.env.STORYWALL, [command, '--root', root, '--today', '2026-11-21', ...more], { encoding: 'utf8' });
  assert.equal(told.status, 0, told.stdout + told.stderr);
  return told.stdout;
}

const field = (name) => page.locator(`#first-pane-body section.field[data-key-path="${name}"]`);
const opened = async (at) => {
  await page.goto(`${url}#/collections/${at}`);
  await field('body').locator('textarea').waitFor();
};
/** A field is made when one scrolls to it. */
const reached = async (name) => {
  await page.mouse.move(500, 500);
  for (let tries = 0; tries < 100 && (await field(name).count()) === 0; tries++) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(50);
  }
  return field(name);
};
const saved = async () => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL((now) => !/entries|new$/.test(now.hash));
};
/** The first letter of the words after the first two lines becomes another one. */
const changed = (text) => text.replace(/(?<=\n---\n+.{9})./s, (letter) => (letter === 'x' ? 'y' : 'x'));
const words = (text) => text.match(/^---\n.*?\n---\n+(.*)$/s)[1];

/** A photo with the place where it was taken. */
async function photo() {
  const drawn = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(900, 600);
    canvas.getContext('2d').fillRect(100, 100, 300, 300);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  const place = '4d4d002a00000008' // a list of one field, which leads to those of the place
    + '0001' + '882500040000000100' + '00001a' + '00000000'
    + '0002' + '0001000200000002' + '4e000000' + '0002000500000003' + '00000038' + '00000000'
    + '0000003700000001' + '0000001c00000001' + '0000000c00000001';
  const tiff = Buffer.concat([Buffer.from(place, 'hex'), Buffer.from('SecretCamera')]);
  const head = Buffer.from([0xff, 0xe1, 0, tiff.length + 8]);
  const jpeg = Buffer.from(drawn);
  const bytes = Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from('Exif\0\0'), tiff, jpeg.subarray(2)]);
  return { name: 'IMG 4711 ved Ærø.jpg', mimeType: 'image/jpeg', buffer: bytes };
}

test('the configuration is what the editor expects, and names no other host but the repository', () => {
  const schema = JSON.parse(fs.readFileSync(path.join(PACKAGE, 'schema/sveltia-cms.json'), 'utf8'));
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  for (const language of ['en', 'da', 'nl']) {
    const config = execFileSync(process.env.STORYWALL, ['schema', '--cms', '--lang', language, '--root', ROOT], { encoding: 'utf8' });
    assert.ok(validate(parsed(config)), `${language}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(PACKAGE, 'package.json'), 'utf8'));
  assert.ok(MANUAL.includes(`@sveltia/cms@${version}`), `the manual names ${version}, which is tried here`);
});

/** The configuration as a tree: it uses a small part of YAML. */
function parsed(text) {
  const lines = text.trimEnd().split('\n');
  const value = (raw) => (/^["[\d]|^(true|false)$/.test(raw) ? JSON.parse(raw) : raw);
  const read = (depth) => {
    const indent = ' '.repeat(depth);
    const isList = lines[0].startsWith(`${indent}- `);
    const found = isList ? [] : {};
    while (lines.length > 0 && lines[0].startsWith(indent) && lines[0][depth] !== ' ') {
      if (isList) {
        if (!lines[0].startsWith(`${indent}- `)) break;
        lines[0] = `${indent}  ${lines[0].slice(depth + 2)}`;
        found.push(read(depth + 2));
        continue;
      }
      const [, key, raw] = lines.shift().match(/^\s*(\w+):(?: (.*))?$/);
      found[key] = raw === undefined ? read(depth + 2) : value(raw);
    }
    return found;
  };
  return read(0);
}

test('a new story with a photo passes the check, whatever is typed, and tells no place', async () => {
  const title = 'Blåbær: "æøå" # --- ‘x’ 🚢 שלום';
  const typed = 'Første linje: *a* 3 * 4 # ikke\r\n\r\n* stjerne\r\n---\r\n"שלום" 🚢 a_b_c – 1) og\r\n';
  await opened('story/new');
  await field('title').locator('input').fill(title);
  await field('body').locator('textarea').fill(typed);
  await field('author').getByRole('combobox').click();
  await page.getByRole('option', { name: 'Jonas Holm' }).click();
  await (await reached('date')).locator('input').first().fill('2026-11-20');
  await (await reached('photos')).getByRole('button', { name: /add/i }).last().click();
  await (await reached('photos.0.file')).locator('[type=file]').first().setInputFiles(await photo());
  await field('photos.0.file').locator('img').first().waitFor();
  await (await reached('photos.0.alt')).locator('input').fill('A "red": square # 1');
  const before = await repository();
  await saved();
  const now = await repository();
  const added = Object.keys(now).filter((name) => !before[name]);
  const story = added.find((name) => name.endsWith('.md'));
  const picture = added.find((name) => name !== story);
  assert.match(story, /^stories\/\d{4}\/[a-z0-9-]+\.md$/);
  assert.equal(path.dirname(picture), path.dirname(story), 'the photo lies beside its story');
  for (const trace of ['Exif', 'SecretCamera', 'GPS']) assert.ok(!now[picture].includes(trace), trace);
  const text = now[story].toString();
  assert.equal(words(text), typed.replaceAll('\r\n', '\n'));
  assert.match(text, /^date: 2026-11-20$/m, 'the day is the one that was chosen, wherever it is night');
  assert.doesNotMatch(text, /: (''|""|null|\[\])$/m, 'what is empty is left out');
  told = story;
});

test('one letter is changed in a text of each kind, and the site is the one that a hand would make', async () => {
  const before = await repository();
  const byHand = { ...before };
  for (const [at, file] of Object.entries(TEXTS)) {
    const was = before[file].toString();
    byHand[file] = Buffer.from(changed(was));
    await opened(at);
    const area = field('body').locator('textarea');
    const place = [...words(was)].findIndex((letter, index) => letter !== [...words(changed(was))][index]);
    await area.evaluate((area, place) => {
      area.focus();
      area.setSelectionRange(place, place + 1);
    }, place);
    await page.keyboard.type(words(changed(was))[place]);
    await saved();
  }
  const now = await repository();
  for (const file of Object.values(TEXTS)) {
    assert.equal(words(now[file].toString()), words(byHand[file].toString()), `nothing else of the words of ${file}`);
  }
  const isText = new Set(Object.values(TEXTS));
  for (const [file, bytes] of Object.entries(now)) {
    if (isText.has(file) || bytes.equals(before[file])) continue;
    assert.match(file, /\.(da|nl)\.md$/, 'with a text, its translations are written');
    assert.equal(words(bytes.toString()), words(before[file].toString()), file);
  }
  const roots = [project('by-hand', byHand), project('by-editor', now)];
  const report = (root) => {
    const { diagnostics } = JSON.parse(run('check', root, '--format', 'json'));
    return diagnostics.map((it) => `${path.basename(it.file)} ${it.code} ${it.message}`);
  };
  assert.deepEqual(report(roots[1]), report(roots[0]), 'the same is said of both');
  const sites = roots.map((root) => {
    run('build', root, '--quiet', '--cache', path.join(folder, 'cache'), '--out', `${root}-site`);
    return files(`${root}-site`);
  });
  // The record of a build names the files that it was made from, whatever they say.
  const differ = Object.keys(sites[0]).filter((name) => sites[0][name] !== sites[1][name] && name !== '.storywall-manifest');
  assert.deepEqual(differ, []);

  // What was written before is on it, too.
  const said = JSON.parse(run('check', roots[1], '--format', 'json')).diagnostics;
  assert.deepEqual(said.filter((it) => it.file.endsWith(told)), []);
  const html = Buffer.from(sites[1][told.replace('.md', '.html')], 'base64').toString();
  assert.ok(html.includes('Blåbær') && html.includes('🚢 שלום'), 'its title is whole');
  const photos = html.match(/[\w.-]+\.(webp|jpe?g)/g) ?? [];
  assert.ok(photos.length > 0, 'its photo is on the page');
  for (const [name, bytes] of Object.entries(sites[1])) {
    assert.ok(!Buffer.from(bytes, 'base64').includes('SecretCamera'), name);
  }
});

test('the editor works with the policy of the manual, and needs nothing from elsewhere', async () => {
  assert.deepEqual(outside, [], 'the policy stops what would be asked of others');
});
