/** Stories of frame and navigation. */
import { BackLink, Breadcrumbs } from '../components/back-link.tsx';
import { Button } from '../components/button.tsx';
import { FilterPanel } from '../components/filter-panel.tsx';
import { IdentityBar, type IdentityBarProps } from '../components/identity-bar.tsx';
import { LanguageBar } from '../components/language-bar.tsx';
import { MainNavigation } from '../components/main-navigation.tsx';
import { Pager } from '../components/pager.tsx';
import { RecordTabs } from '../components/record-tabs.tsx';
import { Segments } from '../components/segments.tsx';
import { Select } from '../components/select.tsx';
import { TopBar } from '../components/top-bar.tsx';
import { story } from './story.ts';

const account = {
  name: 'Priya Nair',
  job: 'triage clinician',
  initials: 'PN',
  links: [{ text: 'Work as senior clinician', href: '/me/role' }],
  signOut: '/sign-out',
};

const items = [
  { text: 'Triage', href: '/triage', count: 12, current: true },
  { text: 'My day', href: '/my-day', count: 5 },
  { text: 'People', href: '/people' },
  { text: 'Matching', href: '/matching', count: 140 },
  { text: 'Diary', href: '/diary' },
  { text: 'Meetings', href: '/meetings' },
  { text: 'Services', href: '/services' },
  { text: 'Reports', href: '/reports' },
];

const tabs = ['Overview', 'Plan', 'Contacts', 'Measures', 'Network', 'Safety', 'Housing', 'Work', 'Documents', 'Sharing'].map(
  (text, index) => ({
    text,
    href: `/people/1/${text.toLowerCase()}`,
    current: index === 0,
  }),
);

const identity: IdentityBarProps = {
  name: 'Ellie Ford',
  initials: 'EF',
  facts: [
    { term: 'Born', value: '4 May 2003 (23)' },
    { term: 'Pronouns', value: 'she/her' },
    { term: 'NHS number', value: '999 000 4838' },
    { term: 'Lives', value: 'Mill Lane, Bridgwater' },
    { term: 'Key worker', value: 'Martin Coles' },
  ],
  safeContact: { state: 'known', rule: 'Text first. No voicemail. Do not name the service' },
  chips: [
    { tone: 'brand', icon: 'flag', href: '/people/1/safety', children: 'Safety plan, reviewed 13 Nov' },
    { tone: 'ok', icon: 'link', children: 'Shares with 2 agencies, until 1 Mar' },
    { icon: 'lock', children: 'Not with family' },
  ],
  tabs,
  actions: (
    <>
      <Button look="secondary">Share or print</Button>
      <Button>Record a contact</Button>
    </>
  ),
};

export const frameStories = [
  ...story('staff', 'Top bar', {
    'signed in': <TopBar service="One Door" home="/" place="Bridgwater and Mendip" account={account} find={{ href: '/find' }} />,
    'long name': (
      <TopBar
        service="Somerset integrated community mental-health and wellbeing service"
        home="/"
        place="Bridgwater, Mendip, Taunton and the coast"
        account={{ ...account, name: 'Oluwaseun Adebayo-Featherstonehaugh', job: 'senior social care practitioner' }}
        find={{ href: '/find' }}
      />
    ),
  }),
  ...story('staff', 'Main navigation', {
    'a current item': <MainNavigation items={items} label="Main, eight" />,
    'the current item under More': (
      <MainNavigation items={items.map((item, index) => ({ ...item, current: index === 5 }))} label="Main, sixth current" />
    ),
    'two items, none current': <MainNavigation items={items.slice(1, 3)} label="Main, two" />,
  }),
  ...story('staff', 'Identity bar', {
    whole: <IdentityBar {...identity} />,
    'read-only after a death': (
      <IdentityBar
        {...identity}
        name="Sam Ford"
        notice={{ tone: 'plain', text: 'Sam died on 2 October 2026. This record is read-only.' }}
      />
    ),
    'opened outside the usual rules': (
      <IdentityBar
        {...identity}
        name="Alex Ford"
        notice={{
          tone: 'danger',
          text: 'You opened this record in an emergency. It closes at 12:41pm.',
          closes: { after: 10_740_000, left: '2 hours 59 minutes left.' },
          action: { text: 'End it now', href: '/end' },
        }}
      />
    ),
    'name hidden, never asked': (
      <IdentityBar
        {...identity}
        name="Name hidden"
        initials="?"
        facts={[]}
        safeContact={{ state: 'never asked' }}
        chips={[]}
        tabs={tabs.slice(0, 2)}
        actions={undefined}
      />
    ),
  }),
  ...story('staff', 'Record tabs', { 'ten parts': <RecordTabs name="Ellie" tabs={tabs} /> }),
  ...story('both', 'Back link', { one: <BackLink href="/triage" />, 'to a list': <BackLink href="/triage" text="Back to all 12" /> }),
  ...story('staff', 'Breadcrumbs', {
    two: (
      <Breadcrumbs
        links={[
          { text: 'Services', href: '/services' },
          { text: 'Housing', href: '/services/housing' },
        ]}
      />
    ),
  }),
  ...story('staff', 'Segments', {
    four: (
      <Segments
        label="Show referrals"
        segments={[
          { text: 'Everyone', href: '?show=all', count: 12, current: true },
          { text: 'Mine', href: '?show=mine', count: 3 },
          { text: 'Safeguarding', href: '?show=safeguarding', count: 1 },
          { text: 'Waiting to hear', href: '?show=waiting', count: 0 },
        ]}
      />
    ),
  }),
  ...story('staff', 'Filter panel', {
    none: (
      <FilterPanel action="/people" applied={[]} clear="/people">
        <Select name="team-none" label="Team" options={[{ value: '', text: 'Any team' }]} />
      </FilterPanel>
    ),
    'two in force, open': (
      <FilterPanel
        title="Filter people"
        action="/people"
        open
        clear="/people"
        applied={[
          { text: 'Team: early help', remove: '/people?worker=me' },
          { text: 'Worker: me', remove: '/people?team=early' },
        ]}
      >
        <Select name="team" label="Team" options={[{ value: 'early', text: 'Early help' }]} value="early" />
      </FilterPanel>
    ),
  }),
  ...story('staff', 'Pager', {
    first: <Pager next="?after=25" showing="1 to 25" label="First page of results" />,
    middle: <Pager previous="?before=26" next="?after=50" showing="26 to 50" label="Second page of results" />,
    last: <Pager previous="?before=51" showing="51 to 58" label="Last page of results" />,
  }),
  ...story('person', 'Language bar', {
    eight: (
      <LanguageBar
        links={[
          { language: 'en', href: '?language=en', current: true },
          { language: 'ar', href: '?language=ar' },
          { language: 'pl', href: '?language=pl' },
          { language: 'so', href: '?language=so' },
          { language: 'cy', href: '?language=cy' },
          { language: 'ur', href: '?language=ur' },
          { language: 'easy-read', href: '/easy-read' },
          { language: 'bsl', href: '/bsl' },
        ]}
      />
    ),
  }),
];
