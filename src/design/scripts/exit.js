/**
 * Leaving at once. The page is covered before the browser goes, the page left does not stay in the history, and a copy kept by the
 * browser is never shown again. Shift pressed three times, each within five seconds, does the same.
 */

const withinMilliseconds = 5000;

/** @param {HTMLAnchorElement} link */
const leave = (link) => {
  const cover = document.createElement('div');
  cover.className = 'od-loading';
  cover.textContent = link.dataset.loading ?? '';
  document.body.append(cover);
  document.title = link.dataset.loading ?? '';
  // Tells the server behind the page, so that leaving waits for nobody.
  if (link.dataset.exit) fetch(link.href, { keepalive: true, redirect: 'manual' }).catch(() => undefined);
  location.replace(link.dataset.exit || link.href);
};

export const startExit = () => {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll('a[data-exit]');
  for (const link of links) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      leave(link);
    });
  }
  const counted = [...links].find((link) => link.dataset.presses);
  if (!counted) return;
  const status = document.querySelector('[data-exit-status]');
  const said = (counted.dataset.presses ?? '').split('|');
  let presses = 0;
  let last = 0;
  let alone = false;
  document.addEventListener('keydown', (event) => {
    alone = event.key === 'Shift' && !event.repeat;
    if (event.key !== 'Shift') presses = 0;
  });
  // Counted when the key comes up without another between: typing a capital letter is not a press.
  document.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !alone) return;
    const now = Date.now();
    presses = now - last > withinMilliseconds ? 1 : presses + 1;
    last = now;
    if (presses >= 3) leave(counted);
    else if (status) status.textContent = said[presses - 1] ?? '';
  });
  // A copy from the browser's cache would show what was left behind.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    document.body.hidden = true;
    location.reload();
  });
};
