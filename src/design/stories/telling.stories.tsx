/** Stories of what pages tell. */
import { AccessList, AccessSentences } from '../components/access-list.tsx';
import { AlertBlock } from '../components/alert-block.tsx';
import { ActionLink, Details, Inset, WarningCallout } from '../components/asides.tsx';
import { ButtonLink } from '../components/button.tsx';
import { CapacityLight } from '../components/capacity-light.tsx';
import { Box, CareBox } from '../components/care-box.tsx';
import { Chips } from '../components/chip.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { FactsList } from '../components/facts-list.tsx';
import { FoundList, SmallPrint } from '../components/found-list.tsx';
import { NextSteps, QuickLinks, Rows, Ticks } from '../components/lists.tsx';
import { OwnWords } from '../components/own-words.tsx';
import { Presence } from '../components/presence.tsx';
import { SafeContactLine } from '../components/safe-contact-line.tsx';
import { Timeline } from '../components/timeline.tsx';
import { aResidentSaid, doItNow, ellieWrote, helpNow, matchAlert, safeContact, safetyAlert, twoWeeks } from './cast.tsx';
import { story } from './story.ts';

export const tellingStories = [
  ...story('both', 'Own words', {
    short: <OwnWords words={ellieWrote} source="Ellie’s own words, in answer to “What’s going on for you?”, 21 November" />,
    'long, cut to six lines': (
      <OwnWords words={`${ellieWrote} `.repeat(6)} whole="/referrals/1/words" source="Ellie’s own words, 21 November" />
    ),
    translated: (
      <OwnWords
        words="لا أنام وأخاف أن أفقد البيت."
        language="ar"
        translation={{
          words: 'I do not sleep and I am afraid of losing the home.',
          by: 'Translated by Samir Haddad, interpreter',
          language: 'en',
        }}
        source="Huda’s own words, 20 November"
      />
    ),
    'small, in a report': aResidentSaid,
  }),
  ...story('both', 'Safe-contact line', {
    known: <SafeContactLine contact={safeContact} />,
    'never asked': <SafeContactLine contact={{ state: 'never asked' }} />,
    'nothing safe': <SafeContactLine contact={{ state: 'nothing safe', reason: 'She reads her page at the library.' }} />,
    'out of date': <SafeContactLine contact={{ state: 'known', rule: 'Call after 4pm.', outOfDate: 'Asked 104 days ago. Ask again.' }} />,
  }),
  ...story('staff', 'Alert block', {
    danger: safetyAlert,
    identity: matchAlert,
    information: <AlertBlock kind="information" title="The rules could not run. Decide from what you read." />,
  }),
  ...story('both', 'Chip', {
    'every tone': (
      <Chips
        label="Every tone"
        chips={[
          { children: 'Not with family', icon: 'lock' },
          { tone: 'brand', children: 'Interpreter: Somali' },
          { tone: 'ok', children: '5 could do it' },
          { tone: 'warn', children: 'Safe contact', icon: 'shield' },
          { tone: 'risk', children: 'Safety answer' },
          { tone: 'plum', children: 'Possible match' },
          { tone: 'dark', children: 'A woman' },
          { tone: 'brand', children: 'Safety plan', href: '/safety', icon: 'flag' },
        ]}
      />
    ),
  }),
  ...story('both', 'Facts list', {
    'every absence': (
      <FactsList
        facts={[
          { term: 'Wants help with', value: 'Keeping my flat. Sleep. Someone who has been through it.' },
          { term: 'Home', value: 'Private tenancy. Notice to leave by 12 December.', action: { text: 'Change', href: '/change' } },
          { term: 'Ethnic group', value: { absent: 'declined' } },
          { term: 'Work', value: { absent: 'not asked' } },
          { term: 'GP', value: { absent: 'not known', note: 'Ellie will bring a letter.' } },
          { term: 'Probation', value: { absent: 'hidden' } },
        ]}
      />
    ),
  }),
  ...story('staff', 'Timeline', {
    whole: <Timeline days={twoWeeks} />,
  }),
  ...story('both', 'Error summary', {
    one: <ErrorSummary errors={[{ text: 'Enter the month, for example 11', field: 'born-month-story' }]} />,
    'many, and of the whole page': (
      <ErrorSummary
        errors={[
          { text: 'Enter your first name', field: 'first' },
          { text: 'Choose how to contact you', field: 'contact' },
          { text: 'Sorry, that did not save. Your words are still here. Try again.' },
        ]}
      />
    ),
  }),
  ...story('both', 'Empty state', {
    'nothing today': <EmptyState>Nothing booked yet. Amara texts by Tuesday.</EmptyState>,
    'first use': (
      <EmptyState
        action={
          <ButtonLink href="/goals/new" look="secondary">
            Write the first goal
          </ButtonLink>
        }
      >
        No goals yet. A goal starts with the person’s own words.
      </EmptyState>
    ),
  }),
  ...story('both', 'Asides', {
    inset: (
      <Inset>
        <p>You can bring someone with you.</p>
      </Inset>
    ),
    warning: (
      <WarningCallout title="Before you share this">
        <p>Ellie has not agreed to share housing facts.</p>
      </WarningCallout>
    ),
    'details, closed': <Details summary="How this is worked out">Most wishes first, the top ones counting most.</Details>,
    'details, open': (
      <Details summary="Show the 9 scores as a table" open>
        Nine scores.
      </Details>
    ),
    'action link': <ActionLink href="/find">Find your nearest café</ActionLink>,
  }),
  ...story('staff', 'Presence', {
    nobody: <Presence poll="/presence/1" />,
    reading: <Presence poll="/presence/1" readers={[{ name: 'Priya', initials: 'PN', doing: 'reading' }]} />,
    deciding: <Presence poll="/presence/1" readers={[{ name: 'Martin', initials: 'MC', doing: 'deciding' }]} />,
    several: (
      <Presence
        poll="/presence/1"
        readers={[
          { name: 'Priya', initials: 'PN', doing: 'reading' },
          { name: 'Martin', initials: 'MC', doing: 'reading' },
          { name: 'Beth', initials: 'BR', doing: 'reading' },
        ]}
      />
    ),
  }),
  ...story('person', 'Care box', {
    open: helpNow,
    'closed and full': (
      <CareBox
        title="If talking is too much"
        routes={[
          { icon: 'chat', action: 'Text SHOUT to 85258', when: 'Free on most networks', href: 'sms:85258' },
          { icon: 'pin', action: 'Bridge crisis café', when: 'Closed now. Opens tomorrow at 5pm' },
          { icon: 'pin', action: 'Quay crisis café', when: 'Full until 7pm. Bridge has room', href: '/cafe/quay' },
        ]}
      />
    ),
  }),
  ...story('person', 'Box', {
    plain: (
      <Box title="Who sees this">
        <p>Priya’s team. Not your family, your employer or the police, unless someone is in danger. We tell you first if we can.</p>
      </Box>
    ),
  }),
  ...story('both', 'Lists', {
    ticks: <Ticks items={['6 short questions, about 4 minutes', 'Skip any question you like', 'You will not be turned away']} />,
    'next steps': (
      <NextSteps
        steps={[
          { title: 'Priya reads what you wrote', detail: 'She is a mental health nurse' },
          { title: 'She texts from 07700 900381', detail: 'The text will not say who we are' },
          { title: 'You choose the next step together' },
        ]}
      />
    ),
    rows: (
      <Rows
        rows={[
          { icon: 'calendar', title: 'Today, 2pm. Session 10', detail: 'Mill Lane. Confirmed by text' },
          { icon: 'clock', title: 'Supervision note', detail: 'Due today', href: '/notes' },
          { icon: 'lock', title: 'Family, employer, police: nothing' },
        ]}
      />
    ),
  }),
  ...story('both', 'Found list', {
    two: (
      <FoundList
        things={[
          {
            href: '/help/1',
            title: 'Quayside café',
            by: 'Quayside Wellbeing. Bridgwater',
            words: 'A calm place in the evening with people to talk to.',
            chips: [{ tone: 'ok', icon: 'clock', children: 'Open now, until midnight' }, { children: 'No referral needed' }],
          },
          { href: '/help/2', title: 'Debt advice', caution: 'Not confirmed since 3 March 2026. Ring before you go.' },
        ]}
      />
    ),
    'small print': <SmallPrint>Confirmed on 3 November 2026. Our own service.</SmallPrint>,
  }),
  ...story('staff', 'Quick links', {
    four: <QuickLinks links={doItNow} />,
  }),
  ...story('both', 'Capacity light', {
    room: <CapacityLight state="room" text="Room now" confirmed="Confirmed 6:40pm" />,
    filling: <CapacityLight state="filling" text="Filling" confirmed="Confirmed 6:40pm" />,
    full: <CapacityLight state="full" text="Full until 7pm" confirmed="Confirmed 6:40pm" />,
    stale: <CapacityLight state="not confirmed" text="Not confirmed since 4pm" />,
  }),
  ...story('staff', 'Access list', {
    today: (
      <AccessList
        caption="Who looked this month"
        empty="Nobody has opened this record this month."
        rows={[
          {
            key: '1',
            who: 'Martin Coles',
            role: 'Key worker',
            why: 'Getting ready for a session',
            when: 'Friday 20 Nov, 9:02am',
            what: 'Plan, contacts',
          },
          {
            key: '2',
            who: 'Beth Rowe',
            role: 'Café host',
            why: 'Ellie came in without her phone',
            when: 'Thursday 19 Nov, 8:40pm',
            what: 'Safety plan',
            unusual: 'Outside the usual rules',
          },
        ]}
      />
    ),
    none: <AccessList caption="Who looked" empty="Nobody has opened this record this month." rows={[]} />,
  }),
  ...story('person', 'Access sentences', {
    two: (
      <AccessSentences
        empty="Nobody."
        entries={[
          { key: '1', sentence: 'Martin, your key worker, read your plan to get ready for Friday.', when: 'Friday 20 Nov, 9:02am' },
          { key: '2', sentence: 'Beth, at the café, read your safety plan because you asked her to.', when: 'Thursday 19 Nov, 8:40pm' },
        ]}
      />
    ),
    none: <AccessSentences empty="Nobody has looked this month." entries={[]} />,
  }),
];
