// The page for whoever keeps the connections to other systems.
import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { wordsFor } from '../../platform/codes/codes.ts';
import { page, problem, redirect } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { identifier } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import type { NavigationEntry } from '../../platform/web/shell.ts';
import { connect, disconnect } from './actions.ts';
import { ConnectionsPage } from './pages/connections-page.tsx';
import { connections } from './store.ts';

const keepers = roles('ADM', 'MGR');
const nobody = touchesNobody('A connection is about a system.');
const offered = ['professional', 'partner', 'justice', 'secure_unit', 'mash', 'other'] as const;
const longestName = 120;

export const navigation: readonly NavigationEntry[] = [{ text: 'Connected systems', href: '/connections', roles: ['ADM'] }];

interface Shown {
  readonly typed: { readonly name: string; readonly door: string };
  readonly errors?: readonly FieldError[];
  readonly added?: { readonly name: string; readonly key: string };
}

async function show(context: Context, { typed, errors = [], added }: Shown, status = 200) {
  const rows = await connections(context.tables);
  const view = {
    rows: rows.map((row) => ({ ...row, formKey: context.formKey() })),
    doors: offered.map((code) => ({ code, label: wordsFor('door', code) })),
    typed,
    formKey: context.formKey(),
    added: added ?? null,
  };
  return page(renderDocument(<ConnectionsPage shell={await context.shell()} view={view} errors={errors} />), status);
}

const blank = { name: '', door: 'professional' };

export const routes: readonly Route[] = [
  route({ method: 'GET', path: '/connections', permission: keepers, audit: nobody, handle: (context) => show(context, { typed: blank }) }),
  route({
    method: 'POST',
    path: '/connections',
    permission: keepers,
    body: z.strictObject({ name: z.string().default(''), door: z.string().default('') }),
    audit: nobody,
    async handle(context, { body }) {
      const name = body.name.replaceAll('\u0000', '').trim().replaceAll(/\s+/g, ' ');
      const errors: FieldError[] = [];
      if (name === '') errors.push({ field: 'name', text: 'Say what the system is called.' });
      if (name.length > longestName)
        errors.push({ field: 'name', text: `Use at most ${longestName} characters. This has ${name.length}.` });
      if (!offered.some((one) => one === body.door)) errors.push({ field: 'door', text: 'Choose by which door its referrals come.' });
      if (errors.length > 0) return show(context, { typed: { name: body.name, door: body.door }, errors }, 422);
      const { key } = await connect(context, { name, door: body.door });
      return show(context, { typed: blank, added: { name, key } });
    },
  }),
  route({
    method: 'POST',
    path: '/connections/:connection/end',
    permission: keepers,
    params: z.strictObject({ connection: identifier }),
    body: z.strictObject({}),
    audit: nobody,
    async handle(context, { params }) {
      const ended = await disconnect(context, params.connection);
      return ended.ok
        ? redirect('/connections', { notice: { result: 'success', heading: 'The connection has ended. Its key no longer works.' } })
        : problem(ended.problem);
    },
  }),
];
