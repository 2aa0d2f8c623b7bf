// Listens to the server. A browser holds six connections to one server, so only documents that can
// be seen listen, and four of them hold a stream; any other asks once a second.

const STREAMS = [1, 2, 3, 4].map((number) => `storywall-preview-${number}`);
const SECOND = 1000;
const second = () => new Promise((resolve) => { setTimeout(resolve, SECOND); });

/** Begins, and goes on as long as the document can be seen. `address` names what is shown now,
    `onEvent` is called with what the server sends, `lost` with whether it cannot be reached. */
export const listen = ({ address, kinds, onEvent, lost }) => {
  // Counts the times that the document came into view: a listener for an earlier one stops.
  let view = 0;
  let close = () => {};

  const begin = async () => {
    const mine = ++view;
    close();
    const goes = () => mine === view;
    while (goes()) {
      if (await held(goes)) continue;
      await ask();
      await second();
    }
  };
  const stop = () => {
    view += 1;
    close();
  };

  /** Listens as long as it may; false if all streams are taken. */
  const held = async (goes) => {
    const hold = async (lock) => {
      if (lock && goes()) await stream();
      return Boolean(lock) || !goes();
    };
    if (!navigator.locks) return hold(true);
    for (const name of STREAMS) {
      if (await navigator.locks.request(name, { ifAvailable: true }, hold)) return true;
    }
    return false;
  };

  const stream = () => new Promise((resolve) => {
    const source = new EventSource(address());
    const end = () => resolve(source.close());
    close = end;
    source.onopen = () => lost(false);
    source.onerror = () => {
      lost(true);
      // It tries again by itself, unless the answer was no stream.
      if (source.readyState === EventSource.CLOSED) setTimeout(end, SECOND);
    };
    for (const kind of kinds) source.addEventListener(kind, (event) => onEvent(kind, event.data));
  });

  const ask = async () => {
    try {
      const answer = await fetch(`${address()}&once`);
      if (!answer.ok) throw new Error(answer.statusText);
      for (const event of (await answer.text()).split(/\n\n/)) {
        const { kind, data } = fields(event);
        if (kinds.includes(kind)) onEvent(kind, data);
      }
      lost(false);
    } catch {
      lost(true);
    }
  };

  const look = () => (document.visibilityState === 'visible' ? begin() : stop());
  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', stop);
  addEventListener('pageshow', ({ persisted }) => { if (persisted) look(); });
  look();
};

/** An event as the stream writes it. */
const fields = (event) => {
  const values = (name) => event.split('\n').filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1).replace(/^ /, ''));
  return { kind: values('event')[0], data: values('data').join('\n') };
};
