// The page itself: steps, questions, the draft, and what follows from each change.
{
  const form = document.getElementById('sw-write');
  const page = document.getElementById('sw-tell');
  const words = form.dataset;
  const part = (name) => [...page.querySelectorAll(`[data-as="${name}"]`)];
  const field = (name) => form.querySelector(`[data-is=${name}]`);
  const site = new URL(words.site || './', location.href).href;
  const keeper = tell.keeper(site);

  const { known, ids } = tell.colleagues(document.getElementById('sw-people'));

  const asking = page.querySelector('.asking');
  const questions = [...asking.children].map(({ id, dataset, lang, textContent }) => ({ id, theme: dataset.theme, lang, text: textContent }));
  asking.remove();
  let question = null;
  const ask = (asked) => {
    question = asked ?? null;
    part('question')[0].hidden = !question;
    const [prompt] = part('prompt');
    prompt.textContent = question?.text ?? '';
    prompt.lang = question?.lang ?? '';
    const others = questions.filter((it) => it.theme === question?.theme);
    form.querySelector('[data-do=another]').hidden = others.length < 2;
  };

  let begun = Date.now();
  let step = 1;
  const changed = () => {
    look();
    clearTimeout(changed.timer);
    changed.timer = setTimeout(keep, 400);
  };
  const parts = tell.parts(words, changed);
  const [photos] = part('photos');
  const [others] = part('others');
  const read = () => ({
    begun,
    step,
    text: field('text').value,
    title: field('title').value,
    theme: field('theme')?.value ?? '',
    question: question?.id ?? '',
    lang: field('lang')?.value ?? words.lang,
    author: field('author').value,
    anonymous: field('anonymous').checked,
    audience: form.elements.audience.value,
    photos: parts.photos(photos),
    others: parts.people(others),
  });
  const story = (draft = read()) => tell.story(draft, { ids, fileName: words.file });

  const preview = tell.look(part, { ...words, photo: words.photoN.replace('{n}', 1) }, (name) => known(name)?.post ?? '');
  const look = () => {
    clearTimeout(look.timer);
    look.timer = setTimeout(() => {
      const draft = read();
      const theme = field('theme')?.selectedOptions[0];
      part('count')[0].textContent = draft.text.trim() ? words.count.replace('{n}', tell.count(draft.text)) : '';
      const shown = story(draft).photos[0];
      preview(draft, theme?.value ? theme.textContent : '', shown && draft.photos.find((photo) => photo.blob === shown.blob));
      if (step > 2) ways();
    }, 60);
  };

  const clock = tell.clock(words.lang);
  const isEmpty = (draft) => !(draft.text + draft.title).trim() && draft.photos.length + draft.others.length === 0;
  let isDropped = false;
  let saving = Promise.resolve();
  const keep = () => {
    changed.timer = 0;
    saving = saving.then(async () => {
      const draft = { ...read(), saved: Date.now() };
      if (isDropped || isEmpty(draft)) return;
      const kept = await keeper.save(draft);
      const [said] = part('kept');
      said.textContent = (kept === 'all' ? words.kept : kept === 'words' ? words.keptWords : words.notKept).replace('{time}', clock(draft.saved));
      said.classList.toggle('not', kept !== 'all');
    });
    return saving;
  };
  // A page that goes to the background may never come back.
  const keepWords = () => {
    const draft = read();
    if (!isDropped && !isEmpty(draft) && changed.timer) keeper.saveWords({ ...draft, saved: Date.now() });
  };
  addEventListener('pagehide', keepWords);
  document.addEventListener('visibilitychange', () => { if (document.hidden) keepWords(); });

  const done = (said = '') => {
    part('done')[0].textContent = [said, words.sentAt.replace('{time}', clock(Date.now()))].filter(Boolean).join(' ');
    keep();
  };
  const ways = tell.ways(form, words, { part, story, done });

  // What a step cannot do without: words, and a name.
  const lacks = (name, isLacking) => tell.lacks(field(name), form.querySelector(`[data-wrong=${name}]`), isLacking);
  // Without a name, none is kept.
  const lock = () => {
    const name = field('author');
    name.disabled = field('anonymous').checked;
    if (name.disabled) name.value = '';
    lacks('author', false);
  };
  const show = (to) => {
    step = to;
    for (const section of form.querySelectorAll('[data-part]')) section.hidden = section.dataset.part !== String(to);
    for (const button of form.querySelectorAll('.steps button')) {
      const at = Number(button.dataset.step);
      button.toggleAttribute('data-past', at < to);
      if (at === to) button.setAttribute('aria-current', 'step');
      else button.removeAttribute('aria-current');
    }
    if (step > 2) ways();
    look();
  };
  const go = (to) => {
    const draft = read();
    const stay = (at, ask) => {
      if (step !== at) show(at);
      ask();
    };
    if (to > 1 && !draft.text.trim()) return stay(1, () => lacks('text', true));
    if (to > 2 && !draft.anonymous && !draft.author.trim()) return stay(2, () => lacks('author', true));
    if (to > 2 && parts.lacksFaces(photos)) return stay(2, () => parts.lacksFaces(photos));
    show(to);
    history.pushState({ step: to }, '');
    const heading = form.querySelector(`[data-part="${to}"] h2`);
    heading.focus({ preventScroll: true });
    (to === 1 ? page : form).scrollIntoView();
    keep();
  };
  addEventListener('popstate', (event) => {
    if (!form.hidden && event.state?.step) show(event.state.step);
  });

  // What an address asks for: a question (#sw-ask-…) or a theme (#theme=…).
  const asked = () => {
    let hash = '';
    try { hash = decodeURIComponent(location.hash.slice(1)); } catch { /* Anybody can write an address. */ }
    const theme = hash.startsWith('theme=') ? hash.slice(6) : null;
    return questions.find((it) => it.id === hash) ?? questions.find((it) => it.theme === theme)
      ?? (theme === null ? null : { theme, text: '' });
  };
  const begin = (asked) => {
    const select = field('theme');
    if (select && asked && [...select.options].some((it) => it.value === asked.theme)) select.value = asked.theme;
    ask(asked?.text ? asked : null);
  };

  const fill = async (draft) => {
    begun = draft.begun ?? begun;
    for (const name of ['text', 'title', 'theme', 'lang', 'author']) {
      const input = field(name);
      if (input && draft[name] !== undefined) input.value = draft[name];
      // A theme or a language that the site no longer has.
      if (input?.selectedIndex === -1) input.selectedIndex = 0;
    }
    form.elements.audience.value = draft.audience;
    field('anonymous').checked = draft.anonymous;
    lock();
    ask(questions.find((it) => it.id === draft.question));
    for (const photo of draft.photos) await parts.photo(photos, photo).catch(() => null);
    for (const person of draft.others) parts.person(others, false, person);
  };

  form.addEventListener('input', (event) => {
    for (const name of ['text', 'author']) if (event.target === field(name)) lacks(name, false);
    changed();
  });
  field('anonymous').addEventListener('change', lock);
  form.addEventListener('change', changed);
  form.addEventListener('submit', (event) => event.preventDefault());
  field('theme')?.addEventListener('change', () => ask(questions.find((it) => it.theme === field('theme').value)));
  field('files').addEventListener('change', async ({ target }) => {
    const unread = [];
    for (const file of [...target.files]) {
      const blob = await tell.photo(file).catch(() => null);
      if (blob) await parts.photo(photos, { blob, before: file.size });
      else unread.push(file.name);
    }
    target.value = '';
    const [wrong] = part('unread');
    wrong.hidden = unread.length === 0;
    wrong.textContent = unread.map((name) => words.unread.replace('{name}', () => name)).join(' ');
    photos.lastElementChild?.querySelector('[data-is=alt]').focus({ preventScroll: unread.length > 0 });
    changed();
  });
  page.addEventListener('click', ({ target }) => {
    const button = target.closest('button');
    if (!button) return;
    const { step: to, do: action, view } = button.dataset;
    if (to) go(Number(to));
    if (action === 'another') {
      const same = questions.filter((it) => it.theme === question.theme);
      ask(same[(same.indexOf(question) + 1) % same.length]);
      changed();
    }
    if (action === 'coach') askCoach();
    if (action === 'coach-away') putAway();
    if (action === 'other') parts.person(others, false).querySelector('input').focus();
    if (view) {
      for (const it of page.querySelectorAll('[data-view]')) {
        it.setAttribute('aria-pressed', String(it === button));
        part(it.dataset.view)[0].hidden = it !== button;
      }
    }
    if (action === 'drop') sure(button, drop);
    if (action === 'go-on') open(found);
  });

  // The coach reads when somebody asks it to, and is fetched then.
  const scripts = {};
  const fetched = (src) => (scripts[src] ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = done;
    script.onerror = () => failed(delete scripts[src]);
    document.head.append(script);
  }));
  const dressed = () => {
    const { styles } = coached.dataset;
    delete coached.dataset.styles;
    if (styles) document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles }));
  };
  const [coached] = part('coach');
  const askCoach = async () => {
    if (lacks('text', !field('text').value.trim())) return;
    coached.hidden = true;
    dressed();
    const draft = read();
    const told = { text: tell.markdown(draft.text), language: draft.lang, namesSomebody: story().namesSomebody };
    await fetched(coached.dataset.code).then(() => fetched(coached.dataset.rules))
      .then(() => coach.say(coached, told), () => { coached.textContent = coached.dataset.failed; });
    coached.hidden = false;
    coached.focus();
  };
  const putAway = () => {
    coached.hidden = true;
    form.querySelector('[data-do=coach]').focus();
  };

  const sure = tell.sure(part('kept')[0], words);
  const drop = async () => {
    isDropped = true;
    await saving;
    await keeper.drop();
    form.reset();
    lock();
    for (const list of [photos, others]) list.replaceChildren();
    part('found')[0].hidden = true;
    if (coached) coached.hidden = true;
    form.hidden = false;
    part('done')[0].textContent = '';
    [begun, isDropped, changed.timer] = [Date.now(), false, 0];
    begin(asked());
    show(1);
    part('kept')[0].textContent = words.dropped;
    form.querySelector('#sw-what').focus();
    page.scrollIntoView();
  };
  let found = null;
  const open = async (draft) => {
    part('found')[0].hidden = true;
    form.hidden = false;
    await fill(draft);
    go(Math.min(draft.step ?? 1, 4));
  };

  const start = async () => {
    history.replaceState({ step: 1 }, '');
    show(1);
    begin(asked());
    found = await keeper.load();
    if (found && !isEmpty({ photos: [], others: [], text: '', title: '', ...found })) {
      form.hidden = true;
      part('found')[0].hidden = false;
      part('found-title')[0].textContent = tell.titleOf(found);
      part('found-time')[0].textContent = words.leftAt.replace('{time}', clock(found.saved, { dateStyle: 'long', timeStyle: 'short' }));
    }
    page.classList.add('live');
    page.querySelector('.desk').hidden = false;
  };
  addEventListener('hashchange', () => { if (form.hidden || !field('text').value.trim()) begin(asked()); });
  start();
}
