// One request, from what arrived to what is answered: who asks, may they, is the input right, do it in one transaction, write whom it touched.
import { sql } from 'kysely';
import type { z } from 'zod';
import { type LocalDate, localDate } from '../clock.ts';
import { actAs, asWorker } from '../database/acting.ts';
import type { Identify } from '../identifiers.ts';
import { type Enqueue, queueWork } from '../jobs/work.ts';
import { type Approved, nothingApproved } from '../language/catalogue.ts';
import { isReading, type Language, languageOfReading, type Reading } from '../language/languages.ts';
import type { LivePlace } from '../live-place.ts';
import { type Fault, invalid, notFound, type Problem } from '../problem.ts';
import { type Answer, type Notice, problem, statusOf } from './answer.ts';
import type { Arrival } from './arrival.ts';
import type { Context, Tables, Visitor } from './context.ts';
import { doorHash } from './door.ts';
import { faultsOf, faultsOfAddress } from './faults.ts';
import { readKey, signKey } from './form-key.ts';
import { verdict } from './permission.ts';
import { claimKey, rememberAnswer, staleForm } from './repeats.ts';
import type { Route } from './route.ts';
import type { PersonFrame, Shell } from './shell.ts';
import { type Counting, mayTry } from './tries.ts';

export interface AuditRecord {
  readonly visitor: Visitor | null;
  readonly route: string;
  readonly kind: string;
  readonly outcome: number;
  readonly why: string;
  readonly personIds: readonly string[];
}

/** What the rooms of trust give to the web: who somebody is, and where it is written down. */
export interface Trust {
  /** Reads a session's token; null when there is none, it ended or it was idle too long. Runs as the worker. */
  visitorOf(tables: Tables, token: string, now: Date): Promise<{ visitor: Visitor; notice: Notice | null } | null>;
  /** The account of the system that shows this key; null for any other. Runs as the worker. */
  connectedBy(tables: Tables, key: string, today: LocalDate): Promise<Visitor | null>;
  /** Keeps what the next page says once. Runs as the worker. */
  keepNotice(tables: Tables, token: string, notice: Notice): Promise<void>;
  /** Composes what stands around pages. */
  shellOf(context: Context, current: string | undefined): Promise<Shell>;
  frameOf(context: Context, language: Language): PersonFrame;
  /** Writes one audit entry, as the visitor. */
  writeAudit(context: Context, record: AuditRecord): Promise<void>;
}

export interface Attendance extends Trust, Counting {
  /** Puts work into the queue, in the transaction given. */
  readonly enqueue: Enqueue;
  readonly identify: Identify;
  readonly place: LivePlace;
  /** What the place’s reviewers approved; `fresh` reads again what changed a moment ago. */
  readonly approved?: { fresh(): Promise<void>; in(language: Language): Approved };
}

export const signInPath = '/sign-in';

const notYours: Problem = {
  status: 403,
  title: 'This page is for another role',
  detail: 'You are signed in, but your role does not include it. If you need it for your work, ask your service manager.',
};
const signedOut: Problem = {
  status: 401,
  title: 'You have been signed out',
  detail: 'Go back: your words are still there. Sign in again in another window. Copy your words before you load the page again.',
};
const noKey: Problem = {
  status: 401,
  title: 'This address asks for a key',
  detail: 'Send the key of your connection in the header Authorization, after Bearer. Whoever runs this place gives it and can renew it.',
};

/** What a page knows of its address. Links that go from hand to hand come with more, and open the page all the same; programs are told. */
const named = (route: Route, query: object): object =>
  Object.fromEntries(Object.entries(query).filter(([name]) => Object.hasOwn(route.query.shape, name)));

const unreadAddress = (faults: readonly Fault[], programs: boolean): Problem => ({
  status: 422,
  title: 'That address is not right',
  detail: `Part of it cannot be read: ${faults.map(({ field }) => field.split('.')[0]).join(', ')}. Follow the link again, or begin at the first page.`,
  ...(programs ? { faults } : {}),
});
/** Where no form is shown again, nothing is marked: the page that says so lists what is wrong. */
const unshown = (faults: readonly Fault[]): Problem => ({
  ...invalid(faults),
  title: 'That did not work',
  detail: 'What you typed is still here if you go back. Put this right and send it again.',
});

export const attend = (house: Attendance, route: Route, arrival: Arrival): Promise<Answer> =>
  house.as({ kind: 'worker', job: 'identify the visitor' }, (tables) => inTransaction(house, route, arrival, tables), {
    request: arrival.requestId,
  });

async function inTransaction(house: Attendance, route: Route, arrival: Arrival, tables: Tables): Promise<Answer> {
  const now = house.clock.now();
  const known = arrival.session ? await house.visitorOf(tables, arrival.session, now) : null;
  const visitor = arrival.key ? await house.connectedBy(tables, arrival.key, localDate(now)) : (known?.visitor ?? null);
  switch (verdict(route.permission, visitor, house.place.demo)) {
    case 'absent':
      return problem(notFound);
    case 'sign-in':
      if (route.speaks) return problem(noKey);
      return route.method === 'GET'
        ? { kind: 'redirect', to: `${signInPath}?next=${encodeURIComponent(arrival.url)}` }
        : problem(signedOut);
    case 'no':
      return problem(notYours);
    case 'yes':
  }
  // Only who may ask at all is told whether the address was right.
  const path = route.params.safeParse(arrival.params);
  if (!path.success) return problem(notFound);
  const programs = route.published !== undefined || route.speaks !== undefined;
  const asked = route.query.safeParse(programs ? arrival.query : named(route, arrival.query));
  if (!asked.success) return problem(unreadAddress(faultsOfAddress(asked.error), programs));
  const params = path.data;
  const query = asked.data;
  const door = arrival.door ? doorHash(arrival.door) : null;
  await actAs(tables, { accountId: visitor?.accountId ?? '', door: door ?? '' });
  const touched = new Set<string>();
  let why = '';
  let working = false;
  const reading = readingIn(house.place, arrival.reading) ?? readingIn(house.place, visitor?.language ?? '');
  await house.approved?.fresh();
  const context: Context = {
    now,
    clock: house.clock,
    identify: house.identify,
    requestId: arrival.requestId,
    place: house.place,
    visitor,
    door,
    ...(arrival.door ? { doorCode: arrival.door } : {}),
    tables,
    asWorker: async (job, work) => {
      if (working) return work(tables);
      working = true;
      try {
        return await asWorker(tables, job, work);
      } finally {
        working = false;
      }
    },
    queue: (job, input, about) => queueWork(context, house.enqueue, job, input, about),
    mayTry: (bucket, subject, limit, windowSeconds) => mayTry(house, bucket, subject, limit, windowSeconds),
    touch: (...personIds) => {
      for (const id of personIds) touched.add(id);
    },
    because: (reason) => {
      why = reason;
    },
    formKey: () => signKey(house.secret, house.identify(), arrival.session || arrival.door),
    notice: known?.notice ?? null,
    files: arrival.files,
    ...(arrival.document ? { document: arrival.document } : {}),
    tour: house.place.demo && /^[1-9]$/.test(arrival.tour) ? Number(arrival.tour) : null,
    shell: (current) => house.shellOf(context, current),
    reading,
    approved: (language) => house.approved?.in(language) ?? nothingApproved,
    frame: (language = 'en') => house.frameOf(context, language),
    url: arrival.url,
    session: arrival.session,
    address: arrival.address,
  };
  const answer =
    route.method === 'POST'
      ? await changing(house, route, arrival, context, params, query)
      : await route.handle(context, { params, query, body: {} });
  if (touched.size > 0) {
    if ('nobody' in route.audit) throw new Error(`${route.method} ${route.path} says it touches nobody and touched a person.`);
    await house.writeAudit(context, {
      visitor,
      route: `${route.method} ${route.path}`,
      kind: route.audit.kind,
      outcome: statusOf(answer),
      why,
      personIds: [...touched],
    });
  }
  if (answer.kind === 'redirect' && answer.notice && arrival.session) {
    const notice = answer.notice;
    await context.asWorker('keep a notice', (worker) => house.keepNotice(worker, arrival.session, notice));
  }
  // What went wrong is said in the language of the page it went wrong on.
  return answer.kind === 'problem' && reading ? { ...answer, reading } : answer;
}

/** What somebody chose to read, where the place offers it. */
export function readingIn(place: LivePlace, chosen: string): Reading | null {
  if (!isReading(chosen)) return null;
  const language = languageOfReading(chosen);
  return language === 'en' || place.blueprint.languages?.includes(language) ? chosen : null;
}

async function changing(
  house: Attendance,
  route: Route,
  arrival: Arrival,
  context: Context,
  params: z.output<z.ZodObject>,
  query: z.output<z.ZodObject>,
): Promise<Answer> {
  const { form_key: signed, ...typed } = arrival.body;
  const key = readKey(house.secret, signed, arrival.session || arrival.door) ?? readKey(house.secret, signed, '');
  if (!route.repeatable && !key) return problem(staleForm);
  const body = route.body.safeParse(typed);
  if (!body.success) {
    const faults = faultsOf(body.error);
    return route.again ? route.again(context, { params, query, typed, faults }) : problem(unshown(faults));
  }
  const { tables } = context;
  await sql`savepoint before_change`.execute(tables);
  try {
    if (key && !route.repeatable) {
      const earlier = await claimKey(context, key, `${route.method} ${route.path}`);
      if (earlier) return earlier;
    }
    const answer = await route.handle(context, { params, query, body: body.data });
    if (statusOf(answer) >= 400) await sql`rollback to savepoint before_change`.execute(tables);
    else if (key && answer.kind === 'redirect') await rememberAnswer(context, key, answer);
    return answer;
  } catch (error) {
    const known = problemOf(error);
    if (!known) throw error;
    await sql`rollback to savepoint before_change`.execute(tables);
    return problem(known);
  }
}

/** Refusals of the database that people can cause, in words. */
function problemOf(error: unknown): Problem | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  switch (error.code) {
    case 'OD001':
      return {
        status: 409,
        title: 'That step is not possible now',
        detail: `${error.message} Somebody may have moved it on. Load the page again to see where it is.`,
      };
    case '42501':
      return notFound;
    default:
      return null;
  }
}
