// The draft, kept in this browser alone: with its photos in a database, else its words in a plain store.
tell.keeper = (site, what = 'tell') => {
  const KEY = `storywall-${what} ${site}`;
  let opened = null;
  const open = () => (opened ??= new Promise((done, failed) => {
    const asked = indexedDB.open('storywall-tell', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('drafts');
    asked.onsuccess = () => done(asked.result);
    asked.onerror = asked.onblocked = () => failed(asked.error);
  }));
  const work = async (mode, ask) => {
    const database = await open();
    return new Promise((done, failed) => {
      const change = database.transaction('drafts', mode);
      const asked = ask(change.objectStore('drafts'));
      change.oncomplete = () => done(asked.result);
      change.onabort = change.onerror = () => failed(change.error);
    });
  };
  const words = {
    get: () => { try { return JSON.parse(localStorage.getItem(KEY)); } catch { return null; } },
    put: (draft) => localStorage.setItem(KEY, JSON.stringify({ ...draft, photos: [] })),
    drop: () => { try { localStorage.removeItem(KEY); } catch { /* Nothing was kept. */ } },
  };
  return {
    // The newer words, with the photos of the same draft; or nothing.
    async load() {
      const whole = await work('readonly', (store) => store.get(KEY)).catch(() => null);
      const other = words.get();
      if (!other || whole?.saved >= other.saved) return whole ?? null;
      return { ...other, photos: whole?.begun === other.begun ? whole.photos : [] };
    },
    // What was kept: all, the words, or nothing.
    async save(draft) {
      try {
        await work('readwrite', (store) => store.put(draft, KEY));
        words.drop();
        return 'all';
      } catch {
        try {
          words.put(draft);
          return draft.photos.length > 0 ? 'words' : 'all';
        } catch {
          return 'nothing';
        }
      }
    },
    // At once, before the page goes: a database may be too slow for that.
    saveWords(draft) { try { words.put(draft); } catch { /* The last save counts. */ } },
    async drop() {
      words.drop();
      await work('readwrite', (store) => store.delete(KEY)).catch(() => null);
    },
  };
};
