// The ways out. None of them sends anything from here: each hands the story to something of the device.
tell.ways = (form, words, { part, story, done }) => {
  const way = (name) => form.querySelector(`[data-way=${name}]`);
  const button = (name) => form.querySelector(`[data-do=${name}]`);
  const show = (name, isShown) => part(name).forEach((element) => { element.hidden = !isShown; });

  const textFile = (made, ending, type) => new File([made.text], `${made.name}.${ending}`, { type });
  const shared = (made) => ({
    title: made.title,
    files: [textFile(made, 'txt', 'text/plain'), ...made.photos.map(({ name, blob }) => new File([blob], name, { type: 'image/jpeg' }))],
  });
  const canShare = (data) => { try { return navigator.canShare?.(data) ?? false; } catch { return false; } };

  // Where a page may not copy, the words are marked, so that the device can.
  const copy = async (made) => {
    try {
      await navigator.clipboard.writeText(made.text);
      return words.copied;
    } catch {
      const [field] = part('whole');
      show('copy-by-hand', true);
      field.value = made.text;
      field.focus();
      field.select();
      field.scrollIntoView({ block: 'nearest' });
      return words.select;
    }
  };

  const forge = way('forge')?.dataset;
  const mail = way('mail')?.dataset.mail;
  const mailWith = (made, body) => tell.mailAddress(mail, words.mailSubject.replace('{title}', () => made.title), body);
  const forgeWith = (made) => forge.text && tell.forgeAddress(forge, made, true);
  const fits = {
    mail: (made) => mailWith(made, made.text).length <= tell.LONGEST_MAIL,
    forge: (made) => Boolean(forge.text) && forgeWith(made).length <= tell.LONGEST_ADDRESS,
  };

  // Shows what of the ways fits this story. The first one that there is stands out.
  const write = () => {
    const made = story();
    way('share').hidden = !canShare(shared(made));
    form.querySelectorAll('.out > li:not([hidden])').forEach((it, at) => it.classList.toggle('leads', at === 0));
    for (const [name, isShown] of [['stays', made.stays.length > 0], ['waits', made.waits.length > 0]]) {
      const list = new Intl.ListFormat(document.documentElement.lang).format(made[name]);
      part(name).forEach((element) => {
        element.hidden = !isShown;
        element.textContent = words[name].replace('{names}', () => list);
      });
    }
    show('copy-photos', made.photos.length > 0);
    // The words of the page, and behind them what the photos are called in the text.
    for (const element of part('copy-photos')) {
      element.dataset.words ??= element.textContent;
      element.textContent = `${element.dataset.words} ${made.photos.map(({ name }) => name).join(', ')}`;
    }
    part('file')[0].textContent = made.photos.length > 0 ? `${made.name}.zip` : `${made.name}.md`;
    if (mail) {
      const isWhole = fits.mail(made);
      button('mail').href = mailWith(made, isWhole ? made.text : words.mailShort);
      show('mail-fits', isWhole);
      show('mail-long', !isWhole);
      show('mail-photos', made.photos.length > 0);
    }
    if (forge) {
      // There, who begins a file is named; and not all that is sent is a file of its own.
      way('forge').hidden = made.isAnonymous || !made.path;
      const isWhole = fits.forge(made);
      button('forge').href = tell.forgeAddress(forge, made, isWhole);
      show('forge-fits', isWhole);
      show('forge-name', !forge.text);
      show('forge-long', Boolean(forge.text) && !isWhole);
      part('forge-long')[0].textContent = words.forgeLong
        .replace('{n}', forgeWith(made).length).replace('{most}', tell.LONGEST_ADDRESS);
      show('forge-new', !made.isKnown);
      show('forge-photos', made.photos.length > 0);
    }
  };

  button('share').addEventListener('click', async () => {
    try {
      await navigator.share(shared(story()));
      done();
    } catch { /* Somebody changed their mind. */ }
  });
  button('file').addEventListener('click', async () => {
    const made = story();
    if (made.photos.length === 0) {
      tell.save(textFile(made, 'md', 'text/markdown'), `${made.name}.md`);
    } else {
      const text = { name: `${made.name}.md`, blob: new Blob([made.text]) };
      tell.save(await tell.zip([text, ...made.photos]), `${made.name}.zip`);
    }
    done();
  });
  button('copy').addEventListener('click', async () => done(await copy(story())));
  // These are links, so that the device opens them; what does not fit in them is copied first.
  for (const name of ['mail', 'forge']) {
    button(name)?.addEventListener('click', async () => {
      const made = story();
      done(fits[name](made) ? '' : await copy(made));
    });
  }
  return write;
};
