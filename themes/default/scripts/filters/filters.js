// Filters of the wall together: on the page of one (by/form-how.html), a second one narrows it. The
// address says which: by/form-how.html#form-how+place-esbjerg. Cards come from the pages of lists.
{
  const words = document.currentScript.dataset;
  const [bar, wall, heading, tally] =
    ['.picks', '.wall', 'h1', '.tally [role=status]'].map((it) => document.querySelector(it));
  const before = [heading.textContent, document.title, tally.textContent];

  // A value is called as its page is; its key is what stands before the first dash.
  const named = (link) => decodeURIComponent(link.pathname.split('/').pop()).replace(/\.html$/, '');
  const key = (name) => name.split('-')[0];
  const picks = [...bar.children].map((list) => {
    const items = [...list.querySelectorAll('a')].map((link, at) => {
      const [label, count] = [link.firstChild.textContent.trim(), link.querySelector('span')];
      return { link, label, count, all: count.textContent, name: at === 0 ? '' : named(link) };
    });
    return { list, items, key: key(items.at(-1).name) };
  });
  const items = picks.flatMap((pick) => pick.items);
  const label = (name) => items.find((it) => it.name === name)?.label ?? name.slice(key(name).length + 1);
  const here = named(bar.querySelector('[aria-current]'));
  let names = [here];
  const address = (names) => {
    const written = names.map(encodeURIComponent);
    return written.length > 1 ? `#${written.join('+')}` : written.length === 1 ? `${written[0]}.html` : words.all;
  };

  const kept = {};
  const once = (address, read) => (kept[address] ??= fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.text();
  }).then(read));
  // Each list as places on the wall, in ascending order.
  const members = () => once(words.lists, (text) => {
    const members = JSON.parse(text);
    for (const list of Object.values(members.lists)) {
      list.forEach((distance, at) => { list[at] = distance + (list[at - 1] ?? 0); });
    }
    return members;
  });
  const cards = (name, page) => once(`${name}${page > 1 ? `.${page}` : ''}.html`, (text) =>
    [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('.wall > li')]);
  const both = (one, other) => {
    const there = new Set(other);
    return one.filter((it) => there.has(it));
  };

  // Each choice leads to what it would be together with the others, and says how much that is.
  const write = (lists) => {
    for (const { list, items, key: mine } of picks) {
      const others = names.filter((name) => key(name) !== mine);
      const left = lists && others.length > 0 ? others.map((name) => lists[name]).reduce(both) : null;
      list.querySelector('b')?.remove();
      for (const { link, label, count, all, name } of items) {
        link.href = address(name ? [...others, name] : others);
        count.textContent = !left ? all : name ? both(left, lists[name]).length : left.length;
        link.parentNode.hidden = count.textContent === '0';
        link.removeAttribute('aria-current');
        if (!names.includes(name)) continue;
        link.setAttribute('aria-current', 'true');
        list.querySelector('summary').append(Object.assign(document.createElement('b'), { textContent: label }));
      }
    }
  };

  const add = (tag, className, after) => {
    const element = Object.assign(document.createElement(tag), { className, hidden: true });
    after.after(element);
    return element;
  };
  const chosen = add('ul', 'chosen', bar);
  const found = add('ul', 'wall found', wall);
  const more = add('button', 'more', found);
  more.textContent = words.more;

  // Rows as the build makes them (compose.rs), by heights that are measured: for each kind of sheet the
  // columns that suit it, and how much higher it may be than what is on it. No sheet of words is higher
  // than MOST times that, as long as any rows allow it.
  const ROWS = [[12], [7, 5], [5, 7], [8, 4], [4, 8], [6, 6], [4, 4, 4], [3, 5, 4], [4, 5, 3], [5, 4, 3], [3, 4, 5],
    [6, 3, 3], [3, 3, 6], [3, 6, 3], [3, 3, 3, 3]];
  const SUITS = { photo: [6, 8, 1.3], tall: [4, 6, 1.45], quote: [4, 6, 1.2], prose: [4, 6, 1.3], glimpse: [3, 4, 1.1] };
  const MOST = 1.45;
  const wide = matchMedia('(min-width: 66rem)');
  const compose = (from) => {
    const sheets = [...found.children].slice(from);
    if (!wide.matches) return;
    const put = (sheet, span) => { sheet.className = sheet.className.replace(/^s\d+( high)?/, `s${span}`); };
    const suits = sheets.map((sheet) => SUITS[sheet.querySelector('.photo.tall') ? 'tall' : sheet.className.split(' ').pop()]);
    found.style.alignItems = 'start';
    const heights = {};
    for (const span of new Set(ROWS.flat())) {
      sheets.forEach((sheet) => put(sheet, span));
      heights[span] = sheets.map((sheet) => sheet.offsetHeight);
    }
    found.style.alignItems = '';
    // The best rows for every count of sheets.
    const best = [{ cost: 0 }];
    for (let end = 1; end <= sheets.length; end++) {
      for (const row of ROWS.filter((row) => row.length <= end)) {
        const start = end - row.length;
        const low = row.map((span, at) => heights[span][start + at]);
        let cost = best[start].cost + (best[start].row === row ? 3 : 0);
        if (row.length === 1) cost += end === sheets.length ? 4 : 18;
        row.forEach((span, at) => {
          const [least, most, grows] = suits[start + at];
          if (row.length > 1) cost += Math.max(least - span, span - most, 0) * 5;
          const times = Math.max(...low) / low[at];
          cost += Math.max(0, times - grows) * 100;
          if (times > MOST && !sheets[start + at].querySelector('.pic')) cost += 1000;
        });
        if (!(best[end]?.cost <= cost)) best[end] = { cost, row };
      }
    }
    for (let end = sheets.length; end > 0;) {
      const { row } = best[end];
      end -= row.length;
      row.forEach((span, at) => put(sheets[end + at], span));
    }
  };
  // What suits one width may leave a sheet half empty at another.
  addEventListener('resize', () => compose(0));

  // Anybody can write an address: only names of filters on this page count.
  const inAddress = () => {
    try {
      const asked = decodeURIComponent(location.hash.slice(1)).split('+');
      return [...new Set(asked)].filter((name) => name === '' || items.some((it) => it.name === name));
    } catch {
      return [''];
    }
  };
  const show = async () => {
    if (location.hash.startsWith('#sw-')) return;
    const asked = inAddress();
    const isTogether = asked.length > 1;
    const { perPage, lists } = isTogether || kept[words.lists] ? await members() : {};
    names = isTogether ? asked.filter((name) => Object.hasOwn(lists, name)) : [here];
    if (isTogether && names.length < 2) return location.replace(address(names));
    write(lists);
    for (const it of [chosen, found]) it.hidden = !isTogether;
    more.hidden = true;
    for (const it of document.querySelectorAll('.wall:not(.found), .pager')) it.hidden = isTogether;
    // The same page in another language keeps what is chosen.
    for (const link of document.querySelectorAll('.tongues a')) link.hash = isTogether ? location.hash : '';
    const open = bar.querySelector('[open]');
    if (open) {
      open.open = false;
      open.querySelector('summary').focus();
    }
    if (!isTogether) return [heading.textContent, document.title, tally.textContent] = before;

    heading.textContent = names.map(label).join(' · ');
    document.title = `${heading.textContent} · ${before[1].split(' · ').pop()}`;
    chosen.replaceChildren(...names.map((name) => {
      const link = Object.assign(document.createElement('a'), { textContent: label(name) });
      link.href = address(names.filter((it) => it !== name));
      link.setAttribute('aria-label', words.drop.replace('#', () => label(name)));
      const item = document.createElement('li');
      item.append(link);
      return item;
    }));
    const stories = names.map((name) => lists[name]).reduce(both);
    const { length } = stories;
    tally.textContent = length === 0 ? words.none : length === 1 ? words.one : words.many.replace('#', length);
    const [wanted, least] = [names, names.reduce((a, b) => (lists[b].length < lists[a].length ? b : a))];
    found.replaceChildren();
    const next = async () => {
      const from = found.children.length;
      const sheets = await Promise.all(stories.slice(from, from + perPage).map(async (story) => {
        const place = lists[least].indexOf(story);
        return (await cards(least, Math.floor(place / perPage) + 1))[place % perPage];
      }));
      if (names !== wanted) return;
      found.append(...sheets.filter(Boolean).map((sheet) => document.importNode(sheet, true)));
      compose(from);
      more.hidden = found.children.length >= length;
      return found.children[from];
    };
    more.onclick = async () => (await next())?.querySelector('a').focus();
    await next();
  };
  // Where nothing can be fetched, each filter is still a page.
  const shown = () => show().catch(() => location.replace(address(inAddress().filter(Boolean).slice(-1))));
  write();
  addEventListener('hashchange', shown);
  // In the preview, what was saved takes the place of the page as it was sent.
  document.addEventListener('storywall:shown', () => { if (!found.isConnected) location.reload(); });
  shown();
  // Somebody looks for a second one: how much each would leave.
  bar.addEventListener('toggle', ({ target }) => {
    if (target.open) members().then(({ lists }) => write(lists), () => {});
  }, true);
}
