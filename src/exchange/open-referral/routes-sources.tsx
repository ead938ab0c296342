// The doors of sources: what entries come from where, looking into another directory, and bringing it in.

import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { type Editable, editable, editableWords } from '../../place/directory/editing.ts';
import { partSaid } from '../../place/directory/keeping-entry.ts';
import { notFound } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { choices, identifier, needed, optionalText } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { askFor, bringIn, fetchesOf, findFetch, sourcesOf, takeFile } from './bringing-in.ts';
import { type Asked, FetchPage, SourcesPage } from './pages/sources.tsx';

const mayBringIn = roles('MGR', 'CO_HUB', 'ADM');
const nobody = touchesNobody('The directory holds services, not people.');
const largest = 20_000_000;
const none: Asked = { address: '', name: '', licence: '', terms: [] };

const isEditable = (field: string): field is Editable => editable.some((one) => one === field);

async function sourcesPage(context: SignedIn, asked = none, errors: readonly FieldError[] = []): Promise<Answer> {
  const view = {
    sources: await sourcesOf(context.tables),
    fetches: await context.asWorker('list what was fetched', fetchesOf),
    asked,
    errors,
    formKey: context.formKey(),
  };
  return page(renderDocument(<SourcesPage shell={await context.shell('/services')} {...view} />), errors.length > 0 ? 422 : 200);
}

const asked = z.strictObject({
  address: optionalText(500, 'The address'),
  name: needed(100, 'Write whose directory it is.'),
  licence: needed(200, 'Write its terms, or “not stated”.'),
  terms: choices(['shared', 'complete']),
});

export const sourceRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/services/sources',
    permission: mayBringIn,
    audit: nobody,
    handle: (context) => sourcesPage(signedIn(context)),
  }),
  route({
    method: 'POST',
    path: '/services/sources',
    permission: mayBringIn,
    body: asked,
    upload: { mostBytes: largest },
    audit: nobody,
    handle: async (request, { body }) => {
      const context = signedIn(request);
      const { address, terms, name, licence } = body;
      const given = { name, licence, shared: terms.includes('shared'), complete: terms.includes('complete') };
      const [file] = context.files;
      if (!file && address === '') return sourcesPage(context, body, [{ text: 'Give an address, or choose a file.', field: 'address' }]);
      const taken = file ? await takeFile(context, file, given) : await askFor(context, address, given);
      return taken.ok ? redirect(`/services/sources/${taken.value}`) : sourcesPage(context, body, asErrors(taken.problem.faults));
    },
    again: (request, { typed, faults }) => {
      const text = (name: string): string => (typeof typed[name] === 'string' ? typed[name] : '');
      const terms = typeof typed.terms === 'string' ? [typed.terms] : (typed.terms ?? []);
      return sourcesPage(
        signedIn(request),
        { address: text('address'), name: text('name'), licence: text('licence'), terms },
        asErrors(faults),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/services/sources/:fetch',
    permission: mayBringIn,
    params: z.strictObject({ fetch: identifier }),
    audit: nobody,
    handle: async (request, { params }) => {
      const context = signedIn(request);
      const fetch = await context.asWorker('read what was fetched', (tables) => findFetch(tables, params.fetch));
      if (!fetch) return problem(notFound);
      const words = {
        said: (field: string, value: unknown): string => (isEditable(field) ? partSaid(field, value) : ''),
        partName: (field: string): string => (isEditable(field) ? editableWords[field].toLowerCase() : field),
      };
      const shell = await context.shell('/services');
      return page(renderDocument(<FetchPage shell={shell} fetch={fetch} {...words} formKey={context.formKey()} />));
    },
  }),
  route({
    method: 'POST',
    path: '/services/sources/:fetch/bring-in',
    permission: mayBringIn,
    params: z.strictObject({ fetch: identifier }),
    body: z.strictObject({
      theirs: z.preprocess(
        (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
        z.array(z.string().max(300)).max(500),
      ),
    }),
    audit: nobody,
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const brought = await bringIn(context, params.fetch, body.theirs);
      if (!brought.ok) return problem(brought.problem);
      const { added, changed, unchanged } = brought.value;
      return redirect('/services/sources', {
        notice: { result: 'success', heading: `Brought in: ${added} new, ${changed} changed, ${unchanged} as before.` },
      });
    },
  }),
];
