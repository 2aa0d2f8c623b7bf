// The page: which of the three it is, the draft, and the ways out.
{
  const form = document.getElementById('sw-write');
  const page = document.getElementById('sw-ask');
  const words = { ...form.dataset };
  const part = (name) => [...page.querySelectorAll(`[data-as="${name}"]`)];
  const site = new URL(words.site || './', location.href).href;
  const { ids } = tell.colleagues(document.getElementById('sw-people'));
  const stories = [...document.getElementById('sw-stories').options]
    .map(({ value, dataset }) => ({ title: value, address: dataset.name, path: dataset.file }));
  const purposes = [...form.querySelectorAll('[data-for]')];
  const clock = tell.clock(words.lang);

  // What an address asks for: #question, #topic, #there-too, or #there-too=stories/2026/pump-four.
  const asked = () => {
    let hash = '';
    try { hash = decodeURIComponent(location.hash.slice(1)); } catch { /* Anybody can write an address. */ }
    const [purpose, story = ''] = hash.split(/=(.*)/s);
    const isKnown = purposes.some((it) => it.dataset.for === purpose);
    return { purpose: isKnown ? purpose : 'question', story: /^stories\/[\p{L}\p{N}/_-]+$/u.test(story) ? story : '' };
  };

  let now = asked();
  let step = 1;
  let keeper = null;
  const section = () => purposes.find((it) => it.dataset.for === now.purpose);
  const field = (name) => section().querySelector(`[data-is=${name}]`);
  const fields = () => section().querySelectorAll('[data-is]');
  const sender = form.querySelector('[data-is=name]');

  // The story that an address names; an older one by the words of its address.
  const titled = (address) => {
    const words = address.split('/').at(-1).replace(/-/g, ' ');
    return stories.find((it) => it.address === address)
      ?? { title: words.charAt(0).toUpperCase() + words.slice(1), address, path: `content/${address}.md` };
  };
  // The story that somebody named: that of the address, if it is still that, or one of this title.
  const named = (title) => {
    const from = now.story && titled(now.story);
    if (from && from.title === title) return from;
    return stories.find((it) => it.title.toLocaleLowerCase() === title.toLocaleLowerCase()) ?? { title, address: '', path: '' };
  };

  const read = () => {
    const draft = { purpose: now.purpose, of: now.story, step, lang: words.lang, name: sender.value, about: form.elements.about.value, photos: [] };
    for (const input of fields()) draft[input.dataset.is] = input.value;
    return draft;
  };
  const proposal = (draft = read()) => tell.proposal(
    { ...draft, story: draft.story === undefined ? null : named(tell.text.line(draft.story)) },
    { ids, words, fileName: section().dataset.file, site },
  );

  const isEmpty = (draft) => !['text', 'title', 'prompts'].some((name) => draft[name]?.trim());
  let isDropped = false;
  let saving = Promise.resolve();
  const keep = () => {
    keep.timer = clearTimeout(keep.timer);
    const [draft, kept] = [{ ...read(), saved: Date.now() }, keeper];
    saving = saving.then(async () => {
      if (isDropped || isEmpty(draft)) return;
      const how = await kept.save(draft);
      const [said] = part('kept');
      said.textContent = (how === 'all' ? words.kept : words.notKept).replace('{time}', clock(draft.saved));
      said.classList.toggle('not', how !== 'all');
    });
    return saving;
  };
  // A page that goes to the background may never come back.
  const keepWords = () => {
    const draft = read();
    if (!isDropped && keep.timer && !isEmpty(draft)) keeper.saveWords({ ...draft, saved: Date.now() });
  };
  addEventListener('pagehide', keepWords);
  document.addEventListener('visibilitychange', () => { if (document.hidden) keepWords(); });

  const done = (said = '') => {
    part('done')[0].textContent = [said, words.sentAt.replace('{time}', clock(Date.now()))].filter(Boolean).join(' ');
    keep();
  };
  const ways = tell.ways(form, words, { part, story: proposal, done });

  const show = (to) => {
    step = to;
    for (const it of form.querySelectorAll('[data-part]')) it.hidden = it.dataset.part !== String(to);
    if (to !== 2) return;
    part('done')[0].textContent = '';
    part('copy-by-hand')[0].hidden = true;
    part('goes')[0].textContent = proposal().text;
    ways();
  };
  const lacks = (input, isLacking) => tell.lacks(input, input.parentElement.querySelector('.wrong'), isLacking);
  const heading = () => (step === 1 ? section() : form.querySelector('[data-part="2"]')).querySelector('h2');
  const go = (to) => {
    if (to === 2) {
      const lacking = [...fields()].find((it) => 'needed' in it.dataset && !it.value.trim());
      if (lacking) {
        if (step !== 1) show(1);
        return lacks(lacking, true);
      }
    }
    show(to);
    history.pushState({ step: to }, '');
    heading().focus({ preventScroll: true });
    (to === 1 ? page : form).scrollIntoView();
    keep();
  };
  addEventListener('popstate', ({ state }) => {
    if (!form.hidden && state?.step) show(state.step);
  });

  // What cannot be brought back is asked for twice.
  const sure = tell.sure(part('kept')[0], words);
  let found = null;
  const fill = (draft) => {
    for (const input of fields()) if (draft[input.dataset.is] !== undefined) input.value = draft[input.dataset.is];
    sender.value = draft.name ?? '';
    if (draft.about) form.elements.about.value = draft.about;
  };
  const empty = () => {
    form.reset();
    for (const input of fields()) if ('needed' in input.dataset) lacks(input, false);
    if (now.story) field('story').value = titled(now.story).title;
  };
  const open = () => {
    part('found')[0].hidden = true;
    form.hidden = false;
  };
  const drop = async () => {
    isDropped = true;
    clearTimeout(keep.timer);
    await saving;
    await keeper.drop();
    [isDropped, found] = [false, null];
    empty();
    open();
    show(1);
    part('kept')[0].textContent = words.dropped;
    heading().focus();
    page.scrollIntoView();
  };

  // Begins with what the address asks for. Each of the three has a draft of its own, and each story.
  const begin = async () => {
    now = asked();
    history.replaceState({ step: 1 }, '');
    keeper = tell.keeper(site, ['ask', now.purpose, now.story].filter(Boolean).join(' '));
    for (const it of purposes) it.hidden = it.dataset.for !== now.purpose;
    for (const it of page.querySelectorAll('[data-other]')) it.hidden = it.dataset.other === now.purpose;
    words.mailSubject = section().dataset.subject;
    document.title = document.title.replace(/^.* · /, `${section().querySelector('h2').textContent} · `);
    empty();
    open();
    part('kept')[0].textContent = '';
    show(1);
    const draft = await keeper.load();
    if (!draft || isEmpty(draft)) return;
    found = draft;
    form.hidden = true;
    part('found')[0].hidden = false;
    part('found-title')[0].textContent = tell.text.line(draft.title || tell.firstSentence(draft.text));
    part('found-time')[0].textContent = words.leftAt.replace('{time}', clock(draft.saved, { dateStyle: 'long', timeStyle: 'short' }));
  };

  form.addEventListener('input', ({ target }) => {
    if ('needed' in target.dataset) lacks(target, false);
    clearTimeout(keep.timer);
    keep.timer = setTimeout(keep, 400);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  page.addEventListener('click', ({ target }) => {
    const button = target.closest('button');
    if (!button) return;
    const { step: to, do: action } = button.dataset;
    if (to) go(Number(to));
    if (action === 'drop') sure(button, drop);
    if (action === 'go-on') {
      fill(found);
      open();
      go(found.step ?? 1);
    }
  });
  addEventListener('hashchange', async () => {
    await keep();
    await begin();
    heading().focus({ preventScroll: true });
    page.scrollIntoView();
  });

  const start = async () => {
    await begin();
    page.classList.add('live');
    page.querySelector('.desk').hidden = false;
  };
  start();
}
