{
  // src/coach/signals.rs: what a story lacks, or sounds like. Each with its family, and whether it makes the
  // story polished. How much it is like recent stories (`title-pattern`, `near-duplicate`) only the program
  // knows, which has them.
  const SIGNALS = [
    ['no-first-person', 'person', (it, share, limits) => share(it.first_person) < limits.first_person],
    ['we-without-i', 'person', (it, share, limits) => share(it.we) > limits.we && share(it.first_person) < limits.first_person_beside_we],
    ['nobody-named', 'person', (it, share, limits, namesSomebody) => it.named === 0 && !namesSomebody],
    ['no-scene', 'scene', (it) => it.scene === 0],
    ['no-how', 'process', (it, share, limits) => share(it.how) < limits.how],
    ['hard-to-read', 'abstract', (it, share, limits) => it.lix > limits.lix],
    ['office-words', 'abstract', (it, share, limits) => share(it.polish) >= limits.polish],
    ['made-nouns', 'abstract', (it, share, limits) => share(it.made_nouns) > limits.nouns],
    ['figures', 'result', (it, share, limits) => it.figures >= limits.figures && share(it.how) < limits.how],
    ['report-link', 'result', (it) => it.reports > 0],
    ['self-praise', 'result', (it, share, limits) => it.praise >= limits.praise],
  ];
  const FAMILIES = ['person', 'scene', 'process', 'result', 'abstract'];
  const familyOf = (name) => SIGNALS.find(([it]) => it === name)[1];

  const isAsked = (signals) => {
    const has = (name) => signals.includes(name);
    const isPolished = signals.some((name) => name === 'office-words' || familyOf(name) === 'result');
    const reasons = [has('no-first-person'), has('no-scene') && has('no-how'), isPolished];
    return signals.length >= 3 && new Set(signals.map(familyOf)).size >= 2 && reasons.filter(Boolean).length >= 2;
  };

  // src/coach/questions.rs: of each family one question, those with the most signals first, at most three.
  const QUESTIONS = {
    person: (signals) => (signals.includes('nobody-named') ? 'who-was-there' : 'what-did-you-do'),
    scene: () => 'where-were-you',
    process: () => 'how-did-you-do-it',
    result: () => 'what-was-done',
    abstract: () => 'who-should-read',
  };
  const chosen = (signals) => {
    const count = (family) => signals.filter((name) => familyOf(name) === family).length;
    const families = FAMILIES.filter((family) => count(family) > 0).sort((a, b) => count(b) - count(a));
    return families.slice(0, 3).map((family) => QUESTIONS[family](signals));
  };

  // src/coach/quote.rs: the sentence that is quoted to its author.
  const LIKED = 4;
  const PRIVATE_DIGITS = 8;
  const points = ({ first, end }, words, hits, named) => {
    const has = (list) => Number(hits.some((hit) => hit.list === list));
    const own = words.slice(first, end);
    const long = Math.floor((own.filter((word) => word.letters > 6).length * 5) / own.length);
    return 3 * has('first_person') + 3 * has('scene') + 2 * has('how')
      + 2 * Number(named.slice(first, end).includes(true)) + 2 * Number(own.some((word) => word.isQuoted))
      + has('setback') + Number(own.length >= 6 && own.length <= 20)
      - 3 * hits.filter(coach.isPolish).length - 3 * has('units') - long;
  };
  const best = (source, plain, { words, sentences }, hits, named) => {
    let [quote, most, from] = [null, 0, 0];
    for (const sentence of sentences) {
      while (hits[from]?.word < sentence.first) from += 1;
      let to = from;
      while (hits[to]?.word < sentence.end) to += 1;
      const said = plain.slice(sentence.from, sentence.to);
      const length = sentence.end - sentence.first;
      const isPrivate = said.includes('@') || (said.match(/[0-9]/g) ?? []).length >= PRIVATE_DIGITS;
      const isVerbatim = source.slice(sentence.from, sentence.to) === said;
      if (sentence.isItem || isPrivate || !coach.isWhole(said) || length < 4 || length > 30 || !isVerbatim) continue;
      const worth = points(sentence, words, hits.slice(from, to), named);
      if (quote === null || worth > most) [quote, most] = [said, worth];
    }
    return { quote, isLiked: quote !== null && most >= LIKED };
  };

  let all = [];
  // The rules of all languages, as `storywall build` writes them.
  coach.read = (rules) => { all = rules.map(coach.rules); };

  // src/coach/mod.rs: what is heard in a story.
  coach.listen = ({ text, language, namesSomebody = false }) => {
    const at = all.findIndex((rules) => rules.language === language.split('-')[0]);
    if (at < 0) return { silence: 'unknown-language', questions: [], quote: null };
    const rules = all[at];
    const plain = coach.plain(text);
    const tokens = coach.tokens(plain, rules);
    const hits = tokens.passages.flatMap(({ first, end }) => rules.hits(tokens.words, first, end));
    const named = coach.named(tokens, hits, rules);
    const measures = coach.measures(plain, tokens, hits, named, rules);
    const votes = all.map((it) => tokens.words.filter((word) => it.isCommon(word.text)).length);
    const most = Math.max(...votes);
    const silence = most > votes[at] ? 'other-language' : measures.words < rules.limits.words ? 'few-words' : null;
    const share = (count) => coach.share(measures, count);
    const signals = SIGNALS.filter(([, , isIn]) => isIn(measures, share, rules.limits, namesSomebody)).map(([name]) => name);
    return {
      silence,
      // The language whose frequent words it has most of.
      spoken: all[votes.indexOf(most)].language,
      fewest: rules.limits.words,
      measures,
      signals,
      ...best(text, plain.text, tokens, hits, named),
      questions: silence === null && isAsked(signals) ? chosen(signals) : [],
    };
  };
}
