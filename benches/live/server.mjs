// A server as its user meets it: how soon it is ready, its first pages, its memory.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import readline from 'node:readline';

/** More than any server should need; Hugo reads 10,000 stories in half a minute. */
const PATIENCE = 300_000;

/** Starts Storywall. */
export function storywall(program, site) {
  const words = ['serve', '--port', '0', '--quiet', '--today', '2026-12-31', '--root', site.root];
  return start(program, words, /(http:\/\/\S+\/) shows/);
}

/** Starts Hugo as it starts by itself, with its fast rendering. Its pages are dated to the second:
    without `--noHTTPCache`, a browser that reloads twice in a second keeps the old page. */
export async function hugo(program, site, folder) {
  const port = String(await freePort());
  const words = ['server', '--port', port, '--disableFastRender=false', '--buildFuture', '--noHTTPCache'];
  const places = ['--source', site.root, '--destination', `${folder}/public`, '--cacheDir', `${folder}/cache`];
  const server = await start(program, [...words, ...places], /available at (\S+\/)/);
  const url = server.url.startsWith('//') ? `http:${server.url}` : server.url;
  return { ...server, url };
}

/** Milliseconds until the whole page is there. */
export async function get(url) {
  const begun = performance.now();
  const request = http.get(url, { family: 4 });
  const [response] = await once(request, 'response');
  let length = 0;
  for await (const part of response) length += part.length;
  const took = performance.now() - begun;
  if (response.statusCode !== 200 || length === 0) throw new Error(`${url} answers ${response.statusCode}`);
  return took;
}

/** Whatever Node does for its first request is no matter of the servers. */
export async function warmUp() {
  const server = http.createServer((_, response) => response.end('warm')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  for (let time = 0; time < 5; time += 1) await get(`http://127.0.0.1:${server.address().port}/`);
  server.close();
}

/** Megabytes now and at most so far, as Linux counts them; nothing elsewhere. */
export function memory({ pid }) {
  const status = fs.existsSync(`/proc/${pid}/status`) ? fs.readFileSync(`/proc/${pid}/status`, 'utf8') : '';
  const of = (name) => Number(status.match(new RegExp(`^${name}:\\s+(\\d+)`, 'm'))?.[1]) / 1024;
  return { now: of('VmRSS'), peak: of('VmHWM') };
}

async function start(program, words, address) {
  const begun = performance.now();
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = () => child.kill('SIGKILL');
  process.prependOnceListener('exit', kill);
  const ended = once(child, 'exit').then(() => process.off('exit', kill));
  const told = [];
  const url = await new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`${program} ${why}\n${told.join('\n')}`));
    const timer = setTimeout(() => fail('does not say where it answers'), PATIENCE);
    child.on('error', reject);
    ended.then(() => fail('ended'), reject);
    for (const stream of [child.stdout, child.stderr]) {
      readline.createInterface(stream).on('line', (line) => {
        told.push(line);
        const found = line.match(address);
        if (!found) return;
        clearTimeout(timer);
        resolve(found[1]);
      });
    }
  });
  const ready = performance.now() - begun;
  const stop = async () => {
    child.kill('SIGINT');
    const timer = setTimeout(kill, 10_000);
    await ended;
    clearTimeout(timer);
  };
  return { pid: child.pid, url, ready, stop };
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
