// A story that somebody types, as the file that the program reads.
{
  const { day, depth, items, line, linesOf, numbered, plain, quoted, same } = tell.text;

  // The same as parts of a page: paragraphs, lists, quotations, each with its lines.
  tell.blocks = (text) => {
    const lines = linesOf(text);
    const entries = items(lines);
    const blocks = [];
    lines.forEach((line, at) => {
      if (line === '') return;
      const number = entries[at] !== null && numbered(line);
      const kind = entries[at] !== null ? (number ? 'ol' : 'ul') : depth(line) > 0 ? 'blockquote' : 'p';
      const said = kind === 'blockquote' ? line.replace(/^[> ]+/, '') : (entries[at] ?? line).trim();
      const last = blocks.at(-1);
      const isList = kind === 'ol' || kind === 'ul';
      const goesOn = last?.kind === kind && (isList || lines[at - 1] !== '');
      if (goesOn) last.lines.push(said);
      else blocks.push({ kind, lines: [said], start: number ? number.number : 1 });
    });
    return blocks;
  };

  tell.count = (text) => plain(text).split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

  tell.titleOf = (draft) => line(draft.title) || line(tell.firstSentence(draft.text)).replace(/\.$/, '').slice(0, 200);


  // Everybody who is in the story, each once: a person who waits in one place waits everywhere.
  const involved = (draft, photos) => {
    const people = new Map();
    const add = ({ name, yes }, inPhoto) => {
      if (!line(name)) return;
      const known = people.get(same(name)) ?? { name: line(name), waits: false, inPhoto: false };
      people.set(same(name), { ...known, waits: known.waits || !yes || yes === 'waits', inPhoto: known.inPhoto || inPhoto });
    };
    for (const photo of photos) if (photo.faces === 'yes') photo.people.forEach((person) => add(person, true));
    draft.others.forEach((person) => add(person, false));
    return [...people.values()];
  };

  // The story as it is sent: its name, its text, its photos, whose photo stays here, and who is not asked yet.
  tell.story = (draft, { ids = new Map(), now = new Date(), fileName = 'story' } = {}) => {
    const id = (name) => ids.get(same(name));
    const title = tell.titleOf(draft);
    const name = tell.nameOf(title, draft.lang, fileName, now);
    const colleaguesOnly = (photo) => draft.audience === 'public' && photo.faces === 'yes'
      && photo.people.some((person) => person.yes === 'colleagues');
    const photos = draft.photos.filter((photo) => !colleaguesOnly(photo));
    const stays = draft.photos.filter(colleaguesOnly)
      .flatMap((photo) => photo.people.filter((person) => person.yes === 'colleagues').map((person) => line(person.name)));
    const people = involved(draft, photos).filter((person) => same(person.name) !== same(draft.author) || person.inPhoto);
    const waits = people.filter((person) => person.waits).map((person) => person.name);
    const words = ` ${[draft.text, draft.title, ...photos.map((photo) => photo.alt)].map(same).join(' ')} `;
    const isNamed = (name) => same(name).split(' ')[0].length > 1 && words.includes(same(name).split(' ')[0]);

    const teller = draft.anonymous ? 'anonymous: yes' : `author: ${id(draft.author) ?? quoted(draft.author)}`;
    const fields = [`title: ${quoted(title)}`, teller];
    fields.push(`lang: ${draft.lang}`, `date: ${day(now)}`);
    if (draft.theme) fields.push(`theme: ${/^[a-z0-9-]+$/.test(draft.theme) ? draft.theme : quoted(draft.theme)}`);
    fields.push(`audience: ${draft.audience}`);
    if (waits.length > 0) fields.push('status: draft');
    if (people.length > 0) fields.push('people:');
    for (const person of people) {
      const who = id(person.name) ? `id: ${id(person.name)}` : `name: ${quoted(person.name)}`;
      const said = person.waits ? '' : `${person.inPhoto ? ', photo: yes' : ''}, asked: ${day(now)}`;
      fields.push(`  - {${who}, named: ${isNamed(person.name) ? 'yes' : 'no'}${said}}`);
    }
    const files = photos.map((photo, at) => ({ name: `${name}-${at + 1}.jpg`, blob: photo.blob }));
    if (photos.length > 0) fields.push('photos:');
    photos.forEach((photo, at) => {
      const shown = photo.faces === 'yes' ? photo.people.map((person) => id(person.name)).filter(Boolean) : [];
      const alt = line(photo.alt) ? `, alt: ${quoted(photo.alt)}` : '';
      const shows = shown.length > 0 ? `, shows: [${[...new Set(shown)].join(', ')}]` : '';
      const faces = photo.faces ? `, faces: ${photo.faces}` : '';
      fields.push(`  - {file: ${files[at].name}${alt}${shows}${faces}}`);
    });
    return {
      name,
      title,
      path: `content/stories/${now.getFullYear()}/${name}.md`,
      text: `---\n${fields.join('\n')}\n---\n\n${tell.markdown(draft.text)}`,
      photos: files,
      stays: [...new Set(stays)],
      waits,
      namesSomebody: people.some((person) => isNamed(person.name)),
      isKnown: Boolean(id(draft.author)),
      isAnonymous: draft.anonymous,
    };
  };
}
