/** Small helps of form pages: focus to what the server has to say first, and how many characters are left, near the limit only. */

const nearLimit = 0.75;

/** @param {HTMLElement} group */
const countCharacters = (group) => {
  const area = group.querySelector('textarea');
  const note = group.querySelector('.nhsuk-character-count__message');
  const limit = Number(group.dataset.maxlength);
  if (!area || !note || !limit) return;
  const standing = note.textContent;
  const live = document.createElement('div');
  live.className = 'nhsuk-u-visually-hidden';
  live.setAttribute('aria-live', 'polite');
  note.after(live);
  let timer = 0;
  const show = () => {
    const left = limit - area.value.length;
    const over = left < 0;
    const text = (over ? group.dataset.over : group.dataset.left)?.replace('%', String(Math.abs(left))) ?? '';
    const near = area.value.length >= limit * nearLimit;
    note.textContent = near ? text : standing;
    note.classList.toggle('nhsuk-character-count__message--over', over);
    clearTimeout(timer);
    timer = setTimeout(() => {
      live.textContent = near ? text : '';
    }, 1000);
  };
  area.addEventListener('input', show);
  show();
};

export const startFields = () => {
  for (const group of document.querySelectorAll('[data-module="nhsuk-character-count"]')) {
    if (group instanceof HTMLElement) countCharacters(group);
  }
  // What is wrong, then what the page itself begins with, then what has just happened.
  const first = ['.nhsuk-error-summary[data-focus]', '[autofocus]', '[data-focus]'].map((one) => document.querySelector(one)).find(Boolean);
  if (first instanceof HTMLElement) first.focus();
};
