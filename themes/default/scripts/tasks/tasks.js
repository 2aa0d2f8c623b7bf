// The tasks of a page of the handbook can be ticked. Only this browser remembers it: nothing is sent.
{
  const { kept, forget } = document.currentScript.dataset;
  const tasks = [...document.querySelectorAll('.doc .tasks > .task')];
  const KEY = `storywall tasks ${location.pathname}`;
  // A task is known by its words, so one that is moved keeps its tick, and one that is rewritten is new.
  const words = (task) => task.textContent.replace(/\s+/g, ' ').trim();
  const read = () => {
    try {
      const known = JSON.parse(localStorage.getItem(KEY));
      return Array.isArray(known) ? known : [];
    } catch {
      return [];
    }
  };
  const write = () => {
    const ticked = tasks.filter((task) => box(task).checked).map(words);
    try {
      if (ticked.length > 0) localStorage.setItem(KEY, JSON.stringify(ticked));
      else localStorage.removeItem(KEY);
    } catch { /* A browser that remembers nothing: the ticks stay until the page is left. */ }
    say();
  };
  const box = (task) => task.querySelector('input.box');

  const line = document.createElement('p');
  const count = document.createElement('b');
  const bar = document.createElement('progress');
  const clear = document.createElement('button');
  const say = () => {
    bar.value = tasks.filter((task) => box(task).checked).length;
    count.textContent = `${bar.value}/${bar.max}`;
    clear.hidden = read().length === 0;
  };
  const ticked = read();
  tasks.forEach((task, at) => {
    const mark = task.querySelector('.box');
    const input = document.createElement('input');
    input.type = 'checkbox';
    input.className = 'box';
    input.checked = input.defaultChecked = mark.classList.contains('done');
    task.id ||= `sw-task-${at}`;
    input.setAttribute('aria-labelledby', task.id);
    mark.replaceWith(input);
    if (ticked.includes(words(task))) input.checked = true;
    input.addEventListener('change', write);
  });
  bar.max = tasks.length;
  bar.setAttribute('aria-label', kept);
  clear.type = 'button';
  clear.textContent = forget;
  clear.addEventListener('click', () => {
    tasks.forEach((task) => (box(task).checked = box(task).defaultChecked));
    write();
    box(tasks[0]).focus();
  });
  line.className = 'kept';
  line.append(bar, count, ` ${kept} `, clear);
  // Below the heading under which the tasks stand, or else right above them.
  let place = tasks[0].parentElement;
  for (let above = place; (above = above.previousElementSibling);) {
    if (above.matches('.heading, h2, h3')) {
      place = above.nextElementSibling;
      break;
    }
  }
  place.before(line);
  say();
}
