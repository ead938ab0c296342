// What a manager looks at first: who is past a day we promised, among the people they may read.
import { localDate } from '../../platform/clock.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { shownName } from '../people/name.ts';
import type { OffTrack, OffTrackKind } from './model.ts';
import { offTrackIn, readableNames } from './store.ts';

export interface OffTrackPerson extends OffTrack {
  readonly name: string;
}

const managed = (context: SignedIn): string[] => [
  ...new Set(context.visitor.roles.filter(({ access }) => access === 'MGR').map(({ teamId }) => teamId)),
];

/** The longest first, 101 at most. */
export async function offTrackPeople(context: SignedIn, kind: OffTrackKind): Promise<OffTrackPerson[]> {
  const rows = await context.asWorker('find what is off track', (tables) =>
    offTrackIn(tables, kind, managed(context), context.now, localDate(context.now)),
  );
  const names = new Map(
    (await readableNames(context.tables, [...new Set(rows.map(({ personId }) => personId))])).map((name) => [name.id, name]),
  );
  return rows.flatMap((row) => {
    const name = names.get(row.personId);
    return name ? [{ ...row, name: shownName({ given: name.givenName, family: name.familyName, knownAs: name.knownAs }) }] : [];
  });
}
