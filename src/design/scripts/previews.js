/** Shows a part of a page only while one field has one value: `data-when="NAME=VALUE"`. Without script every part shows. */

export const startPreviews = () => {
  const parts = [...document.querySelectorAll('[data-when]')];
  if (parts.length === 0) return;
  const update = () => {
    for (const part of parts) {
      const [name = '', value = ''] = (part.getAttribute('data-when') ?? '').split('=');
      const fields = [...document.getElementsByName(name)];
      if (part instanceof HTMLElement) {
        part.hidden = !fields.some((field) => field instanceof HTMLInputElement && field.value === value && field.checked);
      }
    }
  };
  document.addEventListener('change', update);
  addEventListener('pageshow', update);
  update();
};
