// Small random places, as plain data: who works where and when, who people are, every kind of reason to reach them at every stage, and a row of every table.
import fc from 'fast-check';
import { addDays, localDate } from '../../src/platform/clock.ts';
import { type Category, categories, mayReadRow, memberRoles, roleOfRelationship, roles, tables } from './reference.ts';

/** Milliseconds since 1970. */
export type Instant = number;
export type LocalDay = string;

export interface Account {
  readonly id: string;
  readonly kind: 'staff' | 'person' | 'referrer';
  readonly person: string | null;
  readonly organisation: string | null;
  readonly closedOn: LocalDay | null;
}
export interface Team {
  readonly id: string;
  readonly organisation: string | null;
}
export interface Membership {
  readonly id: string;
  readonly account: string;
  readonly team: string;
  readonly role: string;
  readonly startsOn: LocalDay;
  readonly endsOn: LocalDay | null;
}
/** A row of the table `access`. */
export interface Reason {
  readonly id: string;
  readonly person: string;
  readonly team: string | null;
  readonly account: string | null;
  readonly relationship: string;
  readonly role: string | null;
  readonly categories: readonly Category[] | null;
  readonly agreement: string | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
}
export interface Agreement {
  readonly id: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly categories: readonly Category[];
  readonly state: string;
  readonly startsOn: LocalDay;
  readonly endsOn: LocalDay;
}
interface Sharing {
  readonly id: string;
  readonly person: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly categories: readonly Category[];
}
export interface Choice extends Sharing {
  readonly state: string;
  readonly until: LocalDay | null;
}
/** Sharing without the person's agreement, on a recorded basis. */
export interface Basis extends Sharing {
  readonly decidedAt: Instant;
  readonly endedAt: Instant | null;
  readonly keptFromPerson: boolean;
}
/** A record opened in an emergency; `reason` is the row of access by which. */
export interface Opening {
  readonly id: string;
  readonly reason: string;
  readonly person: string;
  readonly account: string | null;
  readonly team: string;
  readonly keptFromPerson: boolean;
}

/** What access depends on in one row; `key` is its primary key as text. */
export interface Row {
  readonly table: string;
  readonly key: string;
  readonly person: string | null;
  readonly category: Category;
  readonly createdBy: string | null;
  readonly account?: string | null;
  readonly team?: string | null;
  readonly agreement?: string | null;
  /** The agency it is about. */
  readonly organisation?: string;
  readonly state?: string;
  readonly kind?: string;
  readonly kept?: boolean;
  /** What a trace is about. */
  readonly subject?: string;
  /** The record made at the door. */
  readonly originally?: string | null;
  /** Whom an audit entry names. */
  readonly names?: readonly string[];
}

export interface World {
  readonly now: Instant;
  readonly today: LocalDay;
  readonly organisations: readonly string[];
  readonly teams: readonly Team[];
  readonly accounts: readonly Account[];
  readonly memberships: readonly Membership[];
  readonly people: readonly string[];
  readonly reasons: readonly Reason[];
  readonly agreements: readonly Agreement[];
  readonly choices: readonly Choice[];
  readonly bases: readonly Basis[];
  readonly openings: readonly Opening[];
  readonly restricted: readonly { readonly person: string; readonly lifted: boolean; readonly createdBy: string | null }[];
  /** Keys of the rows that the person does not see. */
  readonly heldBack: readonly string[];
  readonly rows: readonly Row[];
  /** Of the visitor who holds a return code. */
  readonly door: string;
  readonly attempts: readonly Attempt[];
}

/** Something tried: to add a row like this one as oneself or in another's name, to change one, or to make it another's. */
export interface Attempt {
  readonly by: string;
  readonly row: Row;
  readonly what: 'add' | 'change' | 'move' | 'sign for another';
  readonly other: string;
}

const day = 86_400_000;
const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

// Noon in winter; an hour at which it is tomorrow in London and today in UTC; the night the clocks change.
const moments = ['2026-11-21T12:00:00Z', '2026-07-14T23:30:00Z', '2026-03-29T00:30:00Z'].map((text) => Date.parse(text));
const index = fc.nat({ max: 9_999 });
const somewhere = fc.constantFrom(-400, -30, -1, 0, 0, 1, 30);
const edge = fc.constantFrom(-day, -1, 0, 1, day);
interface Span {
  /** Days from today. */
  readonly from: number;
  readonly to: number | null;
  /** Milliseconds from now. */
  readonly starts: number;
  readonly ends: number | null;
}
const holding: Span = { from: -10, to: null, starts: -day, ends: null };
/** Mostly holding now; else over, to come, or at the very edge. */
const span: fc.Arbitrary<Span> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(holding) },
  {
    weight: 4,
    arbitrary: fc.record({ from: somewhere, to: fc.option(somewhere, { freq: 3 }), starts: edge, ends: fc.option(edge, { freq: 3 }) }),
  },
);
const someCategories = fc.subarray([...categories]);
const manyCategories = fc.subarray([...categories], { minLength: 5 });

const plan = fc.record({
  moment: fc.constantFrom(...moments),
  teams: fc.array(fc.option(index), { minLength: 2, maxLength: 3 }),
  staff: fc.array(
    fc.record({
      organisation: fc.option(index),
      closed: fc.option<number>(somewhere, { freq: 5 }),
      roles: fc.array(fc.record({ team: index, role: fc.constantFrom(...memberRoles), span }), { maxLength: 2 }),
    }),
    { minLength: 4, maxLength: 7 },
  ),
  people: fc.array(fc.record({ restricted: fc.constantFrom('no', 'no', 'no', 'yes', 'lifted'), account: fc.boolean() }), {
    minLength: 2,
    maxLength: 3,
  }),
  agreements: fc.array(
    fc.record({
      organisation: index,
      purpose: fc.constantFrom('hub', 'support', 'support', 'research'),
      categories: manyCategories,
      state: fc.constantFrom('active', 'active', 'active', 'review_due', 'draft', 'in_review', 'signed', 'expired', 'ended'),
      span,
    }),
    { minLength: 1, maxLength: 3 },
  ),
  sharings: fc.array(
    fc.record({
      person: index,
      agreement: index,
      elsewhere: fc.constantFrom(false, false, false, true),
      other: fc.constantFrom(false, false, true),
      categories: manyCategories,
      state: fc.constantFrom('agreed', 'agreed', 'agreed', 'asked', 'declined', 'withdrawn', 'expired'),
      basis: fc.boolean(),
      kept: fc.boolean(),
      span,
    }),
    { maxLength: 5 },
  ),
  reasons: fc.array(
    fc.record({
      person: index,
      holder: index,
      byTeam: fc.boolean(),
      relationship: fc.constantFrom<string[]>(
        ...['agreement', 'agreement', 'agreement', 'break_glass', 'carer', 'referrer', 'self', 'supporter'],
        ...['serves', 'serves', 'holds_referral', 'offered', 'key_worker', 'key_worker', 'countersigns', 'manages', 'safeguards'],
      ),
      role: fc.constantFrom(...roles.filter((role) => !Object.values(roleOfRelationship).includes(role))),
      agreement: index,
      narrowed: fc.option(someCategories, { freq: 3 }),
      span,
    }),
    { minLength: 2, maxLength: 12 },
  ),
  authors: fc.array(index, { minLength: 40, maxLength: 40 }),
  held: fc.array(index, { maxLength: 4 }),
  states: fc.array(index, { minLength: 12, maxLength: 12 }),
  attempts: fc.array(
    fc.record({
      by: index,
      row: index,
      other: index,
      near: fc.constantFrom(true, true, false),
      what: fc.constantFrom('add', 'add', 'change', 'change', 'move', 'sign for another'),
    }),
    { minLength: 10, maxLength: 10 },
  ),
});
type Plan = typeof plan extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const pick = <Of>(from: readonly Of[], at: number): Of => {
  const one = from[at % from.length];
  if (one === undefined) throw new Error('There is nothing to choose from.');
  return one;
};

function build(drawn: Plan): World {
  let made = 0;
  const identify = (): string => idOf(++made);
  const now = drawn.moment;
  const today = localDate(new Date(now));
  const days = (offset: number): LocalDay => addDays(today, offset);
  const organisations = [identify(), identify()];
  const teams = drawn.teams.map((organisation) => ({
    id: identify(),
    organisation: organisation === null ? null : pick(organisations, organisation),
  }));
  const people = drawn.people.map(identify);
  const staff = drawn.staff.map(
    ({ organisation, closed }): Account => ({
      id: identify(),
      kind: 'staff',
      person: null,
      organisation: organisation === null ? null : pick(organisations, organisation),
      closedOn: closed === null ? null : days(closed),
    }),
  );
  const own = people
    .filter((_, at) => drawn.people[at]?.account)
    .map((person): Account => ({ id: identify(), kind: 'person', person, organisation: null, closedOn: null }));
  const referrers = [0, 1].map((): Account => ({ id: identify(), kind: 'referrer', person: null, organisation: null, closedOn: null }));
  const accounts = [...staff, ...own, ...referrers];
  const memberships = drawn.staff.flatMap((one, at) =>
    one.roles.map(
      ({ team, role, span }): Membership => ({
        id: identify(),
        account: pick(staff, at).id,
        team: pick(teams, team).id,
        role,
        startsOn: days(span.from),
        endsOn: span.to === null ? null : days(span.to),
      }),
    ),
  );
  const agreements = drawn.agreements.map(
    ({ organisation, purpose, categories, state, span }): Agreement => ({
      id: identify(),
      organisation: pick(organisations, organisation),
      purpose,
      categories,
      state,
      startsOn: days(span.from),
      endsOn: days(span.to ?? 400),
    }),
  );
  const asThemselves = own.map(({ id, person }, at) => ({
    ...pick(drawn.reasons, at),
    byTeam: false,
    relationship: 'self',
    account: id,
    person,
    narrowed: null,
  }));
  const reasons = [...drawn.reasons.map((one) => ({ ...one, account: null })), ...asThemselves].map((one): Reason => {
    const { relationship, span } = one;
    const bound = roleOfRelationship[relationship] ?? null;
    const alone = relationship !== 'agreement' && (bound !== null || relationship === 'break_glass');
    const byTeam = one.byTeam && !alone;
    const agreement = relationship === 'agreement' ? pick(agreements, one.agreement) : null;
    // Mostly held by a party of the agreement.
    const parties = <Of extends { readonly organisation: string | null }>(all: readonly Of[]): readonly Of[] => {
      const party = all.filter(({ organisation }) => organisation === agreement?.organisation);
      return agreement && party.length > 0 && one.holder % 4 > 0 ? party : all;
    };
    const account = byTeam ? null : (one.account ?? pick(parties(accounts), one.holder).id);
    const startsAt = now + (relationship === 'break_glass' ? Math.max(span.starts, -day / 12) : span.starts);
    const ends = relationship === 'break_glass' ? startsAt + Math.min(Math.max(span.ends ?? day, 1), day / 8) : null;
    return {
      id: identify(),
      person: typeof one.person === 'string' ? one.person : pick(people, one.person ?? 0),
      team: byTeam ? pick(parties(teams), one.holder).id : null,
      account,
      relationship,
      role: bound ?? (byTeam ? null : relationship === 'break_glass' && one.byTeam ? 'IG' : one.role),
      categories: one.narrowed,
      agreement: agreement?.id ?? null,
      startsAt,
      endsAt: ends ?? (span.ends === null ? null : now + span.ends),
    };
  });
  const sharings = drawn.sharings.map((one) => {
    // Mostly about somebody whom an agreement is used for, so that what they chose matters.
    const used = reasons.filter((reason) => reason.agreement !== null);
    const reason = one.elsewhere || used.length === 0 ? null : pick(used, one.agreement);
    const agreement = agreements.find(({ id }) => id === reason?.agreement) ?? pick(agreements, one.agreement);
    const purpose = one.other ? 'another' : agreement.purpose;
    return { ...one, id: identify(), person: reason?.person ?? pick(people, one.person), organisation: agreement.organisation, purpose };
  });
  const choices = sharings
    .filter(({ basis }) => !basis)
    .map(({ span, ...one }): Choice => ({ ...one, until: span.to === null ? null : days(span.to) }));
  const bases = sharings
    .filter(({ basis }) => basis)
    .map(
      ({ span, kept, ...one }): Basis => ({
        ...one,
        keptFromPerson: kept,
        decidedAt: now + span.starts,
        endedAt: span.ends === null ? null : now + span.ends,
      }),
    );
  // Every second one is not told, and every second team is another's.
  const openings = reasons
    .filter(({ relationship }) => relationship === 'break_glass')
    .map(
      ({ id, person, account }, at): Opening => ({
        id: identify(),
        reason: id,
        person,
        account,
        team: pick(teams, (drawn.states[at] ?? 0) + 1).id,
        keptFromPerson: (drawn.states[at] ?? 0) % 2 === 0,
      }),
    );
  const restricted = drawn.people.flatMap((one, at) =>
    one.restricted === 'no' ? [] : [{ person: pick(people, at), lifted: one.restricted === 'lifted', createdBy: null }],
  );
  const partial = {
    now,
    today,
    organisations,
    teams,
    accounts,
    memberships,
    people,
    reasons,
    agreements,
    choices,
    bases,
    openings,
    restricted,
  };
  const rows = rowsOf(partial, drawn, identify);
  const couldBeHeld = rows.filter(({ category, table }) => ['safety', 'offence'].includes(category) && table !== 'restricted_record');
  const heldBack = drawn.held
    .slice(0, couldBeHeld.length)
    .map((at) => pick(couldBeHeld, at))
    .map(({ key, subject }) => subject ?? key);
  const heldRows = [...new Set(heldBack)].map((key): Row => {
    const held = rows.find((row) => (row.subject ?? row.key) === key);
    return {
      table: 'held_back',
      key,
      person: held?.person ?? null,
      category: held?.category ?? 'safety',
      createdBy: pick(accounts, key.length).id,
    };
  });
  const all = [...rows, ...heldRows];
  const world = { ...partial, heldBack: [...new Set(heldBack)], rows: all, door: 'the hash of a code', attempts: [] };
  const attempts = drawn.attempts.map(({ by, row, what, other, near }): Attempt => {
    const account = pick(accounts, by);
    // Most is tried where something may be read, since elsewhere all of it fails.
    const within = all.filter((one) => tables[one.table] && (!near || mayReadRow(world, account, one)));
    return {
      by: account.id,
      row: pick(within.length > 0 ? within : all.filter((one) => tables[one.table]), row),
      what: what as Attempt['what'], // one of the constants above
      other: what === 'move' ? pick(people, other) : pick(accounts, other).id,
    };
  });
  return { ...world, attempts };
}

/** One row of every table and person by some account, one by the program, and those that the world's own things are. */
function rowsOf(world: Omit<World, 'rows' | 'heldBack' | 'attempts' | 'door'>, drawn: Plan, identify: () => string): readonly Row[] {
  const { accounts, people, teams } = world;
  let turn = 0;
  const next = (): number => pick(drawn.authors, turn++) + turn;
  const someone = (): string => pick(accounts, next()).id;
  const rows: Row[] = [];
  const oneEach = new Set(['contact_preference', 'equality']);
  const made = new Set([
    'access',
    'emergency_opening',
    'person',
    'held_back',
    'restricted_record',
    'sharing_choice',
    'sharing_without_agreement',
    'audit_person',
    'task',
  ]);
  for (const [table, rule] of Object.entries(tables)) {
    if (made.has(table)) continue;
    for (const person of people)
      for (const createdBy of oneEach.has(table) ? [someone()] : [someone(), null]) {
        const key = oneEach.has(table) ? person : table === 'transition' ? String(rows.length + 1) : identify();
        const category =
          rule.of !== 'row' ? rule.of : pick<Category>(table === 'related_person' ? ['contact', 'story'] : categories, next());
        rows.push({ table, key, person, category, createdBy, ...details(table, world, next, identify) });
      }
  }
  const base = { category: 'contact', createdBy: null } as const;
  for (const person of people) {
    rows.push({ ...base, table: 'person', key: person, person, createdBy: someone() });
    rows.push({ ...base, table: 'task', key: identify(), person, account: someone(), team: pick(teams, next()).id });
    rows.push({ ...base, table: 'task', key: identify(), person, account: null, team: pick(teams, next()).id });
    rows.push({ ...base, table: 'draft', key: identify(), person, account: someone() });
    const referral = rows.find((row) => row.table === 'referral' && row.person === person);
    rows.push({ ...base, table: 'presence', key: referral?.key ?? '', person, account: someone() });
    const entry = identify();
    const names = [person, pick(people, next())].filter((one, at, all) => all.indexOf(one) === at);
    rows.push({ ...base, table: 'audit_entry', key: entry, person: null, account: pick([someone(), null], next()), names });
    for (const named of names) rows.push({ ...base, table: 'audit_person', key: `${entry} ${named}`, person: named });
  }
  rows.push({ ...base, table: 'task', key: identify(), person: null, account: null, team: pick(teams, next()).id });
  rows.push({ ...base, table: 'draft', key: identify(), person: null, account: someone() });
  for (const one of world.reasons)
    rows.push({ ...base, table: 'access', key: one.id, person: one.person, agreement: one.agreement, kind: one.relationship });
  for (const one of world.restricted)
    rows.push({ table: 'restricted_record', key: one.person, person: one.person, category: 'safety', createdBy: one.createdBy });
  for (const one of world.choices)
    rows.push({ ...base, table: 'sharing_choice', key: one.id, person: one.person, organisation: one.organisation });
  for (const one of world.bases)
    rows.push({
      ...base,
      category: 'safety',
      table: 'sharing_without_agreement',
      key: one.id,
      person: one.person,
      organisation: one.organisation,
      kept: one.keptFromPerson,
    });
  for (const { id, person, account, team, keptFromPerson } of world.openings)
    rows.push({ ...base, table: 'emergency_opening', key: id, person, account, team, kept: keptFromPerson });
  for (const one of accounts) rows.push({ ...base, table: 'account', key: one.id, person: null, kind: one.kind });
  return rows;
}

/** What besides person, category and author decides about a row of some tables. */
function details(
  table: string,
  { accounts, teams, people }: Pick<World, 'accounts' | 'teams' | 'people'>,
  next: () => number,
  identify: () => string,
): Partial<Row> {
  switch (table) {
    case 'offer':
      return { team: pick(teams, next()).id, state: pick(['drafted', 'sent', 'accepted', 'returned'], next()) };
    case 'message':
      return { kind: pick(['person', 'referrer', 'staff'], next()), state: pick(['receipt', 'receipt', 'sign_in_link'], next()) };
    case 'referral':
      return { account: pick(accounts, next()).id, team: pick(teams, next()).id, originally: pick([null, ...people], next()) };
    case 'referral_answer':
      return { state: pick(['answered', 'not_asked'], next()) };
    case 'transition':
      return { subject: identify() };
    default:
      return {};
  }
}

/** A place in which everybody comes through an agreement, since it takes an agreement, a party, a member, a choice and their days to open anything. */
function amongPartners(drawn: Plan): Plan {
  return {
    ...drawn,
    staff: drawn.staff.map((one) => ({ ...one, closed: null, roles: one.roles.map((role) => ({ ...role, span: holding })) })),
    reasons: drawn.reasons.map((one) => ({
      ...one,
      relationship: 'agreement',
      span: holding,
      narrowed: one.holder % 3 ? null : one.narrowed,
    })),
    sharings: drawn.sharings.map((one) => ({ ...one, elsewhere: false })),
    agreements: drawn.agreements.map((one) => ({ ...one, span: { ...one.span, from: Math.min(one.span.from, 0) } })),
  };
}

export const worlds: fc.Arbitrary<World> = fc
  .tuple(plan, fc.constantFrom(false, false, true))
  .map(([drawn, partners]) => build(partners ? amongPartners(drawn) : drawn));
