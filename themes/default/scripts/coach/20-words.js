{
  // src/coach/word.rs: runs of letters, digits and marks on letters.
  const PART = /[\p{Alphabetic}\p{N}\p{M}]/u;
  const DIGIT = /[0-9]/;
  const isPart = (sign) => PART.test(sign);

  const word = (text, from) => {
    const composed = text.normalize('NFC').toLowerCase().replaceAll('’', "'");
    return {
      from,
      to: from + text.length,
      text: composed,
      letters: composed.match(/\p{Alphabetic}/gu)?.length ?? 0,
      isCapital: /^\p{Uppercase}/u.test(text),
      isQuoted: false,
      begins: false,
    };
  };

  coach.words = (text, offset = 0) => {
    const words = [];
    let [open, before] = [-1, ' '];
    for (let at = 0; at < text.length;) {
      const sign = coach.signAt(text, at);
      const next = coach.signAt(text, at + sign.length);
      const isInner = ("'’-".includes(sign) && isPart(before) && isPart(next))
        || ('.,:'.includes(sign) && DIGIT.test(before) && DIGIT.test(next));
      const isIn = isPart(sign) || (isInner && open >= 0);
      if (open < 0 && isIn) open = at;
      if (open >= 0 && !isIn) {
        words.push(word(text.slice(open, at), offset + open));
        open = -1;
      }
      before = sign;
      at += sign.length;
    }
    if (open >= 0) words.push(word(text.slice(open), offset + open));
    return words;
  };

  // src/coach/tokens.rs: sentences, and what is quoted.
  const DOUBLE = '"“”„»«‟';
  const ENDS = '.!?…';
  const isEnd = (sign) => ENDS.includes(sign);
  const isClosing = (sign) => DOUBLE.includes(sign) || "’')".includes(sign);

  // Marks the words of a range; none of it stands before the word with the number `from.at`.
  const quote = (words, from, start, end) => {
    // The counter may stand behind the first word of the quote, which begins at its mark.
    while (from.at > 0 && words[from.at - 1].from > start) from.at -= 1;
    let count = 0;
    for (; from.at < words.length && words[from.at].from < end; from.at += 1) {
      if (words[from.at].from > start) {
        words[from.at].isQuoted = true;
        count += 1;
      }
    }
    return count >= 2 ? 1 : 0;
  };

  // The `’` that end what was said: after a sign, and before no letter.
  const singleEnds = (text) => {
    const ends = [...text.matchAll(/’/g)].map(({ index }) => index);
    return ends.filter((at) => at > 0 && (isEnd(text[at - 1]) || text[at - 1] === ',') && !isPart(coach.signAt(text, at + 1)));
  };

  // Marks the words that are quoted, and gives how often somebody is heard.
  const markQuotes = (text, offset, words) => {
    const isSpoken = /^[–—]/.test(coach.trimStart(text));
    const singles = singleEnds(text);
    const at = { at: 0 };
    let speeches = isSpoken ? 1 : 0;
    let [open, singleEnd, later, before] = [-1, -1, 0, ' '];
    for (let here = 0; here < text.length;) {
      const sign = coach.signAt(text, here);
      const next = coach.signAt(text, here + sign.length);
      const isMark = DOUBLE.includes(sign) && !(sign === '"' && DIGIT.test(before) && open < 0);
      const opensSingle = sign === '‘' && open < 0 && isPart(next) && !isPart(before);
      if ((isMark && singleEnd < 0) || singleEnd === here) {
        if (open >= 0) {
          speeches += quote(words, at, offset + open, offset + here);
          open = -1;
        } else {
          open = here;
        }
        singleEnd = -1;
      } else if (opensSingle) {
        while (singles[later] <= here) later += 1;
        if (later < singles.length) [open, singleEnd] = [here, singles[later]];
      }
      if (sign === ':' || open === here || (isSpoken && (sign === '–' || sign === '—'))) {
        while (at.at < words.length && words[at.at].from < offset + here) at.at += 1;
        if (at.at < words.length) words[at.at].begins = true;
      }
      before = sign;
      here += sign.length;
    }
    return speeches + (open < 0 ? 0 : quote(words, at, offset + open, offset + text.length));
  };

  // Whether the next word begins with a small letter; a few signs may stand before it.
  const goesOn = (text, at) => {
    for (let seen = 0; at < text.length && seen < 8;) {
      const sign = coach.signAt(text, at);
      if (isPart(sign)) return /\p{Lowercase}/u.test(sign);
      if (!coach.isSpace(sign)) seen += 1;
      at += sign.length;
    }
    return false;
  };

  // Whether the word before a full stop is an abbreviation or an initial.
  const isAbbreviated = (text, start, end, rules) => {
    let from = end;
    while (from > start && !coach.isSpace(text[from - 1])) from -= 1;
    const signs = [...text.slice(from, end)];
    const first = signs.findIndex(isPart);
    const word = first < 0 ? '' : signs.slice(first).join('').toLowerCase();
    const bare = coach.trimEnd(word, (sign) => sign === '.');
    const isInitial = bare.split('.').every((part) => /^\p{Alphabetic}$/u.test(part)) && !rules.isFirstPerson(bare);
    return rules.isAbbreviation(word) || isInitial;
  };

  const isShort = (line) => line.split(/\p{White_Space}+/u).reduce((sum, it) => sum + (it === '' ? 0 : [...it].length + 1), 0) <= 40;

  // The sentences of a paragraph.
  const sentencesOf = (text, offset, rules) => {
    const found = [];
    let [start, at] = [0, 0];
    const endAt = (end) => {
      const part = text.slice(start, end);
      const from = start + part.length - coach.trimStart(part).length;
      const to = start + coach.trimEnd(part).length;
      if (from < to) found.push({ from: offset + from, to: offset + to });
      start = end;
    };
    const lines = text.replace(/\n$/, '').split('\n');
    const last = coach.trimEnd(text).length;
    const isVerse = lines.length >= 3 && lines.every(isShort);
    while (at < text.length) {
      if (text[at] === '\n' && isVerse) endAt(at);
      if (!isEnd(text[at])) {
        at += 1;
        continue;
      }
      let dots = at;
      while (dots < text.length && isEnd(text[dots])) dots += 1;
      let end = dots;
      while (end < text.length && isClosing(text[end])) end += 1;
      const isApart = end === text.length || coach.isSpace(text[end]);
      if (isApart) {
        const isSingle = text[at] === '.' && dots === at + 1 && end < last;
        if (!goesOn(text, end) && !(isSingle && isAbbreviated(text, start, at + 1, rules))) endAt(end);
      }
      at = end;
    }
    endAt(text.length);
    return found;
  };

  coach.tokens = (plain, rules) => {
    const [words, sentences, passages] = [[], [], []];
    for (const { from, to, isItem, isStep } of plain.blocks) {
      const text = plain.text.slice(from, to);
      const start = words.length;
      const own = coach.words(text, from);
      const speeches = markQuotes(text, from, own);
      for (const it of own) words.push(it);
      let at = start;
      for (const range of isItem ? [{ from, to }] : sentencesOf(text, from, rules)) {
        const first = at;
        while (at < words.length && words[at].from < range.to) at += 1;
        if (at > first) {
          words[first].begins = true;
          sentences.push({ ...range, first, end: at, isItem });
        }
      }
      passages.push({ first: start, end: words.length, isStep, speeches });
    }
    return { words, sentences, passages };
  };
  coach.isWhole = (text) => [...text].filter((sign) => DOUBLE.includes(sign)).length % 2 === 0;
}
