/**
 * Keeps what is typed in `form[data-draft="ADDRESS"]`: two seconds after typing pauses and on leaving, the form's fields go to ADDRESS by
 * POST. The server answers `{ "version": "4", "saved": "9:41am" }`; 409 answers `{ "by": "Martin", "href": "/…" }`, where both texts
 * stand side by side. Lost connection: the words stay in the page and we keep trying.
 *
 * An address such as `/draft?form=note&subject=ID` is the staff's own store: the fields go there in one value, with what the address
 * names, the version in `draft_version` and the form's key as the name of the page. Its 409 brings both texts: they are shown here.
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

  const [path, query] = address.split('?');
  const versionField = () => {
    const field = form.elements.namedItem(query ? 'draft_version' : 'version');
    return field instanceof HTMLInputElement ? field : null;
  };

  const body = () => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
    if (!query) return fields;
    /** @type {Record<string, string | string[]>} */
    const typed = {};
    for (const name of new Set(fields.keys())) {
      if (['form_key', 'draft_version', 'version'].includes(name)) continue;
      const values = fields.getAll(name);
      typed[name] = values.length > 1 ? values : (values[0] ?? '');
    }
    const sent = new URLSearchParams(query);
    sent.set('version', versionField()?.value ?? '0');
    sent.set('page', (fields.get('form_key') ?? '').split('.')[0] || 'page');
    sent.set('fields', JSON.stringify(typed));
    return sent;
  };

  /** @param {number} after */
  const soon = (after) => {
    clearTimeout(timer);
    timer = setTimeout(send, after);
  };

  /**
   * Both texts, field by field, and one way on: keeping these words over the others.
   * @param {{ version: number, theirs: Record<string, string | string[]> }} clash
   */
  const showBoth = (clash) => {
    const theirs = document.createElement('dl');
    theirs.className = 'od-theirs';
    for (const [name, value] of Object.entries(clash.theirs)) {
      const field = form.elements.namedItem(name);
      const mine = new FormData(form).getAll(name).join(', ');
      const other = [value].flat().join(', ');
      if (other === '' || other === mine) continue;
      const term = document.createElement('dt');
      term.className = 'od-theirs__by';
      term.textContent = (field instanceof HTMLElement && form.querySelector(`label[for="${field.id}"]`)?.textContent) || name;
      const words = document.createElement('dd');
      words.textContent = other;
      theirs.append(term, words);
    }
    const keepMine = document.createElement('button');
    keepMine.type = 'button';
    keepMine.className = 'od-button-link';
    keepMine.textContent = 'Keep what is in this window';
    keepMine.addEventListener('click', () => {
      const version = versionField();
      if (version) version.value = String(clash.version);
      changed = true;
      soon(0);
    });
    note?.append(theirs, keepMine);
  };

  /** @param {{ by?: string, href?: string, version?: number, theirs?: Record<string, string | string[]> }} conflict */
  const showConflict = (conflict) => {
    say(`${conflict.by ?? ''} changed this too. `);
    if (conflict.theirs) showBoth({ version: conflict.version ?? 0, theirs: conflict.theirs });
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
      const response = await fetch(path ?? '', { method: 'POST', body: body(), headers: { accept: 'application/json' } });
      const answer = await response.json();
      if (response.status === 409) {
        showConflict(answer);
        sending = false;
        return;
      }
      if (!response.ok) throw new Error(String(response.status));
      const version = versionField();
      if (version && answer.version !== undefined) version.value = String(answer.version);
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
    if (document.visibilityState === 'hidden' && changed && navigator.sendBeacon(path ?? '', body())) changed = false;
  });
  addEventListener('online', () => soon(0));
};

export const startDrafts = () => {
  for (const form of document.querySelectorAll('form[data-draft]')) if (form instanceof HTMLFormElement) keep(form);
};
