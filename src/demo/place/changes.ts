// What the demo's place is changing: four proposals, developments with three funding lines, and what is counted of early help.
import { sql, type Transaction } from 'kysely';
import { countEarlyQuarters } from '../../learning/early/actions.ts';
import type { Place } from '../../platform/blueprint/place.ts';
import type { Schema } from '../../platform/database/schema.ts';
import type { Setting } from '../life.ts';
import { writeConsultations } from './consultations.ts';

const day = 86_400_000;

/** Runs as the owner of the tables. */
export async function writeChanges(transaction: Transaction<Schema>, setting: Setting, services: Place['services']): Promise<void> {
  const developments = await writeDevelopments(transaction, setting);
  await writeProposals(transaction, setting, developments);
  await writeConsultations(transaction, setting);
  await sql`update developments_page set proposals_public = true`.execute(transaction);
  await countEarlyQuarters(transaction, services, setting.now);
}

async function writeDevelopments(
  transaction: Transaction<Schema>,
  { identify, now, staff }: Setting,
): Promise<ReadonlyMap<string, string>> {
  const made = { createdAt: new Date(now.getTime() - 200 * day), createdBy: staff('dev') };
  const development = (name: string, words: string, stage: string, since: string | null, costPence: number | null) => ({
    id: identify(),
    name: `${name} (demo)`,
    words,
    stage,
    since,
    costPence,
    ...made,
  });
  const bridgwater = development(
    'Evening café in Bridgwater',
    'A calm room and people to talk to, every evening. Nobody asks why you came.',
    'open',
    '2026-04-01',
    20_500_000,
  );
  const mendip = development(
    'Evening café in Mendip',
    'The same for the towns of the hills, where the last bus leaves early.',
    'open',
    '2026-05-11',
    22_000_000,
  );
  const pathways = development(
    'Three specific pathways',
    'For very strong emotions, for eating, and for people who hurt themselves: so that it does not get worse, and so that getting better lasts.',
    'being_made',
    '2026-04-01',
    62_000_000,
  );
  const early = development(
    'More early help with charities',
    'Practical help at the first sign, given together with voluntary organisations.',
    'open',
    '2026-04-01',
    35_000_000,
  );
  const bus = development('A lift home from the café', 'A volunteer drives whoever has no bus.', 'planned', null, 1_800_000);
  const developments = [bridgwater, mendip, pathways, early, bus];
  await transaction.insertInto('development').values(developments).execute();
  const line = (name: string, amountPence: number | null, recurring: boolean, toOn: string | null) => ({
    id: identify(),
    name: `${name} (demo)`,
    funder: 'Somerset integrated care board (demo)',
    amountPence,
    fromOn: '2026-04-01',
    toOn,
    recurring,
    ...made,
  });
  const cafes = line('Two crisis cafés', 41_000_000, true, null);
  const specific = line('Specific pathways', 62_000_000, true, '2029-03-31');
  const sooner = line('Early help', 35_000_000, true, null);
  await transaction.insertInto('fundingLine').values([cafes, specific, sooner]).execute();
  const paid = (developmentId: string, fundingLineId: string, amountPence: number | null) => ({
    developmentId,
    fundingLineId,
    amountPence,
    ...made,
  });
  await transaction
    .insertInto('developmentFunding')
    .values([
      paid(bridgwater.id, cafes.id, 20_500_000),
      paid(mendip.id, cafes.id, 20_500_000),
      paid(pathways.id, specific.id, 62_000_000),
      paid(early.id, sooner.id, 33_000_000),
    ])
    .execute();
  return new Map([
    ['mendip', mendip.id],
    ['pathways', pathways.id],
    ['bus', bus.id],
  ]);
}

async function writeProposals(
  transaction: Transaction<Schema>,
  { identify, now, staff }: Setting,
  developments: ReadonlyMap<string, string>,
): Promise<void> {
  const ago = (days: number): Date => new Date(now.getTime() - days * day);
  const dev = staff('dev');
  const proposals = [
    {
      state: 'result',
      title: 'Open the Mendip café an hour later on Sundays (demo)',
      words: 'Open at 6pm and close at 11pm on Sundays, instead of 5pm to 10pm.',
      why: 'Sunday evening is the longest of the week. The hour before midnight is when I would have come.',
      authorName: 'Sal',
      authorRole: 'recovery partner',
      reason: 'It costs nothing more, and three others said the same.',
      result: 'Sundays are now the second busiest evening. The hosts asked to keep it.',
      resultOn: '2026-09-06',
      developmentId: developments.get('mendip') ?? null,
      took: [
        ['proposed', 170],
        ['considered', 160],
        ['agreed', 140],
        ['done', 110],
        ['result', 60],
      ] as const,
    },
    {
      state: 'agreed',
      title: 'Say who reads what I write (demo)',
      words: 'Put the first name and the job of whoever reads a request on the page where it is sent.',
      why: 'I did not know whether a machine would read it. I nearly did not send it.',
      authorName: '',
      authorRole: 'a recovery partner from Taunton',
      reason: 'We agree. First names of the team stand there from January.',
      developmentId: null,
      took: [
        ['proposed', 80],
        ['considered', 70],
        ['agreed', 30],
      ] as const,
    },
    {
      state: 'not_agreed',
      title: 'Let people stay overnight at the café (demo)',
      words: 'A sofa and a blanket for whoever cannot go home.',
      why: 'Twice I walked until the morning.',
      authorName: 'Bee',
      authorRole: 'recovery partner',
      reason: 'The café has no beds and one host after midnight. Instead a volunteer may drive people home: see the lift home.',
      developmentId: developments.get('bus') ?? null,
      took: [
        ['proposed', 64],
        ['considered', 55],
        ['not_agreed', 41],
      ] as const,
    },
    {
      state: 'proposed',
      title: 'One page that says what a pathway is (demo)',
      words: 'Draw the steps as a path with people at each, on one side of paper.',
      why: 'The word frightened me. A picture would not have.',
      authorName: 'Ash and Jo',
      authorRole: 'recovery partners',
      reason: '',
      developmentId: developments.get('pathways') ?? null,
      took: [['proposed', 6]] as const,
    },
  ];
  for (const trigger of ['keep_proposal', 'trace_proposal'])
    await sql`alter table proposal disable trigger ${sql.id(trigger)}`.execute(transaction);
  for (const { took, ...proposal } of proposals) {
    const id = identify();
    const decided = took.find(([to]) => to === 'agreed' || to === 'not_agreed');
    await transaction
      .insertInto('proposal')
      .values({
        id,
        ...proposal,
        createdAt: ago(took[0][1]),
        createdBy: dev,
        version: took.length,
        ...(decided ? { decidedBy: dev, decidedAt: ago(decided[1]) } : {}),
      })
      .execute();
    const words: Readonly<Record<string, string>> = { agreed: proposal.reason, not_agreed: proposal.reason, result: proposal.result ?? '' };
    await transaction
      .insertInto('proposalTrace')
      .values(
        took.map(([toState, days], at) => ({
          proposalId: id,
          fromState: took[at - 1]?.[0] ?? null,
          toState,
          at: ago(days),
          accountId: dev,
          words: words[toState] ?? '',
        })),
      )
      .execute();
  }
  for (const trigger of ['keep_proposal', 'trace_proposal'])
    await sql`alter table proposal enable trigger ${sql.id(trigger)}`.execute(transaction);
}
