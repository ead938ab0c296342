// What people do with rules: begin a version, write its rows, read one in from a file, propose it, and approve what somebody else wrote.
// The database refuses whatever goes round these steps. Which rules hold is agreed.ts’s.
import type { ServiceRules } from '../../platform/blueprint/blueprint.ts';
import type { RuleLine } from '../../platform/blueprint/in-force.ts';
import { type LocalDate, localDate } from '../../platform/clock.ts';
import { readDmn, writeDmn } from '../../platform/decisions/dmn.ts';
import type { HitPolicy, Rule } from '../../platform/decisions/table.ts';
import type { TableFault } from '../../platform/decisions/table-fault.ts';
import { overtaken } from '../../platform/lifecycle.ts';
import { type Fault, failure, invalid, notFound, type Result, success } from '../../platform/problem.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { agreedRules, faultsOfVersion, settingOf } from './agreed.ts';
import { faultsOf, type RuleSetting, settled } from './checking.ts';
import { asRowsOfOurs, mostRows, movedRow, withoutRow, withRow } from './editing.ts';
import { type RuleContent, type RuleState, type RuleVersion, ruleSteps, versionName, wrotePartOf } from './model.ts';
import { changeVersion, findVersion, insertVersion, isReplayed, versionsIn } from './store.ts';
import { lineOfVersion, nextNumber, versionsOf } from './versions.ts';

/** Begins a draft from a version, or leads to the one that is open: a table has one at a time. */
export async function beginVersion(context: SignedIn, line: RuleLine, from: number): Promise<Result<{ id: string; begun: boolean }>> {
  const open = (await versionsIn(context.tables, ['draft', 'proposed'], line))[0];
  if (open) return success({ id: open.id, begun: false });
  const all = await agreedRules(context);
  const setting = await settingOf(context, line);
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

/** Begins a table that no blueprint has, without a row yet; or leads to the version of it that is open. */
export async function beginTable(
  context: SignedIn,
  { line, name }: { readonly line: RuleLine; readonly name: string },
): Promise<Result<{ id: string; begun: boolean }>> {
  const open = (await versionsIn(context.tables, ['draft', 'proposed'], line))[0];
  if (open) return success({ id: open.id, begun: false });
  const all = await agreedRules(context);
  const setting = await settingOf(context, line);
  if (!setting) return failure(invalid([{ field: 'service', message: 'Choose a service of this place.' }]));
  if (versionsOf(all, line).length > 0)
    return failure(invalid([{ field: 'purpose', message: 'This service has such a table already. Begin a new version of it.' }]));
  const allowed = may(context, null, 'draft');
  if (!allowed.ok) return allowed;
  const content: RuleContent = { name, hitPolicy: 'FIRST', answersAlways: true, inputs: [], outputs: [], rules: [] };
  const faults = faultsOf(content, setting).filter(({ text }) => text === 'name');
  if (faults.length > 0) return failure(invalid(faults.map(({ message, fix }) => ({ field: 'name', message: `${message} ${fix}` }))));
  const id = context.identify();
  const earlier = await versionsIn(context.tables, ['approved', 'stopped', 'set_aside'], line);
  await insertVersion(context.tables, {
    id,
    line,
    number: nextNumber(all, earlier, line),
    content: settled(content, setting),
    basedOn: '',
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
  const setting = version && (await settingOf(context, lineOfVersion(version)));
  if (!version || !setting) return failure(notFound);
  const allowed = may(context, null, 'draft');
  if (!allowed.ok) return allowed;
  if (version.state !== 'draft')
    return failure({ status: 409, title: 'Only a draft can be written in', detail: 'Begin a new version, or take this one back first.' });
  const content = await change(version, setting);
  if (!content.ok) return content;
  const next = settled(content.value, setting);
  return (await changeVersion(context.tables, at, { content: next, comment: '' }))
    ? success({ ...version, content: next })
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

/** Puts the rows of a DMN file in place of the draft’s. Facts and results keep the meaning this place gives them, whatever the
 * file says. Words that people read may be missing, because other editors have no place for them: the draft lists them until they are written. */
export const takeDmn = (context: SignedIn, at: At, xml: string): Promise<Result<RuleVersion>> =>
  changed(context, at, async ({ content }, setting) => {
    const read = await readDmn(xml);
    if (!read.ok) return read;
    const { rules, hitPolicy, name, inputs } = read.value;
    if (rules.length > mostRows) return failure(tooManyRows);
    const next: RuleContent = { ...content, name: name.trim() || content.name, hitPolicy, inputs, rules: asRowsOfOurs(rules) };
    const refused = faultsOf(next, setting).filter(({ kind, text }) => ofTheRow.includes(kind) && !(kind === 'missing' && text));
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
  const found = await faultsOfVersion(context, version);
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
  if (wrotePartOf(version, context.visitor.accountId))
    return failure({
      status: 403,
      title: 'Somebody else approves it',
      detail: 'You wrote part of this version or proposed it. Ask a senior colleague or a manager who did not.',
    });
  if (version.startsOn === null || version.startsOn < localDate(context.now))
    return failure({ status: 409, title: 'Its first day has passed', detail: 'Give it back, so that a new first day can be set.' });
  if ((await faultsOfVersion(context, version)).length > 0)
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
  if (version.state === 'proposed' && given.comment.trim() === '' && !wrotePartOf(version, context.visitor.accountId))
    return failure(invalid([{ field: 'back', message: 'Say what should change, so that whoever wrote it knows.' }]));
  const line = lineOfVersion(version);
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
