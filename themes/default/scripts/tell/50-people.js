// The parts of the second step that can be there several times: photos, and people with their yes.
tell.parts = (words, changed) => {
  const made = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
  let count = 0;
  const radios = (element, name, chosen) => {
    count += 1;
    for (const radio of element.querySelectorAll(`:scope [type=radio][data-is=${name}]`)) {
      radio.name = `sw-${name}-${count}`;
      radio.checked = radio.value === chosen;
    }
  };
  const chosen = (element, name) => element.querySelector(`[data-is=${name}]:checked`)?.value ?? '';

  const person = (list, inPhoto, { name = '', yes = '' } = {}) => {
    const element = made('sw-person-form');
    for (const [as, isShown] of [['of-photo', inPhoto], ['of-words', !inPhoto]]) {
      element.querySelectorAll(`[data-as=${as}]`).forEach((part) => { part.hidden = !isShown; });
    }
    const field = element.querySelector('[data-is=name]');
    field.value = name;
    const called = () => element.setAttribute('aria-label', field.value || field.previousElementSibling.textContent);
    called();
    radios(element, 'yes', yes);
    field.addEventListener('input', called);
    element.querySelector('[data-do=out]').addEventListener('click', () => {
      const next = element.nextElementSibling?.querySelector('input') ?? list.parentElement.querySelector('button:not([data-do=out])');
      element.remove();
      next?.focus();
      changed();
    });
    list.append(element);
    return element;
  };
  const people = (list) => [...list.children].map((element) => ({
    name: element.querySelector('[data-is=name]').value,
    yes: chosen(element, 'yes'),
  }));

  const said = (bytes) => {
    const [value, unit, digits] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte', 0] : [bytes / 1e6, 'megabyte', 1];
    return new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit, maximumFractionDigits: digits }).format(Math.max(value, 1));
  };

  const photo = async (list, kept) => {
    const element = made('sw-photo-form');
    const [canvas, shown, named] = ['canvas', '[data-as=shown]', '[data-as=people]'].map((it) => element.querySelector(it));
    element.photo = { ...kept };
    const number = () => [...list.children].forEach((it, at) => {
      it.setAttribute('aria-label', words.photoN.replace('{n}', at + 1));
    });
    const draw = async () => {
      await tell.draw(canvas, element.photo.blob);
      element.querySelector('[data-as=made]').textContent = words.made
        .replace('{before}', said(element.photo.before)).replace('{after}', said(element.photo.blob.size));
    };
    const alt = element.querySelector('[data-is=alt]');
    alt.value = kept.alt ?? '';
    const describe = () => canvas.setAttribute('aria-label', alt.value || element.getAttribute('aria-label'));
    radios(element, 'faces', kept.faces);
    const show = () => {
      shown.hidden = chosen(element, 'faces') !== 'yes';
      if (!shown.hidden && named.children.length === 0) person(named, true);
    };
    (kept.people ?? []).forEach((it) => person(named, true, it));
    const wanted = element.querySelector('[data-as=faces-wanted]');
    element.addEventListener('input', () => { wanted.hidden = true; });
    element.addEventListener('change', show);
    alt.addEventListener('input', describe);
    element.querySelector('[data-do=person]').addEventListener('click', () => {
      person(named, true).querySelector('input').focus();
      changed();
    });
    element.querySelector('[data-do=turn]').addEventListener('click', async () => {
      element.photo.blob = await tell.photo(element.photo.blob, 1);
      await draw();
      changed();
    });
    element.querySelector('.row [data-do=out]').addEventListener('click', () => {
      element.remove();
      number();
      list.parentElement.querySelector('[type=file]').focus();
      changed();
    });
    list.append(element);
    number();
    describe();
    show();
    await draw();
    return element;
  };
  const photos = (list) => [...list.children].map((element) => ({
    ...element.photo,
    alt: element.querySelector('[data-is=alt]').value,
    faces: chosen(element, 'faces'),
    people: people(element.querySelector('[data-as=people]')),
  }));

  // Whether nobody said who can be recognised in some photo: that is asked for, and nothing else is.
  const lacksFaces = (list) => {
    for (const element of list.children) {
      const name = [...element.querySelectorAll('[data-is=name]')];
      const isNamed = chosen(element, 'faces') === 'yes' && name.some((it) => it.value.trim());
      if (isNamed || chosen(element, 'faces') === 'no') continue;
      element.querySelector('[data-as=faces-wanted]').hidden = false;
      (chosen(element, 'faces') === 'yes' ? name[0] : element.querySelector('[data-is=faces]'))?.focus();
      return true;
    }
    return false;
  };

  return { person, people, photo, photos, lacksFaces };
};
