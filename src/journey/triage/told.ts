// What a person said of the agencies that are offered about using what they told us (MOS-6): in words where somebody would share it, and asked where they want to be asked.

import { firstName, saidDay } from '../../platform/said.ts';
import type { SignedIn, Tables } from '../../platform/web/context.ts';
import { askToUse, toldStanding } from '../../trust/sharing/actions.ts';
import { choiceForStaff, flagOf, type SharingChoice } from '../../trust/sharing/model.ts';
import { tellPerson } from '../people/actions.ts';

interface TeamOfAgency {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly organisationId: string;
}

/** Those of these teams that work for an agency. */
async function teamsOfAgencies(tables: Tables, by: 'id' | 'code', teams: readonly string[]): Promise<TeamOfAgency[]> {
  if (teams.length === 0) return [];
  const rows = await tables
    .selectFrom('team')
    .select(['id', 'code', 'name', 'organisationId'])
    .where(by, 'in', [...new Set(teams)])
    .execute();
  return rows.flatMap(({ organisationId, ...row }) => (organisationId ? [{ ...row, organisationId }] : []));
}

const inWords = (choice: SharingChoice, referralId: string): string =>
  choice.once?.referralId === referralId
    ? `They said yes for this time, until ${saidDay(choice.once.until)}`
    : `${choiceForStaff[choice.state]}${choice.question ? `. Asked on ${saidDay(choice.question.at)}` : ''}`;

/** A line for each of these teams whose agency the person has said something of, about what they told in this request. */
export async function toldLines(
  context: SignedIn,
  { personId, referralId }: { readonly personId: string; readonly referralId: string },
  teamCodes: readonly string[],
): Promise<readonly { readonly term: string; readonly value: string }[]> {
  const teams = await teamsOfAgencies(context.tables, 'code', teamCodes);
  const standing = await toldStanding(
    context,
    personId,
    teams.map(({ organisationId }) => organisationId),
  );
  return teams.flatMap(({ name, organisationId }) => {
    const choice = standing.find((one) => one.organisationId === organisationId);
    return choice && flagOf[choice.state] !== 'use' ? [{ term: `${name} and what they told us`, value: inWords(choice, referralId) }] : [];
  });
}

/** Where an offer goes to an agency that they want to be asked about, they are asked on their page, and told by a safe way that something waits there. */
export async function askWhereWanted(
  context: SignedIn,
  { personId, referralId }: { readonly personId: string; readonly referralId: string },
  offers: readonly { readonly teamId: string; readonly what: string }[],
): Promise<void> {
  const teams = await teamsOfAgencies(
    context.tables,
    'id',
    offers.map(({ teamId }) => teamId),
  );
  let asked = false;
  for (const { id, organisationId, name } of teams) {
    const what = offers.find(({ teamId }) => teamId === id)?.what ?? name;
    if (await askToUse(context, { personId, organisationId, referralId, team: name, what })) asked = true;
  }
  if (asked)
    await tellPerson(context, {
      personId,
      purpose: 'asked_to_use',
      facts: { worker: firstName(context.visitor.name), path: '/me/sharing' },
      workerId: context.visitor.accountId,
      subject: { kind: 'referral', id: referralId },
    });
}
