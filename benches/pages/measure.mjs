// How soon pages are there, on a slow phone and a slow network: see README.md beside.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import zlib from 'node:zlib';
import { start } from '../../tests/browser/chromium.mjs';
import { serve } from '../../tests/browser/serve.mjs';

const { values: said, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: 'string', default: '5' } },
});
const [site = 'public'] = positionals;
const PAGES = {
  home: 'index.html',
  'FAQ entry': 'faq/say-something-wrong.html',
  story: 'stories/2026/one-comma.html',
  wall: 'stories/index.html',
  board: 'speaking/index.html',
};
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
/** Slow 4G: 1.6 Mbit/s down, 0.75 up, 150 ms there and back. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const SLOWER = 4;
/** How long a page is left alone after it has loaded, for late shifts and paints. */
const REST = 1500;
const TEXT = /^(text\/|application\/(javascript|json|manifest\+json|xml)|image\/svg)/;

for (const address of Object.values(PAGES)) {
  if (!fs.existsSync(path.join(site, address))) throw new Error(`${site} has no ${address}: build the example first`);
}
const browser = await start();
const plain = await serve(site);
const packed = await packing(plain.url);
console.log(`Chromium ${browser.version()}, median of ${said.times}\n`);
await measure('as it is', plain.url);
await measure('packed with gzip', packed.url);
await browser.close();
await packed.close();
await plain.close();

async function measure(how, url) {
  console.log(`| ${how} | first paint, ms | largest, ms | shift | kB | HTML | CSS | fonts | script | pictures | other | requests |`);
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|');
  for (const [name, address] of Object.entries(PAGES)) {
    const visits = [];
    for (let n = 0; n < Number(said.times); n += 1) visits.push(await visit(url + address));
    const of = (figure) => median(visits.map(figure));
    const kb = (type) => (of((it) => it.bytes[type] ?? 0) / 1000).toFixed(1);
    const kinds = ['document', 'stylesheet', 'font', 'script', 'image', 'other'].map(kb);
    const whole = of((it) => Object.values(it.bytes).reduce((sum, one) => sum + one, 0)) / 1000;
    const [first, largest, shift] = [of((it) => it.first), of((it) => it.largest), of((it) => it.shift)];
    const cells = [name, Math.round(first), Math.round(largest), shift.toFixed(4), whole.toFixed(1), ...kinds, of((it) => it.requests)];
    console.log(`| ${cells.join(' | ')} |`);
  }
  console.log('');
}

/** A first visit: each in a context of its own, which has nothing stored. */
async function visit(url) {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const kinds = new Map();
  const bytes = {};
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type.toLowerCase()));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = kinds.get(requestId);
    const kind = ['document', 'stylesheet', 'font', 'script', 'image'].includes(type) ? type : 'other';
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(() => {
    globalThis.seen = { largest: 0, shift: 0 };
    const watch = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
    watch('largest-contentful-paint', (entry) => (globalThis.seen.largest = entry.startTime));
    watch('layout-shift', (entry) => (globalThis.seen.shift += entry.hadRecentInput ? 0 : entry.value));
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(REST);
  const figures = await page.evaluate(() => ({
    first: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    ...globalThis.seen,
  }));
  await context.close();
  return { ...figures, bytes, requests: kinds.size };
}

function median(numbers) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
}

/** The same site behind a server that packs texts, as most do. */
async function packing(behind) {
  const server = http.createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url, behind));
    const body = Buffer.from(await answer.arrayBuffer());
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => !/^(connection|keep-alive|transfer-encoding|content-length)$/.test(name)));
    const packs = TEXT.test(headers['content-type'] ?? '');
    if (packs) headers['content-encoding'] = 'gzip';
    response.writeHead(answer.status, headers);
    response.end(packs ? zlib.gzipSync(body) : body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}
