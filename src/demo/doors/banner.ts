// What every page of a demo says about itself.

export const demoBanner = {
  text: 'Demo: invented people, nothing is sent.',
  links: [
    { text: 'Be somebody else', href: '/' },
    { text: 'Outbox', href: '/demo/outbox' },
    { text: 'Reset the demo', href: '/demo/reset' },
  ],
} as const;
