// Invented questions of people at work: one that waits, one that a clinician has taken on, one answered, one whose answer asks for a referral.
import type { Transaction } from 'kysely';
import type { Schema } from '../../platform/database/schema.ts';
import type { Setting } from '../life.ts';

const hour = 3_600_000;

/** Runs as the owner of the tables. */
export async function writeAdvice(transaction: Transaction<Schema>, { identify, now, team, staff }: Setting): Promise<void> {
  const at = (hours: number): Date => new Date(now.getTime() + hours * hour);
  const joan = {
    door: 'partner',
    askerId: staff('joan'),
    askerName: 'Joan Pickup',
    askerJob: 'housing officer',
    askerOrganisation: 'Chorley Council',
    askerPhone: '01632 960188',
    askerEmail: 'joan.pickup@example.org',
  };
  const nobody = { takenBy: null, answeredBy: null, answeredAt: null, answer: '' };
  const rows = [
    {
      ...joan,
      ...nobody,
      question:
        'A tenant keeps every letter unopened in a drawer and cries when I mention them. He is three months behind with the rent. How do I bring it up so that he stays in the room?',
      safety: '',
      tried: 'I read two letters with him. It took an hour and he thanked me. Nothing since.',
      askedAt: at(-20),
      answerBy: at(8),
    },
    {
      ...nobody,
      door: 'justice',
      askerId: null,
      askerName: 'Sergeant Tam Field (demo)',
      askerJob: 'neighbourhood officer',
      askerOrganisation: 'Lancashire Constabulary',
      askerPhone: '01632 960145',
      askerEmail: 'tam.field@police.example',
      question:
        'Someone rings us four nights a week to say the flat upstairs is listening in. There is nobody upstairs. She is polite and very tired. Is it better to send somebody each time, or to ring back?',
      safety: 'No threat to anybody. She has put foil over the sockets.',
      tried: 'Six visits. A leaflet. Her daughter lives far away and worries.',
      askedAt: at(-2),
      answerBy: at(80),
      takenBy: staff('priya'),
    },
    {
      ...joan,
      question:
        'Is there anything I should not say to somebody who has just come out of hospital and is moving into a new flat on her own?',
      safety: 'She told me herself that the first weeks at home are the hardest.',
      tried: 'Her ward has a plan and I have seen it.',
      // Answered a day later than promised: the manager’s first page says so.
      askedAt: at(-24 * 8),
      answerBy: at(-24 * 6),
      takenBy: staff('priya'),
      answeredBy: staff('priya'),
      answeredAt: at(-24 * 5),
      answer:
        'Ask before you help, and say what happens next and when. Avoid “you will be fine”: she may not feel it, and then cannot tell you.\n\nAgree on one time a week when you ring, and keep to it. If she stops answering, ring us the same day and ask for me.',
      readAt: at(-24 * 5 + 1),
      state: 'answered',
    },
    {
      ...joan,
      question:
        'A man I house has stopped eating with the others and talks about being a burden. He says he wants nothing from anybody. What can I do?',
      safety: 'He says he is a burden. He has not said more, and I have not asked.',
      tried: 'I sat with him on Monday. He liked that I did not ask for anything.',
      askedAt: at(-48),
      answerBy: at(-1),
      takenBy: staff('martin'),
      answeredBy: staff('martin'),
      answeredAt: at(-15),
      answer:
        'You did well to sit with him. Ask him plainly whether he has thoughts of ending his life. Asking does not put it in his head, and it may be a relief.\n\nWe would like to meet him. Offer to be there when we do, and tell him it can be at the house.',
      referNow: true,
      state: 'answered',
    },
  ];
  await transaction
    .insertInto('advice')
    .values(rows.map((row) => ({ id: identify(), teamId: team('spa-team'), ...row })))
    .execute();
}
