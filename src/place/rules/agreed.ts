// Which rules hold here: those of the blueprints and those approved in the rule room together, with the facts they may read. Reads only.
import type { ServiceRules } from '../../platform/blueprint/blueprint.ts';
import type { RuleLine } from '../../platform/blueprint/in-force.ts';
import type { Place } from '../../platform/blueprint/place.ts';
import type { TableFault } from '../../platform/decisions/table-fault.ts';
import type { Context } from '../../platform/web/context.ts';
import { faultsOf, type RuleSetting } from './checking.ts';
import { withOwnFacts } from './facts.ts';
import type { RuleVersion } from './model.ts';
import { agreedKeys, findVersion, ownFacts, versionsIn } from './store.ts';
import { asRules, baseOf, lineOfVersion } from './versions.ts';

/** As much of a request, or of a job, as reading rules needs. */
type Here = Pick<Context, 'tables' | 'place'>;

/** Agreed versions never change, so each is read once in a program’s life. */
const known = new Map<string, ServiceRules>();
const mostKnown = 500;

/** Every version that was agreed, whether it came with a blueprint or was approved here; which of them holds is a question of the day. */
export async function agreedRules(context: Here): Promise<readonly ServiceRules[]> {
  const { blueprint } = context.place;
  const keys = (await agreedKeys(context.tables)).map(({ id, endsOn }) => ({ id, key: `${id} ${endsOn ?? ''}` }));
  if (keys.some(({ key }) => !known.has(key))) {
    if (known.size > mostKnown) known.clear();
    for (const version of await versionsIn(context.tables, ['approved', 'stopped'])) {
      const base = baseOf(blueprint, lineOfVersion(version));
      if (base) known.set(`${version.id} ${version.endsOn ?? ''}`, asRules(version, base));
    }
  }
  return [...blueprint.rules, ...keys.flatMap(({ key }) => known.get(key) ?? [])];
}

/** The place as its blueprints and its approved rules say it together. */
export async function placeWithRules(context: Here): Promise<Place> {
  return { ...context.place.blueprint, rules: await agreedRules(context) };
}

/** What versions of a table are checked against; undefined when the place has no such service any more. */
export async function settingOf(context: Here, line: RuleLine): Promise<RuleSetting | undefined> {
  const { blueprint } = context.place;
  const base = baseOf(blueprint, line);
  if (!base) return undefined;
  const facts = withOwnFacts(blueprint.facts, await ownFacts(context.tables));
  return { place: { ...blueprint, facts }, blueprint: base.blueprint, purpose: base.purpose, responseScale: base.responseScale };
}

/** A version that is not agreed yet as rules that can be tried. */
export function rulesOfVersion(context: Pick<Context, 'place'>, version: RuleVersion): ServiceRules | undefined {
  const base = baseOf(context.place.blueprint, lineOfVersion(version));
  return base && asRules(version, base);
}

/** A version made here; null when there is none. */
export const ruleVersion = (context: Pick<Context, 'tables'>, id: string): Promise<RuleVersion | null> => findVersion(context.tables, id);

/** Every fault of a version as it stands. */
export async function faultsOfVersion(context: Here, version: RuleVersion): Promise<readonly TableFault[]> {
  const setting = await settingOf(context, lineOfVersion(version));
  return setting ? faultsOf(version.content, setting) : [];
}
