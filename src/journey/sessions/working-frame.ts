// What every door of sessions stands on: who may open it, and the frame of the record behind it.
import { z } from 'zod';
import type { SignedIn } from '../../platform/web/context.ts';
import { identifier } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { enrolmentsOf } from '../pathways/actions.ts';
import { openStates } from '../pathways/model.ts';
import { recordOf } from '../record/actions.ts';
import type { RecordFrame } from '../record/model.ts';

export const workers = roles('KW', 'HOU', 'EMP', 'CO_VOLUNTEERS', 'TRI', 'SNR');
export const personParams = z.strictObject({ person: identifier });
export const sessionParams = z.strictObject({ session: identifier });
/** The enrolment that a session now belongs to. */
export const currentEnrolment = async (context: SignedIn, personId: string) =>
  (await enrolmentsOf(context.tables, personId)).find((one) => openStates.some((state) => state === one.state)) ?? null;

/** Whether they were told of a time, and how. */
export const toldWords = (told: 'message' | 'task' | null, name: string): string =>
  told === 'message'
    ? `${name} is told by a safe way, and reminded the day before.`
    : told === 'task'
      ? `No message was safe to send. You have a task to tell ${name}.`
      : '';

/** Null where the visitor may not write this category about the person. */
export async function workingFrame(context: SignedIn, personId: string, category: 'contact' | 'clinical'): Promise<RecordFrame | null> {
  const frame = await recordOf(context, personId, 'Contacts');
  return frame?.reach.write.has(category) ? frame : null;
}
