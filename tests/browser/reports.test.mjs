// Reports for other programs: each is what its reader expects, and says what the JSON report says,
// also of a site whose names and texts try to write commands into the log.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import Ajv from 'ajv';

const schema = (name) =>
  JSON.parse(readFileSync(new URL(`schemas/${name}.json`, import.meta.url), 'utf8'));

let site;

before(() => {
  site = mkdtempSync(join(tmpdir(), 'reports-'));
  const write = (path, text) => {
    mkdirSync(join(site, path, '..'), { recursive: true });
    writeFileSync(join(site, path), text);
  };
  write('site.toml', 'title = "::error::x"\nlanguage = "en"\n');
  write('content/##[error]a,b:c%0A.md', '---\n::warning::a: 1\n---\n[x](##[group]y) [z](no\u0007\u202e.md)\n');
  write('content/æøå 😀.md', '---\ntitle: Å\ntitle: Å\n---\n😀😀 [x](nowhere.md)\n');
  write('content/stories/2026/a.md', '---\ntitle: A\nauthor: nobody\n---\nx\n');
  write('content/stories/2026/pump.jpg', 'no picture');
  // More than ten of a kind.
  for (let at = 0; at < 14; at++) write(`content/p${at}.md`, `---\ntitle: P${at}\ntitel: x\n---\n`);
});

after(() => rmSync(site, { recursive: true, force: true }));

function report(format, folder = site) {
  const told = spawnSync(
    process.env.STORYWALL,
    ['check', '--root', site, '--today', '2026-11-21', '--format', format],
    { encoding: 'utf8', cwd: folder },
  );
  assert.equal(told.status, 1, told.stderr);
  return told.stdout;
}

const all = () => JSON.parse(report('json')).diagnostics;
const files = (list) => list.map((file) => file).sort();

test('SARIF keeps to its schema and says all', () => {
  // One of the schema's patterns is none for `u`.
  const lenient = { strict: false, validateFormats: false, unicodeRegExp: false };
  const validate = new Ajv(lenient).compile(schema('sarif-2.1.0'));
  const sarif = JSON.parse(report('sarif'));
  assert.ok(validate(sarif), JSON.stringify(validate.errors?.slice(0, 3)));
  const [run] = sarif.runs;
  const expected = all();
  assert.equal(run.results.length, expected.length);
  const uris = run.results.map((it) => it.locations[0].physicalLocation.artifactLocation.uri);
  for (const uri of uris) assert.match(uri, /^[\w.~%/-]+$/, 'an address without what needs escapes');
  assert.deepEqual(files(uris.map(decodeURIComponent)), files(expected.map((it) => it.file)));
  for (const result of run.results) {
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
  }
  const prints = run.results.map((it) => it.partialFingerprints.primaryLocationLineHash);
  assert.equal(new Set(prints).size, prints.length, 'each has a name of its own');
});

test('Code Quality keeps to the fields that GitLab lists', () => {
  const validate = new Ajv().compile(schema('code-quality'));
  const list = JSON.parse(report('gitlab'));
  assert.ok(validate(list), JSON.stringify(validate.errors?.slice(0, 3)));
  assert.equal(list.length, all().length);
  assert.equal(new Set(list.map((it) => it.fingerprint)).size, list.length);
  assert.ok(!report('gitlab').startsWith('\ufeff'), 'GitLab refuses a byte order mark');
});

// As the runner of GitHub reads a line (ActionCommand.cs): white space before the sign is skipped,
// and the older sign is obeyed anywhere in a line.
function commands(log) {
  const unescape = (words) => words.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%');
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    assert.ok(!line.includes('##['), line);
    const found = line.match(/^\s*::(\w+) ([^:]*)::(.*)$/);
    if (!found) {
      assert.ok(!/^\s*::/.test(line), line);
      return [];
    }
    const pairs = found[2].split(',').map((pair) => {
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1).replace(/%3A/g, ':').replace(/%2C/g, ',');
      return [pair.slice(0, at), unescape(value.replace('##%5B', '##['))];
    });
    return [{ level: found[1], message: unescape(found[3]), ...Object.fromEntries(pairs) }];
  });
}

test('a workflow marks each place and obeys nothing else', () => {
  const log = report('github');
  const marks = commands(log);
  const expected = all();
  assert.equal(marks.length, expected.length);
  const known = new Set(['error', 'warning', 'notice']);
  for (const mark of marks) assert.ok(known.has(mark.level), mark.level);
  assert.deepEqual(files(marks.map((it) => it.file)), files(expected.map((it) => it.file)));
  const place = marks.find((it) => it.title === 'broken-link' && it.file.includes('😀'));
  assert.deepEqual([place.line, place.col], ['5', '8'], 'a column counts characters');
  const levels = marks.map((it) => ['error', 'warning', 'notice'].indexOf(it.level));
  assert.deepEqual(levels, [...levels].sort(), 'errors come first: of many, ten are shown');
  assert.match(log, /marks ten of each kind/);
});

test('no other report holds what a log obeys, and paths lead from where the command runs', () => {
  for (const format of ['human', 'short', 'json', 'gitlab', 'sarif']) {
    assert.deepEqual(commands(report(format)), [], format);
    assert.doesNotMatch(report(format), /[\u0000-\u0009\u000b-\u001f\u202e]/, format);
  }
  const above = report('short', join(site, '..'));
  const folder = site.split('/').pop();
  for (const line of above.trim().split('\n').slice(0, -1)) {
    assert.ok(line.startsWith(`${folder}/`), line);
  }
});
