/** Whom the stories and the example pages tell of, and what is known of them: invented, and written once. */
import type { ComponentProps } from 'preact';
import { AlertBlock } from '../components/alert-block.tsx';
import { ButtonLink } from '../components/button.tsx';
import type { Candidate } from '../components/candidate-cards.tsx';
import { CareBox } from '../components/care-box.tsx';
import type { Figure } from '../components/figures.tsx';
import type { GoalProps } from '../components/goal.tsx';
import { Interruption, LargeAnswers } from '../components/interruption.tsx';
import type { QuickLinks } from '../components/lists.tsx';
import { LoadBar } from '../components/load-bar.tsx';
import { OwnWords } from '../components/own-words.tsx';
import type { QueueItemProps } from '../components/queue.tsx';
import type { TimelineProps } from '../components/timeline.tsx';
import { WishesMet } from '../components/wishes.tsx';

export const safeContact = {
  state: 'known',
  rule: 'Text first. Call only after she says yes. No voicemail.',
  reason: 'Do not name the service: her brother sometimes picks up the phone.',
} as const;

export const ellieWrote =
  'I keep waking at 3 and I’m scared of losing the flat again. I did the online course and it wasn’t for me. I’d rather talk to somebody who’s been there.';

export const ellieWaits: QueueItemProps = {
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
};

export const tomWaits: QueueItemProps = {
  href: '/triage/2',
  name: 'Tom Hargreaves',
  age: 58,
  due: { text: 'by 4:40pm', when: 'today' },
  source: 'Housing Solutions, yesterday 4:40pm',
  words: 'Presenting homeless tonight. Voices worse since the move.',
};

export const safetyAlert = (
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
);

export const matchAlert = (
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
);

export const wouldLike = ['Nearly lost a home too', 'Under 35', 'Texts more than calls'];

export const leonsLoad = (
  <LoadBar
    full={2}
    limit={3}
    withThis
    sentence={
      <>
        <strong>Supports 2 of 3.</strong> Ellie makes 3, his limit.
      </>
    }
  />
);

export const howMatched = (
  <>
    Most of her wishes first, her top ones counting most. <a href="/rules/matching">How this is worked out</a>
  </>
);

export const leon: Candidate = {
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
  load: leonsLoad,
  reasonsFor: ['Fell behind on rent at 22 and kept the flat', 'Texts back the same day, people say'],
  reasonsToThink: ['His supervision note is due today', 'No room for anyone else until March'],
  soonest: { when: 'Free Tue 24 Nov, 2pm', where: 'Riverside library, 12 minutes by bus' },
};

export const ruth: Candidate = {
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
  reasonsFor: ['Most room of all'],
  reasonsToThink: ['Would rather ring than text'],
  soonest: { when: 'Free Thu 26 Nov, 3pm', where: 'Bridge café, back room' },
};

export const peopleToRing: GoalProps = {
  words: 'Have people I can ring who aren’t paid to listen.',
  done: 3,
  steps: 4,
  next: [
    { who: 'Ellie', what: 'Sunday dinner at Aunt Dee’s, 29 Nov' },
    { who: 'Leon', what: 'Comes along if asked' },
  ],
};

/** Two weeks of Ellie’s record: what was corrected, what is hidden from this reader, what leads on. */
export const twoWeeks: TimelineProps['days'] = [
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
        corrected: { reason: 'score entered twice', earlier: 'CORE-10 is 31' },
        action: { text: 'Open the note', href: '/notes/3' },
      },
      { key: '4', hidden: true, byline: 'Thursday 12 Nov' },
      {
        key: '5',
        icon: 'calendar',
        tone: 'ok',
        title: 'Team meeting agreed rent can be paid direct',
        byline: 'Thursday 12 Nov. Ellie joined for 15 minutes and saw the notes',
      },
    ],
  },
];

export const doItNow: ComponentProps<typeof QuickLinks>['links'] = [
  { icon: 'note', text: 'Session note', href: '/n' },
  { icon: 'chart', text: 'Send a measure by text', href: '/m' },
  { icon: 'phone', text: 'Log a missed call', href: '/c' },
  { icon: 'alert', text: 'Raise a safeguarding concern', href: '/s' },
];

export const headlines: readonly Figure[] = [
  { value: '+12.9', label: 'Wellbeing when people left', certainty: 'points, 9.6 to 16.1. About 40 people' },
  { value: '52%', label: 'Moved somewhere more independent', certainty: '39 to 65. About 50 people left' },
  { value: '75%', label: 'Still settled a year later', certainty: '53 to 89. About 20 people' },
  { value: '20 days', label: 'Half wait less than', certainty: 'for a first meeting. It was 35' },
];

export const aResidentSaid = (
  <OwnWords
    small
    words="I picked my worker, my day and my place. Nobody had asked me that before."
    source="Resident, 2025. Shared with permission"
  />
);

export const helpNow = (
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

export const safeNow = (
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
);

export const waysToReachMe = [
  { value: 'text', text: 'Text' },
  { value: 'call', text: 'Phone call', consequence: 'We never leave a voicemail unless you say so' },
  { value: 'email', text: 'Email' },
  { value: 'me', text: 'I will contact you', consequence: 'We give you a code and wait to hear' },
];
