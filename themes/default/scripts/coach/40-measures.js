{
  // src/coach/measures.rs: what is counted. A share is hits in 1,000 words, rounded down.
  const marked = (hits, list) => new Set(hits.filter((hit) => hit.list === list).map((hit) => hit.word));
  const isNumber = (word) => word.letters === 0;
  const isPolish = ({ list }) => list === 'polish' || list === 'superlative';
  coach.isPolish = isPolish;
  coach.share = (measures, hits) => Math.floor((hits * 1000) / Math.max(measures.words, 1));

  // Which words are names of people who say or do something.
  coach.named = ({ words, sentences }, hits, rules) => {
    const says = marked(hits, 'says');
    const named = words.map(() => false);
    for (const { first, end } of sentences) {
      for (let at = first; at < end; at += 1) {
        const word = words[at];
        if (!word.isCapital || word.begins || word.letters <= 1 || rules.isNoName(word.text)) continue;
        for (let near = Math.max(at - 3, first); near < Math.min(at + 4, end); near += 1) named[at] ||= says.has(near);
      }
    }
    return named;
  };

  // Whether a word is a number of money or a share.
  const isFigure = (at, text, words, units) => {
    const word = words[at];
    if (!isNumber(word) || !/^[0-9]/.test(word.text)) return false;
    const isGap = (sign) => sign === ' ' || sign === '\u00a0';
    let [before, behind] = [word.from - 1, word.to];
    while (isGap(text[before])) before -= 1;
    while (isGap(text[behind])) behind += 1;
    const isMoney = (sign) => sign !== undefined && '%€$£'.includes(sign);
    return isMoney(text[behind]) || isMoney(text[before]) || units.has(at - 1) || units.has(at + 1);
  };

  // Whether a link leads to a report, by its words or its address.
  const isReport = ([label, address], rules) => {
    const apart = (text) => text.replace(/[-_./%]/g, ' ');
    return [label, apart(label), apart(address)].some((text) => {
      const words = coach.words(text);
      return rules.hits(words, 0, words.length).some((hit) => hit.list === 'report');
    });
  };

  coach.measures = (plain, { words, sentences, passages }, hits, named, rules) => {
    const sum = (list, of) => list.reduce((total, it) => total + of(it), 0);
    const count = (list) => hits.filter((hit) => hit.list === list).length;
    const own = hits.filter((hit) => !words[hit.word].isQuoted);
    const units = marked(hits, 'units');
    const praised = marked(own, 'superlative');
    const told = sentences.filter((sentence) => !sentence.isItem);
    const some = (sentence, is) => sum(words.slice(sentence.first, sentence.end), (word) => Number(is(word)));
    const measures = {
      words: words.length,
      sentences: told.length,
      long_words: sum(told, (sentence) => some(sentence, (word) => word.letters > 6)),
      lix: 0,
      // “5 min” are minutes, and nobody's.
      first_person: own.filter(({ list, word }) => list === 'first_person' && !(word > 0 && isNumber(words[word - 1]))).length,
      we: own.filter(({ list }) => list === 'we').length,
      named: named.filter(Boolean).length,
      speeches: sum(passages, (passage) => passage.speeches),
      scene: count('scene'),
      how: count('how') + passages.filter((passage) => passage.isStep).length,
      setbacks: count('setback'),
      polish: own.filter(isPolish).length,
      praise: 0,
      made_nouns: words.filter(rules.isMadeNoun).length,
      figures: words.filter((_, at) => isFigure(at, plain.text, words, units)).length,
      reports: plain.links.filter((link) => isReport(link, rules)).length,
    };
    for (const { first, end } of sentences) {
      const range = words.slice(first, end);
      if (range.some((word) => rules.isFirstPerson(word.text))) continue;
      measures.praise += range.filter((_, at) => praised.has(first + at)).length;
    }
    const all = sum(told, (sentence) => sentence.end - sentence.first);
    if (all > 0 && all >= rules.limits.words) {
      const many = Math.max(told.length, 1);
      measures.lix = Math.floor((all * all + 100 * measures.long_words * told.length) / (all * many));
    }
    return measures;
  };
}
