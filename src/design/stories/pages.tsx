/** Whole pages made of the components, with invented people: what the design looks like in use. */
import type { VNode } from 'preact';
import { AlertBlock } from '../components/alert-block.tsx';
import { Button, ButtonLink } from '../components/button.tsx';
import { CandidateCards } from '../components/candidate-cards.tsx';
import { Card } from '../components/card.tsx';
import { Box, CareBox } from '../components/care-box.tsx';
import { DecisionBar, DecisionPanel, Keys } from '../components/decision-panel.tsx';
import { DemoPeople } from '../components/demo.tsx';
import { FactsList } from '../components/facts-list.tsx';
import { Figures } from '../components/figures.tsx';
import { Finding } from '../components/finding.tsx';
import { Goal } from '../components/goal.tsx';
import { PageTitle, SectionTitle } from '../components/heading.tsx';
import { IdentityBar } from '../components/identity-bar.tsx';
import { Interruption, LargeAnswers } from '../components/interruption.tsx';
import { Code, Columns, Lead, Stack } from '../components/layouts.tsx';
import { NextSteps, QuickLinks, Rows, Ticks } from '../components/lists.tsx';
import { LoadBar } from '../components/load-bar.tsx';
import { LockScreenPreview } from '../components/lock-screen-preview.tsx';
import { Options } from '../components/options.tsx';
import { OwnWords } from '../components/own-words.tsx';
import { PickMany, PickOne } from '../components/picks.tsx';
import { Presence } from '../components/presence.tsx';
import { QuestionForm, QuestionTitle } from '../components/question-page.tsx';
import { QueueGroup } from '../components/queue.tsx';
import { SafeContactLine } from '../components/safe-contact-line.tsx';
import { SaveNote } from '../components/save-note.tsx';
import { Segments } from '../components/segments.tsx';
import { SheetContents } from '../components/sheet-contents.tsx';
import { Table } from '../components/table.tsx';
import { TextArea } from '../components/text-area.tsx';
import { Timeline } from '../components/timeline.tsx';
import { WishesMet, WishList } from '../components/wishes.tsx';
import { ErrorPage } from '../layout/error-page.tsx';
import { BenchPane, DecisionPane, ItemPane, QueuePane } from '../layout/panes.tsx';
import { PersonPage, type PersonPageProps } from '../layout/person-page.tsx';
import { PublicPage } from '../layout/public-page.tsx';
import { RecordMain, RecordSide } from '../layout/record-columns.tsx';
import { Sheet } from '../layout/sheet.tsx';
import { StaffPage, type StaffPageProps } from '../layout/staff-page.tsx';
import { triageOptions } from './asking.stories.tsx';

export interface ExamplePage {
  readonly name: string;
  readonly bundle: 'staff' | 'person';
  readonly page: VNode;
}

const service = { name: 'One Door' };

const staff = {
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
    links: [{ text: 'Outbox', href: '/demo/outbox' }],
    reset: { text: 'Start again with fresh data', action: '/demo/reset' },
  },
  build: 'Build 0.1.0',
} as const;

const places = (current: string): StaffPageProps['navigation'] =>
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

const safeContact = {
  state: 'known',
  rule: 'Text first. Call only after she says yes. No voicemail.',
  reason: 'Do not name the service: her brother sometimes picks up the phone.',
} as const;

const triage = (
  <StaffPage
    {...staff}
    title="Ellie Ford, triage"
    navigation={places('Triage')}
    shape="desk"
    showing="item"
    skipLinks={[
      { text: 'Skip to this referral', target: 'item' },
      { text: 'Skip to the decision', target: 'decision' },
    ]}
  >
    <QueuePane
      title="Triage"
      sentence="12 waiting. Longest wait: 22 hours."
      back={{ text: 'Back to all 12', href: '/triage' }}
      segments={[
        { text: 'Everyone', href: '/triage', count: 12, current: true },
        { text: 'Mine', href: '/triage?show=mine', count: 3 },
        { text: 'Safeguarding', href: '/triage?show=safeguarding', count: 1 },
        { text: 'Waiting to hear', href: '/triage?show=waiting', count: 4 },
      ]}
    >
      <QueueGroup
        title="Decide today"
        items={[
          {
            href: '/triage/1',
            name: 'Ellie Ford',
            age: 23,
            due: { text: '1 hr 32 min left', when: 'now' },
            source: 'Self-referral, today 8:12am',
            words: 'I keep waking at 3 and I’m scared of losing the flat again.',
            chips: [
              { tone: 'risk', children: 'Safety answer' },
              { tone: 'warn', children: 'Safe contact' },
              { tone: 'plum', children: 'Possible match' },
            ],
            current: true,
          },
          {
            href: '/triage/2',
            name: 'Tom Hargreaves',
            age: 58,
            due: { text: 'by 4:40pm', when: 'today' },
            source: 'Housing Solutions, yesterday 4:40pm',
            words: 'Presenting homeless tonight. Voices worse since the move.',
            chips: [{ tone: 'warn', children: 'Placed in B&B until Tue' }],
          },
          {
            href: '/triage/3',
            name: 'Nasra Warsame',
            age: 41,
            due: { text: 'by 5pm', when: 'today' },
            source: 'GP, Dr Lowe, today 8:31am',
            words: 'Not leaving home since June. Declined talking therapies twice, too anxious to attend.',
            chips: [{ tone: 'brand', children: 'Interpreter: Somali' }],
          },
        ]}
      />
      <QueueGroup
        title="Decide by Monday"
        count={5}
        items={[
          {
            href: '/triage/4',
            name: 'Leanne Abbott',
            age: 33,
            due: { text: 'Mon 9am', when: 'later' },
            source: 'Self-referral, yesterday 10:43am',
            words: 'Since Mum died I can’t get the kids to school on time.',
          },
          {
            href: '/triage/5',
            name: 'Chloe Whitlock',
            age: 19,
            due: { text: 'Mon 11am', when: 'later' },
            source: 'Self-referral, yesterday 3:55pm',
            words: 'I want to eat normally. I want someone to talk to.',
            chips: [{ tone: 'brand', children: 'Eating pathway' }],
          },
        ]}
      />
    </QueuePane>
    <ItemPane label="This referral">
      <PageTitle
        level={2}
        id="item"
        title="Ellie Ford"
        sentence="23, she/her. Bridgwater. Filled in on her phone today at 8:12am. Referral R-4821."
        aside={<Presence poll="/presence/1" readers={[{ name: 'Martin', initials: 'MC', doing: 'reading' }]} />}
      />
      <SafeContactLine contact={safeContact} />
      <OwnWords
        words="I keep waking at 3 and I’m scared of losing the flat again. I did the online course and it wasn’t for me. I’d rather talk to somebody who’s been there."
        source="Ellie’s own words, in answer to “What’s going on for you?”"
      />
      <AlertBlock
        kind="danger"
        title="Thoughts of ending her life this week. No plan. Says she is safe now."
        action={
          <ButtonLink href="/safety-plan" look="secondary" small>
            Start a safety plan
          </ButtonLink>
        }
      >
        Answered at 8:10am. Ellie was shown crisis numbers and tonight’s café times before she carried on.
      </AlertBlock>
      <AlertBlock
        kind="identity"
        title="This may be Eleanor Ford, who used early help in 2025"
        action={
          <ButtonLink href="/compare" look="secondary" small>
            Compare records
          </ButtonLink>
        }
      >
        Same date of birth and mobile. First name differs. Different address.
      </AlertBlock>
      <div>
        <SectionTitle title="What Ellie told us" level={3} />
        <FactsList
          facts={[
            { term: 'Wants help with', value: 'Keeping my flat. Sleep. Someone who has been through it.' },
            { term: 'Home', value: 'Private tenancy. Notice to leave by 12 December.' },
            { term: 'Work', value: 'Not working since August. Would like to.' },
            { term: 'Lives with', value: { absent: 'not asked' } },
            { term: 'Ethnic group', value: { absent: 'declined' } },
          ]}
        />
      </div>
    </ItemPane>
    <DecisionPane>
      <DecisionPanel
        action="/triage/1/decide"
        title="Choose the first step"
        hidden={{ version: '3', idempotency: 'a1' }}
        draft="/drafts/triage/1"
        actions={
          <>
            <Button>Save and open next</Button>
            <Button look="link" name="act" value="hand">
              Hand to someone
            </Button>
          </>
        }
        note={
          <>
            You own this until each team accepts. Texts Ellie, then opens Tom Hargreaves. <Keys keys={['Ctrl', 'Enter']} />
          </>
        }
      >
        <Options name="step" legend="First step" legendHidden options={triageOptions} value="call" />
        <TextArea name="note" label="Note for the team" rows={3} />
        <SaveNote saved="9:41am" />
      </DecisionPanel>
    </DecisionPane>
  </StaffPage>
);

const load = (
  <LoadBar
    full={2}
    limit={3}
    withThis
    sentence={
      <>
        <strong>Supports 2 of 3.</strong> Ellie makes 3.
      </>
    }
  />
);

const matching = (
  <StaffPage
    {...staff}
    title="Ellie Ford, matching"
    navigation={places('Matching')}
    shape="bench"
    showing="item"
    skipLinks={[{ text: 'Skip to the choice', target: 'who-group' }]}
  >
    <QueuePane
      title="Matching"
      sentence="3 people waiting. First meeting within 20 working days."
      back={{ text: 'Back to all 3', href: '/matching' }}
    >
      <QueueGroup
        title="No one fits yet"
        items={[
          {
            href: '/matching/2',
            name: 'Halima Yusuf',
            age: 36,
            due: { text: 'by tomorrow', when: 'now' },
            source: 'Peer supporter. Asked 13 days ago',
            words: '“A woman who speaks Somali. I can only do evenings.”',
            chips: [{ tone: 'warn', children: 'No one fits all 3' }],
          },
        ]}
      />
      <QueueGroup
        title="Ready to match"
        items={[
          {
            href: '/matching/1',
            name: 'Ellie Ford',
            age: 23,
            due: { text: 'by Fri 4 Dec', when: 'later' },
            source: 'Peer supporter. Asked today, 9:41am',
            words: '“I’d rather talk to somebody who’s been there.”',
            chips: [{ tone: 'ok', children: '2 could do it' }],
            current: true,
          },
        ]}
      />
    </QueuePane>
    <BenchPane
      action="/matching/1"
      label="Match Ellie"
      bar={
        <DecisionBar>
          <Button>Ask Leon</Button>
          <Button look="secondary" name="act" value="two">
            Offer Ellie a choice of two
          </Button>
          <Button look="link" name="act" value="none">
            None of these suits
          </Button>
        </DecisionBar>
      }
    >
      <Columns>
        <Stack gap="s">
          <PageTitle level={2} title="Ellie Ford" sentence="23, she/her. Asked for a peer supporter. Key worker: Martin Coles." />
          <SafeContactLine contact={safeContact} />
          <OwnWords
            small
            words="I’d rather talk to somebody who’s been there. Not a lecture."
            source="Ellie, on the call with Priya this morning"
          />
        </Stack>
        <Card>
          <WishList
            mustTitle="Ellie must have"
            must={['Afternoons', 'Away from the quay']}
            wouldLikeTitle="She would like, in her order"
            wouldLike={['Nearly lost a home too', 'Under 35', 'Texts more than calls']}
            note={
              <>
                <strong>Does not mind:</strong> faith, indoors or out. <a href="/change">Change with Ellie</a>
              </>
            }
          />
        </Card>
      </Columns>
      <CandidateCards
        name="who"
        legend="2 supporters fit Ellie’s must-haves"
        rule={
          <>
            Most of her wishes first, her top ones counting most. <a href="/rules/matching">How this is worked out</a>
          </>
        }
        value="leon"
        candidates={[
          {
            value: 'leon',
            name: 'Leon Baptiste',
            initials: 'LB',
            line: '31, supporter for 2 years',
            mark: 'Most wishes',
            wishes: (
              <>
                <span>2 of her 3 wishes</span>
                <WishesMet met={[true, true, false]} label="Meets wishes 1 and 2. Does not meet 3." />
              </>
            ),
            load,
            reasonsFor: ['Fell behind on rent at 22 and kept the flat', 'Texts back the same day, people say'],
            reasonsToThink: ['His supervision note is due today', 'No room for anyone else until March'],
            soonest: { when: 'Free Tue 24 Nov, 2pm', where: 'Riverside library, 12 minutes by bus' },
          },
          {
            value: 'ruth',
            name: 'Ruth Hallam',
            initials: 'RH',
            line: '27, trained 12 October',
            wishes: (
              <>
                <span>1 of her 3 wishes</span>
                <WishesMet met={[true, false, false]} label="Meets wish 1. Does not meet 2 and 3." />
              </>
            ),
            load: <LoadBar full={0} limit={2} withThis sentence="Supports 0 of 2. 3 hours a week free." />,
            reasonsFor: ['Most room of the two'],
            reasonsToThink: ['Would rather ring than text'],
            soonest: { when: 'Free Thu 26 Nov, 3pm', where: 'Bridge café, back room' },
          },
        ]}
      />
    </BenchPane>
  </StaffPage>
);

const record = (
  <StaffPage
    {...staff}
    title="Ellie Ford"
    account={{ name: 'Martin Coles', job: 'key worker', initials: 'MC' }}
    navigation={places('People')}
    shape="record"
    flash={{ result: 'success', heading: 'Session note saved.', children: 'Ellie gets a text on Thursday.', undo: { action: '/undo/9' } }}
    identity={
      <IdentityBar
        name="Ellie Ford"
        initials="EF"
        facts={[
          { term: 'Born', value: '4 May 2003 (23)' },
          { term: 'Pronouns', value: 'she/her' },
          { term: 'NHS number', value: '999 000 4838' },
          { term: 'Lives', value: 'Mill Lane, Bridgwater' },
          { term: 'Key worker', value: 'Martin Coles' },
        ]}
        safeContact={{ state: 'known', rule: 'Text or call. No voicemail. Do not name the service' }}
        chips={[
          { tone: 'brand', icon: 'flag', href: '/safety', children: 'Safety plan, reviewed 13 Nov' },
          { tone: 'ok', icon: 'link', children: 'Shares with 2 agencies, until 1 Mar' },
          { icon: 'lock', children: 'Not with family' },
        ]}
        tabs={['Overview', 'Plan', 'Contacts', 'Measures', 'Network', 'Safety', 'Housing', 'Work', 'Documents', 'Sharing'].map(
          (text, index) => ({ text, href: `/people/1/${text.toLowerCase()}`, current: index === 0 }),
        )}
        actions={
          <>
            <ButtonLink href="/share" look="secondary">
              Share or print
            </ButtonLink>
            <ButtonLink href="/contact">Record a contact</ButtonLink>
          </>
        }
      />
    }
  >
    <RecordMain>
      <OwnWords
        words="I want the mornings back. I used to be the first one at the allotment."
        source="Ellie, at the first meeting, 12 June"
      />
      <Columns>
        <Card title="Ellie’s plan" aside={<a href="/plan">Open the plan</a>}>
          <Goal
            words="Have people I can ring who aren’t paid to listen."
            done={3}
            steps={4}
            next={[
              { who: 'Ellie', what: 'Sunday dinner at Aunt Dee’s, 29 Nov' },
              { who: 'Leon', what: 'Comes along if asked' },
            ]}
          />
          <Goal words="Keep this flat past Christmas." done={2} steps={4} next={[{ who: 'Sam', what: 'Rent paid direct, by 27 Nov' }]} />
          <Goal
            words="Get my CSCS card and site work."
            done={1}
            steps={4}
            state="new"
            next={[{ who: 'Both', what: 'Book the test together, 2 Dec' }]}
          />
        </Card>
        <Card title="What matters now">
          <FactsList
            facts={[
              { term: 'Home', value: 'Private tenancy. Notice to leave by 12 December.' },
              { term: 'Work', value: 'Not working since August.' },
              { term: 'Ethnic group', value: { absent: 'declined' } },
              { term: 'Probation', value: { absent: 'hidden' } },
            ]}
          />
        </Card>
      </Columns>
      <Card title="What has happened" id="happened">
        <Segments
          label="Show entries"
          segments={['Everything', 'Contacts', 'Plan', 'Housing', 'Meetings'].map((text, index) => ({
            text,
            href: `?show=${text.toLowerCase()}`,
            current: index === 0,
          }))}
        />
        <Timeline
          days={[
            {
              title: 'This week',
              entries: [
                {
                  key: '1',
                  icon: 'people',
                  tone: 'plum',
                  title: 'Met Leon at boxing, 1 hr 20 min',
                  byline: 'Wednesday 18 Nov, 6pm. Recorded by Leon Baptiste, peer supporter',
                  note: 'Introduced herself to two people. Wants to go on her own next week and text me after.',
                },
                {
                  key: '2',
                  icon: 'chat',
                  tone: 'warn',
                  title: 'Ellie replied “YES” to Friday’s appointment',
                  byline: 'Tuesday 17 Nov, 11:02am. Text, service not named',
                },
              ],
            },
            {
              title: 'Last week',
              entries: [
                {
                  key: '3',
                  icon: 'chart',
                  tone: 'brand',
                  title: 'Session 9 with Martin. CORE-10 is 13, down 2',
                  byline: 'Friday 13 Nov, 2pm. 50 minutes, Mill Lane',
                  note: 'Slept five nights of seven. We reviewed the safety plan together; Ellie changed step 2 in her own words.',
                },
                { key: '4', hidden: true, byline: 'Thursday 12 Nov' },
                {
                  key: '5',
                  icon: 'calendar',
                  title: 'Team meeting agreed rent can be paid direct',
                  byline: 'Thursday 12 Nov. Ellie joined for 15 minutes and saw the notes',
                },
              ],
            },
          ]}
        />
      </Card>
    </RecordMain>
    <RecordSide>
      <Card title="Next">
        <Rows
          rows={[
            { icon: 'calendar', title: 'Today, 2pm. Session 10', detail: 'Mill Lane. Confirmed by text' },
            { icon: 'clock', title: 'Leon’s supervision note', detail: 'Due today' },
            { icon: 'home', title: 'Tenancy review', detail: 'Mon 30 Nov, with Sam' },
          ]}
        />
      </Card>
      <Card title="Do it now" aside={<Keys keys={['Ctrl K']} />}>
        <QuickLinks
          links={[
            { icon: 'note', text: 'Session note', href: '/n' },
            { icon: 'chart', text: 'Send a measure by text', href: '/m' },
            { icon: 'phone', text: 'Log a missed call', href: '/c' },
            { icon: 'alert', text: 'Raise a safeguarding concern', href: '/s' },
          ]}
        />
      </Card>
      <Card title="Who can see this" aside={<a href="/sharing">Change</a>}>
        <Rows
          rows={[
            { icon: 'check', title: 'Martin and the hub team' },
            { icon: 'check', title: 'Leon: first name, meetings, what helps' },
            { icon: 'lock', title: 'Family, employer, police: nothing' },
          ]}
        />
      </Card>
    </RecordSide>
  </StaffPage>
);

const report = (
  <StaffPage
    {...staff}
    title="Three-year evaluation"
    account={{ name: 'Grace Lowe', job: 'commissioner', initials: 'GL' }}
    navigation={places('Reports')}
    shape="sheet"
  >
    <SheetContents
      title="In this report"
      links={['Wellbeing', 'Moving on', 'Waiting', 'Fairness', 'What residents say', 'What we will do', 'How sure we are'].map(
        (text, index) => ({ text, href: `#part-${index}` }),
      )}
      actions={
        <>
          <Button icon="print">Print or save as PDF</Button>
          <Button look="secondary" icon="download">
            Download the figures
          </Button>
        </>
      }
    />
    <Sheet
      title="Bridgwater supported living: three-year evaluation"
      about="1 October 2023 to 30 September 2026. About 75 people moved in. 79% of those who left have both scores. Agreed by the residents’ panel, 12 November 2026."
      headline="People leave feeling better than when they came. Half move somewhere more independent."
    >
      <Figures
        label="Headline figures"
        figures={[
          { value: '+12.9', label: 'Wellbeing when people left', certainty: 'points, 9.6 to 16.1. About 40 people' },
          { value: '52%', label: 'Moved somewhere more independent', certainty: '39 to 65. About 50 people left' },
          { value: '75%', label: 'Still settled a year later', certainty: '53 to 89. About 20 people' },
          { value: '20 days', label: 'Half wait less than', certainty: 'for a first meeting. It was 35' },
        ]}
      />
      <Finding
        id="part-2"
        label="Waiting"
        finding="Half of people now have a first meeting within 20 days. It was 35 the year before."
        line="By day 28, our promise, 74 in every 100 had been met, up from 35. The difference is 39, likely between 23 and 56."
        caveat="People still waiting, and people who left first, count as waiting up to that day. Each line stops when fewer than 5 remain."
        table={{ summary: 'Show these figures as a table', content: 'The figures.' }}
      />
      <Finding
        id="part-3"
        label="Fairness"
        finding="One clear gap: Black people waited 10 days longer for a first meeting than everyone else."
        line="No other group has a clear difference in waiting."
        figure={
          <Table
            caption="Waits by group"
            captionHidden
            rows={[
              { group: 'Asian', people: '15', days: '25 days', gap: 'No clear difference' },
              { group: 'Black', people: '30', days: '35 days', gap: '10 days longer (4 to 18)' },
              { group: 'White', people: '70', days: '25 days', gap: 'No clear difference' },
            ]}
            rowKey={(row) => row.group}
            marked={(row) => row.group === 'Black'}
            columns={[
              { title: 'Group', cell: (row) => row.group },
              { title: 'Referred, 2 years', cell: (row) => row.people, numeric: true },
              { title: 'Median wait', cell: (row) => row.days, numeric: true },
              { title: 'Wait compared with everyone else', cell: (row) => row.gap },
            ]}
          />
        }
        caveat="Counts are rounded to the nearest 5. A count under 5 is hidden to protect people."
      />
      <Finding id="part-4" label="What residents say" finding="Nine in ten feel treated as a whole person.">
        <Columns>
          <OwnWords
            small
            words="I picked my worker, my day and my place. Nobody had asked me that before."
            source="Resident, 2025. Shared with permission"
          />
          <OwnWords
            small
            words="The first month in my own flat was too quiet. I wish the visits had gone on."
            source="Person who moved on, 2026. Shared with permission"
          />
        </Columns>
      </Finding>
    </Sheet>
  </StaffPage>
);

const list = (
  <StaffPage {...staff} title="My people" navigation={places('People')} shape="list">
    <PageTitle
      title="Your 22 people"
      sentence="4 have waited past 28 days. Longest 41."
      aside={<ButtonLink href="/people/new">Add a person</ButtonLink>}
    />
    <Table
      caption="Your people"
      captionHidden
      rows={[
        { name: 'Ellie Ford', next: 'Today, 2pm', days: 13 },
        { name: 'Tom Hargreaves', next: 'Nothing booked yet', days: 41 },
        { name: 'Nasra Warsame', next: 'Thu 26 Nov, 10am', days: 3 },
      ]}
      rowKey={(row) => row.name}
      columns={[
        { title: 'Name', cell: (row) => <a href="/people/1">{row.name}</a>, sort: { href: '?sort=name', now: 'ascending' } },
        { title: 'Next', cell: (row) => row.next, sort: { href: '?sort=next' } },
        { title: 'Days waited', cell: (row) => row.days, numeric: true },
      ]}
    />
  </StaffPage>
);

const help = [
  { text: '999', href: 'tel:999' },
  { text: '111, press 2', href: 'tel:111' },
  { text: 'Text 85258', href: 'sms:85258' },
];

const person: Omit<PersonPageProps, 'title' | 'children'> = {
  language: 'en',
  direction: 'ltr',
  service,
  exitUrl: 'https://www.bbc.co.uk/weather',
  helpNow: help,
};

const now = (
  <CareBox
    title="Need help right now?"
    now
    routes={[
      { icon: 'alert', action: 'Call 999', when: 'Someone’s life is at risk', href: 'tel:999' },
      { icon: 'phone', action: 'Call 111, then press 2', when: 'Mental health, day or night', href: 'tel:111' },
      { icon: 'pin', action: 'Bridge crisis café', when: 'Open tonight until 11pm. Just walk in', href: '/cafe' },
    ]}
  />
);

const start = (
  <PersonPage
    {...person}
    title="Welcome"
    languages={[
      { language: 'ar', href: '?l=ar' },
      { language: 'pl', href: '?l=pl' },
      { language: 'so', href: '?l=so' },
      { language: 'cy', href: '?l=cy' },
      { language: 'easy-read', href: '/easy-read' },
      { language: 'bsl', href: '/bsl' },
    ]}
  >
    <h1>Get help with how you feel, your home, money or work</h1>
    <Lead>Tell us a little. A person will reply by 5pm on the next working day.</Lead>
    <div class="od-actions">
      <ButtonLink href="/q/1" icon="forward" iconLast>
        Start
      </ButtonLink>
      <ButtonLink href="/someone-else" look="link">
        I am helping someone else
      </ButtonLink>
    </div>
    <Ticks
      items={[
        '6 short questions, about 4 minutes',
        'Skip any question you like',
        'You do not need a GP or a diagnosis',
        'You will not be turned away',
      ]}
    />
    {now}
    <CareBox
      title="Rather talk?"
      routes={[
        { icon: 'phone', action: 'Call 0808 157 0142', when: 'Free, 8am to 8pm', href: 'tel:08081570142' },
        { icon: 'chat', action: 'Text 07700 900142', when: 'We reply in about 10 minutes', href: 'sms:07700900142' },
      ]}
    />
  </PersonPage>
);

const safety = (
  <PersonPage {...person} title="Question 3 of 6" back={{ href: '/q/2' }} step={{ at: 3, of: 6 }}>
    <form method="post" action="/q/3" autocomplete="off">
      <Interruption title="Thank you for telling us. Are you safe right now?" text="Your answer changes who reads this first.">
        <LargeAnswers
          name="safe"
          answers={[
            { value: 'yes', text: 'Yes, for now' },
            { value: 'unsure', text: 'I’m not sure' },
            { value: 'no', text: 'No' },
          ]}
        />
      </Interruption>
      <div class="od-actions">
        <Button look="link" name="skip" value="yes">
          I’d rather not say
        </Button>
      </div>
    </form>
    <CareBox
      title="You can talk to someone now"
      routes={[
        { icon: 'phone', action: 'Call 111, then press 2', when: 'NHS mental health, day or night', href: 'tel:111' },
        { icon: 'phone', action: 'Call Samaritans on 116 123', when: 'Free, and not on your bill', href: 'tel:116123' },
        { icon: 'chat', action: 'Text SHOUT to 85258', when: 'Free on most networks', href: 'sms:85258' },
      ]}
    />
  </PersonPage>
);

const contact = (
  <PersonPage
    {...person}
    title="Question 4 of 6"
    back={{ href: '/q/3' }}
    step={{ at: 4, of: 6 }}
    errors={[{ text: 'Choose whether someone else could see your phone', field: 'seen' }]}
  >
    <QuestionForm
      action="/q/4"
      continueText="Continue"
      skipText="Skip this question"
      saveText="Save and come back later"
      hidden={{ version: '2' }}
    >
      <QuestionTitle title="How is it safe to contact you?" hint="We use only what you choose." />
      <PickMany
        name="channel"
        label="Choose any that are OK"
        values={['text']}
        choices={[
          { value: 'text', text: 'Text' },
          { value: 'call', text: 'Phone call', consequence: 'We never leave a voicemail unless you say so' },
          { value: 'email', text: 'Email' },
          { value: 'me', text: 'I will contact you', consequence: 'We give you a code and wait to hear' },
        ]}
      />
      <PickOne
        name="seen"
        label="Could someone else see your phone?"
        error="Choose whether someone else could see your phone"
        choices={[
          { value: 'yes', text: 'Yes, or not sure' },
          { value: 'no', text: 'No' },
        ]}
      />
      <LockScreenPreview
        sender="07700 900381"
        text="Hi, it’s Priya. Is 2pm still OK? Reply YES or NO"
        when={{ name: 'seen', value: 'yes' }}
      />
      <LockScreenPreview
        sender="Bridge Hub"
        text="Bridge Hub: can Priya ring you at 2pm? Reply YES or NO"
        when={{ name: 'seen', value: 'no' }}
      />
    </QuestionForm>
  </PersonPage>
);

const arabic = (
  <PersonPage
    {...person}
    language="ar"
    direction="rtl"
    service={{ name: 'باب واحد' }}
    title="السؤال 4 من 6"
    back={{ href: '/q/3' }}
    step={{ at: 4, of: 6 }}
    helpNow={[
      { text: '999', href: 'tel:999' },
      { text: '111 ثم 2', href: 'tel:111' },
      { text: 'رسالة إلى 85258', href: 'sms:85258' },
    ]}
    languages={[
      { language: 'en', href: '?l=en' },
      { language: 'ar', href: '?l=ar', current: true },
    ]}
  >
    <QuestionForm action="/q/4" continueText="متابعة" skipText="تخطي هذا السؤال" saveText="حفظ والعودة لاحقاً">
      <QuestionTitle title="كيف نتواصل معك بأمان؟" />
      <PickMany
        name="channel"
        label="اختر كل ما يناسبك"
        values={['text']}
        choices={[
          { value: 'text', text: 'رسالة نصية' },
          { value: 'call', text: 'مكالمة هاتفية', consequence: 'لن نترك رسالة صوتية إلا إذا طلبت ذلك' },
          { value: 'email', text: 'بريد إلكتروني' },
          { value: 'me', text: 'سأتواصل معكم بنفسي', consequence: 'نعطيك رمزاً وننتظر اتصالك' },
        ]}
      />
      <PickOne
        name="seen"
        label="هل يمكن أن يرى أحد هاتفك؟"
        value="yes"
        choices={[
          { value: 'yes', text: 'نعم، أو لست متأكداً' },
          { value: 'no', text: 'لا' },
        ]}
      />
      <LockScreenPreview
        sender="07700 900381"
        text="مرحباً، أنا بريا. هل الساعة 2 مناسبة؟ رد بنعم أو لا"
        when={{ name: 'seen', value: 'yes' }}
      />
    </QuestionForm>
  </PersonPage>
);

const done = (
  <PersonPage {...person} title="Thank you">
    <h1>Thanks, Ellie. We have it.</h1>
    <Lead>Priya will text you before 10:15am today.</Lead>
    <Box title="What happens next">
      <NextSteps
        steps={[
          { title: 'Priya reads what you wrote', detail: 'She is a mental health nurse' },
          { title: 'She texts from 07700 900381', detail: 'The text will not say who we are. You can save it under any name' },
          { title: 'You choose the next step together', detail: 'You can bring someone, or say no' },
        ]}
      />
    </Box>
    <Box title="Your code">
      <Code>K7M 4QP</Code>
      <p>Use it to see, change or delete your answers.</p>
      <div class="od-actions">
        <ButtonLink href="/mine" look="secondary">
          Open your page
        </ButtonLink>
      </div>
    </Box>
    <Box title="Who sees this">
      <p>Priya’s team. Not your family, your employer or the police, unless someone is in danger. We tell you first if we can.</p>
    </Box>
  </PersonPage>
);

const firstRun = (
  <PublicPage
    title="Who would you like to be?"
    service={service}
    place="Demo service. 240 invented people, nothing is sent"
    action={{ text: 'Start again with fresh data', post: '/demo/reset' }}
    wide
  >
    <PageTitle
      title="Who would you like to be?"
      sentence="Everyone here shares one set of records. What you do as one person, the next person sees."
    />
    <DemoPeople
      action="/demo/be"
      people={[
        { value: 'ellie', initials: 'EF', name: 'Ellie, 23', task: 'Asks for help on her phone', detail: '6 questions, 4 minutes' },
        { value: 'marsh', initials: 'JM', name: 'J. Marsh, probation', task: 'Refers someone', detail: '1 page, tracks it after' },
        { value: 'priya', initials: 'PN', name: 'Priya, clinician', task: 'Triages the front door', detail: '12 waiting, 3 due today' },
        { value: 'martin', initials: 'MC', name: 'Martin, key worker', task: 'Sees Ellie at 2pm', detail: 'Note, measure, plan' },
        { value: 'chen', initials: 'CL', name: 'Chen, coordinator', task: 'Matches supporters', detail: '3 people to match' },
        {
          value: 'leon',
          initials: 'LB',
          name: 'Leon, peer supporter',
          task: 'Writes up boxing night',
          detail: 'On a phone, works offline',
        },
        { value: 'dev', initials: 'DP', name: 'Dev, service manager', task: 'Watches waits and caseloads', detail: '2 things off track' },
        {
          value: 'grace',
          initials: 'GL',
          name: 'Grace, commissioner',
          task: 'Reads the evaluation',
          detail: 'Change, confidence, fairness',
        },
        {
          value: 'helen',
          initials: 'HS',
          name: 'Helen, privacy lead',
          task: 'Answers a record request',
          detail: 'Audit, redaction, retention',
        },
        {
          value: 'noor',
          initials: 'NA',
          name: 'Noor, survey designer',
          task: 'Writes a question with us',
          detail: 'Lived experience lead',
        },
      ]}
    />
    <Card title="Follow one referral, start to finish" aside={<ButtonLink href="/demo/tour">Start the tour</ButtonLink>}>
      <p>
        Ellie asks for help. Priya decides. Chen finds Leon. Martin and Ellie write a plan. Grace sees what changed. 5 steps, about 3
        minutes.
      </p>
    </Card>
    <p>
      Press <Keys keys={['Ctrl', 'K']} /> anywhere to switch person.
    </p>
  </PublicPage>
);

const fault = (
  <ErrorPage
    service={service}
    title="Sorry, that did not save."
    detail="Your words are still here. Try again, or ring the desk if it happens twice."
    reference="7QK-204"
    way={{ text: 'Go back to the form', href: '/notes/1' }}
  />
);

export const examplePages: readonly ExamplePage[] = [
  { name: 'triage', bundle: 'staff', page: triage },
  { name: 'matching', bundle: 'staff', page: matching },
  { name: 'record', bundle: 'staff', page: record },
  { name: 'report', bundle: 'staff', page: report },
  { name: 'list', bundle: 'staff', page: list },
  { name: 'first-run', bundle: 'staff', page: firstRun },
  { name: 'fault', bundle: 'staff', page: fault },
  { name: 'start', bundle: 'person', page: start },
  { name: 'safety', bundle: 'person', page: safety },
  { name: 'contact', bundle: 'person', page: contact },
  { name: 'contact-arabic', bundle: 'person', page: arabic },
  { name: 'done', bundle: 'person', page: done },
];
