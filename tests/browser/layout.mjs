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
