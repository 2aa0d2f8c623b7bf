// What somebody asks or proposes, as a file that an editor can put in; and what somebody adds to a
// colleague's story, as a message, for nobody but its author changes that.
{
  const { line, linesOf, plain, quoted } = tell.text;

  // Readers see no comment. Nothing that was typed can end one.
  const comment = (texts) => texts.filter(Boolean).map((text) => `<!-- ${text.replace(/-{2,}/g, '-')} -->\n\n`).join('');
  const file = (fields, comments, text) => `---\n${fields.join('\n')}\n---\n\n${comments}${text}`;
  const quotedLines = (text) => linesOf(text).map((said) => (said ? `> ${said}` : '>')).join('\n');

  // A question begins after “Kære alle.”, where anything follows.
  const GREETING = /^\s*(?:hej(?:sa)?|kære|god(?:morgen|dag|aften)|hi|hello|hey|dear|hoi|hallo|beste|lieve|goede(?:morgen|middag|navond))(?!\p{L})(?:[^\S\n]+[^\s.!?]+){0,3}\s*[.!,]*(?:(?<=[.!])\s|\n)[^\p{L}\p{N}]*/iu;
  const question = (draft, { now, words, fileName, notes }) => {
    const title = line(tell.firstSentence(draft.text.replace(GREETING, '') || draft.text));
    const more = line(draft.text) === title ? '' : `${tell.markdown(draft.text)}\n`;
    const fields = [`title: ${quoted(title)}`, `about: ${draft.about}`, 'status: draft'];
    const name = tell.nameOf(title, draft.lang, fileName, now);
    return { name, title, path: `content/faq/${name}.md`, text: file(fields, notes, `${more}[[fill: ${words.gapQuestion}]]\n`) };
  };

  const topic = (draft, { now, words, fileName, notes }) => {
    const title = line(draft.title);
    const prompts = linesOf(draft.prompts).map(line).filter(Boolean).slice(0, 30);
    const fields = [`title: ${quoted(title)}`];
    if (prompts.length > 0) fields.push('prompts:', ...prompts.map((prompt) => `  - ${quoted(prompt)}`));
    fields.push('status: draft');
    const name = tell.nameOf(title, draft.lang, fileName, now);
    const why = plain(draft.text).trim() ? tell.markdown(draft.text) : `[[fill: ${words.gapTopic}]]\n`;
    return { name, title, path: `content/themes/${name}.md`, text: file(fields, notes, why) };
  };

  const thereToo = (draft, { now, words, fileName, ids, site }) => {
    const by = line(draft.name);
    // Who has no file gets one of the name that the program would give it; of two with one name, neither is meant.
    const slug = by && tell.slug(by, words.first);
    const id = by && (ids.get(by) ?? (ids.isShared(by) ? '' : slug));
    const isNew = by && !ids.get(by) && !ids.isShared(by) && !ids.isFile(slug);
    const { title, address, path } = draft.story;
    const who = by ? `who: ${id || quoted(by)}, ` : '';
    const parts = [
      words.thereTitle.replace('{title}', () => title),
      // An address in a folder says whose folder it is.
      [path, address && site.startsWith('http') && new URL(`${address}.html`, site).href].filter(Boolean).join('\n'),
      by ? words.thereSays.replace('{name}', () => by) : words.thereNobody,
      quotedLines(draft.text),
      words.thereYes.replace('{file}', () => path || words.itsFile),
      `there_too:\n  - {${who}says: ${quoted(draft.text)}}`,
      isNew ? words.thereNew.replace('{name}', () => by).replace('{file}', () => `content/people/${slug || '…'}.md`) : '',
    ];
    const name = [fileName, tell.nameOf(title, draft.lang, '', now)].filter(Boolean).join('-').slice(0, 80);
    return { name, title, path: '', text: `${parts.filter(Boolean).join('\n\n')}\n` };
  };

  const made = { question, topic, 'there-too': thereToo };

  tell.proposal = (draft, { ids, words, fileName, site, now = new Date() }) => {
    const by = line(draft.name);
    const notes = comment([by && words.from.replace('{name}', () => by), words.tongue]);
    const proposal = made[draft.purpose](draft, { now, ids, words, fileName, site, notes });
    return { ...proposal, photos: [], stays: [], waits: [], isKnown: true, isAnonymous: !by };
  };
}
