// Whoever refers or asks: which frame they see, and what we know of them already, so that nobody types it twice.
import type { Context } from '../../platform/web/context.ts';
import type { Around } from './pages/refer.tsx';
import type { Fields } from './reading.ts';
import { lastReferrer, organisationOf } from './store-sent.ts';

/** Signed in at work. Somebody’s own page is no place of work. */
export const isSignedIn = (context: Context): boolean => context.visitor !== null && context.visitor.kind !== 'person';

/** The frame for whoever asks: staff and signed-in referrers have theirs, everybody else the public one. */
export const aroundOf = async (context: Context, current?: string): Promise<Around> =>
  isSignedIn(context) ? { kind: 'staff', shell: await context.shell(current) } : { kind: 'public', frame: context.frame('en') };

/** The door of an organisation of the place’s partners, by its kind; kinds that say nothing of it are asked. */
const doorOf: ReadonlyMap<string, string> = new Map([
  ['police', 'justice'],
  ['probation', 'justice'],
  ['prison', 'justice'],
  ['court', 'justice'],
  ['secure hospital', 'secure_unit'],
  ['council', 'partner'],
  ['charity', 'partner'],
  ['landlord', 'partner'],
  ['fire service', 'partner'],
  ['job centre', 'partner'],
  ['NHS trust', 'professional'],
  ['NHS trusts', 'professional'],
  ['NHS service', 'professional'],
  ['GP practices', 'professional'],
  ['hospitals', 'professional'],
]);

/** What the last referral said of its sender; for a partner’s first one, who they are here. */
export async function known(context: Context): Promise<Fields> {
  const { visitor } = context;
  if (!visitor || !isSignedIn(context)) return {};
  const { last, at } = await context.asWorker('recall who refers', async (tables) => ({
    last: await lastReferrer(tables, visitor.accountId),
    at: await organisationOf(tables, visitor.accountId),
  }));
  return {
    referrer_name: visitor.name,
    referrer_job: last.job || visitor.job,
    referrer_organisation: last.organisation || at?.name || '',
    referrer_phone: last.phone,
    referrer_email: last.email,
    setting: last.door || (doorOf.get(at?.kind ?? '') ?? ''),
  };
}
