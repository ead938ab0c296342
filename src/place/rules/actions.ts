// What people do with rules: begin a version, write its rows, read one in from a file, propose it, and approve what somebody else wrote.
// And what the house asks: which rules hold. The database refuses whatever goes round these steps.
import type { ServiceRules } from '../../platform/blueprint/blueprint.ts';
import { isOfLine, type RuleLine } from '../../platform/blueprint/in-force.ts';
import type { Place } from '../../platform/blueprint/place.ts';
import { type LocalDate, localDate } from '../../platform/clock.ts';
import { readDmn, writeDmn } from '../../platform/decisions/dmn.ts';
import type { HitPolicy, Rule } from '../../platform/decisions/table.ts';
import type { TableFault } from '../../platform/decisions/table-fault.ts';
import { overtaken } from '../../platform/lifecycle.ts';
import { type Fault, failure, invalid, notFound, type Result, success } from '../../platform/problem.ts';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import { faultsOf, type RuleSetting, settled } from './checking.ts';
import { mostRows, movedRow, withoutRow, withRow } from './editing.ts';
import { type RuleContent, type RuleState, type RuleVersion, ruleSteps, versionName } from './model.ts';
import { agreedKeys, changeVersion, findVersion, insertVersion, isReplayed, versionsIn } from './store.ts';
import { asRules, nextNumber, versionsOf } from './versions.ts';

/** Agreed versions never change, so each is read once in a program’s life. */
const known = new Map<string, ServiceRules>();
const mostKnown = 500;

/** Every version that was agreed, whether it came with a blueprint or was approved here; which of them holds is a question of the day. */
export async function agreedRules(context: Pick<Context, 'tables' | 'place'>): Promise<readonly ServiceRules[]> {
  const { rules } = context.place.blueprint;
  const keys = (await agreedKeys(context.tables)).map(({ id, endsOn }) => ({ id, key: `${id} ${endsOn ?? ''}` }));
  if (keys.some(({ key }) => !known.has(key))) {
    if (known.size > mostKnown) known.clear();
    for (const version of await versionsIn(context.tables, ['approved', 'stopped'])) {
      const base = baseOf(rules, { service: version.serviceCode, purpose: version.purpose });
      if (base) known.set(`${version.id} ${version.endsOn ?? ''}`, asRules(version, base));
    }
  }
  return [...rules, ...keys.flatMap(({ key }) => known.get(key) ?? [])];
}

/** The place as its blueprints and its approved rules say it together. */
export async function placeWithRules(context: Pick<Context, 'tables' | 'place'>): Promise<Place> {
  return { ...context.place.blueprint, rules: await agreedRules(context) };
}

const baseOf = (rules: readonly ServiceRules[], line: RuleLine): ServiceRules | undefined => rules.find((one) => isOfLine(one, line));

/** What a version is checked against; undefined when the place has no such table any more. */
export function settingOf(place: Place, line: RuleLine): RuleSetting | undefined {
  const base = baseOf(place.rules, line);
  return base && { place, blueprint: base.blueprint, purpose: base.purpose, responseScale: base.responseScale };
}

const settingFor = (context: Pick<Context, 'place'>, version: RuleVersion): RuleSetting | undefined =>
  settingOf(context.place.blueprint, { service: version.serviceCode, purpose: version.purpose });

/** A version that is not agreed yet as rules that can be tried. */
export function rulesOfVersion(context: Pick<Context, 'place'>, version: RuleVersion): ServiceRules | undefined {
  const base = baseOf(context.place.blueprint.rules, { service: version.serviceCode, purpose: version.purpose });
  return base && asRules(version, base);
}

/** A version made here; null when there is none. */
export const ruleVersion = (context: Pick<Context, 'tables'>, id: string): Promise<RuleVersion | null> => findVersion(context.tables, id);

/** Every fault of a version as it stands. */
export function faultsOfVersion(context: Pick<Context, 'place'>, version: RuleVersion): readonly TableFault[] {
  const setting = settingFor(context, version);
  return setting ? faultsOf(version.content, setting) : [];
}

/** Begins a draft from a version, or leads to the one that is open: a table has one at a time. */
export async function beginVersion(context: SignedIn, line: RuleLine, from: number): Promise<Result<{ id: string; begun: boolean }>> {
  const open = (await versionsIn(context.tables, ['draft', 'proposed'], line))[0];
  if (open) return success({ id: open.id, begun: false });
  const all = await agreedRules(context);
  const setting = settingOf(context.place.blueprint, line);
  const source = versionsOf(all, line).find(({ table }) => table.version === from);
  if (!source || !setting) return failure(notFound);
  const allowed = may(context, null, 'draft');
  if (!allowed.ok) return allowed;
  const earlier = await versionsIn(context.tables, ['approved', 'stopped', 'set_aside'], line);
  const id = context.identify();
  await insertVersion(context.tables, {
    id,
    line,
    number: nextNumber(all, earlier, line),
    content: settled(source.table, setting),
    basedOn: versionName(source),
    createdAt: context.now,
    createdBy: context.visitor.accountId,
  });
  return success({ id, begun: true });
}

interface At {
  readonly id: string;
  readonly edition: number;
}

async function changed(
  context: SignedIn,
  at: At,
  change: (version: RuleVersion, setting: RuleSetting) => Result<RuleContent> | Promise<Result<RuleContent>>,
): Promise<Result<RuleVersion>> {
  const version = await findVersion(context.tables, at.id);
  const setting = version && settingFor(context, version);
  if (!version || !setting) return failure(notFound);
  const allowed = may(context, null, 'draft');
  if (!allowed.ok) return allowed;
  if (version.state !== 'draft')
    return failure({ status: 409, title: 'Only a draft can be written in', detail: 'Begin a new version, or take this one back first.' });
  const content = await change(version, setting);
  if (!content.ok) return content;
  return (await changeVersion(context.tables, at, { content: settled(content.value, setting), comment: '' }))
    ? success(version)
    : failure(overtaken);
}

/** Kinds of fault that a row may not be kept with; the others concern the table and are shown beside it. */
const ofTheRow: readonly TableFault['kind'][] = ['syntax', 'type', 'unknown', 'missing', 'exclusion', 'words'];

/** Writes a row, new or known. Refused with a fault for each field when it cannot be read, or decides by what no rule may decide by. */
export const saveRow = (context: SignedIn, at: At, row: Rule): Promise<Result<RuleVersion>> =>
  changed(context, at, ({ content }, setting) => {
    const next = withRow(content, row);
    if (next.rules.length > mostRows) return failure(tooManyRows);
    const faults = faultsOf(next, setting).filter(({ rule, kind }) => rule === row.id && ofTheRow.includes(kind));
    return faults.length > 0 ? failure(invalid(faults.map(asFault))) : success(next);
  });

const tooManyRows = { status: 422, title: 'The table is too long', detail: `A table has up to ${mostRows} rows.` } as const;

/** The field of the row form that a fault belongs to: cell-age, give-offer, sentence. */
const asFault = ({ input, output, text, message, fix }: TableFault): Fault => ({
  field: input ? `cell-${input}` : output ? `give-${output}` : (text ?? ''),
  message: `${message} ${fix}`.trim(),
});

export const moveRow = (context: SignedIn, at: At, row: string, where: 'up' | 'down'): Promise<Result<RuleVersion>> =>
  changed(context, at, ({ content }) => success(movedRow(content, row, where)));

export const removeRow = (context: SignedIn, at: At, row: string): Promise<Result<RuleVersion>> =>
  changed(context, at, ({ content }) => success(withoutRow(content, row)));

export const nameVersion = (context: SignedIn, at: At, name: string, hitPolicy: HitPolicy): Promise<Result<RuleVersion>> =>
  changed(context, at, ({ content }, setting) => {
    const next = { ...content, name, hitPolicy };
    const faults = faultsOf(next, setting).filter(({ text }) => text === 'name');
    return faults.length > 0
      ? failure(invalid(faults.map(({ message, fix }) => ({ field: 'name', message: `${message} ${fix}` }))))
      : success(next);
  });

/** Puts the rows of a DMN file in place of the draft’s. Facts and results keep the meaning this place gives them, whatever the file says. */
export const takeDmn = (context: SignedIn, at: At, xml: string): Promise<Result<RuleVersion>> =>
  changed(context, at, async ({ content }, setting) => {
    const read = await readDmn(xml);
    if (!read.ok) return read;
    const { rules, hitPolicy, name, inputs } = read.value;
    if (rules.length > mostRows) return failure(tooManyRows);
    const next: RuleContent = { ...content, name: name.trim() || content.name, hitPolicy, inputs, rules };
    const refused = faultsOf(next, setting).filter(({ kind }) => ofTheRow.includes(kind));
    return refused.length > 0 ? failure(invalid(refused.map((fault) => fileFault(xml, fault)))) : success(next);
  });

/** A fault with the line of the file on which its row begins. */
function fileFault(xml: string, { rule, message, fix }: TableFault): Fault {
  const at = rule === undefined ? -1 : Math.max(xml.indexOf(`id="rule_${rule}"`), xml.indexOf(`id="${rule}"`));
  const line = at < 0 ? '' : `Line ${xml.slice(0, at).split('\n').length}: `;
  return { field: 'file', message: `${line}${message} ${fix}`.trim() };
}

/** An agreed or open version as DMN 1.3. */
export const dmnOf = (rules: ServiceRules): Promise<string> => writeDmn(rules.table);

/** Asks for a second pair of eyes. The text cannot be changed any more until somebody takes it back. */
export async function propose(
  context: SignedIn,
  given: At & { readonly startsOn: LocalDate; readonly why: string },
): Promise<Result<RuleVersion>> {
  const version = await findVersion(context.tables, given.id);
  if (!version) return failure(notFound);
  const allowed = may(context, version.state, 'proposed');
  if (!allowed.ok) return allowed;
  const faults: Fault[] = [];
  const found = faultsOfVersion(context, version);
  if (found.length > 0)
    faults.push({
      field: '',
      message: `The table has ${found.length === 1 ? 'a fault' : `${found.length} faults`}. Put right what is listed first.`,
    });
  if (given.startsOn < localDate(context.now)) faults.push({ field: 'starts', message: 'The first day is today or later.' });
  if (given.why.trim() === '') faults.push({ field: 'why', message: 'Say why this version is better.' });
  if (found.length === 0 && !(await isReplayed(context.tables, given.id)))
    faults.push({
      field: '',
      message: 'Replay it on past referrals first, so that whoever approves it sees who would be treated differently.',
    });
  if (faults.length > 0) return failure(invalid(faults));
  // Two steps: only a draft can be written in.
  if (!(await changeVersion(context.tables, given, { startsOn: given.startsOn, why: given.why }))) return failure(overtaken);
  const moved = await changeVersion(
    context.tables,
    { id: given.id, edition: given.edition + 1 },
    { state: 'proposed', comment: given.why },
  );
  return moved ? success(version) : failure(overtaken);
}

/** Approves what others wrote. From its first day it is the version that decides. */
export async function approve(context: SignedIn, given: At & { readonly comment: string }): Promise<Result<RuleVersion>> {
  const version = await findVersion(context.tables, given.id);
  if (!version) return failure(notFound);
  const allowed = may(context, version.state, 'approved');
  if (!allowed.ok) return allowed;
  const me = context.visitor.accountId;
  if (version.authors.includes(me) || version.proposedBy === me)
    return failure({
      status: 403,
      title: 'Somebody else approves it',
      detail: 'You wrote part of this version or proposed it. Ask a senior colleague or a manager who did not.',
    });
  if (version.startsOn === null || version.startsOn < localDate(context.now))
    return failure({ status: 409, title: 'Its first day has passed', detail: 'Give it back, so that a new first day can be set.' });
  if (faultsOfVersion(context, version).length > 0)
    return failure({
      status: 409,
      title: 'The table has faults',
      detail: 'Something it names has changed since. Give it back with a comment.',
    });
  return (await changeVersion(context.tables, given, { state: 'approved', comment: given.comment }))
    ? success(version)
    : failure(overtaken);
}

/** Gives a proposal back to its authors, sets a draft aside, brings it back, or stops a version that was agreed. */
export async function moveVersion(
  context: SignedIn,
  given: At & { readonly to: Exclude<RuleState, 'proposed' | 'approved'>; readonly comment: string },
): Promise<Result<RuleVersion>> {
  const version = await findVersion(context.tables, given.id);
  if (!version) return failure(notFound);
  const allowed = may(context, version.state, given.to);
  if (!allowed.ok) return allowed;
  if (given.to === 'stopped' && given.comment.trim() === '')
    return failure(invalid([{ field: 'comment', message: 'Say why it is stopped.' }]));
  const line = { service: version.serviceCode, purpose: version.purpose };
  if (version.state === 'set_aside' && (await versionsIn(context.tables, ['draft', 'proposed'], line)).length > 0)
    return failure({
      status: 409,
      title: 'Another version is open',
      detail: 'A table has one open version at a time. Set the other aside first.',
    });
  return (await changeVersion(context.tables, given, { state: given.to, comment: given.comment })) ? success(version) : failure(overtaken);
}

/** Whether the visitor’s roles may take the step, in the same words as every other lifecycle. */
export function may(context: SignedIn, from: RuleState | null, to: RuleState): Result<null> {
  const step = ruleSteps.find((one) => one.from === from && one.to === to);
  if (!step)
    return failure({
      status: 409,
      title: 'That step is not possible now',
      detail: 'It has moved on since this page was loaded. Load the page again to see where it is.',
    });
  return context.visitor.roles.some(({ access }) => step.by.includes(access))
    ? success(null)
    : failure({
        status: 403,
        title: 'This step belongs to another role',
        detail: 'Ask a colleague whose role includes it, or your service manager.',
      });
}
