#!/usr/bin/env node
// What `check --since` costs for one changed story, beside a check of the whole site.
// usage: node benches/since/measure.mjs PROGRAM [STORIES [TIMES]]      e.g. … target/release/storywall 10000 7
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const [program, stories = '10000', times = '7'] = process.argv.slice(2);
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'storywall-since-'));
const write = (file, text) => {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
};
const story = (at) => `---\ntitle: Story ${at}\nauthor: person-${at % 1250}\ndate: 2026-0${1 + (at % 9)}-1${at % 9}\nlocation: Esbjerg\n---\n`
  + `The pump of ${at} would not start, and [this one](s${(at * 7) % Number(stories)}.md) had.\n\n${'Words that a colleague wrote on a night shift, about what was done first. '.repeat(50)}\n`;

write('site.toml', 'title = "A"\nbase_url = "https://a.example/"\n');
for (let at = 0; at < 1250; at += 1) write(`content/people/person-${at}.md`, `---\nname: Person ${at}\n---\nWorks here.\n`);
for (let at = 0; at < Number(stories); at += 1) write(`content/stories/2026/s${at}.md`, story(at));
const git = (...args) => execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], { cwd: root });
git('init', '-q', '-b', 'main');
git('add', '.');
git('commit', '-qm', 'A');
fs.appendFileSync(path.join(root, 'content/stories/2026/s7.md'), 'One more sentence.\n');

const took = (...args) => {
  const begun = process.hrtime.bigint();
  const { status, stderr } = spawnSync(program, ['check', '--quiet', '--today', '2026-11-30', ...args, '--root', root], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Number(process.hrtime.bigint() - begun) / 1e6;
};
const [whole, since] = [[], []];
for (let at = 0; at < Number(times) + 1; at += 1) {
  whole.push(took());
  since.push(took('--since', 'main'));
}
// The first pair warms the cache of the disk.
const median = (all) => all.slice(1).sort((a, b) => a - b)[Math.floor((all.length - 1) / 2)];
console.log(`${stories} stories: check ${median(whole).toFixed(0)} ms, check --since ${median(since).toFixed(0)} ms, ratio ${(median(since) / median(whole)).toFixed(2)}`);
fs.rmSync(root, { recursive: true });
