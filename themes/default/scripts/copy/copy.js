// A button at each block of code that copies it, and at each feed one that copies its address, where
// browsers let a page do that.
if (navigator.clipboard) {
  const { copy, copied } = document.currentScript.dataset;
  // The button, and where its success is said.
  const copying = (text) => {
    const button = document.createElement('button');
    const said = document.createElement('span');
    button.textContent = copy;
    said.className = 'unseen';
    said.setAttribute('role', 'status');
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text());
      button.textContent = said.textContent = copied;
      setTimeout(() => {
        button.textContent = copy;
        said.textContent = '';
      }, 4000);
    });
    return [button, said];
  };
  // What is copied is what is shown: an author may have folded something away.
  for (const code of document.querySelectorAll('main pre')) {
    const block = document.createElement('div');
    block.className = 'code';
    code.replaceWith(block);
    block.append(...copying(() => code.innerText.trimEnd()), code);
  }
  for (const links of document.querySelectorAll('main .copies')) {
    links.append(...copying(() => links.querySelector('a').href));
  }
}
