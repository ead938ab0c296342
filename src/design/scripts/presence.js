/**
 * Who else is here: asks `data-presence` now and every 15 seconds while the page is in sight. The answer is
 * `{ "people": [{ "name", "initials", "doing": "reading" | "deciding" }] }`; words change only when the people do.
 */

const everyMilliseconds = 15000;

/** @typedef {{ name: string, initials: string, doing: string }} Reader */

/** @param {Reader[]} readers */
const sentence = (readers) => {
  const [first, second] = readers;
  if (!first) return '';
  if (!second) return first.doing === 'deciding' ? `${first.name} is deciding this now` : `${first.name} is reading this too`;
  const others = readers.length === 2 ? second.name : `${readers.length - 1} others`;
  return `${first.name} and ${others} are reading this too`;
};

/** @param {HTMLElement} place @param {Reader[]} readers */
const show = (place, readers) => {
  const said = sentence(readers);
  if (place.querySelector('.od-presence__words')?.textContent === said) return;
  const parts = [];
  const [first] = readers;
  if (first) {
    const dot = document.createElement('span');
    dot.className = first.doing === 'deciding' ? 'od-presence__dot od-presence__dot--deciding' : 'od-presence__dot';
    dot.setAttribute('aria-hidden', 'true');
    const disc = document.createElement('span');
    disc.className = 'od-avatar od-avatar--s';
    disc.setAttribute('aria-hidden', 'true');
    disc.textContent = first.initials;
    parts.push(dot, disc);
  }
  const words = document.createElement('span');
  words.className = 'od-presence__words';
  words.textContent = said;
  place.replaceChildren(...parts, words);
};

export const startPresence = () => {
  for (const place of document.querySelectorAll('[data-presence]')) {
    if (!(place instanceof HTMLElement)) continue;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      try {
        const response = await fetch(place.dataset.presence ?? '', { headers: { accept: 'application/json' } });
        if (response.ok) show(place, (await response.json()).people ?? []);
      } catch {
        // Nobody is told that we could not ask: presence is only a courtesy.
      }
    };
    void ask();
    setInterval(ask, everyMilliseconds);
    document.addEventListener('visibilitychange', ask);
  }
};
