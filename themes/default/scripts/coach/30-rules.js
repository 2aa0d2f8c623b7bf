{
  // src/coach/rules.rs: the words of a language, ready to be found, and its limits.
  const GROUPS = ['first_person', 'we', 'says', 'scene', 'how', 'setback', 'units', 'report', 'polish'];
  const LISTS = [...GROUPS.slice(0, -1), 'superlative', 'announce', 'finance', 'fog', 'filler'];
  const POLISHED = ['superlative', 'announce', 'finance', 'fog', 'filler'];
  // How many letters of a word are compared with the beginnings and ends of a list.
  const LONGEST = 40;
  const SHORTEST_NOUN = 7;

  const part = (word) => {
    const spelled = (text) => coach.words(text)[0]?.text;
    const kind = word.startsWith('*') ? 'ends' : word.endsWith('*') ? 'begins' : 'whole';
    const text = spelled(kind === 'ends' ? word.slice(1) : kind === 'begins' ? word.slice(0, -1) : word);
    return text === undefined ? null : { kind, text };
  };
  const fits = ({ kind, text }, word) => word !== undefined
    && (kind === 'whole' ? word.text === text : kind === 'begins' ? word.text.startsWith(text) : word.text.endsWith(text));

  coach.rules = ({ language, lists, limits }) => {
    const entries = { whole: new Map(), begins: new Map(), ends: new Map() };
    for (const name of LISTS) {
      for (const entry of lists[name]) {
        const parts = entry.split(/\p{White_Space}+/u).map((word) => word && part(word)).filter(Boolean);
        if (parts.length === 0) continue;
        const { kind, text } = parts[0];
        const list = POLISHED.includes(name) && name !== 'superlative' ? 'polish' : name;
        const group = GROUPS.indexOf(POLISHED.includes(name) ? 'polish' : name);
        entries[kind].set(text, [...(entries[kind].get(text) ?? []), { list, group, parts }]);
      }
    }
    const small = (name) => new Set(lists[name].map((word) => word.toLowerCase()));
    const [firstPerson, abbreviations, notNames, common] = ['first_person', 'abbreviations', 'not_names', 'common'].map(small);
    const endings = lists.noun_endings.map((word) => word.toLowerCase());

    // The entries whose first word may be this one.
    const beginningWith = (word) => {
      const borders = [];
      for (let at = 0; at < word.length && borders.length < LONGEST; at += coach.signAt(word, at).length) borders.push(at);
      borders.push(word.length);
      return [
        ...(entries.whole.get(word) ?? []),
        ...borders.flatMap((end) => entries.begins.get(word.slice(0, end)) ?? []),
        ...borders.flatMap((start) => entries.ends.get(word.slice(start)) ?? []),
      ];
    };
    return {
      language,
      limits,
      isFirstPerson: (word) => firstPerson.has(word),
      isAbbreviation: (word) => abbreviations.has(word),
      isNoName: (word) => notNames.has(word),
      isCommon: (word) => common.has(word),
      isMadeNoun: (word) => word.letters >= SHORTEST_NOUN && endings.some((it) => word.text.endsWith(it)),

      // The entries that stand in a passage; of those of a group that begin at the same word, the longest.
      hits: (words, first, end) => {
        const hits = [];
        const free = GROUPS.map(() => 0);
        for (let at = first; at < end; at += 1) {
          const longest = [];
          for (const { list, group, parts } of beginningWith(words[at].text)) {
            const isLonger = parts.length > (longest[group]?.length ?? 0);
            const isInside = at >= free[group] && at + parts.length <= end;
            if (isLonger && isInside && parts.every((it, n) => fits(it, words[at + n]))) {
              longest[group] = { list, length: parts.length };
            }
          }
          longest.forEach(({ list, length }, group) => {
            free[group] = at + length;
            hits.push({ list, word: at });
          });
        }
        return hits;
      },
    };
  };
}
