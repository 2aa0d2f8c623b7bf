// The list of questions.
{
  // Anybody can write an address, also one that cannot be read.
  const addressed = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return '';
    }
  };
  // A question that is addressed (faq/index.html#bad-spelling), or a part of its answer, is open.
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

  // Find as you type. It forgives aa for å (ae, oe likewise), accents, one wrong letter and another ending.
  const fold = (text) => text.toLowerCase()
    .replace(/å/g, 'aa').replace(/[æä]/g, 'ae').replace(/[øö]/g, 'oe').replace(/ß/g, 'ss').replace(/ĳ/g, 'ij')
    .normalize('NFD').replace(/[\u0300-\u036f]/g, '')
    .split(/[^a-z0-9]+/).filter(Boolean);

  // At most one letter too many, too few, wrong or swapped.
  const near = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    const rest = (x, y) => a.slice(i + x) === b.slice(i + y);
    return rest(1, 1) || rest(1, 0) || rest(0, 1)
      || (a[i] === b[i + 1] && a[i + 1] === b[i] && rest(2, 2));
  };

  // 4: the word with an ending of at most two letters; 3: its beginning; 2: the same stem with another
  // ending; 1: a slip of the finger; 0: another word.
  const likeness = (typed, word) => {
    const longer = word.length - typed.length;
    if (word.startsWith(typed)) return longer > 2 ? 3 : 4;
    if (typed.length < 4) return 0;
    if (word.length > 3 && typed.startsWith(word)) return longer < -2 ? 2 : 4;
    // A part of a compound: stave in stavefejl.
    if (word.includes(typed)) return 2;
    const stem = Math.max(4, typed.length - 3);
    if (word.startsWith(typed.slice(0, stem)) && word.length - stem <= 4) return 2;
    return near(typed, word.slice(0, typed.length)) || near(typed, word) || near(typed, word.slice(0, typed.length + 1)) ? 1 : 0;
  };
  // What a likeness is worth in the question, in how else people ask it, and in the answer; in the long
  // answers a slip of the finger would find too much.
  const WORTH = [[0, 2, 4, 6, 8], [0, 2, 3, 6, 7], [0, 0, 1, 3, 5]];
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
          `${item.querySelector('.text').textContent} ${group.querySelector('h2').textContent}`,
        ].map(fold),
      })),
    }));
    const best = (typed, words) => words.reduce((most, word) => Math.max(most, likeness(typed, word)), 0);
    const find = () => {
      const words = fold(field.value);
      // Of a whole sentence, its smallest words (me, i, af) say nothing.
      const long = words.filter((word) => word.length > 2);
      const typed = long.length ? long : words;
      // A question is worth what the word is that fits it least.
      const worth = ({ parts }) =>
        Math.min(...typed.map((word) => Math.max(...parts.map((part, at) => WORTH[at][best(word, part)]))));
      const sorted = (list) => list.sort((a, b) => (a.worth < b.worth) - (a.worth > b.worth));
      const weighed = sorted(groups.map(({ group, questions }) => {
        const own = sorted(questions.map((it) => ({ item: it.item, worth: worth(it) })));
        return { group, own, worth: own[0].worth };
      }));
      // Only the best are shown, and they come first.
      const least = Math.min(EXACT, Math.max(1, weighed[0].worth));
      let found = 0;
      for (const { group, own, worth } of weighed) {
        group.hidden = worth < least;
        for (const { item, worth } of own) {
          item.hidden = worth < least;
          found += !item.hidden;
        }
        group.append(...own.map(({ item }) => item));
      }
      box.after(...weighed.map(({ group }) => group));
      const { none, one, many } = field.dataset;
      box.querySelector('.nothing')?.toggleAttribute('hidden', typed.length === 0 || found > 0);
      said.textContent = typed.length === 0 ? '' : found === 0 ? none : found === 1 ? one : many.replace('#', found);
    };
    box.hidden = false;
    field.addEventListener('input', find);
    find();
  }
}
