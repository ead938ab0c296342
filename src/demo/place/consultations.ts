// Two invented consultations: about evening cafés, open now; and about the one front door, closed and answered.
import type { Transaction } from 'kysely';
import { sectionsOf } from '../../place/developments/document.ts';
import type { AnsweringAs } from '../../place/developments/model.ts';
import { addDays, localDate } from '../../platform/clock.ts';
import type { Schema } from '../../platform/database/schema.ts';
import type { Setting } from '../life.ts';

const day = 86_400_000;

interface DemoConsultation {
  readonly title: string;
  readonly inShort: string;
  readonly document: string;
  readonly questions: readonly { readonly text: string; readonly choices: readonly string[] }[];
  /** Days from the demo's morning. */
  readonly opens: number;
  readonly closes: number;
  /** What was corrected, and the text that was wrong. */
  readonly corrected: { readonly what: string; readonly before: string; readonly after: number } | null;
  readonly heard: { readonly words: string; readonly days: number } | null;
  readonly answers: readonly { readonly as: AnsweringAs; readonly answers: Readonly<Record<string, string>> }[];
}

const cafes = `# Why we ask

Two evening cafés opened this year, in Bridgwater and in the Mendip area. About a hundred people came to each. Some of them live far away, and the last bus leaves at half past seven.

# What we think of doing

We could open a third café. Or we could drive people to the two there are, and home again. We cannot do both with the money there is.

# What it would cost

A café costs about £205,000 a year. Lifts cost about £18,000 a year, with volunteers who drive.

# What does not change

Both cafés stay. Nobody needs a referral, and nobody gives a name.`;

const openConsultation: DemoConsultation = {
  title: 'A third evening café, or a lift to the two there are? (demo)',
  inShort: 'Help in the evening, nearer',
  document: cafes,
  questions: [
    { text: 'Which would help more people?', choices: ['A third café', 'Lifts to the two there are', 'Neither'] },
    { text: 'Where do you find it hard to get help in the evening?', choices: [] },
    { text: 'What should we think of that we have not?', choices: [] },
  ],
  opens: -18,
  closes: 24,
  corrected: { what: 'The cost of lifts was wrong', before: cafes.replace('£18,000', '£81,000'), after: -12 },
  heard: null,
  answers: [
    {
      as: 'uses_services',
      answers: { q1: '1', q2: 'Anywhere south of Taunton after seven.', q3: 'Who sits in the car with me? I would want to know before.' },
    },
    { as: 'carer', answers: { q1: '1', q2: 'In Minehead. My son will not use the telephone.' } },
    { as: 'resident', answers: { q1: '0', q3: 'Use the library. It is warm, and stands empty after six.' } },
    { as: 'staff', answers: { q1: '2', q3: 'Open the two longer before you open a third.' } },
    { as: 'uses_services', answers: { q2: 'Chard. There is nothing.' } },
  ],
};

const group = (as: AnsweringAs, count: number, choice: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => ({ as, answers: { q1: choice(at) } }));

const closedConsultation: DemoConsultation = {
  title: 'One front door for everybody (demo)',
  inShort: 'One way in, no wrong doors',
  document: `# What changes

There is one front door. You can come to it yourself, without being sent. Experienced clinicians and social care professionals read what you write, and find the right first step with you.

# Why

People told us that they were passed from one list to the next. Some needed practical help, some were too anxious to come, and some were too unwell for one service and not unwell enough for another. Nobody should fall between.

# What we asked recovery partners

They helped to design it. Their words are on the door: one door, no wrong doors.`,
  questions: [
    { text: 'Would you use one front door yourself?', choices: ['Yes', 'Not sure', 'No'] },
    { text: 'What would keep you from using it?', choices: [] },
  ],
  opens: -172,
  closes: -130,
  corrected: null,
  heard: {
    words:
      'Most of those who answered would come themselves. Carers asked to be able to ask for somebody else, and people who use services asked who reads their words.\n\nWe did this: whoever cares for somebody can ask for them. A person can come back with a code, and needs no account.\n\nWe did not do this: a front door in every town. There is not enough money, so places lend us a room instead.',
    days: -96,
  },
  answers: [
    ...group('uses_services', 23, (at) => (at % 4 === 3 ? '1' : '0')),
    ...group('carer', 14, (at) => (at % 2 === 0 ? '0' : '1')),
    ...group('resident', 12, (at) => (at % 3 === 0 ? '2' : '0')),
    ...group('organisation', 3, () => '0'),
    { as: 'uses_services', answers: { q1: '1', q2: 'Not knowing who reads it.' } },
    { as: 'uses_services', answers: { q1: '0', q2: 'Having to say it on the telephone.' } },
    { as: 'carer', answers: { q1: '0', q2: 'I would ask for my brother, not for myself. Can I?' } },
    { as: 'resident', answers: { q1: '2', q2: 'I would ask my doctor first.' } },
  ],
};

/** Runs as the owner of the tables. */
export async function writeConsultations(transaction: Transaction<Schema>, setting: Setting): Promise<void> {
  await writeConsultation(transaction, setting, closedConsultation);
  await writeConsultation(transaction, setting, openConsultation);
}

async function writeConsultation(
  transaction: Transaction<Schema>,
  { identify, now, staff }: Setting,
  given: DemoConsultation,
): Promise<void> {
  const dev = staff('dev');
  const at = (days: number): Date => new Date(now.getTime() + days * day);
  const id = identify();
  const { title, inShort, document, questions, corrected, heard } = given;
  const asked = questions.map(({ text, choices }) => [text, ...choices.map((choice) => `- ${choice}`)].join('\n')).join('\n');
  const opensOn = addDays(localDate(now), given.opens);
  await transaction
    .insertInto('consultation')
    .values({
      id,
      language: 'en',
      draft: JSON.stringify({ title, inShort, document, questions: asked }),
      questions: JSON.stringify(questions),
      opensOn,
      closesOn: addDays(localDate(now), given.closes),
      publishedAt: at(given.opens),
      ...(heard ? { heard: heard.words, heardAt: at(heard.days), heardBy: dev } : {}),
      createdAt: at(given.opens - 10),
      createdBy: dev,
    })
    .execute();
  const published = (number: number, words: string, what: string, days: number) => ({
    id: identify(),
    consultationId: id,
    number,
    title,
    inShort,
    corrected: what,
    sections: JSON.stringify(sectionsOf(words)),
    publishedAt: at(days),
    publishedBy: dev,
  });
  const texts = corrected
    ? [published(1, corrected.before, '', given.opens), published(2, document, corrected.what, corrected.after)]
    : [published(1, document, '', given.opens)];
  await transaction.insertInto('consultationText').values(texts).execute();
  await transaction
    .insertInto('consultationResponse')
    .values(
      given.answers.map(({ as, answers }, index) => ({
        id: identify(),
        consultationId: id,
        textNumber: texts.length,
        answeringAs: as,
        answers: JSON.stringify(answers),
        answeredOn: addDays(opensOn, 2 + (index % 12)),
      })),
    )
    .execute();
}
