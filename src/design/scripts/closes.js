/**
 * How long something stays open: says it again in each `data-closes` (milliseconds from when the page came) every 20 seconds, and that
 * it is over when it is. It counts what passes here, so a clock that is wrong does no harm.
 */

const everyMilliseconds = 20000;

/** @param {number} count @param {string} one */
const said = (count, one) => (count === 0 ? '' : `${count} ${one}${count === 1 ? '' : 's'}`);

/** @param {number} milliseconds */
const left = (milliseconds) => {
  if (milliseconds <= 0) return 'It has closed.';
  const minutes = Math.floor(milliseconds / 60000);
  const words = [said(Math.floor(minutes / 60), 'hour'), said(minutes % 60, 'minute')].filter(Boolean).join(' ');
  return `${words || 'Less than a minute'} left.`;
};

export const startCloses = () => {
  for (const place of document.querySelectorAll('[data-closes]')) {
    if (!(place instanceof HTMLElement)) continue;
    const closes = performance.now() + Number(place.dataset.closes);
    setInterval(() => {
      place.textContent = left(closes - performance.now());
    }, everyMilliseconds);
  }
};
