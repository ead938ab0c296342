/** Ctrl or ⌘ with Enter sends the form that has focus by its first button; 1 to 9 choose an option while the group of options has focus. */

/** @param {EventTarget | null} target */
const writes = (target) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type));

/** @param {KeyboardEvent} event */
const sendForm = (event) => {
  const form = event.target instanceof Element ? event.target.closest('form') : null;
  const primary = form?.querySelector('.nhsuk-button:not(.nhsuk-button--secondary):not(.nhsuk-button--warning)');
  if (!form || !(primary instanceof HTMLButtonElement) || primary.disabled) return;
  event.preventDefault();
  form.requestSubmit(primary);
};

/** @param {KeyboardEvent} event */
const choose = (event) => {
  if (writes(event.target)) return;
  const group = event.target instanceof Element ? event.target.closest('[data-keys]') : null;
  const option = group?.querySelectorAll('input[type="radio"]')[Number(event.key) - 1];
  if (!(option instanceof HTMLInputElement) || option.disabled) return;
  event.preventDefault();
  option.click();
  option.focus();
};

export const startKeys = () => {
  document.addEventListener('keydown', (event) => {
    // A key that is held down would send the page that comes next as well, and nobody has read that one.
    if (event.altKey || event.isComposing || event.repeat) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) sendForm(event);
    else if (/^[1-9]$/.test(event.key) && !event.ctrlKey && !event.metaKey) choose(event);
  });
};
