// What a manager looks at first: who is past a day we promised, among the people they may read.
import { localDate } from '../../platform/clock.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { lateAdvice } from '../front-door/actions.ts';
import { shownName } from '../people/name.ts';
import type { OffTrack, OffTrackKind } from './model.ts';
import { offTrackIn, readableNames } from './store.ts';

export interface OffTrackPerson extends OffTrack {
  readonly name: string;
}

const managed = (context: SignedIn): string[] => [
  ...new Set(context.visitor.roles.filter(({ access }) => access === 'MGR').map(({ teamId }) => teamId)),
];

const week = 7 * 86_400_000;

/** Late advice of the last seven days in the teams they manage, with one question. It is about nobody, so there is nobody to read. */
export const adviceOffTrack = (context: SignedIn): Promise<readonly number[]> =>
  context.asWorker('find late advice', (tables) =>
    lateAdvice(tables, managed(context), context.now, new Date(context.now.getTime() - week)),
  );

/** Of each kind the longest first, 101 at most. */
export async function offTrackPeople(
  context: SignedIn,
  kinds: readonly OffTrackKind[],
): Promise<ReadonlyMap<OffTrackKind, readonly OffTrackPerson[]>> {
  const rows = await context.asWorker('find what is off track', (tables) =>
    offTrackIn(tables, kinds, managed(context), context.now, localDate(context.now)),
  );
  const names = new Map(
    (await readableNames(context.tables, [...new Set(rows.map(({ personId }) => personId))])).map((name) => [name.id, name]),
  );
  const readable = rows.flatMap(({ kind, ...row }) => {
    const name = names.get(row.personId);
    return name ? [{ kind, ...row, name: shownName({ given: name.givenName, family: name.familyName, knownAs: name.knownAs }) }] : [];
  });
  return new Map(kinds.map((kind) => [kind, readable.filter((row) => row.kind === kind)]));
}
