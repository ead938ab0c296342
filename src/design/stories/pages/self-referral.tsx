/** Asking for help on a phone, from the first page to the last, in English and in Arabic. */
import { Button, ButtonLink } from '../../components/button.tsx';
import { Box, CareBox } from '../../components/care-box.tsx';
import { Code, Lead } from '../../components/layouts.tsx';
import { NextSteps, Ticks } from '../../components/lists.tsx';
import { LockScreenPreview } from '../../components/lock-screen-preview.tsx';
import { type PickChoice, PickMany, PickOne } from '../../components/picks.tsx';
import { QuestionForm, QuestionTitle } from '../../components/question-page.tsx';
import { PersonPage, type PersonPageProps } from '../../layout/person-page.tsx';
import { helpNow, safeNow, waysToReachMe } from '../cast.tsx';
import { service } from './frame.ts';

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

export const start = (
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
    {helpNow}
    <CareBox
      title="Rather talk?"
      routes={[
        { icon: 'phone', action: 'Call 0808 157 0142', when: 'Free, 8am to 8pm', href: 'tel:08081570142' },
        { icon: 'chat', action: 'Text 07700 900142', when: 'We reply in about 10 minutes', href: 'sms:07700900142' },
      ]}
    />
  </PersonPage>
);

export const safety = (
  <PersonPage {...person} title="Question 3 of 6" back={{ href: '/q/2' }} step={{ at: 3, of: 6 }}>
    <form method="post" action="/q/3" autocomplete="off">
      {safeNow}
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

const textOf = {
  named: 'Bridge Hub: can Priya ring you at 2pm? Reply YES or NO',
  plain: 'Hi, it’s Priya. Is 2pm still OK? Reply YES or NO',
};

interface Reached {
  readonly ways: { readonly label: string; readonly choices: readonly PickChoice[] };
  readonly seen: { readonly label: string; readonly yes: string; readonly no: string };
}

const inEnglish: Reached = {
  ways: { label: 'Choose any that are OK', choices: waysToReachMe },
  seen: { label: 'Could someone else see your phone?', yes: 'Yes, or not sure', no: 'No' },
};

const inArabic: Reached = {
  ways: {
    label: 'اختر كل ما يناسبك',
    choices: [
      { value: 'text', text: 'رسالة نصية' },
      { value: 'call', text: 'مكالمة هاتفية', consequence: 'لن نترك رسالة صوتية إلا إذا طلبت ذلك' },
      { value: 'email', text: 'بريد إلكتروني' },
      { value: 'me', text: 'سأتواصل معكم بنفسي', consequence: 'نعطيك رمزاً وننتظر اتصالك' },
    ],
  },
  seen: { label: 'هل يمكن أن يرى أحد هاتفك؟', yes: 'نعم، أو لست متأكداً', no: 'لا' },
};

const HowToReachMe = ({ words, value, error }: { readonly words: Reached; readonly value?: string; readonly error?: string }) => (
  <>
    <PickMany name="channel" {...words.ways} values={['text']} />
    <PickOne
      name="seen"
      label={words.seen.label}
      value={value}
      error={error}
      choices={[
        { value: 'yes', text: words.seen.yes },
        { value: 'no', text: words.seen.no },
      ]}
    />
  </>
);

const fourthQuestion = { back: { href: '/q/3' }, step: { at: 4, of: 6 } };
const notSaidWhoSees = 'Choose whether someone else could see your phone';

export const contact = (
  <PersonPage {...person} {...fourthQuestion} title="Question 4 of 6" errors={[{ text: notSaidWhoSees, field: 'seen' }]}>
    <QuestionForm
      action="/q/4"
      continueText="Continue"
      skipText="Skip this question"
      saveText="Save and come back later"
      hidden={{ version: '2' }}
    >
      <QuestionTitle title="How is it safe to contact you?" hint="We use only what you choose." />
      <HowToReachMe words={inEnglish} error={notSaidWhoSees} />
      <LockScreenPreview sender="07700 900381" text={textOf.plain} when={{ name: 'seen', value: 'yes' }} />
      <LockScreenPreview sender="Bridge Hub" text={textOf.named} when={{ name: 'seen', value: 'no' }} />
    </QuestionForm>
  </PersonPage>
);

export const arabic = (
  <PersonPage
    {...person}
    {...fourthQuestion}
    language="ar"
    direction="rtl"
    service={{ name: 'باب واحد' }}
    title="السؤال 4 من 6"
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
      <HowToReachMe words={inArabic} value="yes" />
      <LockScreenPreview
        sender="07700 900381"
        text="مرحباً، أنا بريا. هل الساعة 2 مناسبة؟ رد بنعم أو لا"
        when={{ name: 'seen', value: 'yes' }}
      />
    </QuestionForm>
  </PersonPage>
);

export const done = (
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
