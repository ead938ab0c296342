// Checks that everything a blueprint names is there: each team, service, role, place and scale that one file takes from another.
import { didYouMean } from '../closest.ts';
import type { Coded } from './blueprint.ts';
import { fileOf, type PartName, type Parts } from './parts.ts';
import { type BlueprintFault, faultAt, type Path, type SourceFolder } from './source.ts';
import { isCodeSetName } from './tables.ts';
import type { Target } from './target.ts';

/** One name that must be found among the entries of a part. */
interface Reference {
  readonly part: PartName;
  readonly path: Path;
  readonly names: string;
  readonly among: readonly string[];
  readonly file: string;
}

export const referenceFaults = (folder: SourceFolder, parts: Parts): BlueprintFault[] =>
  referencesIn(parts).flatMap(({ part, path, names, among, file }) => {
    if (among.includes(names)) return [];
    const field = path.findLast((step) => typeof step === 'string') ?? '';
    return [
      faultAt(
        folder,
        part,
        path,
        `\`${field}\` names “${names}”, which is not in ${file}.`,
        didYouMean(names, among) || `Add “${names}” to ${file}.`,
      ),
    ];
  });

type Add = (part: PartName, path: Path, names: string | readonly string[] | undefined) => void;

function referencesIn(parts: Parts): Reference[] {
  const found: Reference[] = [];
  const to =
    (file: string, entries: object): Add =>
    (part, path, names) => {
      const among = Object.keys(entries);
      if (names === undefined) return;
      if (typeof names === 'string') found.push({ part, path, names, among, file });
      else for (const [index, name] of names.entries()) found.push({ part, path: [...path, index], names: name, among, file });
    };
  const organisation = to('partners.yaml', parts.partners.organisations);
  const service = to(fileOf('services'), parts.services);
  const team = to(fileOf('teams'), parts.teams);
  const role = to(fileOf('roles'), parts.roles);
  const place = to(fileOf('places'), parts.places);
  const scale = to(fileOf('scales'), parts.scales);
  const pathway = to(fileOf('pathways'), parts.pathways);
  const meeting = to(fileOf('meetings'), parts.meetings);
  const tool = to(fileOf('principles'), parts.principles.tools);

  for (const each of listed(parts.services)) {
    organisation('services', [each.code, 'givenBy'], each.givenBy);
    service('services', [each.code, 'partOf'], each.partOf);
    scale('services', [each.code, 'responseScale'], each.responseScale);
    place('services', [each.code, 'places'], each.places);
    for (const [index, where] of (each.earlyIntervention?.places ?? []).entries())
      place('services', [each.code, 'earlyIntervention', 'places', index, 'place'], where.place);
    for (const [index, who] of (each.earlyIntervention?.partners ?? []).entries())
      organisation('services', [each.code, 'earlyIntervention', 'partners', index, 'organisation'], who.organisation);
  }
  for (const each of listed(parts.teams)) {
    organisation('teams', [each.code, 'organisation'], each.organisation);
    service('teams', [each.code, 'services'], each.services);
    role('teams', [each.code, 'owners'], each.owners);
    team('teams', [each.code, 'jointWith'], each.jointWith);
  }
  for (const each of listed(parts.roles)) service('roles', [each.code, 'services'], each.services);
  for (const each of listed(parts.pathways)) {
    service('pathways', [each.code, 'service'], each.service);
    role('pathways', [each.code, 'extensionApprovedBy'], each.extensionApprovedBy);
    for (const stage of listed(each.stages)) tool('pathways', [each.code, 'stages', stage.code, 'tools'], stage.tools);
    for (const [index, strand] of each.strands.entries()) role('pathways', [each.code, 'strands', index, 'givenBy'], strand.givenBy);
  }
  for (const [index, link] of parts.partners.links.entries()) {
    organisation('partners', ['links', index, 'organisation'], link.organisation);
    service('partners', ['links', index, 'services'], link.services);
  }
  for (const [index, each] of (parts.partners.contributions ?? []).entries())
    organisation('partners', ['contributions', index, 'organisation'], each.organisation);
  for (const each of listed(parts.meetings)) {
    place('meetings', [each.code, 'place'], each.place);
    role('meetings', [each.code, 'chair'], each.chair);
    organisation('meetings', [each.code, 'organisations'], each.organisations);
    team('meetings', [each.code, 'teams'], each.teams);
    service('meetings', [each.code, 'services'], each.services);
  }
  for (const each of listed(parts.safeguarding)) {
    organisation('safeguarding', [each.code, 'organisation'], each.organisation);
    team('safeguarding', [each.code, 'team'], each.team);
    service('safeguarding', [each.code, 'supportedBy'], each.supportedBy);
  }
  for (const each of listed(parts.places)) organisation('places', [each.code, 'lentBy'], each.lentBy);
  for (const each of listed(parts.measures)) {
    pathway('measures', [each.code, 'pathways'], each.pathways);
    service('measures', [each.code, 'services'], each.services);
  }
  for (const outcome of listed(parts.outcomes.outcomes))
    for (const each of listed(outcome.indicators))
      role('outcomes', ['outcomes', outcome.code, 'indicators', each.code, 'owner'], each.owner);
  role('help', ['dutyRole'], parts.help.dutyRole);
  role('contact', ['unableToContact', 'reviewedBy'], parts.contact.unableToContact.reviewedBy);
  for (const [index, person] of parts.demo.people.entries()) {
    role('demo', ['people', index, 'role'], person.role);
    team('demo', ['people', index, 'team'], person.team);
  }
  const meetingIn = (part: PartName, path: Path, target: Target): void =>
    meeting(part, path, target.kind === 'next meeting' ? target.meeting : undefined);
  for (const each of listed(parts.scales))
    for (const response of listed(each.responses)) meetingIn('scales', [each.code, 'responses', response.code, 'target'], response.target);
  for (const [code, each] of Object.entries(parts.clocks)) {
    if (!each) continue;
    meetingIn('clocks', [code, 'target'], each.target);
    for (const name of Object.keys(each.forServices ?? {})) service('clocks', [code, 'forServices', name], name);
  }
  for (const each of listed(parts.rules)) {
    service('rules', [each.code, 'service'], each.service);
    scale('rules', [each.code, 'responseScale'], each.responseScale);
    for (const [row, rule] of Object.entries(each.rules)) {
      const given = (name: string): string | undefined => (typeof rule.give[name] === 'string' ? rule.give[name] : undefined);
      const path = (name: string): Path => [each.code, 'rules', row, 'give', name];
      service('rules', path('offer'), given('offer'));
      team('rules', path('team'), given('team'));
      pathway('rules', path('pathway'), given('pathway'));
      const responses = each.responseScale === undefined ? undefined : parts.scales[each.responseScale]?.responses;
      if (responses) to(`the scale ${each.responseScale}`, responses)('rules', path('response'), given('response'));
    }
  }
  for (const [name, fact] of Object.entries(parts.facts))
    if (typeof fact.answers === 'string' && fact.answers !== 'yes-no' && !isCodeSetName(fact.answers))
      found.push({ part: 'facts', path: [name, 'answers'], names: fact.answers, among: ['yes-no'], file: 'the code lists' });
  return found;
}

const listed = <Entry extends object>(entries: Readonly<Record<string, Entry>>): Coded<Entry>[] =>
  Object.entries(entries).map(([code, entry]) => ({ code, ...entry }));
