// Saves one after the other, each timed from the file to the page.
import { setTimeout as pause } from 'node:timers/promises';
import { save } from './project.mjs';
import { watched } from './page.mjs';
import { memory } from './server.mjs';

/** No number is used twice, so that no page can show it already. */
let number = 0;

/** Saves an edit `times` times while `url` is open. */
export async function series({ browser, site, url, edit, times, mayLeave, pauses, patience }) {
  const told = { took: [], left: 0, clock: 0, wrong: null };
  await on(browser, { url, shown: edit.shown, patience }, told, async (page) => {
    told.clock = await page.offset();
    for (let time = 0; time < times; time += 1) {
      await rest(page, pauses);
      told.took.push(await shownAfter(page, site, edit));
      told.left = page.left();
    }
    if (!mayLeave) await stays(page, url);
  });
  return told;
}

/** Saves words and titles by turns, without waiting for what they do; the last must be seen. Tells
    the memory of the server before, at each tenth, and after. */
export async function storm({ browser, site, server, url, edits, times, patience }) {
  const told = { held: [memory(server).now], took: null, wrong: null };
  const last = edits[(times - 1) % 2];
  await on(browser, { url, shown: last.shown, patience }, told, async (page) => {
    await rest(page, [500, 500]);
    const tenth = Math.ceil(times / 10);
    for (let time = 1; time < times; time += 1) {
      save(site, edits[(time - 1) % 2], ++number);
      await pause(40);
      if (time % tenth === 0) told.held.push(memory(server).now);
    }
    told.took = await shownAfter(page, site, last);
    await stays(page, url);
    await pause(2000);
    told.held.push(memory(server).now);
  });
  return told;
}

/** Does something with a page; what does not work is told, and ends it. */
async function on(browser, what, told, act) {
  const page = await browser.newPage();
  try {
    await act(await watched(page, what));
  } catch (error) {
    told.wrong = error.message;
  }
  await page.close();
}

async function shownAfter(page, site, edit) {
  const shown = page.shows(++number);
  const begun = save(site, edit, number);
  return await shown - begun;
}

async function stays(page, url) {
  if (!(await page.stays())) throw new Error(`${url} was loaded anew`);
}

/** A pause of any length between two, so that no rhythm of a server fits; then the page must
    listen. */
async function rest(page, [least, most]) {
  await pause(least + Math.random() * (most - least));
  await page.listens();
}
