// A plain web server for a built site: below any path, with the headers that the program recommends.
// By hand: node serve.mjs FOLDER [PREFIX] [PORT]
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the program recommends to every web server. */
const RULES = recommended();

/** The policy of pages. */
export const POLICY = headersOf('index.html')['content-security-policy'];

export const TYPES = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  ics: 'text/calendar; charset=utf-8',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: 'application/xml',
};

/** Serves `folder` at `prefix` (`/`, `/a/b/`); `policy: false` leaves the pages to defend themselves. */
export async function serve(folder, { prefix = '/', policy = true, port = 0 } = {}) {
  const root = path.resolve(folder);
  const server = http.createServer((request, response) => {
    const file = fileOf(root, prefix, request.url);
    const found = file && fs.existsSync(file) && fs.statSync(file).isFile();
    const answer = found ? file : path.join(root, '404.html');
    const headers = {
      ...headersOf(path.relative(root, answer).split(path.sep).join('/')),
      'content-type': TYPES[path.extname(answer).slice(1)] ?? 'application/octet-stream',
    };
    if (!policy) delete headers['content-security-policy'];
    response.writeHead(found ? 200 : 404, headers);
    response.end(fs.existsSync(answer) ? fs.readFileSync(answer) : '');
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}${prefix}`;
  // A test that fails before it closes its server must not keep the process waiting for it.
  server.unref();
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url, close };
}

/** Of a file of the site; the last rule that fits has the last word. */
function headersOf(file) {
  const fits = ({ folder, ending }) => `/${file}`.startsWith(folder ?? '/') && file.endsWith(ending ?? '');
  return Object.assign({}, ...RULES.filter(fits).map((rule) => rule.headers));
}

function recommended() {
  const project = path.resolve(import.meta.dirname, '../..');
  const program = process.env.STORYWALL ?? path.join(project, 'target/debug/storywall');
  const args = ['headers', '--format', 'json', '--root', project, '--base-url', 'http://localhost/'];
  return JSON.parse(execFileSync(program, args, { encoding: 'utf8' })).rules;
}

function fileOf(root, prefix, asked) {
  let pathname;
  try {
    pathname = decodeURIComponent(new URL(asked, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (!pathname.startsWith(prefix)) return null;
  const file = path.join(root, pathname.slice(prefix.length), pathname.endsWith('/') ? 'index.html' : '');
  return file.startsWith(root + path.sep) ? file : null;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder = 'public', prefix = '/', port = '8000'] = process.argv.slice(2);
  const { url } = await serve(folder, { prefix, port: Number(port) });
  console.log(url);
  setInterval(() => {}, 2 ** 30);
}
