// Checks what every place must have before it opens: help that answers, someone on duty, an offer with an owner for everyone, clocks, and
// dates that run forwards. A blueprint that breaks one of these is refused at install.
import type { PartName, Parts } from './parts.ts';
import { clockCodes } from './schema/times.ts';
import { type BlueprintFault, faultAt, type Path, type SourceFolder } from './source.ts';

type Say = (part: PartName, path: Path, message: string, fix: string) => void;

export function promiseFaults(folder: SourceFolder, parts: Parts): BlueprintFault[] {
  const found: BlueprintFault[] = [];
  const say: Say = (part, path, message, fix) => {
    found.push(faultAt(folder, part, path, message, fix));
  };
  helpIsThere(parts, say);
  everyOfferHasAnOwner(parts, say);
  datesRunForwards(parts, say);
  for (const code of clockCodes)
    if (!parts.clocks[code]) say('clocks', [], `The clock ${code} is not set.`, `Add “${code}:” with its target, or “target: none”.`);
  for (const [code, role] of Object.entries(parts.roles))
    if (role.volunteer && role.access !== 'VOL' && role.access !== 'DES')
      say('roles', [code, 'access'], `“${role.name}” gives their time, and volunteers see the least (S12).`, 'Set access to VOL.');
  return found;
}

const MUST_HAVE = { emergency: '999', urgent: '111, option 2', local: 'the place’s own line', text: 'a line for texting' } as const;
const ON_DUTY = ['TRI', 'SNR', 'KW', 'SG', 'MGR', 'CO_HUB'];

function helpIsThere({ help, roles }: Parts, say: Say): void {
  for (const [kind, words] of Object.entries(MUST_HAVE))
    if (!Object.values(help.lines).some((line) => line.kind === kind))
      say('help', ['lines'], `The help panel has no line of the kind “${kind}” (S4.4).`, `Add ${words}.`);
  const duty = roles[help.dutyRole];
  if (duty && !ON_DUTY.includes(duty.access))
    say(
      'help',
      ['dutyRole'],
      `“${duty.name}” may not read safety answers, so cannot be on duty for them (S2.7).`,
      `Name a role whose access is one of ${ON_DUTY.join(', ')}.`,
    );
  if (help.dutyHours.spans.length === 0)
    say('help', ['dutyHours'], 'Nobody is ever on duty (S2.7).', 'Write the hours when the duty role is on.');
}

function everyOfferHasAnOwner({ services, teams, rules }: Parts, say: Say): void {
  for (const [code, service] of Object.entries(services))
    if (!Object.values(teams).some((team) => team.services.includes(code)))
      say(
        'services',
        [code],
        `No team gives “${service.name}”, so no one could accept it (S5.1).`,
        `Add “${code}” to a team in teams.yaml.`,
      );
  if (!Object.values(rules).some((table) => table.purpose === 'suggestion'))
    say('rules', [], 'No table says what to offer (S5.1).', 'Add a file to rules/ with “purpose: suggestion”.');
  for (const [table, file] of Object.entries(rules)) {
    if (file.purpose === 'suggestion' && file.responseScale === undefined)
      say('rules', [table], 'A suggestion needs response times.', 'Add “responseScale:”.');
    for (const [id, rule] of Object.entries(file.rules)) {
      const { offer, team, result } = rule.give;
      const path = [table, 'rules', id, 'give'];
      const elsewhere = file.purpose === 'eligibility' && result === 'another-offer';
      if (elsewhere && (offer === undefined || team === undefined))
        say('rules', path, `Row “${id}” sends people elsewhere without saying where (S5.3).`, 'Add “offer:” and “team:”.');
      if (elsewhere && offer === file.service)
        say('rules', [...path, 'offer'], `Row “${id}” offers the same service it just said is not the fit.`, 'Name another service.');
      if (
        typeof offer === 'string' &&
        typeof team === 'string' &&
        services[offer] &&
        teams[team] &&
        !teams[team].services.includes(offer)
      ) {
        const able = Object.entries(teams).flatMap(([code, each]) => (each.services.includes(offer) ? [code] : []));
        say(
          'rules',
          [...path, 'team'],
          `“${team}” does not give “${offer}”, so cannot own the offer.`,
          `Use ${able.join(' or ')}, or add the service to the team.`,
        );
      }
    }
  }
}

function datesRunForwards(parts: Parts, say: Say): void {
  const forwards = (part: PartName, path: Path, from: string | undefined, to: string | undefined): void => {
    if (from !== undefined && to !== undefined && to < from)
      say(part, path, `This ends (${to}) before it starts (${from}).`, 'Put the later day last.');
  };
  forwards('blueprint', ['effectiveTo'], parts.blueprint.effectiveFrom, parts.blueprint.effectiveTo);
  for (const part of ['services', 'pathways', 'scales', 'rules'] as const)
    for (const [code, each] of Object.entries(parts[part])) forwards(part, [code, 'effectiveTo'], each.effectiveFrom, each.effectiveTo);
  for (const list of ['links', 'contributions'] as const)
    for (const [index, each] of (parts.partners[list] ?? []).entries()) forwards('partners', [list, index, 'until'], each.from, each.until);
}
