/** Opening one’s own page, in English. */
export const english = {
  page: 'Your page',
  ask: {
    title: 'Open your page',
    again: 'Open your page again',
    hint: 'You need no password. We send you a link or a code.',
    closed: 'It closed by itself, so that nobody else reads it. What you wrote is kept.',
    label: 'Your mobile number or e-mail address',
    about: 'The one you gave us. We use it only if you said it is safe.',
    send: 'Send it to me',
    haveCode: 'I have a code you sent me',
    haveDoorCode: 'I have the code from when I asked for help',
    empty: 'Enter the number or e-mail address that you gave us.',
  },
  code: {
    title: 'Type your code, or open the link',
    hint: 'If we may write to you there, a message is on its way. It works once, for 20 minutes.',
    label: 'Code',
    about: '6 letters and numbers. Spaces do not matter.',
    open: 'Open my page',
    nothing: 'Nothing there after a few minutes? Ask the person who supports you, or ask for it again.',
    empty: 'Enter the code we sent.',
    wrong: 'That code does not work. Check it, or ask for a new one.',
  },
  link: { hint: 'Is anyone with you who should not see it? The link works once, for 20 minutes.' },
  gone: {
    title: 'This link has done its work',
    hint: 'Each link opens your page once, for 20 minutes. You can have another.',
    another: 'Send me another',
  },
} as const;
