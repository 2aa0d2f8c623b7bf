// Only what a page cannot do alone. Without it every page works; nothing here asks another place.
{
  // Open lists close again: with Escape, and when one clicks beside them.
  const lists = document.querySelectorAll('.menu, .picks details');
  const close = (but) => lists.forEach((list) => { if (list !== but) list.open = false; });
  document.addEventListener('click', (event) => {
    const inside = [...lists].find((list) => list.contains(event.target));
    close(inside);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const open = [...lists].find((list) => list.open);
    close();
    open?.querySelector('summary').focus();
  });
}
