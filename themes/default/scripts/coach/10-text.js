// What src/coach/ does, for the page on which a story is written: the same rules, in the same order, held
// to it by tests/coach/vectors.json. Each file here names the one that it follows.
const coach = {};
{
  // src/coach/text.rs: a story's Markdown as paragraphs and items of plain words. Marks become spaces, so
  // that each place in the plain text is the same place in the source.
  const SPACE = /\p{White_Space}/u;
  const DIGIT = /[0-9]/;
  const isSpace = (sign) => sign !== undefined && SPACE.test(sign);
  const trimStart = (text, is = isSpace) => {
    let at = 0;
    while (at < text.length && is(text[at])) at += 1;
    return text.slice(at);
  };
  const trimEnd = (text, is = isSpace) => {
    let end = text.length;
    while (end > 0 && is(text[end - 1])) end -= 1;
    return text.slice(0, end);
  };
  const trim = (text) => trimEnd(trimStart(text));
  const signAt = (text, at) => (at < text.length ? String.fromCodePoint(text.codePointAt(at)) : ' ');
  Object.assign(coach, { isSpace, trimStart, trimEnd, trim, signAt });

  const blank = (signs, from, to) => {
    for (let at = from; at < to; at += 1) if (signs[at] !== '\n') signs[at] = ' ';
  };

  const withoutComments = (source) => {
    const signs = source.split('');
    let from = 0;
    for (;;) {
      const start = source.indexOf('<!--', from);
      const end = start < 0 ? -1 : source.indexOf('-->', start);
      if (end < 0) return signs.join('');
      blank(signs, start, end + 3);
      from = end + 3;
    }
  };

  // Where the words of an item begin, and whether it has a number.
  const item = (line) => {
    const inside = trimStart(line);
    let digits = 0;
    while (DIGIT.test(inside[digits] ?? '')) digits += 1;
    const isMarked = digits === 0 ? /^[-*+]/.test(inside) : digits <= 9 && /[.)]/.test(inside[digits] ?? '');
    const rest = inside.slice(digits + 1);
    if (!isMarked || !/^[ \t]/.test(rest)) return null;
    return { kind: 'item', at: line.length - trimStart(rest).length, isStep: digits > 0 };
  };

  // What a line begins.
  const opened = (line) => {
    const words = trim(line);
    const [first] = words;
    if (first === undefined) return { kind: 'nothing' };
    const isAll = (sign) => [...words].every((it) => it === sign || it === ' ');
    const count = (sign) => words.length - trimStart(words, (it) => it === sign).length;
    if ((first === '`' || first === '~') && count(first) >= 3) return { kind: 'fence', mark: words.slice(0, count(first)) };
    if (first === '#' && count('#') <= 6 && (words[count('#')] ?? ' ') === ' ') return { kind: 'left out' };
    if (first === '=' && isAll('=')) return { kind: 'underline' };
    if (first === '-' && isAll('-') && count('-') >= 2) return { kind: 'underline' };
    if ((first === '*' || first === '_') && isAll(first) && words.split(first).length > 3) return { kind: 'left out' };
    if (first === '>' || first === '|' || (first === '[' && words.includes(']:'))) return { kind: 'left out' };
    return item(line) ?? { kind: 'words' };
  };

  const blocksOf = (text) => {
    const blocks = [];
    let fence = null;
    // Whether the last block may go on, and whether an item may after an empty line.
    let [isOpen, isListed] = [false, false];
    let start = 0;
    for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
      const [from, to] = [start, start + trimEnd(line).length];
      start += line.length;
      if (fence) {
        const rest = trimStart(trim(line), (sign) => sign === fence[0]);
        if (rest === '' && trim(line).length >= fence.length) fence = null;
        continue;
      }
      const indent = line.length - trimStart(line, (sign) => sign === ' ' || sign === '\t').length;
      const { kind, at, isStep, mark } = opened(line);
      const last = blocks.at(-1);
      if (kind === 'nothing') {
        isOpen = false;
      } else if (kind === 'underline' && isOpen) {
        // A paragraph of one line was a heading.
        if (!last.isItem && !text.slice(last.from, last.to).includes('\n')) blocks.pop();
        isOpen = false;
      } else if (kind === 'words' && isOpen) {
        last.to = to;
      } else if (kind === 'words' && isListed && indent >= 2) {
        blocks.push({ from: from + indent, to, isItem: true, isStep: false });
        isOpen = true;
      } else if (kind === 'words' && indent < 4 && line[0] !== '\t') {
        blocks.push({ from: from + indent, to, isItem: false, isStep: false });
        [isOpen, isListed] = [true, false];
      } else if (kind === 'item') {
        blocks.push({ from: from + at, to, isItem: true, isStep });
        [isOpen, isListed] = [true, true];
      } else if (kind !== 'words') {
        if (kind === 'fence') fence = mark;
        isOpen = false;
      }
    }
    return blocks.filter((block) => block.from < block.to);
  };

  // src/coach/text/inline.rs: where each run of backticks that opens code begins, and where that code ends.
  const codesOf = (words) => {
    const runs = [...words.matchAll(/`+/g)].map(({ index, 0: { length } }) => ({ from: index, to: index + length, length }));
    const [next, codes] = [new Map(), new Map()];
    for (const run of runs.reverse()) {
      codes.set(run.from, next.get(run.length) ?? run.to);
      next.set(run.length, run.to);
    }
    return codes;
  };

  // The marks of a block become spaces in `signs`; its links are noted.
  const withoutMarks = (source, block, signs, links) => {
    const words = source.slice(block.from, block.to);
    const codes = codesOf(words);
    // Nothing is looked for where no more of it stands, so that the time stays that of the text.
    const [lastLink, lastRound, lastAngle] = ['](', ')', '>'].map((sign) => words.lastIndexOf(sign));
    const isWord = (sign) => /[\p{Alphabetic}\p{N}]/u.test(sign);
    let [label, at, before] = [0, 0, ' '];
    // Where what begins here ends, if it is a mark.
    const endOf = (sign, next) => {
      if (sign === '\\' && next === '\n') return at + 1;
      if (sign === '`') return codes.get(at) ?? at + 1;
      if (sign === '!' && next === '[' && lastLink > at && lastRound > lastLink) {
        return words.indexOf(')', words.indexOf('](', at)) + 1;
      }
      if (sign === '[') {
        label = at + 1;
        return at + 1;
      }
      if (sign === ']' && next === '(' && lastRound > at) {
        const end = words.indexOf(')', at) + 1;
        const [address = ''] = trim(words.slice(at + 2, end - 1)).split(SPACE);
        links.push([words.slice(label, at), address]);
        return end;
      }
      if (sign === ']' || sign === '*') return at + 1;
      if (sign === '_' && !(isWord(before) && isWord(next))) return at + 1;
      if (sign === '<' && /[\p{Alphabetic}/!]/u.test(next) && lastAngle > at) {
        const end = words.indexOf('>', at) + 1;
        const inside = words.slice(at + 1, end - 1);
        if (inside.includes('://') && !inside.includes(' ')) links.push(['', inside]);
        return end;
      }
      if ((sign === 'h' || sign === 'w') && !isWord(before) && ['http://', 'https://', 'www.'].some((it) => words.startsWith(it, at))) {
        let end = at;
        while (end < words.length && !isSpace(words[end])) end += 1;
        links.push(['', words.slice(at, end)]);
        return at + trimEnd(words.slice(at, end), (it) => '.,;:!?)'.includes(it)).length;
      }
      return at;
    };
    while (at < words.length) {
      const sign = signAt(words, at);
      const next = signAt(words, at + sign.length);
      if (sign === '\\' && /[!-/:-@[-`{-~]/.test(next)) {
        blank(signs, block.from + at, block.from + at + 1);
        at += 2;
        before = next;
        continue;
      }
      const end = endOf(sign, next);
      if (end > at) blank(signs, block.from + at, block.from + end);
      [at, before] = end > at ? [end, ' '] : [at + sign.length, sign];
    }
  };

  coach.plain = (source) => {
    const visible = withoutComments(source);
    const blocks = blocksOf(visible);
    const signs = visible.split('');
    const links = [];
    for (const block of blocks) withoutMarks(visible, block, signs, links);
    return { text: signs.join(''), blocks, links };
  };
}
