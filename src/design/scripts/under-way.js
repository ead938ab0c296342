/**
 * Work that goes on after its page was answered: looks again every 2 seconds while the page is in sight, and changes only how far it is.
 * When it has ended the page is loaded anew, and says what came of it.
 */

const everyMilliseconds = 2000;

export const startUnderWay = () => {
  const now = document.querySelector('[data-under-way-now]');
  if (!now) return;
  const look = async () => {
    if (document.visibilityState !== 'visible') return;
    try {
      const response = await fetch(location.href, { redirect: 'manual' });
      const shown = response.ok
        ? new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-under-way-now]')
        : null;
      if (shown) now.replaceChildren(...shown.childNodes);
      else if (response.ok || response.type === 'opaqueredirect') location.reload();
    } catch {
      // The link is still there.
    }
  };
  setInterval(look, everyMilliseconds);
};
