// The line of contents says which part of the page one reads, where it stays above the text.
{
  const contents = document.querySelector('.toc details');
  const line = contents.querySelector('summary span');
  const label = line.textContent;
  const links = [...contents.querySelectorAll('a')];
  const parts = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const beside = matchMedia('(min-width: 80rem)');
  let waiting = false;
  const say = () => {
    waiting = false;
    const edge = contents.getBoundingClientRect().bottom + 32;
    const at = beside.matches ? -1 : parts.findLastIndex((part) => part?.getBoundingClientRect().top < edge);
    const text = at < 0 ? label : links[at].textContent;
    if (line.textContent !== text) line.textContent = text;
  };
  const soon = () => {
    if (!waiting) requestAnimationFrame(say);
    waiting = true;
  };
  addEventListener('scroll', soon, { passive: true });
  addEventListener('resize', soon);
  const close = () => { if (!beside.matches) contents.open = false; };
  contents.querySelector('ul').addEventListener('click', close);
  document.addEventListener('click', (event) => { if (!contents.contains(event.target)) close(); });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !contents.open || beside.matches) return;
    close();
    contents.querySelector('summary').focus();
  });
  say();
}
