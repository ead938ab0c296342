// The doors of reports: the list, one release to read, print and take away as figures, and making a new one.

import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { writeCsv } from '../../exchange/spreadsheets/write-csv.ts';
import { localDate } from '../../platform/clock.ts';
import { notFound } from '../../platform/problem.ts';
import { type Answer, file, page, problem, redirect } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { identifier, needed } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import type { NavigationEntry } from '../../platform/web/shell.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { askForRelease, beingMade, managesPlace, releaseWork } from './actions.ts';
import type { FigureRow } from './model.ts';
import { MakingPage } from './pages/making-page.tsx';
import { type NewReport, ReleasesPage } from './pages/releases-page.tsx';
import { ReportPage } from './pages/report-page.tsx';
import { choosablePeriods, saidPeriod } from './period.ts';
import { findRelease, mostListed, releases } from './store.ts';

const readers = roles('COM', 'MGR');
const totalsOnly = touchesNobody('A release holds totals with small numbers hidden, and no person.');
const one = z.strictObject({ release: identifier });

async function list(
  context: SignedIn,
  before: string | undefined,
  again: Pick<NewReport, 'errors' | 'chosen'> = { errors: [] },
  status = 200,
): Promise<Answer> {
  // Before the reports themselves, so that nobody sees one neither being made nor made.
  const under = managesPlace(context.visitor) && before === undefined ? await beingMade(context) : [];
  const found = await releases(context.tables, before);
  const last = found.length === mostListed ? found.at(-1) : undefined;
  const made = new Set(found.map(({ from, to }) => `${from} ${to}`));
  const making = managesPlace(context.visitor)
    ? {
        formKey: context.formKey(),
        periods: choosablePeriods(localDate(context.now)).map((period) => ({
          value: period.to,
          text: saidPeriod(period),
          made: made.has(`${period.from} ${period.to}`) || under.some(({ about }) => about === period.to),
        })),
        underWay: under.map(({ about }) => about),
        ...again,
      }
    : null;
  const next = last ? `/reports?before=${last.id}` : undefined;
  return page(
    renderDocument(<ReleasesPage shell={await context.shell('/reports')} releases={found} next={next} making={making} />),
    status,
  );
}

/** Leads to the report as soon as it is there. */
async function makingPage(context: SignedIn, id: string): Promise<Answer> {
  const work = await releaseWork(context, id);
  if (!work) return problem(notFound);
  const release = work.outcome?.release;
  if (typeof release === 'string')
    return redirect(`/reports/${release}`, {
      notice: {
        result: 'success',
        heading: 'The report is made.',
        children: 'It does not change any more. Commissioners can read it now.',
      },
    });
  return page(renderDocument(<MakingPage shell={await context.shell('/reports')} work={work} />));
}

async function report(context: SignedIn, id: string, forPaper: boolean): Promise<Answer> {
  const release = await findRelease(context.tables, id);
  if (!release) return problem(notFound);
  return page(renderDocument(<ReportPage shell={await context.shell('/reports')} release={release} forPaper={forPaper} />));
}

const columns = (
  ['section', 'measure', 'group', 'period', 'value', 'lower', 'upper', 'people', 'unit'] as const satisfies readonly (keyof FigureRow)[]
).map((name) => ({
  header: name,
  cell: (row: FigureRow) => row[name],
}));

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/reports',
    permission: readers,
    query: z.strictObject({ before: identifier.optional() }),
    audit: totalsOnly,
    handle: (context, { query }) => list(signedIn(context), query.before),
  }),
  route({
    method: 'POST',
    path: '/reports',
    permission: roles('MGR'),
    body: z.strictObject({ period: needed(10, 'Choose the twelve months.') }),
    audit: totalsOnly,
    again: (context, { faults, typed }) =>
      list(signedIn(context), undefined, { errors: asErrors(faults), chosen: String(typed.period ?? '') }, 422),
    async handle(context, { body }) {
      const work = await askForRelease(signedIn(context), body.period);
      return work.ok ? redirect(`/reports/being-made/${work.value}`) : problem(work.problem);
    },
  }),
  route({
    method: 'GET',
    path: '/reports/being-made/:work',
    permission: roles('MGR'),
    params: z.strictObject({ work: identifier }),
    audit: totalsOnly,
    handle: (context, { params }) => makingPage(signedIn(context), params.work),
  }),
  route({
    method: 'GET',
    path: '/reports/:release',
    permission: readers,
    params: one,
    audit: totalsOnly,
    handle: (context, { params }) => report(signedIn(context), params.release, false),
  }),
  route({
    method: 'GET',
    path: '/reports/:release/print',
    permission: readers,
    params: one,
    audit: totalsOnly,
    handle: (context, { params }) => report(signedIn(context), params.release, true),
  }),
  route({
    method: 'GET',
    path: '/reports/:release/figures.csv',
    permission: readers,
    params: one,
    audit: totalsOnly,
    async handle(context, { params }) {
      const release = await findRelease(context.tables, params.release);
      if (!release) return problem(notFound);
      let text = '';
      for await (const line of writeCsv(columns, release.content.file)) text += line;
      return file(text, 'text/csv; charset=utf-8', `figures-to-${release.to}.csv`);
    },
  }),
];

export const navigation: readonly NavigationEntry[] = [{ text: 'Reports', href: '/reports', roles: ['COM', 'MGR'] }];
