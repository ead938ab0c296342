// What every page of a demo says about itself.

export const demoBanner = {
  text: 'Demo: everybody here is invented and nothing is sent.',
  links: [
    { text: 'Be somebody else', href: '/' },
    { text: 'What would have been sent', href: '/demo/outbox' },
  ],
  reset: { text: 'Start again with fresh data', action: '/demo/reset' },
} as const;
