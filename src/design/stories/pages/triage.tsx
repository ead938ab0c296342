/** The triage desk: the queue, one referral in their own words, and the decision. */
import { Button } from '../../components/button.tsx';
import { DecisionPanel, Keys } from '../../components/decision-panel.tsx';
import { FactsList } from '../../components/facts-list.tsx';
import { PageTitle, SectionTitle } from '../../components/heading.tsx';
import { Options } from '../../components/options.tsx';
import { OwnWords } from '../../components/own-words.tsx';
import { Presence } from '../../components/presence.tsx';
import { QueueGroup } from '../../components/queue.tsx';
import { SafeContactLine } from '../../components/safe-contact-line.tsx';
import { SaveNote } from '../../components/save-note.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { DecisionPane, ItemPane, QueuePane } from '../../layout/panes.tsx';
import { StaffPage } from '../../layout/staff-page.tsx';
import { triageOptions } from '../asking.stories.tsx';
import { ellieWaits, ellieWrote, matchAlert, safeContact, safetyAlert, tomWaits } from '../cast.tsx';
import { places, staff } from './frame.ts';

export const triage = (
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
          ellieWaits,
          { ...tomWaits, chips: [{ tone: 'warn', children: 'Placed in B&B until Tue' }] },
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
      <OwnWords words={ellieWrote} source="Ellie’s own words, in answer to “What’s going on for you?”" />
      {safetyAlert}
      {matchAlert}
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
