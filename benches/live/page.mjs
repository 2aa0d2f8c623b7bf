// A page that is open in a browser, and tells by itself the moment at which it shows something else.
import { setTimeout as pause } from 'node:timers/promises';

/** Opens an address in a page that watches the mark of an edit, ready for the first save. */
export async function watched(page, { url, shown, patience }) {
  const state = { waiting: new Map(), documents: 0, listening: 0, now: undefined };
  page.on('framenavigated', (frame) => { if (frame === page.mainFrame()) state.documents += 1; });
  // Storywall's pages listen to a stream of events, Hugo's to a socket that says hello.
  page.on('response', (response) => { if (response.url().includes('/_live?')) state.listening += 1; });
  page.on('websocket', (socket) => socket.once('framereceived', () => { state.listening += 1; }));
  await page.exposeFunction('storywallMark', (mark, at) => {
    state.now = mark;
    state.waiting.get(mark)?.(at);
  });
  await page.addInitScript(watch, { selector: shown.selector, property: shown.property });
  await page.goto(url, { waitUntil: 'load', timeout: patience });
  const listens = () => until(() => state.listening >= state.documents, patience, `${url} does not listen to its server`);
  await listens();
  await page.evaluate(() => { window.storywallStays = true; });
  return {
    /** How many pages were loaded in its place since. */
    left: () => state.documents - 1,
    /** Whether it is still the same page, not one loaded in its place. */
    stays: () => page.evaluate(() => window.storywallStays === true),
    /** Resolves when a save could be heard: what was loaded anew must listen again. */
    listens,
    /** Promises the moment at which the page shows the mark. */
    shows: (number) => shows(state, shown.mark(number), patience),
    offset: () => offset(page),
  };
}

/** Runs in the page, before any script of it. */
function watch({ selector, property }) {
  const read = () => {
    const elements = [...document.querySelectorAll(selector)];
    if (property) return elements[0] && getComputedStyle(elements[0]).getPropertyValue(property);
    return elements.map((element) => element.textContent).join(' ').match(/mark-\d+/)?.[0];
  };
  let last;
  const look = () => {
    const mark = read();
    if (!mark || mark === last) return;
    last = mark;
    window.storywallMark(mark, performance.timeOrigin + performance.now());
  };
  const everyFrame = () => {
    look();
    requestAnimationFrame(everyFrame);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  if (!property) return;
  // Styles come without a change of the page: with a file that has loaded, or at some frame.
  document.addEventListener('load', look, true);
  everyFrame();
}

function shows(state, mark, patience) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      state.waiting.delete(mark);
      reject(new Error(`${mark} was not shown within ${patience / 1000} s; shown is ${state.now}`));
    }, patience);
    state.waiting.set(mark, (at) => {
      clearTimeout(timer);
      state.waiting.delete(mark);
      resolve(at);
    });
  });
}

/** How far the clock of the page is ahead of ours, in milliseconds, by the quickest of some
    questions; half of what that took is how much this may be wrong. */
async function offset(page) {
  let best = { took: Infinity };
  for (let time = 0; time < 20; time += 1) {
    const begun = performance.timeOrigin + performance.now();
    const theirs = await page.evaluate(() => performance.timeOrigin + performance.now());
    const took = performance.timeOrigin + performance.now() - begun;
    if (took < best.took) best = { took, ahead: theirs - begun - took / 2 };
  }
  return best.ahead;
}

async function until(holds, patience, otherwise) {
  const begun = performance.now();
  while (!holds()) {
    if (performance.now() - begun > patience) throw new Error(otherwise);
    await pause(5);
  }
}
