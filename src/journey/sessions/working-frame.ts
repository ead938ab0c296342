// The frame of a record for whoever may book or note in it; a route that asks for it answers nothing where they may not.
import type { SignedIn } from '../../platform/web/context.ts';
import { recordOf } from '../record/actions.ts';
import type { RecordFrame } from '../record/model.ts';

/** Null where the visitor may not write this category about the person. */
export async function workingFrame(context: SignedIn, personId: string, category: 'contact' | 'clinical'): Promise<RecordFrame | null> {
  const frame = await recordOf(context, personId, 'Contacts');
  return frame?.reach.write.has(category) ? frame : null;
}
