// A server that speaks the preview's protocol, and says what a test tells it to: pages of the built
// site or any other, with the bars that the program makes (they stand beside this file).
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { SITE } from '../site.mjs';
import { POLICY, TYPES } from '../serve.mjs';

const ASSETS = new URL('../../../src/preview/assets/', import.meta.url);
const hash = (text) => createHash('md5').update(text).digest('hex');

/** The HTML of a bar by its name. */
export const bar = (name) => fs.readFileSync(new URL(`${name}.html`, import.meta.url), 'utf8');

/** A page of the built site. */
export const built = (address) => fs.readFileSync(path.join(SITE, address), 'utf8');

/** Begins to serve. `put` makes an address show something else and tells those who look at it;
    `tell` tells them anything; `files` stand before those of the site. */
export async function preview(pages = {}) {
  const shown = new Map();
  const files = new Map();
  const streams = new Set();
  const asked = [];
  let number = 1;
  let server;
  let port = 0;

  const look = (address) => {
    const known = shown.get(address) ?? { html: built(address) };
    const page = { status: 'found', bar: bar('well'), ...known };
    return { ...page, seen: hash(page.html), barSeen: hash(page.bar) };
  };

  /** What is news for whoever has seen this. */
  const news = ({ at, seen, bar: known }) => {
    const page = look(at);
    const { html, status, bar, barSeen } = page;
    if (page.seen !== seen) {
      return event('page', { number, status, html, seen: page.seen, bar, barSeen }, `${page.seen}-${barSeen}`);
    }
    return barSeen === known ? '' : event('bar', { number, bar, barSeen }, `${seen}-${barSeen}`);
  };
  const event = (kind, data, id = '') => `event: ${kind}\n${id && `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;

  const put = (address, page) => {
    shown.set(address, page);
    number += 1;
    for (const stream of streams) stream.look();
  };
  const tell = (kind, data) => {
    for (const stream of streams) stream.response.write(event(kind, data));
  };
  for (const [address, page] of Object.entries(pages)) shown.set(address, page);

  const live = (request, response, query) => {
    const [seen, barSeen] = request.headers['last-event-id']?.split('-') ?? [query.get('seen'), query.get('bar')];
    const state = { at: query.get('at'), seen, bar: barSeen };
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    if (query.has('once')) return response.end(news(state));
    const stream = { response };
    stream.look = () => {
      const event = news(state);
      const page = look(state.at);
      Object.assign(state, { seen: page.seen, bar: page.barSeen });
      if (event) response.write(event);
    };
    response.write('retry: 200\n\n');
    stream.look();
    streams.add(stream);
    response.on('close', () => streams.delete(stream));
  };

  const answer = async (request, response) => {
    const { pathname, search, searchParams } = new URL(request.url, 'http://localhost');
    const address = decodeURIComponent(pathname.slice(1));
    asked.push(address + search);
    if (address === '_live') return live(request, response, searchParams);
    const type = TYPES[path.extname(address).slice(1)] ?? 'application/octet-stream';
    const headers = { 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff' };
    if (address.endsWith('.html')) {
      const page = look(address);
      response.writeHead(page.status === 'found' ? 200 : 404, { ...headers, 'content-type': type, 'cache-control': 'no-store' });
      return response.end(decorated(address, page, search.slice(1)));
    }
    const file = address.startsWith('_preview/') ? new URL(address.slice(9), ASSETS) : path.join(SITE, address);
    const known = await files.get(address)?.();
    const body = known ?? (fs.existsSync(file) && fs.statSync(file).isFile() ? fs.readFileSync(file) : null);
    response.writeHead(body === null ? 404 : 200, { ...headers, 'content-type': type });
    response.end(body ?? '');
  };

  const decorated = (address, page, query) => {
    const head = '<link rel="stylesheet" href="/_preview/page.css" data-preview>'
      + '<script type="module" src="/_preview/preview.js" data-preview></script>';
    const host = `<storywall-preview data-at="${address}" data-seen="${page.seen}" data-bar="${page.barSeen}" data-mount="/" `
      + `data-query="${query.replaceAll('&', '&amp;')}" data-number="${number}" data-status="${page.status}">`
      + '<template shadowrootmode="open"><link rel="stylesheet" href="/_preview/paper.css">'
      + `<link rel="stylesheet" href="/_preview/preview.css">${page.bar}</template></storywall-preview>`;
    return page.html.replace('<head>', () => `<head>${head}`).replace('</body>', () => `${host}</body>`);
  };

  const open = () => new Promise((resolve) => {
    server = http.createServer(answer);
    server.listen(port, '127.0.0.1', () => {
      port = server.address().port;
      server.unref();
      resolve();
    });
  });
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  await open();
  return { url: `http://127.0.0.1:${port}/`, put, tell, files, streams, asked, open, close };
}
