/** Stories of what people work with. */
import { Button } from '../components/button.tsx';
import { CandidateCards } from '../components/candidate-cards.tsx';
import { Card, CardLink } from '../components/card.tsx';
import { DemoPeople } from '../components/demo.tsx';
import { Figures } from '../components/figures.tsx';
import { Finding } from '../components/finding.tsx';
import { Goal } from '../components/goal.tsx';
import { LoadBar } from '../components/load-bar.tsx';
import { MessageThread } from '../components/message-thread.tsx';
import { Notification } from '../components/notification.tsx';
import { QueueGroup } from '../components/queue.tsx';
import { SheetContents } from '../components/sheet-contents.tsx';
import { Table } from '../components/table.tsx';
import { WishesMet, WishList } from '../components/wishes.tsx';
import { ellieWaits, headlines, howMatched, leon, leonsLoad, peopleToRing, ruth, tomWaits, wouldLike } from './cast.tsx';
import { story } from './story.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly seen: string;
  readonly days: number;
}

const people: readonly Person[] = [
  { id: '1', name: 'Ellie Ford', seen: 'Friday 20 Nov', days: 13 },
  { id: '2', name: 'Muhammad Abdurrahman al-Khwarizmi-Hetherington', seen: 'Not yet', days: 41 },
];

const columns = [
  {
    title: 'Name',
    cell: (row: Person) => <a href={`/people/${row.id}`}>{row.name}</a>,
    sort: { href: '?sort=name', now: 'ascending' as const },
  },
  { title: 'Last seen', cell: (row: Person) => row.seen, sort: { href: '?sort=seen' } },
  { title: 'Days waited', cell: (row: Person) => row.days, numeric: true },
];

export const workingStories = [
  ...story('staff', 'Queue', {
    'each urgency': (
      <QueueGroup
        title="Decide today"
        items={[
          ellieWaits,
          { ...tomWaits, reading: 'Martin is reading this' },
          {
            href: '/triage/3',
            name: 'Leanne Abbott',
            age: 33,
            due: { text: 'Mon 9am', when: 'later' },
            source: 'Self-referral, yesterday 10:43am',
            words: 'منذ وفاة أمي لا أستطيع النوم.',
            wordsLang: { lang: 'ar', direction: 'rtl' },
          },
        ]}
      />
    ),
    empty: <QueueGroup title="Decide by Monday" items={[]} empty="Nobody waits. 9 decided today; the longest wait was 22 hours." />,
  }),
  ...story('both', 'Table', {
    'sorted, with ticks': (
      <form method="post" action="/people/move">
        <Table
          caption="Martin’s people"
          columns={columns}
          rows={people}
          rowKey={(row) => row.id}
          select={{ name: 'person', label: (row) => `Choose ${row.name}`, chosen: ['1'] }}
        />
        <Button look="secondary">Move the chosen people</Button>
      </form>
    ),
    'one marked row, scrolling': (
      <Table
        caption="Waits"
        columns={columns.map(({ sort, ...column }) => column)}
        rows={people}
        rowKey={(row) => row.id}
        marked={(row) => row.days > 28}
        scrolls
      />
    ),
    empty: <Table caption="Nobody yet" columns={columns} rows={[]} rowKey={(row) => row.id} empty="Nobody is on this list yet." />,
  }),
  ...story('both', 'Goal', {
    active: <Goal {...peopleToRing} />,
    'new, two voices': (
      <Goal
        words="Keep this flat past Christmas."
        done={0}
        steps={3}
        state="new"
        next={[]}
        otherVoice={{ who: 'Martin', words: 'The rent needs help first.' }}
      />
    ),
    met: <Goal words="Get my CSCS card." done={4} steps={4} state="met" next={[]} />,
    'not now': <Goal words="See my brother." done={1} steps={3} state="not now" next={[]} />,
  }),
  ...story('staff', 'Load bar', {
    'with this person': leonsLoad,
    'over the limit': <LoadBar full={2} limit={2} withThis sentence="Ellie would be 1 over his limit." />,
    empty: <LoadBar full={0} limit={3} sentence="Supports 0 of 3." />,
  }),
  ...story('both', 'Message thread', {
    'every state': (
      <MessageThread
        label="Messages with Ellie"
        messages={[
          {
            key: '1',
            from: 'us',
            sender: 'Priya',
            text: 'Hi, it’s Priya. Is 2pm still OK? Reply YES or NO',
            when: 'Tuesday 17 Nov, 11:00am, by text',
            state: 'delivered',
          },
          { key: '2', from: 'them', sender: 'Ellie', text: 'YES', when: 'Tuesday 17 Nov, 11:02am, by text' },
          {
            key: '3',
            from: 'us',
            sender: 'Priya',
            text: 'See you then.',
            when: 'Tuesday 17 Nov, 7:30pm',
            state: 'waiting',
            note: 'Waits for 9am, when her good hours start.',
          },
          {
            key: '4',
            from: 'us',
            sender: 'Martin',
            text: 'About Tuesday',
            when: 'Monday 16 Nov, by email',
            state: 'failed',
            note: 'Martin has a task to try another way.',
          },
        ]}
      />
    ),
  }),
  ...story('both', 'Notification', {
    success: (
      <Notification result="success" heading="Saved. Ellie will be called today." undo={{ action: '/undo/1' }}>
        Priya owns the next step until each team accepts.
      </Notification>
    ),
    partial: (
      <Notification result="partial" heading="Saved, but the text did not go.">
        Martin has a task to try another way.
      </Notification>
    ),
    failed: (
      <Notification result="failed" heading="Sorry, that did not save.">
        Your words are still here. Try again.
      </Notification>
    ),
    information: (
      <Notification
        result="information"
        heading="Martin changed this plan at 9:41am."
        link={{ text: 'See what changed', href: '/changes' }}
      />
    ),
  }),
  ...story('staff', 'Figures', {
    four: <Figures label="Headline figures" figures={headlines} />,
  }),
  ...story('staff', 'Finding', {
    whole: (
      <Finding
        id="waiting-story"
        label="Waiting"
        finding="Half of people now have a first meeting within 20 days. It was 35 the year before."
        line="By day 28, our promise, 74 in every 100 had been met, up from 35."
        caveat="People still waiting count up to today."
        table={{ summary: 'Show these figures as a table', content: <p>Figures.</p> }}
      />
    ),
  }),
  ...story('staff', 'Sheet contents', {
    five: (
      <SheetContents
        title="In this report"
        links={['Wellbeing', 'Moving on', 'Waiting', 'Fairness', 'How sure we are'].map((text, index) => ({
          text,
          href: `#part-${index}`,
          current: index === 0,
        }))}
      />
    ),
  }),
  ...story('staff', 'Card', {
    plain: (
      <Card title="Safety plan" aside={<a href="/safety">Open</a>}>
        <p>Walk to the bridge café. Ring Aunt Dee.</p>
      </Card>
    ),
    quiet: (
      <Card title="Who can see this" quiet>
        <p>Martin and the hub team.</p>
      </Card>
    ),
    'one link': (
      <CardLink href="/people/1" title="Ellie Ford">
        <p>Sees Martin at 2pm</p>
      </CardLink>
    ),
  }),
  ...story('staff', 'Wishes', {
    list: (
      <WishList
        mustTitle="Ellie must have"
        must={['A woman', 'Afternoons', 'Away from the quay']}
        wouldLikeTitle="She would like, in her order"
        wouldLike={wouldLike}
        note={
          <>
            <strong>Does not mind:</strong> faith, indoors or out.
          </>
        }
      />
    ),
    met: <WishesMet met={[true, true, false]} label="Meets wishes 1 and 2. Does not meet 3." />,
  }),
  ...story('staff', 'Candidate cards', {
    three: (
      <CandidateCards
        name="candidate"
        legend="3 supporters fit Ellie’s must-haves"
        rule={howMatched}
        value="leon"
        candidates={[
          leon,
          ruth,
          {
            value: 'steve',
            name: 'Steve Hollins',
            initials: 'SH',
            line: '48, supporter for 5 years',
            unavailable: 'On a break until 5 January',
            wishes: (
              <>
                <span>1 of her 3 wishes</span>
                <WishesMet met={[false, true, false]} label="Meets wish 2. Does not meet 1 and 3." />
              </>
            ),
            load: leonsLoad,
            reasonsFor: ['Lost two tenancies, settled since 2019'],
            reasonsToThink: ['Free 4 days after our promise'],
            soonest: { when: 'Free Tue 8 Dec, 1pm', where: 'Elm House garden room' },
          },
        ]}
      />
    ),
  }),
  ...story('staff', 'Demo people', {
    two: (
      <DemoPeople
        action="/demo/be"
        people={[
          { value: 'ellie', initials: 'EF', name: 'Ellie, 23', task: 'Asks for help on her phone', detail: '6 questions, 4 minutes' },
          { value: 'priya', initials: 'PN', name: 'Priya, clinician', task: 'Triages the front door', detail: '12 waiting, 3 due today' },
        ]}
      />
    ),
  }),
];
