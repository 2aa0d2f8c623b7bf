// What every form has whose words somebody takes along: colleagues, hours, what it lacks, what is asked twice.
{
  // Colleagues by name; two with the same name are not told apart, so neither is meant.
  tell.colleagues = (list) => {
    const colleagues = new Map();
    for (const option of list.options) {
      const name = option.value.toLocaleLowerCase();
      colleagues.set(name, colleagues.has(name) ? null : { id: option.dataset.id, post: option.label });
    }
    const known = (name) => colleagues.get(name.replace(/\s+/g, ' ').trim().toLocaleLowerCase());
    return { known, ids: { get: (name) => known(name)?.id } };
  };

  // Days and hours as they are written in Europe.
  tell.locale = (lang) => (lang === 'en' ? 'en-GB' : lang);
  tell.clock = (lang) => (time, form = { hour: '2-digit', minute: '2-digit' }) => new Intl.DateTimeFormat(tell.locale(lang), form).format(time);

  // Says at a field that it lacks something, and leads there; or says so no more.
  tell.lacks = (input, wrong, isLacking) => {
    wrong.hidden = !isLacking;
    input.removeAttribute('aria-invalid');
    if (isLacking) input.setAttribute('aria-invalid', 'true');
    const described = input.getAttribute('aria-describedby').replace(`${wrong.id} `, '');
    input.setAttribute('aria-describedby', (isLacking ? `${wrong.id} ` : '') + described);
    if (isLacking) input.focus();
    return isLacking;
  };

  // What cannot be brought back is asked for twice. A window that asks is not shown everywhere.
  tell.sure = (said, words) => (button, act) => {
    const calm = () => {
      button.textContent = button.dataset.sure ?? button.textContent;
      delete button.dataset.sure;
    };
    if (button.dataset.sure) {
      calm();
      return act();
    }
    button.dataset.sure = button.textContent;
    button.textContent = said.textContent = words.dropIt;
    button.addEventListener('blur', calm, { once: true });
  };
}
