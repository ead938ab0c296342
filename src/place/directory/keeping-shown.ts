// An entry in its form, and saving it: the same for colleagues and for its provider.
import type { Context } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import type { EntryForm } from './editing.ts';
import { readForKeeping, saveEntry } from './keeping-entry.ts';
import { type SentEntry, submitted } from './keeping-form.ts';
import type { EditView } from './pages/edit-form.tsx';

export interface Shown {
  readonly errors?: EditView['errors'];
  readonly form?: EntryForm;
  readonly overtaken?: EditView['overtaken'];
  readonly status?: number;
  readonly saved?: string | null;
}

/** An entry in its form; null where there is none. */
export async function editView(context: Context, id: string, action: string, shown: Shown): Promise<EditView | null> {
  const kept = await readForKeeping(context, id);
  if (!kept) return null;
  return {
    name: kept.entry.name,
    action,
    version: kept.entry.version,
    form: shown.form ?? kept.form,
    units: kept.units,
    otherHours: kept.otherHours,
    errors: shown.errors ?? [],
    overtaken: shown.overtaken ?? [],
    formKey: context.formKey(),
  };
}

/** Saves what was sent; what to show again where it could not be. */
export async function save(
  context: Context,
  id: string,
  body: SentEntry,
  by: { accountId: string | null; name: string },
): Promise<Shown | null> {
  const given = submitted(body);
  const result = await saveEntry(context, id, given, by);
  switch (result.kind) {
    case 'missing':
      return { status: 404 };
    case 'faults':
      return { form: given.form, errors: asErrors(result.faults), status: 422 };
    case 'overtaken':
      return { form: given.form, overtaken: result.differs, status: 409 };
    case 'saved':
      return null;
  }
}
