/** What goes wrong on a page for people. The titles are those of the problems themselves; `other` says the same of any. */
export const english = {
  page: 'Page',
  way: 'Go to the first page',
  other: {
    title: 'That did not work',
    detail: 'What you typed is still here if you go back. Try again, or call one of the numbers below.',
  },
  notFound: {
    title: 'Page not found',
    detail: 'It may have moved, or it may not be shared with you. If you followed a link, ask the person who sent it.',
  },
  fault: { title: 'Sorry, that did not work', detail: 'Your words are still here if you go back. Try again in a minute.' },
  outOfReach: {
    title: 'Sorry, we cannot reach our records just now',
    detail: 'Nothing you sent before is lost. Wait a minute, go back and try again.',
  },
  invalid: { title: 'There is a problem', detail: 'Check what is marked. Everything you typed is still here.' },
  tooManyTries: {
    title: 'Too many tries',
    detail: 'Wait 15 minutes and try again. If you need somebody now, call one of the numbers below.',
  },
  staleForm: {
    title: 'This form is out of date',
    detail: 'Go back, load the page again and send it once more. Nothing was changed.',
  },
  tooMuch: { title: 'That is too much to send at once', detail: 'Make it shorter or send it in parts. Nothing was changed.' },
  unread: { title: 'That could not be read', detail: 'Load the page again and send it once more.' },
  signedOut: {
    title: 'You have been signed out',
    detail: 'Go back: your words are still there. Sign in again in another window. Copy your words before you load the page again.',
  },
} as const;
