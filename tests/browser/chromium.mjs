// The browser that pages are tried in.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

/** Starts it: whoever does closes it. */
export function start() {
  return chromium.launch({
    executablePath: program(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-component-update'],
  });
}

function program() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = process.env.CHROMIUM
    ?? folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find((file) => fs.existsSync(file));
  assert.ok(found, 'No Chromium is installed: install the package “chromium”, or name its program in CHROMIUM');
  return found;
}
