// What a person said of the agencies that are offered about using what they told us (MOS-6): in words where somebody would share it, and asked where they want to be asked.

import { saidDay } from '../../platform/said.ts';
import type { SignedIn, Tables } from '../../platform/web/context.ts';
import { askToUse, toldStanding } from '../../trust/sharing/actions.ts';
import { choiceForStaff, flagOf, type SharingChoice } from '../../trust/sharing/model.ts';

interface TeamOfAgency {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly organisationId: string;
}

async function agenciesOf(tables: Tables, by: 'id' | 'code', teams: readonly string[]): Promise<TeamOfAgency[]> {
  if (teams.length === 0) return [];
  const rows = await tables
    .selectFrom('team')
    .select(['id', 'code', 'name', 'organisationId'])
    .where(by, 'in', [...new Set(teams)])
    .execute();
  return rows.flatMap(({ organisationId, ...row }) => (organisationId ? [{ ...row, organisationId }] : []));
}

const inWords = (choice: SharingChoice): string =>
  `${choiceForStaff[choice.state]}${choice.question ? `. Asked on ${saidDay(choice.question.at)}` : ''}`;

/** A line for each of these teams whose agency the person has said something of. */
export async function toldLines(
  context: SignedIn,
  personId: string,
  teamCodes: readonly string[],
): Promise<readonly { readonly term: string; readonly value: string }[]> {
  const teams = await agenciesOf(context.tables, 'code', teamCodes);
  const standing = await toldStanding(
    context,
    personId,
    teams.map(({ organisationId }) => organisationId),
  );
  return teams.flatMap(({ name, organisationId }) => {
    const choice = standing.find((one) => one.organisationId === organisationId);
    return choice && flagOf[choice.state] !== 'use' ? [{ term: `${name} and what they told us`, value: inWords(choice) }] : [];
  });
}

/** Where an offer goes to an agency that they want to be asked about, they are asked. */
export async function askWhereWanted(
  context: SignedIn,
  personId: string,
  offers: readonly { readonly teamId: string; readonly what: string }[],
): Promise<void> {
  const teams = await agenciesOf(
    context.tables,
    'id',
    offers.map(({ teamId }) => teamId),
  );
  for (const { id, organisationId, name } of teams) {
    const what = offers.find(({ teamId }) => teamId === id)?.what ?? name;
    await askToUse(context, {
      personId,
      organisationId,
      because: `${name} would read it before you meet, because ${what} was offered to you.`,
    });
  }
}
