/** A record: the finding before its chart, own words, plan, what has happened. */
import { ButtonLink } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Keys } from '../../components/decision-panel.tsx';
import { FactsList } from '../../components/facts-list.tsx';
import { Goal } from '../../components/goal.tsx';
import { IdentityBar } from '../../components/identity-bar.tsx';
import { Columns } from '../../components/layouts.tsx';
import { QuickLinks, Rows } from '../../components/lists.tsx';
import { OwnWords } from '../../components/own-words.tsx';
import { Segments } from '../../components/segments.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { RecordMain, RecordSide } from '../../layout/record-columns.tsx';
import { StaffPage } from '../../layout/staff-page.tsx';
import { doItNow, peopleToRing, twoWeeks } from '../cast.tsx';
import { places, staff } from './frame.ts';

export const record = (
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
          <Goal {...peopleToRing} />
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
        <Timeline days={twoWeeks} />
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
        <QuickLinks links={doItNow} />
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
