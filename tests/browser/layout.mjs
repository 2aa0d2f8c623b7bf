// What several tests measure on a page.

/** Says which elements make the page wider than the window; runs in the page. */
export function tooWide() {
  const width = document.documentElement.clientWidth;
  const over = document.documentElement.scrollWidth - width;
  if (over <= 0) return [];
  const culprits = [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .filter((element) => ![...element.children].some((child) => child.getBoundingClientRect().right > width + 1))
    .slice(0, 3)
    .map((element) => `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.trim().slice(0, 30)}”`);
  return [`${over} px too wide: ${culprits.join(', ')}`];
}

/** In the page: how high each sheet without a picture is, in heights of what is on it. */
export function voids() {
  return [...document.querySelectorAll('.wall:not([hidden]) .card')].filter((card) => !card.querySelector('.pic')).map((card) => {
    const is = card.getBoundingClientRect().height;
    const column = card.querySelector('.column');
    // Its letters stay as large as they are.
    const size = column && getComputedStyle(column.firstChild).fontSize;
    card.style.height = 'auto';
    if (column) Object.assign(column.style, { flex: 'none', height: 'auto', minHeight: '0', containerType: 'normal' });
    if (column) column.firstChild.style.fontSize = size;
    const needed = card.getBoundingClientRect().height;
    card.style.height = '';
    if (column) Object.assign(column.style, { flex: '', height: '', minHeight: '', containerType: '' });
    if (column) column.firstChild.style.fontSize = '';
    return { what: card.className, ratio: is / needed };
  });
}

/** In the page: how many lines the running text of each sheet has room for. */
export function lines() {
  return [...document.querySelectorAll('.wall:not([hidden]) .column p')].map((text) => {
    const lines = text.getBoundingClientRect().height / parseFloat(getComputedStyle(text).lineHeight);
    return { what: text.closest('li').className, lines };
  });
}

/** In the page: places of the wall where no sheet stands. */
export function holes() {
  const wall = document.querySelector('.wall:not([hidden])');
  const all = wall.getBoundingClientRect();
  const boxes = [...wall.children].map((sheet) => sheet.getBoundingClientRect());
  const area = boxes.reduce((sum, box) => sum + (box.width + 32) * (box.height + 32), 0);
  const share = area / ((all.width + 32) * (all.height + 32));
  return share < 0.9 ? [`sheets cover ${Math.round(share * 100)} % of the wall`] : [];
}
