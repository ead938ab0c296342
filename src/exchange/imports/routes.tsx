// The doors of imports: choose a file, see what would happen, match its columns, bring it in.

import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { isUnderWay } from '../../platform/jobs/work.ts';
import { counted } from '../../platform/numbers.ts';
import { notFound } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import { asText } from '../../platform/web/as-typed.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { asErrors, errorsOf } from '../../platform/web/faults.ts';
import { choice, identifier, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route, touchesNobody } from '../../platform/web/route.ts';
import type { NavigationEntry } from '../../platform/web/shell.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { fieldsOf } from '../spreadsheets/import-fields.ts';
import { bringInRun, followRun, forgetFile, lookInto, matchColumns, takeFile } from './actions.ts';
import { importers, importKinds, matchChoices, mostOnPage } from './model.ts';
import { ImportsPage } from './pages/imports.tsx';
import { RunPage } from './pages/run.tsx';
import { runsOf } from './store.ts';
import { teamChoices } from './teams.ts';

const mayImport = roles(...importers);
const notYet = touchesNobody('A dry run looks people up to compare them and shows none of them.');
const byId = z.strictObject({ run: identifier });

const mostShown = 20;

async function importsPage(
  context: SignedIn,
  typed = { kind: 'referrals', team: '' },
  errors: readonly FieldError[] = [],
  status = 200,
): Promise<Answer> {
  const teams = teamChoices(context);
  const view = {
    runs: await runsOf(context.tables, mostShown),
    teams,
    typed: { ...typed, team: typed.team || (teams.length === 1 ? (teams[0]?.id ?? '') : '') },
    fields: importKinds.map((kind) => ({ kind, labels: fieldsOf(kind).map(({ label }) => label) })),
    formKey: context.formKey(),
  };
  return page(renderDocument(<ImportsPage shell={await context.shell('/imports')} view={view} errors={errors} />), status);
}

interface Again {
  readonly errors?: readonly FieldError[];
  /** The columns as chosen, in the order of the file. */
  readonly fields?: readonly string[];
}

async function runPage(context: SignedIn, id: string, { errors = [], fields }: Again = {}, status = 200): Promise<Answer> {
  const followed = await followRun(context, id);
  if (!followed) return problem(notFound);
  const { run, work } = followed;
  const beginning = run.state === 'checked' && !isUnderWay(work) ? await lookInto(context, id) : null;
  const view = {
    run,
    work,
    team: [...context.place.teams.values()].find((team) => team.id === run.teamId)?.name ?? 'their team',
    columns: run.headers.map((header, at) => ({
      header,
      examples: beginning?.examples[at] ?? [],
      chosen: fields?.[at] ?? run.columns[header] ?? '',
    })),
    choices: fieldsOf(run.kind).map(({ name, label }) => ({ value: name, text: label })),
    formKeys: { columns: context.formKey(), bringIn: context.formKey(), forget: context.formKey() },
    columnsOpen: fields !== undefined,
  };
  return page(renderDocument(<RunPage shell={await context.shell('/imports')} view={view} errors={errors} />), status);
}

const oneOrMore = z.preprocess((value) => (typeof value === 'string' ? [value] : (value ?? [])), z.array(z.string().max(100)).max(200));

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/imports',
    permission: mayImport,
    audit: touchesNobody('It lists files, not people.'),
    handle: (context) => importsPage(signedIn(context)),
  }),
  route({
    method: 'POST',
    path: '/imports',
    permission: mayImport,
    body: z.strictObject({
      kind: choice(importKinds, 'Choose what is in the file.'),
      team: z.uuid({ error: 'Choose a team.' }),
      file: z.string().optional(),
    }),
    upload: { mostBytes: mostOnPage.bytes },
    audit: notYet,
    handle: async (request, { body }) => {
      const context = signedIn(request);
      const file = context.files.find(({ field }) => field === 'file');
      if (!file) return importsPage(context, body, [{ text: 'Choose a file with something in it.', field: 'file' }], 422);
      const taken = await takeFile(context, { kind: body.kind, teamId: body.team, name: file.name, content: file.body });
      return taken.ok
        ? redirect(`/imports/${taken.value}`)
        : importsPage(context, body, errorsOf(taken.problem, 'file'), taken.problem.status);
    },
    again: (request, { typed, faults }) =>
      importsPage(signedIn(request), { kind: asText(typed.kind), team: asText(typed.team) }, asErrors(faults), 422),
  }),
  route({
    method: 'GET',
    path: '/imports/:run',
    permission: mayImport,
    params: byId,
    audit: notYet,
    handle: (context, { params }) => runPage(signedIn(context), params.run),
  }),
  route({
    method: 'POST',
    path: '/imports/:run/columns',
    permission: mayImport,
    params: byId,
    body: z.strictObject({ version, field: oneOrMore }),
    audit: notYet,
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const matched = await matchColumns(context, { id: params.run, version: body.version, fields: body.field });
      if (matched.ok)
        return redirect(`/imports/${params.run}`, { notice: { result: 'information', heading: 'These columns are used now.' } });
      if (matched.problem.status !== 422) return problem(matched.problem);
      return runPage(context, params.run, { errors: errorsOf(matched.problem), fields: body.field }, 422);
    },
  }),
  route({
    method: 'POST',
    path: '/imports/:run/bring-in',
    permission: mayImport,
    params: byId,
    body: z.strictObject({
      version,
      rows: z.enum(['all', 'good'], { error: 'Choose whether to bring in the good rows.' }),
      matches: z.enum(matchChoices).optional().default('leave_out'),
    }),
    audit: audited('import.bring_in'),
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const brought = await bringInRun(context, {
        id: params.run,
        version: body.version,
        partly: body.rows === 'good',
        matches: body.matches,
      });
      if (!brought.ok)
        return brought.problem.status === 422
          ? runPage(context, params.run, { errors: [{ text: `${brought.problem.title}. ${brought.problem.detail}`, field: 'rows' }] }, 422)
          : problem(brought.problem);
      if (brought.value === null) return redirect(`/imports/${params.run}`);
      const { added, leftOut } = brought.value;
      return redirect(`/imports/${params.run}`, {
        notice: {
          result: leftOut > 0 ? 'partial' : 'success',
          heading: `${counted(added, 'row', 'rows')} brought in.`,
          ...(leftOut > 0 ? { children: `${counted(leftOut, 'row was', 'rows were')} left out.` } : {}),
        },
      });
    },
    again: (request, { params, faults }) => runPage(signedIn(request), params.run, { errors: asErrors(faults) }, 422),
  }),
  route({
    method: 'POST',
    path: '/imports/:run/forget',
    permission: mayImport,
    params: byId,
    body: z.strictObject({}),
    audit: touchesNobody('It forgets a file that was never brought in.'),
    handle: async (request, { params }) =>
      (await forgetFile(signedIn(request), params.run))
        ? redirect('/imports', { notice: { result: 'success', heading: 'The file was forgotten.' } })
        : problem(notFound),
  }),
];

export const navigation: readonly NavigationEntry[] = [{ text: 'Imports', href: '/imports', roles: ['MGR', 'CO_HUB'] }];
