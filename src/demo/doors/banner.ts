// What every page of a demo says about itself.

export const demoBanner = {
  text: 'Demo: invented people, nothing is sent.',
  links: [
    { text: 'Be somebody else', href: '/' },
    { text: 'Outbox', href: '/demo/outbox' },
  ],
  reset: { text: 'Reset the demo', action: '/demo/reset' },
} as const;
