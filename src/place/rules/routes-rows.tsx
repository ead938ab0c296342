// The doors of one row of a table: read and written, with further facts to look at added on the way.
import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { notFound } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { asErrors, errorsOf } from '../../platform/web/faults.ts';
import { version as edition, identifier, optionalText } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { saveRow } from './actions.ts';
import { settingOf } from './agreed.ts';
import { factsOf } from './checking.ts';
import { freeRowId } from './editing.ts';
import { ruleWriters } from './model.ts';
import { RowPage } from './pages/row.tsx';
import { withRowNumbers } from './presenting.ts';
import { emptyRow, mostCells, rowFormView, ruleOf, type TypedCell, type TypedRow, typedOf } from './row-form.ts';
import { findVersion } from './store.ts';
import { lineOfVersion } from './versions.ts';

const writers = roles(...ruleWriters);
const nobody = touchesNobody('Rules are about nobody in particular; who changed them is kept with them.');
const rowOf = z.strictObject({ version: identifier, row: z.string().max(200) });

const several = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(200)).max(200),
);
const cellNumbers = Array.from({ length: mostCells }, (_, index) => index);
const givenNames = ['offer', 'team', 'response', 'gapGroup', 'pathway', 'strand', 'result', 'group', 'order'] as const;

/** Fields whose names end in a number, or in a result’s name; they are read by name in `typedRow`. */
const numberedFields = {
  ...Object.fromEntries(givenNames.map((name) => [`give_${name}`, optionalText(200, 'The result')])),
  ...Object.fromEntries(
    cellNumbers.flatMap((index) => [
      [`fact_${index}`, optionalText(200, 'The fact')],
      [`any_${index}`, several],
      ...(['from', 'to', 'feel'] as const).map((part) => [`${part}_${index}`, optionalText(1000, 'The cell')]),
    ]),
  ),
} as Readonly<Record<never, z.ZodType>>; // without this the names of the other fields would be lost among them

const rowBody = z.strictObject({
  ...numberedFields,
  version: edition,
  do: z.enum(['save', 'add']).optional().default('save'),
  add: optionalText(200, 'The fact'),
  sentence: optionalText(500, 'The sentence'),
  reason: optionalText(1000, 'The reason'),
  changes: optionalText(1000, 'What would change this'),
  code: optionalText(60, 'The code'),
});

/** The body as a row; its names are made of numbers, so they are read by name. */
function typedRow(sent: Readonly<Record<string, unknown>>): TypedRow {
  const text = (name: string): string => (typeof sent[name] === 'string' ? sent[name] : '');
  const list = (name: string): string[] => [sent[name] ?? []].flat().filter((one) => typeof one === 'string');
  return {
    sentence: text('sentence'),
    reason: text('reason'),
    changes: text('changes'),
    code: text('code'),
    cells: cellNumbers.flatMap((index): TypedCell[] =>
      text(`fact_${index}`) === ''
        ? []
        : [
            {
              name: text(`fact_${index}`),
              any: list(`any_${index}`),
              from: text(`from_${index}`),
              to: text(`to_${index}`),
              feel: text(`feel_${index}`),
            },
          ],
    ),
    give: Object.fromEntries(givenNames.map((name) => [name, text(`give_${name}`)])),
  };
}

async function rowPage(
  context: SignedIn,
  { version: id, row }: z.output<typeof rowOf>,
  typed?: TypedRow,
  errors: readonly FieldError[] = [],
  status = 200,
): Promise<Answer> {
  const version = await findVersion(context.tables, id);
  const setting = version && (await settingOf(context, lineOfVersion(version)));
  if (!version || !setting || version.state !== 'draft') return problem(notFound);
  const rule = version.content.rules.find((each) => each.id === row);
  if (!rule && row !== 'new') return problem(notFound);
  const view = rowFormView(typed ?? (rule ? typedOf(rule, factsOf(setting)) : emptyRow), setting, {
    action: `/rules/versions/${id}/rows/${encodeURIComponent(row)}`,
    back: `/rules/versions/${id}`,
    title: rule ? `Row ${version.content.rules.indexOf(rule) + 1}` : 'A new row',
    isNew: !rule,
    hidden: { form_key: context.formKey(), version: String(version.edition) },
  });
  return page(renderDocument(<RowPage shell={await context.shell('/rules')} view={view} errors={errors} />), status);
}

export const rowRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/rules/versions/:version/rows/:row',
    permission: writers,
    params: rowOf,
    audit: nobody,
    handle: (context, { params }) => rowPage(signedIn(context), params),
  }),
  route({
    method: 'POST',
    path: '/rules/versions/:version/rows/:row',
    permission: writers,
    params: rowOf,
    body: rowBody,
    audit: nobody,
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const typed = typedRow(body);
      if (body.do === 'add') return addedFact(context, params, typed, body.add);
      const version = await findVersion(context.tables, params.version);
      const setting = version && (await settingOf(context, lineOfVersion(version)));
      if (!version || !setting) return problem(notFound);
      if (params.row !== 'new' && !version.content.rules.some(({ id }) => id === params.row)) return problem(notFound);
      const id = params.row === 'new' ? freeRowId(version.content) : params.row;
      const saved = await saveRow(context, { id: params.version, edition: body.version }, ruleOf(id, typed, setting));
      if (saved.ok)
        return redirect(`/rules/versions/${params.version}`, {
          notice: { result: 'success', heading: params.row === 'new' ? 'The row is added.' : 'The row is saved.' },
        });
      if (saved.problem.status !== 422) return problem(saved.problem);
      const errors = errorsOf(saved.problem).map((error) => ({ ...error, text: withRowNumbers(error.text, [], id) }));
      return rowPage(context, params, typed, errors, 422);
    },
    again: async (request, { params, typed, faults }) => rowPage(signedIn(request), params, typedRow(typed), asErrors(faults), 422),
  }),
];

async function addedFact(context: SignedIn, at: z.output<typeof rowOf>, typed: TypedRow, fact: string): Promise<Answer> {
  if (fact === '') return rowPage(context, at, typed, [{ text: 'Choose a fact to look at.', field: 'add' }], 422);
  if (typed.cells.length >= mostCells)
    return rowPage(context, at, typed, [{ text: `A row looks at up to ${mostCells} facts. Split it in two.`, field: 'add' }], 422);
  if (typed.cells.some(({ name }) => name === fact)) return rowPage(context, at, typed);
  return rowPage(context, at, { ...typed, cells: [...typed.cells, { name: fact, any: [], from: '', to: '', feel: '' }] });
}
