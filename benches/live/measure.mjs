// From a saved file to an open page, by `storywall serve` and by Hugo's server: see README.md beside.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { start } from '../../tests/browser/chromium.mjs';
import { edits, install, onTheWall, write } from './project.mjs';
import { series, storm } from './series.mjs';
import { get, hugo, memory, storywall, warmUp } from './server.mjs';
import { facts, table } from './table.mjs';

const { values: said, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    storywall: { type: 'string' },
    hugo: { type: 'string' },
    'no-hugo': { type: 'boolean', default: false },
    writer: { type: 'string', default: 'cargo bench --quiet --bench whole --' },
    saves: { type: 'string', default: '100' },
    'hugo-saves': { type: 'string' },
    edits: { type: 'string', default: '1000' },
  },
});
/** From so many stories on, Hugo is asked for fewer saves and one start. */
const LARGE = 10_000;
const target = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../target', import.meta.url));
const program = said.storywall ?? path.join(target, 'release/storywall');
const sizes = positionals.length ? positionals.map(Number) : [1000];
const saves = Number(said.saves);

const tell = (text) => process.stderr.write(`${text}\n`);
const wrong = [];
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'storywall-live-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

await warmUp();
const other = said['no-hugo'] ? null : said.hugo ?? install(path.join(folder, 'venv'));
const browser = await start();
const versions = [version(program, '--version'), `Chromium ${browser.version()}`, `Node ${process.version}`];
console.log(`${facts(other ? [...versions, version(other, 'version')] : versions)}\n`);
for (const stories of sizes) await measure(stories);
await browser.close();
for (const line of wrong) tell(`Does not work: ${line}`);
process.exit(wrong.length ? 1 : 0);

async function measure(stories) {
  tell(`${stories} stories are written`);
  const place = path.join(folder, String(stories));
  const sites = write(place, stories, said.writer.split(' '));
  const ours = await ofServer({
    name: 'Storywall',
    site: sites.ours,
    begin: () => storywall(program, sites.ours),
    starts: 3,
    times: saves,
    mayLeave: false,
    pauses: [150, 400],
    patience: 20_000,
    inARow: Number(said.edits),
  });
  const theirs = other && await ofServer({
    name: 'Hugo',
    site: sites.theirs,
    begin: () => hugo(other, sites.theirs, place),
    starts: stories < LARGE ? 3 : 1,
    times: Number(said['hugo-saves'] ?? (stories < LARGE ? saves : Math.min(saves, 20))),
    mayLeave: true,
    // It looks at what was saved twice a second: so each moment in between is as likely.
    pauses: [150, 650],
    patience: 120_000,
    inARow: 0,
  });
  console.log(`${table(stories, ours, theirs)}\n`);
  fs.rmSync(place, { recursive: true });
}

/** All that is measured of one server. */
async function ofServer({ name, site, begin, starts, times, mayLeave, pauses, patience, inARow }) {
  const [load] = os.loadavg();
  const ready = [];
  let server;
  for (let time = 0; time < starts; time += 1) {
    await server?.stop();
    server = await begin();
    ready.push(server.ready);
  }
  const open = `${server.url}${site.open}.html`;
  const wall = `${server.url}stories/index.html`;
  const pages = [await get(server.url), await get(open)];
  const started = memory(server);
  const { body, title, template, style } = edits(site);
  const hangs = onTheWall(site, await hanging(wall));
  const plan = {
    body: { url: open, edit: body },
    title: { url: open, edit: title },
    wall: { url: wall, edit: hangs },
    template: { url: open, edit: template },
    style: { url: open, edit: style },
  };
  const measured = {};
  for (const [kind, { url, edit }] of Object.entries(plan)) {
    tell(`${name}: ${kind}, ${times} saves`);
    measured[kind] = await series({ browser, site, url, edit, times, mayLeave, pauses, patience });
    if (measured[kind].wrong) wrong.push(`${name}, ${kind}: ${measured[kind].wrong}`);
  }
  const saved = memory(server);
  let endurance = null;
  if (inARow) {
    tell(`${name}: ${inARow} edits in a row`);
    endurance = await storm({ browser, site, server, url: open, edits: [body, title], times: inARow, patience });
    if (endurance.wrong) wrong.push(`${name}, edits in a row: ${endurance.wrong}`);
    endurance = { ...endurance, edits: inARow, peak: memory(server).peak };
  }
  await server.stop();
  return { load, ready, pages, started, saved, series: measured, storm: endurance };
}

/** A story that hangs in the middle of a wall, by its name. */
async function hanging(wall) {
  const page = await browser.newPage();
  await page.goto(wall);
  const links = await page.locator('main a').evaluateAll((all) => all.map(({ pathname }) => pathname));
  await page.close();
  const names = links.map((link) => link.match(/stories\/\d+\/story-\d+(?=\.html$)/)?.[0]).filter(Boolean);
  if (names.length === 0) throw new Error(`no story hangs on ${wall}`);
  return names[names.length >> 1];
}

function version(binary, word) {
  return execFileSync(binary, [word], { encoding: 'utf8' }).trim().replace(/ BuildDate.*/, '');
}
