/** Menus made of `details[data-menu]`: Escape closes, so does a click elsewhere, and only one is open at a time. */

export const startMenus = () => {
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const menus = document.querySelectorAll('details[data-menu]');
  /** @param {HTMLDetailsElement | null} except */
  const close = (except) => {
    for (const menu of menus) if (menu !== except) menu.open = false;
  };
  document.addEventListener('click', (event) => {
    const inside = event.target instanceof Element ? event.target.closest('details[data-menu]') : null;
    close(inside instanceof HTMLDetailsElement ? inside : null);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const open = [...menus].find((menu) => menu.open);
    if (!open) return;
    open.open = false;
    open.querySelector('summary')?.focus();
  });
};
