// Whose work imported rows become: people go to a team of the importer’s own, referrals to one that reads them first.
import { failure, invalid, type Result, success } from '../../platform/problem.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import type { ImportKind } from '../spreadsheets/import-fields.ts';

export interface TeamChoice {
  readonly id: string;
  readonly name: string;
  readonly serviceCode: string;
  readonly own: boolean;
  readonly triages: boolean;
}

/** The visitor’s own teams, and those that read referrals first. */
export function teamChoices({ place, visitor }: SignedIn): readonly TeamChoice[] {
  const own = new Set(visitor.roles.map(({ teamId }) => teamId));
  return [...place.teams.values()]
    .map(({ id, name, serviceCode, triages }) => ({ id, name, serviceCode, triages, own: own.has(id) }))
    .filter((team) => team.own || team.triages)
    .sort((one, other) => Number(other.own) - Number(one.own) || one.name.localeCompare(other.name, 'en-GB'));
}

/** The team, when it is one for this kind; else what to choose. */
export function fitting(context: SignedIn, kind: ImportKind, teamId: string): Result<TeamChoice> {
  const teams = teamChoices(context);
  const team = teams.find(({ id }) => id === teamId);
  if (team && (kind === 'people' ? team.own : team.triages)) return success(team);
  const fit = teams.filter((one) => (kind === 'people' ? one.own : one.triages)).map(({ name }) => name);
  const ask = kind === 'people' ? 'People come to a team of yours.' : 'Referrals come to a team that reads them first.';
  return failure(invalid([{ field: 'team', message: `${ask} Choose ${fit.join(' or ') || 'another'}.` }]));
}
