// The story in small, as the site will show it: every word is put there as text.
tell.look = (part, words, posts) => {
  const initials = (name) => {
    const names = name.trim().split(/\s+/).filter(Boolean);
    return [names[0], names.length > 1 ? names.at(-1) : ''].map((it) => [...(it ?? '')][0] ?? '').join('').toLocaleUpperCase();
  };
  const lines = (element, said) => {
    said.forEach((line, at) => element.append(...(at > 0 ? [document.createElement('br'), line] : [line])));
    element.dir = 'auto';
    return element;
  };
  const block = ({ kind, lines: said, start }) => {
    const element = document.createElement(kind);
    if (kind === 'p') return lines(element, said);
    if (kind === 'blockquote') {
      element.append(lines(document.createElement('p'), said));
      return element;
    }
    if (kind === 'ol') element.start = start;
    element.append(...said.map((line) => lines(document.createElement('li'), [line])));
    return element;
  };
  const put = (name, text) => part(name).forEach((element) => { element.textContent = text; });

  let shown = null;
  return async (draft, themeTitle, photo) => {
    const blocks = tell.blocks(draft.text);
    const title = tell.titleOf(draft);
    const said = blocks.flatMap((block) => block.lines).join(' ');
    const first = blocks.length > 0 ? tell.firstSentence(draft.text) : words.yourWords;
    put('card-title', title || words.yourTitle);
    put('leaf-title', title || words.yourTitle);
    put('card-theme', themeTitle);
    put('card-summary', first);
    const rest = said.startsWith(first) ? said.slice(first.length).trim() : said;
    put('card-text', rest.slice(0, 1200));
    const name = draft.anonymous ? words.anonymous : draft.author || words.yourName;
    put('initials', draft.anonymous ? '' : initials(name));
    part('initials').forEach((it) => it.classList.toggle('voice', draft.anonymous));
    const post = [draft.anonymous ? words.anonymousWhy : posts(draft.author), new Intl.DateTimeFormat(tell.locale(draft.lang), { day: 'numeric', month: 'short' }).format(new Date())];
    for (const sheet of ['card', 'leaf']) {
      put(`${sheet}-name`, name);
      put(`${sheet}-post`, post.filter(Boolean).join(' · '));
    }
    const [leaf] = part('leaf-text');
    leaf.replaceChildren(...blocks.slice(0, 400).map(block));
    if (blocks.length === 0) leaf.append(block({ kind: 'p', lines: [words.yourWords] }));
    const [sheet] = part('sheet');
    const pictures = document.querySelectorAll('#sw-look .pic');
    sheet.classList.toggle('photo', Boolean(photo));
    sheet.classList.toggle('prose', !photo);
    sheet.querySelector('.column').hidden = Boolean(photo) || blocks.length === 0 || rest === '';
    for (const picture of pictures) {
      picture.hidden = !photo;
      picture.firstElementChild.setAttribute('aria-label', photo?.alt || words.photo);
    }
    if (photo && shown !== photo.blob) {
      shown = photo.blob;
      for (const picture of pictures) await tell.draw(picture.firstElementChild, photo.blob);
    }
  };
};
