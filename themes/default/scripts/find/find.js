// The list of questions.
{
  // An address may not be readable.
  const addressed = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return '';
    }
  };
  // The question that is addressed (#bad-spelling) is open.
  const show = () => {
    const asked = document.getElementById(addressed());
    const question = asked?.closest('details.question');
    if (question) {
      question.open = true;
      asked.scrollIntoView();
    }
  };
  addEventListener('hashchange', show);
  show();

  // Find as you type; aa is å (ae, oe likewise).
  const fold = (text) => text.toLowerCase()
    .replace(/å/g, 'aa').replace(/[æä]/g, 'ae').replace(/[øö]/g, 'oe').replace(/ß/g, 'ss').replace(/ĳ/g, 'ij')
    .normalize('NFD').replace(/[\u0300-\u036f]/g, '')
    .split(/[^a-z0-9]+/).filter(Boolean);

  // Letters too many, too few, wrong or swapped: so many at most.
  const near = (a, b, slips) => {
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    const rest = (x, y) => near(a.slice(i + x), b.slice(i + y), slips - 1);
    if (!slips) return a.slice(i) === b.slice(i);
    return rest(1, 1) || rest(1, 0) || rest(0, 1)
      || (i + 1 < a.length && a[i] === b[i + 1] && a[i + 1] === b[i] && rest(2, 2));
  };

  // 3: the word, with two letters more or fewer at its end; 2: its beginning; 1: a slip of the finger.
  const likeness = (typed, word) => {
    const longer = word.length - typed.length;
    if (word.startsWith(typed)) return longer > 2 ? 2 : 3;
    if (word.length > 3 && longer >= -2 && typed.startsWith(word)) return 3;
    // Short words have too many neighbours.
    return typed.length > 4 && near(typed, word, typed.length < 8 ? 1 : 2) ? 1 : 0;
  };
  // What a likeness is worth in the question, and in how else people ask it. The words of the answer
  // say too little of what it is about.
  const WORTH = [[0, 2, 6, 8], [0, 2, 6, 7]];
  const EXACT = 7;

  const box = document.querySelector('.find');
  if (box) {
    const field = box.querySelector('input');
    const said = box.querySelector('[role=status]');
    const groups = [...document.querySelectorAll('.group')].map((group) => ({
      group,
      questions: [...group.querySelectorAll('.question')].map((item) => ({
        item,
        parts: [
          item.querySelector('h3').textContent,
          item.dataset.also ?? '',
        ].map(fold),
      })),
    }));
    const best = (typed, words) => words.reduce((most, word) => Math.max(most, likeness(typed, word)), 0);
    const all = groups.flatMap(({ questions }) => questions);
    const fits = (word, { parts }) => Math.max(...parts.map((part, at) => WORTH[at][best(word, part)]));
    const find = () => {
      const words = fold(field.value);
      const those = (list, test) => {
        const some = list.filter(test);
        return some.length ? some : list;
      };
      // The smallest words of a sentence (me, i, af) say nothing; nor do words of many questions (mijn).
      // Words that stand nowhere are left out.
      const typed = those(words, (word) => word.length > 3);
      const having = (word) => all.filter((it) => fits(word, it)).length;
      const known = those(those(typed, having), (word) => having(word) * 3 < all.length);
      const each = (it) => known.map((word) => fits(word, it));
      // What the word that fits least is worth; where none has them all, the mean.
      const least = (it) => Math.min(...each(it));
      const mean = (it) => each(it).reduce((sum, one) => sum + one, 0) / known.length;
      const worth = all.some(least) ? least : mean;
      const sorted = (list) => list.sort((a, b) => b.worth - a.worth);
      const weighed = sorted(groups.map(({ group, questions }) => {
        const own = sorted(questions.map((it) => ({ item: it.item, worth: worth(it) })));
        return { group, own, worth: own[0].worth };
      }));
      // Only the best are shown.
      const enough = Math.min(EXACT, Math.max(1, weighed[0].worth));
      let found = 0;
      for (const { group, own, worth } of weighed) {
        group.hidden = worth < enough;
        for (const { item, worth } of own) {
          item.hidden = worth < enough;
          found += !item.hidden;
        }
        group.append(...own.map(({ item }) => item));
      }
      box.after(...weighed.map(({ group }) => group));
      const { none, one, many } = field.dataset;
      box.querySelector('.nothing')?.toggleAttribute('hidden', !typed.length || found > 0);
      said.textContent = !typed.length ? '' : found > 1 ? many.replace('#', found) : found ? one : none;
    };
    box.hidden = false;
    field.addEventListener('input', find);
    find();
  }
}
