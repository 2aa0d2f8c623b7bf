// Slides fill the window one by one: by keys and buttons at a meeting, or by themselves on a screen
// (`#loop` at the end of the address). By themselves, none is shown that only colleagues may read.
{
  const SECONDS = 12;
  const page = document.documentElement;
  const stage = document.querySelector('.stage');
  const slides = [...stage.querySelectorAll('.slide')];
  const steps = stage.querySelector('.steps-of');
  let shown = [];
  let at = 0;
  let timer = 0;
  let before = document.body;

  const show = (next) => {
    at = (next + shown.length) % shown.length;
    slides.forEach((slide) => (slide.hidden = slide !== shown[at]));
    stage.scrollTop = 0;
  };
  // After each round, a page that was published meanwhile takes its place.
  const renew = async () => {
    const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
    if (answer?.ok && timer) location.reload();
  };
  const go = (step) => {
    show(at + step);
    if (timer && at === 0 && step > 0 && location.protocol !== 'file:') renew();
  };
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    page.classList.remove('showing');
    steps.hidden = true;
    slides.forEach((slide) => (slide.hidden = false));
    if (location.hash === '#loop') history.replaceState(null, '', location.pathname + location.search);
    before.focus();
  };
  const begin = (how) => {
    before = document.activeElement;
    clearInterval(timer);
    shown = slides.filter((slide) => how === 'talk' || !('internal' in slide.dataset));
    if (shown.length === 0) return;
    timer = how === 'loop' ? setInterval(() => go(1), SECONDS * 1000) : 0;
    page.classList.add('showing');
    steps.hidden = false;
    // A screen that begins by itself has nobody who would press it.
    if (before !== document.body) steps.querySelector('[data-step="1"]').focus({ preventScroll: true });
    show(0);
  };
  const KEYS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
  document.addEventListener('keydown', (event) => {
    if (!page.classList.contains('showing')) return;
    if (event.key === 'Escape') stop();
    else if (event.key in KEYS) go(KEYS[event.key]);
    else return;
    event.preventDefault();
  });
  steps.addEventListener('click', ({ target }) => {
    if ('stop' in target.dataset) stop();
    else if (target.dataset.step) go(Number(target.dataset.step));
  });
  const choice = document.querySelector('.show');
  choice.hidden = false;
  choice.addEventListener('click', ({ target }) => target.dataset.show && begin(target.dataset.show));
  const byAddress = () => location.hash === '#loop' && begin('loop');
  addEventListener('hashchange', byAddress);
  byAddress();
}
