// What somebody types, as the program reads it: Markdown that shows every sign that was typed, by the
// rules of src/submission/plain_text.rs, and values of fields.
const tell = {};
{
  // What nobody sees: marks of direction, signs of control, halves of letters.
  const UNSEEN = /[\u202a-\u202e\u2066-\u2069\ufeff\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/g;
  const whole = (text) => new TextDecoder().decode(new TextEncoder().encode(text));
  const plain = (text) => whole(text).replace(UNSEEN, '').replace(/\r\n?|[\v\f\x85\u2028\u2029]/g, '\n');
  const line = (text) => plain(text).replace(/\s+/g, ' ').trim();
  const trimmed = (text) => text.replace(/^[\s\u200b]+|[\s\u200b]+$/g, '');

  const depth = (line) => [...line.match(/^[> ]*/)[0]].filter((sign) => sign === '>').length;
  const bullet = (line) => (/^[-*+][ \t]/.test(line) ? line.slice(1) : null);
  const numbered = (line) => {
    const found = line.match(/^(\d{1,9})([.)])(?:$|[ \t].*)/s);
    return found && { number: Number(found[1]), mark: found[2], digits: found[1], rest: line.slice(found[1].length + 1) };
  };

  // Of each line that is an entry of a list, what stands behind its sign. Numbers are a list where each is
  // the one before and one more.
  const items = (lines) => {
    const found = lines.map(bullet);
    let run = [];
    let isList = true;
    let last = null;
    const end = () => {
      if (isList && run.length > 1) for (const [at, rest] of run) found[at] = rest;
      [run, isList, last] = [[], true, null];
    };
    lines.forEach((line, at) => {
      const number = numbered(line);
      if (number) {
        if (run.length > 0) isList &&= last.mark === number.mark && last.number + 1 === number.number;
        run.push([at, number.rest]);
        last = number;
      } else if (line !== '' && !lines[at - 1]) {
        end();
      }
    });
    end();
    return found;
  };

  // The signs inside a line that Markdown would take away.
  const escapedSigns = (line) => {
    const signs = [...line];
    const isAlone = (side) => side === undefined || /\s/.test(side);
    const inWord = (side) => side !== undefined && /[\p{L}\p{N}]/u.test(side);
    return signs.map((sign, at) => {
      const [before, next] = [signs[at - 1], signs[at + 1]];
      const rest = () => signs.slice(at + 1, at + 40).join('');
      const isSign = {
        '\\': () => next === undefined || /[!-/:-@[-`{-~]/.test(next),
        '`': () => true,
        '*': () => !(isAlone(before) && isAlone(next)) || next === undefined,
        _: () => !((isAlone(before) && isAlone(next)) || (inWord(before) && inWord(next))),
        '~': () => !(isAlone(before) && isAlone(next)),
        '[': () => /^([!^[]|[xX ]\])/.test(rest()),
        ']': () => /^[([:{]/.test(next ?? ''),
        '<': () => /^[A-Za-z/!?]/.test(next ?? ''),
        '&': () => /^[A-Za-z0-9#]+;/.test(rest()),
        '{': () => /^[#.:]/.test(next ?? ''),
      }[sign];
      return isSign?.() ? `\\${sign}` : sign;
    }).join('');
  };

  // Whether the whole line means something else to Markdown than its signs.
  const isBlock = (line, before) => /^#{1,6}( |$)/.test(line)
    || (line.includes('|') && line.includes('-') && /^[|\-: ]+$/.test(line))
    || (before !== '' && /^(=+|-+)$/.test(line))
    || line.startsWith(': ')
    || (before === '' && line.startsWith('+++'))
    || ['-', '*', '+', '---'].includes(line);

  const escaped = (line, before) => {
    if (line === '') return '';
    if (line.startsWith('>')) {
      const above = depth(line) > 1 ? '' : before.replace(/^[> ]+/, '');
      return `> ${escaped(line.slice(1).trimStart(), above)}`;
    }
    const signs = escapedSigns(line);
    const number = numbered(signs);
    if (number) return `${number.digits}\\${number.mark}${number.rest}`;
    return isBlock(signs, before) || bullet(signs) !== null ? `\\${signs}` : signs;
  };

  const linesOf = (text) => trimmed(plain(text)).split('\n').map(trimmed);

  tell.markdown = (text) => {
    const lines = linesOf(text);
    const entries = items(lines);
    const isItem = (at) => entries[at] !== null && entries[at] !== undefined;
    let markdown = '';
    lines.forEach((line, at) => {
      const before = lines[at - 1] ?? '';
      const next = lines[at + 1] ?? '';
      const beginsList = isItem(at) && at > 0 && !isItem(at - 1);
      if (before !== '' && line !== '' && (depth(before) !== depth(line) || (beginsList && bullet(line) === null))) {
        markdown += '\n';
      }
      markdown += isItem(at)
        ? `${line.slice(0, line.length - entries[at].length)} ${escaped(entries[at].trimStart(), '')}`
        : escaped(line, before);
      if (line !== '' && next !== '' && !isItem(at + 1) && depth(next) === depth(line)) markdown += '\\';
      markdown += '\n';
    });
    return markdown;
  };

  // The first sentence, where nobody wrote a title; a long one is cut at the end of a word.
  tell.firstSentence = (text) => {
    const first = linesOf(text).find((line) => line !== '') ?? '';
    const said = first.replace(/^[-*+>\s]+(?=\S)/, '');
    const [sentence] = said.match(/^.*?[^\d\s.][.!?…]+["”’»)]?(?=\s+["“»„–-]?\p{Lu}|$)/u) ?? [said];
    if (sentence.length <= 90) return sentence;
    return `${sentence.slice(0, 88).replace(/\s+\S*$/, '')} …`;
  };

  // By the rules of src/language/slug.rs, but for letters of other scripts.
  tell.slug = (title, lang) => {
    const dots = /^(nl|fr|es|pt|it|ca)\b/.test(lang) ? {} : { ä: 'ae', ö: 'oe', ü: 'ue' };
    const own = { æ: 'ae', ø: 'oe', å: 'aa', ß: 'ss', ...dots };
    const letters = title.normalize('NFC').toLowerCase().replace(/['’\u00ad]/g, '');
    const slug = letters.replace(/[æøåßäöü]/g, (letter) => own[letter] ?? letter).normalize('NFD')
      .replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
    return slug.length <= 60 ? slug : slug.slice(0, 61).replace(/-[^-]*$/, '').slice(0, 60);
  };

  // A text in JSON is the same text in YAML.
  const quoted = (text) => JSON.stringify(line(text));
  const local = (date) => new Date(date - date.getTimezoneOffset() * 6e4).toISOString();
  const day = (date) => local(date).slice(0, 10);
  const same = (name) => line(name).toLocaleLowerCase();

  // The name of a file: that of the title, or of the moment where no letter of the title can stand in one.
  tell.nameOf = (title, lang, otherwise, now) => {
    const slug = tell.slug(title, lang);
    // A file of such a name is the page of the whole folder.
    if (/^(index|readme)$/.test(slug)) return `${slug}-${otherwise}`;
    return slug || `${otherwise}-${day(now)}-${local(now).slice(11, 19).replace(/:/g, '')}`;
  };

  tell.text = { day, depth, items, line, linesOf, numbered, plain, quoted, same };
}
