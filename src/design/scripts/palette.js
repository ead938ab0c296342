/**
 * Finding from anywhere: Ctrl or ⌘ with K, or the button in the bar, opens the dialog; the server answers as one types. The input is a
 * combobox over a list of links, so Enter follows the chosen one and, with none chosen, opens the page of all results.
 */

const waitMilliseconds = 120;
const fewestLetters = 2;

/** @param {string} tag @param {string} look @param {string} text */
const element = (tag, look, text) => {
  const made = document.createElement(tag);
  made.className = look;
  made.textContent = text;
  return made;
};

/** @param {HTMLDialogElement} dialog @param {string} address */
const run = (dialog, address) => {
  const input = dialog.querySelector('input');
  const list = dialog.querySelector('#palette-results');
  const note = dialog.querySelector('[role="status"]');
  if (!input || !list || !note) return;
  const hint = note.textContent;
  let asked = 0;
  let timer = 0;
  let at = -1;

  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.getAttribute('aria-label') ?? '');

  const options = () => [...list.querySelectorAll('[role="option"]')];

  /** @param {number} next */
  const select = (next) => {
    const all = options();
    at = all.length === 0 ? -1 : (next + all.length) % all.length;
    all.forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === at));
    });
    const chosen = all[at];
    if (chosen) {
      input.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };

  /** @param {{ groups: { title: string, results: { text: string, detail?: string, href: string }[] }[] }} answer */
  const show = (answer) => {
    list.replaceChildren();
    let count = 0;
    for (const [index, group] of answer.groups.entries()) {
      if (group.results.length === 0) continue;
      const box = document.createElement('div');
      const title = element('p', 'od-palette__group', group.title);
      title.id = `palette-group-${index}`;
      box.setAttribute('role', 'group');
      box.setAttribute('aria-labelledby', title.id);
      box.append(title);
      for (const result of group.results) {
        const link = document.createElement('a');
        link.className = 'od-palette__result';
        link.href = result.href;
        link.id = `palette-option-${count}`;
        link.tabIndex = -1;
        link.setAttribute('role', 'option');
        link.setAttribute('aria-selected', 'false');
        link.append(element('span', 'od-palette__text', result.text));
        if (result.detail) link.append(element('span', 'od-palette__detail', result.detail));
        box.append(link);
        count += 1;
      }
      list.append(box);
    }
    input.setAttribute('aria-expanded', String(count > 0));
    note.textContent = count === 0 ? note.getAttribute('data-none') : '';
    select(count === 0 ? -1 : 0);
  };

  const clear = () => {
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    note.textContent = hint;
    at = -1;
  };

  const ask = async () => {
    const words = input.value.trim();
    asked += 1;
    const mine = asked;
    if (words.length < fewestLetters) {
      clear();
      return;
    }
    try {
      const response = await fetch(`${address}?q=${encodeURIComponent(words)}`, { headers: { accept: 'application/json' } });
      if (!response.ok) throw new Error(String(response.status));
      const answer = await response.json();
      if (mine === asked) show(answer);
    } catch {
      if (mine !== asked) return;
      clear();
      note.textContent = note.getAttribute('data-offline');
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, waitMilliseconds);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      select(at + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Escape') {
      // A search field would only empty itself at the first press.
      event.preventDefault();
      dialog.close();
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      const chosen = options()[at];
      if (!(chosen instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      chosen.click();
    }
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || (event.target instanceof Element && event.target.closest('[data-close]'))) dialog.close();
  });
  dialog.addEventListener('close', () => {
    input.value = '';
    clear();
  });
  clear();
};

export const startPalette = () => {
  const dialog = document.querySelector('#palette');
  const opener = document.querySelector('a[data-find]');
  if (!(dialog instanceof HTMLDialogElement) || !(opener instanceof HTMLAnchorElement)) return;
  run(dialog, opener.dataset.find ?? '/find.json');
  const open = () => {
    if (!dialog.open) dialog.showModal();
    dialog.querySelector('input')?.focus();
  };
  if (/Mac|iPhone|iPad/.test(navigator.platform)) {
    const key = opener.querySelector('.od-find__key');
    if (key) key.textContent = '⌘ K';
  }
  opener.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'k' || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    open();
  });
};
