/** What stands round every example page: the service, the colleague, and where they may go. */
import type { StaffPageProps } from '../../layout/staff-page.tsx';

export const service = { name: 'One Door' };

export const staff = {
  service,
  place: 'Bridgwater and Mendip',
  account: {
    name: 'Priya Nair',
    job: 'triage clinician',
    initials: 'PN',
    links: [{ text: 'Work as senior clinician', href: '/me/role' }],
    signOut: '/sign-out',
  },
  banner: {
    text: 'Demo: invented people, nothing is sent.',
    links: [
      { text: 'Outbox', href: '/demo/outbox' },
      { text: 'Reset the demo', href: '/demo/reset' },
    ],
  },
  build: 'Build 0.1.0',
} as const;

export const places = (current: string): StaffPageProps['navigation'] =>
  [
    { text: 'Triage', count: 12 },
    { text: 'My day', count: 5 },
    { text: 'People' },
    { text: 'Matching', count: 3 },
    { text: 'Diary' },
    { text: 'Meetings' },
    { text: 'Services' },
    { text: 'Reports' },
  ].map((item) => ({ ...item, href: `/${item.text.toLowerCase().replace(' ', '-')}`, current: item.text === current }));
