// Addresses that carry a text, and files that are saved.
{
  // GitHub answers no longer address than this; others that are known take as many or more.
  tell.LONGEST_ADDRESS = 8191;
  // Windows gives a mail program no longer one, and says nothing.
  tell.LONGEST_MAIL = 2000;

  // Where the repository begins this file, with the text where its page takes one.
  tell.forgeAddress = (forge, story, withText) => {
    const asked = [[forge.name, forge.folder + story.path]];
    if (withText) asked.push([forge.text, story.text]);
    return `${forge.url}?${new URLSearchParams(asked)}`;
  };

  tell.mailAddress = (to, subject, body) => {
    const encoded = (text) => encodeURIComponent(text.replace(/\n/g, '\r\n'));
    return `mailto:${to}?subject=${encoded(subject)}&body=${encoded(body)}`;
  };

  tell.save = (blob, name) => {
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
}
