// What is said on the page: thanks for a sentence of the author's own, and at most three questions.
{
  let texts = {};
  // What `storywall build` writes beside the page: the rules of all languages, and the texts of its own.
  coach.begin = ({ rules, texts: own }) => {
    coach.read(rules);
    texts = own;
  };

  const made = (tag, text, more = {}) => Object.assign(document.createElement(tag), { textContent: text, ...more });
  const list = (questions) => {
    const all = made('ul', '');
    all.append(...questions.map((name) => made('li', texts[`coach-ask-${name}`])));
    return all;
  };
  const away = () => {
    const line = made('p', '');
    const button = made('button', texts['write-coach-away'], { type: 'button', className: 'link' });
    button.dataset.do = 'coach-away';
    line.append(button);
    return line;
  };

  coach.say = (box, story) => {
    const said = coach.listen(story);
    // Whoever writes in another language than the page's is read in it.
    const heard = said.silence === 'other-language' ? coach.listen({ ...story, language: said.spoken }) : said;
    const isAsked = heard.questions.length > 0;
    const nothing = heard.silence === 'few-words' ? texts['write-coach-short'].replace('{n}', heard.fewest) : texts['coach-nothing-to-ask'];
    const title = made('h3', isAsked ? texts['write-coach-title'] : nothing, { id: 'sw-coach' });
    const parts = [title];
    if (heard.quote !== null && (heard.isLiked || isAsked)) {
      const quote = coach.trim(heard.quote).split(/\p{White_Space}+/u).join(' ');
      parts.push(made('blockquote', quote, { dir: 'auto' }));
      parts.push(made('p', texts[heard.isLiked ? 'write-coach-like' : 'write-coach-more']));
    }
    if (isAsked) parts.push(list(heard.questions), made('p', texts['write-coach-yours'], { className: 'post' }));
    box.replaceChildren(...parts, away());
    box.setAttribute('aria-labelledby', title.id);
  };
}
