// What the page that compares two records needs, read as the visitor: the other record's values only where they may see them anyway.
import type { Context, Tables } from '../../../platform/web/context.ts';
import { shownName } from '../name.ts';
import { contactPointsOf } from '../store.ts';
import { type ComparedRow, compareRows, type Side } from './comparison.ts';
import type { KeptEvidence } from './matching.ts';

export interface MatchView {
  readonly matchId: string;
  readonly version: number;
  readonly state: 'open' | 'same' | 'not_same' | 'not_sure';
  readonly sentence: string;
  readonly referralId: string;
  readonly referralNumber: number;
  /** As they called themselves at the door. */
  readonly name: string;
  /** Whether the visitor may read the record that is known. */
  readonly knownSeen: boolean;
  readonly rows: readonly ComparedRow[];
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** Others that this referral may be. */
  readonly others: readonly { readonly id: string; readonly sentence: string; readonly state: string }[];
}

async function sideOf(tables: Tables, personId: string): Promise<(Side & { readonly name: string }) | null> {
  const person = await tables
    .selectFrom('person')
    .select(['knownAs', 'givenName', 'familyName', 'born', 'address', 'postcode', 'nhsNumber'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person) return null;
  const points = (await contactPointsOf(tables, [personId])).filter((point) => point.replacedAt === null);
  const of = (...channels: readonly string[]) => [
    ...new Set(points.filter((point) => channels.includes(point.channel)).map((point) => point.value)),
  ];
  return {
    ...person,
    phones: of('text', 'phone'),
    emails: of('email'),
    name: shownName({ given: person.givenName, family: person.familyName, knownAs: person.knownAs }),
  };
}

/** Null when there is no such match or the visitor may not see the referral. Touches whom it shows. */
export async function matchView(context: Context, matchId: string): Promise<MatchView | null> {
  const { tables } = context;
  const match = await tables
    .selectFrom('possibleMatch as m')
    .innerJoin('referral as r', 'r.id', 'm.referralId')
    .leftJoin('account as a', 'a.id', 'm.decidedBy')
    .select([
      'm.id',
      'm.version',
      'm.state',
      'm.sentence',
      'm.evidence',
      'm.candidateId',
      'm.decidedAt',
      'a.name as decidedBy',
      'r.id as referralId',
      'r.number',
      'r.personId',
      'r.originalPersonId',
    ])
    .where('m.id', '=', matchId)
    .executeTakeFirst();
  if (!match) return null;
  const doorId = match.originalPersonId ?? match.personId;
  const door = await sideOf(tables, doorId);
  if (!door) return null;
  const known = await sideOf(tables, match.candidateId);
  context.touch(doorId, match.candidateId);
  const others = await tables
    .selectFrom('possibleMatch')
    .select(['id', 'sentence', 'state'])
    .where('referralId', '=', match.referralId)
    .where('id', '<>', matchId)
    .orderBy('probability', 'desc')
    .limit(10)
    .execute();
  return {
    matchId: match.id,
    version: match.version,
    state: match.state as MatchView['state'], // checked by the table
    sentence: match.sentence,
    referralId: match.referralId,
    referralNumber: match.number,
    name: door.name,
    knownSeen: known !== null,
    rows: compareRows(door, known, match.evidence as unknown as KeptEvidence[]), // written by findPossibleMatches only
    decidedBy: match.decidedBy,
    decidedAt: match.decidedAt,
    others,
  };
}
