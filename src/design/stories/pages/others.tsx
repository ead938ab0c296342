/** A list, the first run of the demo, and a fault. */
import { ButtonLink } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Keys } from '../../components/decision-panel.tsx';
import { DemoPeople } from '../../components/demo.tsx';
import { PageTitle } from '../../components/heading.tsx';
import { Table } from '../../components/table.tsx';
import { ErrorPage } from '../../layout/error-page.tsx';
import { PublicPage } from '../../layout/public-page.tsx';
import { StaffPage } from '../../layout/staff-page.tsx';
import { places, service, staff } from './frame.ts';

export const list = (
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

export const firstRun = (
  <PublicPage
    title="Who would you like to be?"
    service={service}
    place="Demo service. 240 invented people, nothing is sent"
    action={{ text: 'Reset the demo', href: '/demo/reset' }}
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

export const fault = (
  <ErrorPage
    service={service}
    title="Sorry, that did not save."
    detail="Your words are still here. Try again, or ring the desk if it happens twice."
    reference="7QK-204"
    way={{ text: 'Go back to the form', href: '/notes/1' }}
  />
);
