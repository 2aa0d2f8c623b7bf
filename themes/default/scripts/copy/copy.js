// A button at each block of code that copies it, where browsers let a page do that.
if (navigator.clipboard) {
  const { copy, copied } = document.currentScript.dataset;
  // What is copied is what is shown: an author may have folded something away.
  for (const code of document.querySelectorAll('main pre')) {
    const block = document.createElement('div');
    const button = document.createElement('button');
    const said = document.createElement('span');
    block.className = 'code';
    button.textContent = copy;
    said.className = 'unseen';
    said.setAttribute('role', 'status');
    code.replaceWith(block);
    block.append(button, said, code);
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code.innerText.trimEnd());
      button.textContent = said.textContent = copied;
      setTimeout(() => {
        button.textContent = copy;
        said.textContent = '';
      }, 4000);
    });
  }
}
