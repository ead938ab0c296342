/** Stories of what pages ask. */
import { Button, ButtonLink } from '../components/button.tsx';
import { Checkboxes, Radios } from '../components/choices.tsx';
import { ConflictView } from '../components/conflict-view.tsx';
import { DateInput } from '../components/date-input.tsx';
import { DecisionPanel, Keys } from '../components/decision-panel.tsx';
import { FileUpload } from '../components/file-upload.tsx';
import { LockScreenPreview } from '../components/lock-screen-preview.tsx';
import { Options } from '../components/options.tsx';
import { PickMany, PickOne } from '../components/picks.tsx';
import { Reasons } from '../components/reasons.tsx';
import { RepeatingRows } from '../components/repeating-rows.tsx';
import { SaveNote } from '../components/save-note.tsx';
import { Scale0to10 } from '../components/scale.tsx';
import { Search } from '../components/search.tsx';
import { Select } from '../components/select.tsx';
import { CheckAnswers, SummaryList } from '../components/summary-list.tsx';
import { TaskList } from '../components/task-list.tsx';
import { TextArea } from '../components/text-area.tsx';
import { TextInput } from '../components/text-input.tsx';
import { safeNow, waysToReachMe } from './cast.tsx';
import { story } from './story.ts';

const contact = waysToReachMe.map((way) => ({ ...way, hint: way.consequence }));

export const reasons = (
  <Reasons
    reasons={[
      { kind: 'for', text: 'Safety answer, safe now: call today' },
      { kind: 'for', text: 'Notice within 28 days: housing fast track' },
      { kind: 'for', text: 'Asked for lived experience: peer support' },
      { kind: 'not this', text: 'Not talking therapies again: she asked for a person' },
      { kind: 'not known', text: 'We do not know who lives with her' },
    ]}
    change={
      <>
        <strong>If Ellie cannot stay safe on the call</strong>, this changes to crisis team now.
      </>
    }
    all={{ text: 'Rules agreed 3 Nov', href: '/rules/triage/4' }}
  />
);

export const triageOptions = [
  {
    value: 'call',
    text: 'Call today, then peer support and housing',
    consequence: 'Suggested, within 24 hours. Peer support: 3 places, about 6 days. Housing fast track: 1 place, Tuesday.',
    under: reasons,
  },
  { value: 'crisis', text: 'Crisis team now', consequence: 'Opens a warm handover. Answering now.' },
  {
    value: 'complex',
    text: 'Complex emotional needs pathway',
    consequence: '5 weeks, and we keep in touch. A second clinician must agree.',
  },
  { value: 'ask', text: 'Ask Ellie or her GP for more', consequence: 'The clock keeps running.' },
  { value: 'other', text: 'Another service', unavailable: 'No partner has confirmed room today.' },
];

export const askingStories = [
  ...story('both', 'Button', {
    primary: <Button>Save and open next</Button>,
    secondary: (
      <Button look="secondary" icon="print">
        Print the report
      </Button>
    ),
    warning: <Button look="warning">End this pathway</Button>,
    link: <Button look="link">Hand to someone</Button>,
    small: (
      <Button look="secondary" small>
        Start a safety plan
      </Button>
    ),
    disabled: <Button disabled>Ask Malik</Button>,
    'as a link': (
      <ButtonLink href="/start" icon="forward" iconLast>
        Start
      </ButtonLink>
    ),
  }),
  ...story('both', 'Text input', {
    plain: <TextInput name="first" label="First name" autocomplete="given-name" value="Ellie" />,
    hint: <TextInput name="nhs" label="NHS number" hint="10 digits, if you know it" width={10} code inputmode="numeric" />,
    error: (
      <TextInput
        name="tel-e"
        label="Phone number"
        type="tel"
        error="Enter a phone number, for example 07700 900381"
        value="0770"
        direction="ltr"
        autocomplete="tel"
        width={20}
      />
    ),
    'not available': <TextInput name="mail" label="Email" unavailable="Email is not safe for Ellie. Ask Martin Coles." />,
    'prefix and suffix': <TextInput name="rent" label="Rent" prefix="£" suffix="a week" width={5} inputmode="decimal" value="112" />,
    suggestions: <TextInput name="town" label="Town" suggestions={['Bridgwater', 'Glastonbury']} width={20} />,
  }),
  ...story('both', 'Text area', {
    plain: <TextArea name="note" label="What we did" hint="One thing each on a line" />,
    'in their words': <TextArea name="voice" label="What is going on for you?" voice value="I keep waking at 3." autocomplete="off" />,
    'with a limit': <TextArea name="sms" label="Text to Ellie" limit={160} value="Hi, it’s Amara. Is 2pm still OK? Reply YES or NO." />,
    error: <TextArea name="reason" label="Reason" error="Say why a different first step fits better" />,
  }),
  ...story('both', 'Save note', { saved: <SaveNote saved="9:41am" />, 'nothing yet': <SaveNote /> }),
  ...story('both', 'Select', {
    plain: (
      <Select
        name="team-s"
        label="Team"
        value="early"
        options={[
          { value: 'early', text: 'Early help' },
          { value: 'cafe', text: 'Café' },
        ]}
      />
    ),
    error: <Select name="team-e" label="Team" error="Choose a team" options={[{ value: '', text: 'Choose' }]} />,
  }),
  ...story('both', 'Date input', {
    plain: (
      <DateInput name="born" label="Date of birth" hint="For example, 31 3 1980" birthday value={{ day: '4', month: '5', year: '2003' }} />
    ),
    'one part wrong': (
      <DateInput
        name="seen"
        label="When did you meet?"
        error="Enter the month, for example 11"
        wrong={['month']}
        value={{ day: '4', month: '13', year: '2026' }}
      />
    ),
  }),
  ...story('both', 'Radios', {
    plain: <Radios name="r1" label="How would you like to meet?" choices={contact} value="call" />,
    'inline, small': (
      <Radios name="r2" label="Does this fit?" choices={contact.slice(0, 2).map(({ value, text }) => ({ value, text }))} inline small />
    ),
    'divided, with an error': <Radios name="r3" label="Where?" divided error="Choose where to meet" choices={contact.slice(0, 3)} />,
  }),
  ...story('both', 'Checkboxes', {
    plain: <Checkboxes name="c1" label="What have you tried?" hint="Choose any" choices={contact} values={['text', 'email']} />,
    'one not available': (
      <Checkboxes
        name="c2"
        label="Send by"
        choices={[
          { value: 'text', text: 'Text' },
          { value: 'post', text: 'Post', unavailable: 'Post is not safe for Ellie.' },
        ]}
      />
    ),
  }),
  ...story('both', 'Pick', {
    one: (
      <PickOne
        name="p1"
        label="Could someone else see your phone?"
        choices={[
          { value: 'yes', text: 'Yes, or not sure' },
          { value: 'no', text: 'No' },
        ]}
        value="yes"
      />
    ),
    'many, one not available': (
      <PickMany
        name="p2"
        label="Choose any that are OK"
        hint="We use only these"
        values={['text']}
        choices={[...contact, { value: 'visit', text: 'A visit', unavailable: 'We ask again when we have met' }]}
      />
    ),
    error: (
      <PickOne
        name="p3"
        label="Could anyone else see your post?"
        error="Choose an answer, or skip this question"
        choices={[
          { value: 'yes', text: 'Yes, or not sure' },
          { value: 'no', text: 'No' },
        ]}
      />
    ),
  }),
  ...story('staff', 'Options', {
    suggestion: <Options name="step" legend="First step" legendHidden options={triageOptions} value="call" />,
    'no suggestion': (
      <Options name="step-b" legend="First step, without the rules" options={triageOptions.map(({ value, text }) => ({ value, text }))} />
    ),
    error: (
      <Options
        name="step-c"
        legend="First step, not chosen"
        options={triageOptions.slice(0, 2).map(({ value, text }) => ({ value, text }))}
        error="Choose a first step"
      />
    ),
  }),
  ...story('staff', 'Decision panel', {
    suggestion: (
      <DecisionPanel
        action="/triage/1/decide"
        id="decision-a"
        title="Choose the first step"
        hidden={{ version: '3', key: 'abc' }}
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
            You own this until each team accepts. <Keys keys={['Ctrl', 'Enter']} />
          </>
        }
      >
        <Options name="panel" legend="First step for Ellie" legendHidden options={triageOptions} value="call" />
      </DecisionPanel>
    ),
    'a second clinician must agree': (
      <DecisionPanel
        action="/triage/2/decide"
        id="decision-b"
        title="Choose another first step"
        actions={<Button>Ask a second clinician</Button>}
        errors={[{ text: 'Say why a slower step fits better', field: 'why-slow' }]}
      >
        <TextArea name="why-slow" label="Why is this different from the suggestion?" error="Say why a slower step fits better" />
      </DecisionPanel>
    ),
  }),
  ...story('staff', 'Reasons', {
    'all met': reasons,
    'for only': <Reasons label="For Leon" reasons={[{ kind: 'for', text: 'Texts back the same day, people say' }]} />,
    'think about': <Reasons label="Think about Leon" reasons={[{ kind: 'think', text: 'No room for anyone else until March' }]} />,
  }),
  ...story('both', 'Lock-screen preview', {
    plain: <LockScreenPreview sender="07700 900381" text="Hi, it’s Priya. Is 2pm still OK? Reply YES or NO" />,
    named: (
      <LockScreenPreview
        sender="Bridge Hub"
        text="Bridge Hub: your appointment with Priya is Friday 2pm at the library. Reply YES, NO or CALL."
        title="What the phone would show, named"
      />
    ),
    'another script': <LockScreenPreview sender="07700 900381" text="مرحباً، أنا بريا. هل الساعة 2 مناسبة؟" lang="ar" direction="rtl" />,
    'only with an answer': <LockScreenPreview sender="07700 900381" text="Hi, it’s Priya. OK?" when={{ name: 'p1', value: 'yes' }} />,
  }),
  ...story('both', 'Interruption', {
    'sensitive question': (
      <form method="post" action="/q/3">
        {safeNow}
      </form>
    ),
  }),
  ...story('both', 'Repeating rows', {
    one: <RepeatingRows name="a1" rowName="Action" addText="Add another action" rows={[<TextInput name="a1-0" label="What" />]} />,
    'three, reordered, an error in row 3': (
      <RepeatingRows
        name="a2"
        rowName="Next step"
        addText="Add another step"
        reorder
        rows={[
          <TextInput name="a2-0" label="What" value="Ring Aunt Dee" />,
          <TextInput name="a2-1" label="What" value="Pack the letter" />,
          <TextInput name="a2-2" label="What" error="Say what will happen" />,
        ]}
      />
    ),
  }),
  ...story('both', 'Scale 0 to 10', {
    'none chosen': <Scale0to10 name="s1" label="How close to this goal today?" lowest="nowhere near" highest="I’m there" />,
    chosen: <Scale0to10 name="s2" label="How heavy is today?" lowest="light" highest="too heavy to carry" value={7} />,
  }),
  ...story('both', 'File upload', {
    plain: <FileUpload name="file" label="Upload a letter" accept=".pdf" />,
    error: <FileUpload name="file-e" label="Upload a figure" error="Choose a file smaller than 10 MB" />,
  }),
  ...story('staff', 'Search', {
    plain: (
      <form method="get" action="/people">
        <Search name="q" label="Find a person" hint="Name, NHS number or date of birth" value="Ford" />
      </form>
    ),
  }),
  ...story('both', 'Summary list', {
    plain: (
      <SummaryList
        items={[
          { key: 'Name', value: 'Ellie Ford' },
          { key: 'Born', value: '4 May 2003' },
        ]}
      />
    ),
    'check answers': (
      <CheckAnswers
        sections={[
          {
            title: 'How to reach you',
            shared: 'Only Priya’s team sees this.',
            items: [
              { key: 'Text', value: <bdi dir="ltr">07700 900381</bdi>, change: { href: '/q/4', text: 'Change', about: 'phone number' } },
              { key: 'Call', value: 'No' },
            ],
          },
          { title: 'About you', items: [{ key: 'Name', value: 'Ellie', change: { href: '/q/5', text: 'Change', about: 'name' } }] },
        ]}
      />
    ),
  }),
  ...story('both', 'Task list', {
    four: (
      <TaskList
        id="tasks"
        tasks={[
          { text: 'About you', href: '/a', state: 'done' },
          { text: 'Your home', href: '/b', state: 'doing', hint: 'Rent, notice, who lives there' },
          { text: 'Your health', href: '/c', state: 'not started' },
          { text: 'Your offer', state: 'cannot start' },
        ]}
      />
    ),
  }),
  ...story('staff', 'Conflict view', {
    'two texts': (
      <ConflictView
        action="/notes/1"
        name="words"
        mine="Slept five nights of seven."
        theirs="Slept four nights of seven. Rang Aunt Dee."
        theirName="Martin"
        theirTime="9:41am"
        hidden={{ version: '4' }}
      />
    ),
  }),
];
