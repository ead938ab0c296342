// Who may work with a plan, and what each of its doors opens first: the record around it and the plan, where the visitor may read the person's story.
import { z } from 'zod';
import type { SignedIn } from '../../platform/web/context.ts';
import { identifier, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { recordOf } from '../record/actions.ts';
import type { RecordFrame } from '../record/model.ts';
import type { Plan } from './model.ts';
import { currentPlan, findPlan } from './store.ts';

const working = ['KW', 'HOU', 'EMP', 'TRI', 'SNR', 'SG', 'MGR', 'CO_HUB'] as const;
export const workers = roles(...working);
/** Partners read it where an agreement opens what somebody told; information governance after opening the record in an emergency. */
export const readers = roles(...working, 'PAR', 'IG');
export const params = z.strictObject({ person: identifier });
/** Which plan a form is about, and its version when the form was shown. */
export const at = { plan: identifier, version };

/** The frame and the plan, where the visitor may read the person's story. */
export async function opened(
  context: SignedIn,
  personId: string,
  planId?: string,
): Promise<{ frame: RecordFrame; plan: Plan | null; writes: boolean } | null> {
  const frame = await recordOf(context, personId, 'Plan');
  if (!frame?.reach.read.has('story')) return null;
  const plan = planId ? await findPlan(context.tables, planId) : await currentPlan(context.tables, personId);
  if (planId && plan?.personId !== personId) return null;
  return { frame, plan, writes: frame.reach.write.has('story') };
}
