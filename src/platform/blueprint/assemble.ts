// Puts the parts that were read together into one blueprint, as lists whose entries carry their code.
import type { Blueprint, ServiceRules } from './blueprint.ts';
import type { Parts } from './parts.ts';
import { inputOf, tableOf } from './tables.ts';

const coded = <Entry>(entries: Readonly<Record<string, Entry>>): (Exclude<Entry, undefined> & { readonly code: string })[] =>
  // An absent entry of a partial record never has a key of its own.
  Object.entries(entries).map(([code, entry]) => ({ code, ...(entry as Exclude<Entry, undefined>) }));

export function assemble(code: string, parts: Parts): Blueprint {
  const { builtOn: _, ...identity } = parts.blueprint;
  return {
    code,
    ...identity,
    help: { ...parts.help, lines: coded(parts.help.lines) },
    services: coded(parts.services),
    teams: coded(parts.teams),
    roles: coded(parts.roles),
    pathways: coded(parts.pathways).map((pathway) => ({ ...pathway, stages: coded(pathway.stages) })),
    principles: Object.values(parts.principles.principles),
    tools: coded(parts.principles.tools),
    rules: coded(parts.rules).map(
      (file): ServiceRules => ({
        code: file.code,
        blueprint: code,
        purpose: file.purpose,
        service: file.service,
        author: file.author,
        approvedBy: file.approvedBy,
        responseScale: file.responseScale,
        note: file.note,
        table: tableOf(file.code, file, parts.facts),
      }),
    ),
    facts: Object.entries(parts.facts).map(([name, fact]) => inputOf(name, fact)),
    scales: coded(parts.scales).map((scale) => ({ ...scale, responses: coded(scale.responses) })),
    clocks: coded(parts.clocks),
    measures: coded(parts.measures),
    outcomes: {
      ...parts.outcomes,
      outcomes: coded(parts.outcomes.outcomes).map((outcome) => ({ ...outcome, indicators: coded(outcome.indicators) })),
    },
    organisations: coded(parts.partners.organisations),
    links: parts.partners.links,
    contributions: parts.partners.contributions ?? [],
    places: coded(parts.places),
    meetings: coded(parts.meetings),
    safeguarding: coded(parts.safeguarding),
    contact: parts.contact,
    messages: coded(parts.messages),
    library: coded(parts.library),
    // The schema lets through only terms the product knows.
    vocabulary: parts.vocabulary,
    demoPeople: parts.demo.people,
  };
}
