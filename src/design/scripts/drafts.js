/**
 * Keeps what is typed in `form[data-draft="ADDRESS"]`: two seconds after typing pauses and on leaving, the form's fields go to ADDRESS by
 * POST. The server answers `{ "version": "4", "saved": "9:41am" }`; 409 answers `{ "by": "Martin", "href": "/…" }`, where both texts
 * stand side by side. Lost connection: the words stay in the page and we keep trying.
 */

const pause = 2000;
const longestWait = 30000;

/** @param {HTMLFormElement} form */
const keep = (form) => {
  const address = form.dataset.draft ?? '';
  const note = form.querySelector('[data-save-note]');
  let timer = 0;
  let changed = false;
  let sending = false;
  let wait = pause;

  /** @param {string} text */
  const say = (text) => {
    if (note && note.textContent !== text) note.textContent = text;
  };

  const body = () => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
    return fields;
  };

  /** @param {number} after */
  const soon = (after) => {
    clearTimeout(timer);
    timer = setTimeout(send, after);
  };

  /** @param {{ by?: string, href?: string }} conflict */
  const showConflict = (conflict) => {
    say(`${conflict.by ?? ''} changed this too. `);
    if (!note || !conflict.href) return;
    const link = document.createElement('a');
    link.href = conflict.href;
    link.textContent = 'See both texts';
    note.append(link);
  };

  async function send() {
    if (!changed || sending) return;
    sending = true;
    changed = false;
    try {
      const response = await fetch(address, { method: 'POST', body: body(), headers: { accept: 'application/json' } });
      const answer = await response.json();
      if (response.status === 409) {
        showConflict(answer);
        sending = false;
        return;
      }
      if (!response.ok) throw new Error(String(response.status));
      const version = form.elements.namedItem('version');
      if (version instanceof HTMLInputElement && answer.version !== undefined) version.value = String(answer.version);
      wait = pause;
      say((note?.getAttribute('data-saved') ?? '%').replace('%', answer.saved ?? ''));
    } catch {
      changed = true;
      wait = Math.min(wait * 2, longestWait);
      say(note?.getAttribute('data-not-saved') ?? '');
    }
    sending = false;
    if (changed) soon(wait);
  }

  form.addEventListener('input', () => {
    changed = true;
    soon(pause);
  });
  form.addEventListener('submit', () => {
    changed = false;
    clearTimeout(timer);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && changed && navigator.sendBeacon(address, body())) changed = false;
  });
  addEventListener('online', () => soon(0));
};

export const startDrafts = () => {
  for (const form of document.querySelectorAll('form[data-draft]')) if (form instanceof HTMLFormElement) keep(form);
};
