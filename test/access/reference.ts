// Who may see and change what, said once more from the field's own table and without looking at the database: the oracle that its policies are compared with.
import type { Account, Instant, LocalDay, Reason, Row, World } from './world.ts';

export const categories = ['contact', 'story', 'clinical', 'safety', 'offence', 'housing', 'work', 'measures', 'equality'] as const;
export type Category = (typeof categories)[number];

// R read, W write, O own items only, S short form, A totals only, B after breaking the glass, = by agreement and item, - none.
const matrix = `
  PER            RW  RW  R   R   R   RW  RW  RW  RW
  CAR            S   O   -   S   -   -   -   -   -
  REF            O   O   O   O   O   O   O   -   -
  TRI            RW  RW  RW  RW  R   RW  RW  RW  S
  SNR            RW  RW  RW  RW  R   RW  RW  RW  S
  KW             RW  RW  RW  RW  RW  RW  RW  RW  S
  CO_VOLUNTEERS  RW  S   -   S   S   -   -   -   S
  CO_HUB         R   S   S   R   S   S   S   -   -
  VOL            S   S   -   S   -   -   -   -   -
  HOST           S   O   -   O   -   -   -   O   O
  HOU            RW  S   S   S   S   RW  S   -   S
  EMP            RW  S   S   S   S   -   RW  O   S
  PAR            =   =   =   =   =   =   =   =   -
  SG             R   R   R   RW  R   R   -   -   S
  MGR            R   R   R   RW  R   R   R   R   A
  COM            -   A   A   A   A   A   A   A   A
  IG             B   B   B   B   B   B   B   B   B
  ADM            -   -   -   -   -   -   -   -   -
`;

const cells = new Map(
  matrix
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([role = '', ...row]) => [role, new Map(categories.map((category, at) => [category, row[at] ?? '']))] as const),
);
export const roles: readonly string[] = [...cells.keys()];
export const cell = (role: string, category: Category): string => cells.get(role)?.get(category) ?? '-';

/** These come by one relationship and by no other, and nobody has them as a member of a team of staff. */
export const roleOfRelationship: Readonly<Record<string, string>> = {
  self: 'PER',
  carer: 'CAR',
  referrer: 'REF',
  supporter: 'VOL',
  agreement: 'PAR',
};
/** What a team may reach its members in these roles may reach. A supporter sees the people matched with them; commissioners and administrators see nobody. */
const actForTeam = new Set(['TRI', 'SNR', 'KW', 'CO_VOLUNTEERS', 'CO_HUB', 'HOST', 'HOU', 'EMP', 'SG', 'MGR']);
export const memberRoles: readonly string[] = roles.filter((role) => !['PER', 'CAR', 'REF'].includes(role));

export interface TableRule {
  /** 'row': each row names its own. */
  readonly of: Category | 'row';
  /** Rows stay as their author wrote them, so that "own items only" means something. */
  readonly items?: true;
  /** Written by the program alone. */
  readonly program?: true;
  /** The service's own workings: not part of what the person's account opens. */
  readonly notThePerson?: true;
  /** Who may read and write is said by name below. */
  readonly special?: true;
  /** What no agreement opens: all of it, its rows of contact, or what is about other agencies than the party. */
  readonly beyond?: 'all' | 'contact' | 'others';
}

/** Every table that names a person. A new one is added here first. */
export const tables: Readonly<Record<string, TableRule>> = {
  access: { of: 'contact', program: true, special: true },
  audit_person: { of: 'contact', program: true, special: true },
  clock: { of: 'contact', beyond: 'all' },
  coming_help: { of: 'contact', beyond: 'all' },
  contact_point: { of: 'contact' },
  contact_preference: { of: 'contact' },
  contact_try: { of: 'clinical', items: true, beyond: 'all' },
  emergency_opening: { of: 'contact', program: true, special: true },
  enrolment: { of: 'story' },
  equality: { of: 'equality' },
  goal: { of: 'story' },
  goal_step: { of: 'story' },
  held_back: { of: 'row', notThePerson: true, beyond: 'all' },
  identity_key: { of: 'contact', program: true, special: true },
  identity_link: { of: 'contact', notThePerson: true, beyond: 'all' },
  journey_event: { of: 'row', items: true, program: true, beyond: 'contact' },
  measure_request: { of: 'measures', items: true, beyond: 'all' },
  measure_result: { of: 'measures', items: true },
  message: { of: 'contact', program: true, beyond: 'all' },
  offer: { of: 'clinical', beyond: 'all' },
  person: { of: 'contact' },
  plan: { of: 'story' },
  possible_match: { of: 'contact', notThePerson: true, beyond: 'all' },
  referral: { of: 'contact', beyond: 'all' },
  referral_answer: { of: 'row', items: true, beyond: 'contact' },
  referral_question: { of: 'story', program: true, beyond: 'all' },
  related_person: { of: 'row', beyond: 'contact' },
  restricted_record: { of: 'safety', beyond: 'all' },
  safeguarding_concern: { of: 'safety', program: true, beyond: 'all' },
  session_note: { of: 'clinical', items: true },
  sharing_choice: { of: 'contact', beyond: 'others' },
  sharing_without_agreement: { of: 'safety', beyond: 'others' },
  strand: { of: 'story' },
  support_session: { of: 'contact', beyond: 'all' },
  task: { of: 'contact', program: true, special: true },
  transition: { of: 'row', items: true, program: true, beyond: 'all' },
  triage_decision: { of: 'clinical', beyond: 'all' },
};

/** Tables that name people without being their record. */
export const besides = ['account', 'audit_entry', 'door_draft', 'draft', 'presence'] as const;

/** A reason that holds now, for one account. */
interface Reach {
  readonly role: string;
  readonly relationship: string;
  readonly within: ReadonlySet<Category>;
  readonly reason: Reason;
}

const everything: ReadonlySet<Category> = new Set(categories);
const startedAndNotEnded = (now: Instant, starts: Instant, ends: Instant | null): boolean => starts <= now && (ends === null || ends > now);
/** Days count whole: the last one included. */
const onTheseDays = (today: LocalDay, first: LocalDay, last: LocalDay | null): boolean =>
  first <= today && (last === null || last >= today);

const isOpen = (world: World, account: Account): boolean => account.closedOn === null || account.closedOn > world.today;
const rolesIn = (world: World, account: Account, team: string): string[] =>
  world.memberships
    .filter((one) => one.account === account.id && one.team === team && onTheseDays(world.today, one.startsOn, one.endsOn))
    .map((one) => one.role);

/** What an agreement opens to its party about the person: what it covers, of what they chose for that purpose or a recorded basis allows. */
function openedByAgreement(world: World, reason: Reason): ReadonlySet<Category> {
  const agreement = world.agreements.find((one) => one.id === reason.agreement);
  if (!agreement) return everything;
  const party = reason.team ? world.teams.find((one) => one.id === reason.team) : world.accounts.find((one) => one.id === reason.account);
  const stands = ['active', 'review_due'].includes(agreement.state) && onTheseDays(world.today, agreement.startsOn, agreement.endsOn);
  if (!stands || party?.organisation !== agreement.organisation) return new Set();
  const fits = (one: { readonly person: string; readonly organisation: string; readonly purpose: string }): boolean =>
    one.person === reason.person && one.organisation === agreement.organisation && one.purpose === agreement.purpose;
  const given = [
    ...world.choices.filter((one) => fits(one) && one.state === 'agreed' && (one.until === null || one.until >= world.today)),
    ...world.bases.filter((one) => fits(one) && startedAndNotEnded(world.now, one.decidedAt, one.endedAt)),
  ].flatMap((one) => one.categories);
  return new Set(given.filter((category) => agreement.categories.includes(category)));
}

export function reaches(world: World, account: Account | null, person: string): Reach[] {
  if (!account || !isOpen(world, account)) return [];
  const restricted = world.restricted.some((one) => one.person === person && !one.lifted);
  return world.reasons
    .filter((reason) => reason.person === person && startedAndNotEnded(world.now, reason.startsAt, reason.endsAt))
    .flatMap((reason) => {
      const asMember = reason.team && !restricted ? rolesIn(world, account, reason.team) : [];
      const held =
        reason.account === account.id ? [reason.role] : asMember.map((role) => reason.role ?? (actForTeam.has(role) ? role : null));
      const opened = openedByAgreement(world, reason);
      const within = new Set([...opened].filter((category) => reason.categories === null || reason.categories.includes(category)));
      if (reason.agreement && within.size === 0) return [];
      return held.flatMap((role) => (role ? [{ role, relationship: reason.relationship, within, reason }] : []));
    });
}

const isSelf = (world: World, account: Account | null, person: string): boolean =>
  reaches(world, account, person).some(({ relationship }) => relationship === 'self');

const gives = (reach: Reach, category: Category, letters: string): boolean => {
  if (!reach.within.has(category)) return false;
  const here = cell(reach.role, category);
  return [...letters].some((letter) => {
    if (!here.includes(letter)) return false;
    if (letter === '=') return reach.relationship === 'agreement';
    if (letter === 'B') return reach.relationship === 'break_glass';
    if (letter === 'W') return reach.relationship !== 'break_glass';
    return true;
  });
};

/** The whole of what is kept in this category, or the account's own items where `mine`; `beyond`: by any reason but an agreement. */
const mayRead = (world: World, account: Account | null, person: string, category: Category, mine: boolean, beyond = false): boolean =>
  reaches(world, account, person).some(
    (reach) => !(beyond && reach.relationship === 'agreement') && gives(reach, category, mine ? 'R=BO' : 'R=B'),
  );

/** How the help goes, and what is about other agencies, is opened by no agreement. */
const isBeyond = ({ beyond }: TableRule, category: Category): boolean =>
  beyond !== undefined && (beyond !== 'contact' || category === 'contact');

/** What is about an agency that is party to an agreement its workers read, as far as the agreement opens its category. */
const isAboutTheirAgency = (world: World, account: Account | null, row: Row): boolean =>
  row.person !== null &&
  reaches(world, account, row.person).some(
    (reach) =>
      reach.relationship === 'agreement' &&
      gives(reach, row.category, '=') &&
      world.agreements.some(({ id, organisation }) => id === reach.reason.agreement && organisation === row.organisation),
  );

const mayWrite = (world: World, account: Account | null, person: string, category: Category, mine: boolean): boolean =>
  reaches(world, account, person).some(
    (reach) => gives(reach, category, 'W') || (mine && reach.relationship !== 'break_glass' && gives(reach, category, 'O')),
  );

export const mayReadShort = (world: World, account: Account | null, person: string, category: Category): boolean =>
  reaches(world, account, person).some((reach) => gives(reach, category, 'RS=B'));

const mayListReasons = (world: World, account: Account | null, person: string): boolean =>
  reaches(world, account, person).some(
    (reach) =>
      ['self', 'key_worker', 'manages', 'break_glass'].includes(reach.relationship) &&
      reach.within.has('contact') &&
      /[RB]/.test(cell(reach.role, 'contact')),
  );

const unsafeToTell = (world: World, row: Row): boolean => {
  if (world.openings.some((one) => one.reason === row.key && one.keptFromPerson)) return true;
  const agreement = world.agreements.find((one) => one.id === row.agreement);
  return world.bases.some(
    (one) =>
      one.keptFromPerson && one.person === row.person && one.organisation === agreement?.organisation && one.purpose === agreement.purpose,
  );
};

const mine = (rule: TableRule | undefined, account: Account | null, row: Row): boolean =>
  rule?.items === true && account !== null && row.createdBy === account.id;

/** What the person said last keeps what they told from an agency, and no recorded ground allows it. */
const keepsTold = (world: World, person: string, agency: string): boolean => {
  const said = world.choices.filter((one) => one.person === person && one.organisation === agency && one.purpose === 'support');
  const last = said.toSorted((one, other) => (one.id < other.id ? 1 : -1))[0];
  const ground = world.bases.some(
    (one) =>
      one.person === person &&
      one.organisation === agency &&
      one.categories.includes('story') &&
      startedAndNotEnded(world.now, one.decidedAt, one.endedAt),
  );
  return last !== undefined && last.state !== 'agreed' && !ground;
};

/** Their story as they told it goes to another agency only as they said (MOS-6). Here it was told to none. */
const mayUseTold = (world: World, account: Account | null, person: string, createdBy: string | null): boolean =>
  account !== null &&
  (createdBy === account.id ||
    isSelf(world, account, person) ||
    reaches(world, account, person).some((reach) => {
      const { team } = reach.reason;
      // A team of the place itself is no agency’s: there it is theirs who work in it.
      const agency = world.teams.find(({ id }) => id === team)?.organisation ?? account.organisation;
      return (
        gives(reach, 'story', 'R=B') &&
        (['agreement', 'break_glass'].includes(reach.relationship) || !agency || !keepsTold(world, person, agency))
      );
    }));

/** Whether the row stands in what this account is given of the table. */
export function mayReadRow(world: World, account: Account | null, row: Row): boolean {
  const { person } = row;
  const self = person !== null && isSelf(world, account, person);
  const asMember = (team: string | null | undefined): string[] =>
    account && team && isOpen(world, account) ? rolesIn(world, account, team) : [];
  const holdsToday = (role: string): boolean => world.teams.some((team) => asMember(team.id).includes(role));
  const worksWithPeople = world.teams.some((team) => asMember(team.id).some((role) => cell(role, 'contact') !== '-'));
  const named = account !== null && row.account === account.id;
  switch (row.table) {
    case 'account':
      return row.kind === 'staff' || row.key === account?.id;
    case 'audit_entry':
      return named || row.names?.some((one) => isSelf(world, account, one)) === true || holdsToday('IG');
    case 'audit_person':
      return self || holdsToday('IG');
    case 'door_draft':
      return false;
    case 'draft':
      return named && (person === null || mayReadShort(world, account, person, 'contact'));
    case 'presence':
      // Beside a referral that they read.
      return named || (person !== null && mayRead(world, account, person, 'contact', false, true));
    case 'identity_key':
      return false;
    case 'task':
      if (person === null) return named || asMember(row.team).length > 0;
      return (named && worksWithPeople) || asMember(row.team).some((role) => actForTeam.has(role));
    case 'emergency_opening':
      // Who opened, who looks after such openings, who leads the team that had the record, and the person unless telling is unsafe.
      return (
        (named && account !== null && isOpen(world, account)) ||
        holdsToday('IG') ||
        asMember(row.team).includes('MGR') ||
        (self && !row.kept)
      );
    case 'access':
      return (
        person !== null &&
        (reaches(world, account, person).some(({ reason }) => reason.id === row.key) ||
          (mayListReasons(world, account, person) &&
            !(self && unsafeToTell(world, row)) &&
            // That somebody decides about a concern is told to whoever may read of safety.
            (row.kind !== 'safeguards' || mayRead(world, account, person, 'safety', false))))
      );
  }
  if (person === null) return false;
  const rule = tables[row.table];
  if (rule?.notThePerson && self) return false;
  if (self && ['safety', 'offence'].includes(row.category) && world.heldBack.includes(row.subject ?? row.key)) return false;
  if (row.table === 'sharing_without_agreement' && row.kept && self) return false;
  if (row.table === 'referral_answer' && row.category === 'story' && !mayUseTold(world, account, person, row.createdBy)) return false;
  // What we say to others about them is not addressed to them; a link that opens their page is for nobody else.
  if (row.table === 'message' && ((row.kind !== 'person' && self) || (row.state === 'sign_in_link' && !self))) return false;
  if (mayRead(world, account, person, row.category, mine(rule, account, row), rule !== undefined && isBeyond(rule, row.category)))
    return true;
  if (rule?.beyond === 'others' && isAboutTheirAgency(world, account, row)) return true;
  if (row.table !== 'offer' || !asMember(row.team).some((role) => actForTeam.has(role))) return false;
  return row.state === 'sent' || (row.state !== 'drafted' && mayReadShort(world, account, person, 'contact'));
}

/** Whether the account may add this row as it stands, author included. */
export function mayAddRow(world: World, account: Account | null, row: Row): boolean {
  const rule = tables[row.table];
  if (!account || !rule || rule.special || rule.program || row.person === null || row.table === 'person') return false;
  if (row.createdBy !== account.id) return false;
  if ((rule.notThePerson || row.table === 'clock') && isSelf(world, account, row.person)) return false;
  return mayWrite(world, account, row.person, row.category, mine(rule, account, row));
}

/** Whether the account may change something in the row, leaving whose and of what category it is. Nobody changes what they cannot read. */
export function mayChangeRow(world: World, account: Account | null, row: Row): boolean {
  const rule = tables[row.table];
  if (row.table === 'task') return mayReadRow(world, account, row);
  if (!account || !rule || rule.special || rule.program || row.person === null) return false;
  if (row.table === 'referral_answer' && row.state === 'answered' && row.createdBy !== account.id) return false;
  if ((rule.notThePerson || row.table === 'clock') && isSelf(world, account, row.person)) return false;
  return mayReadRow(world, account, row) && mayWrite(world, account, row.person, row.category, mine(rule, account, row));
}

/** What became of a referral, for whoever sent it and as long as they may follow it. */
export const mayFollow = (world: World, account: Account | null, row: Row): boolean =>
  account !== null &&
  row.account === account.id &&
  [row.person, row.originally].some(
    (person) => person && reaches(world, account, person).some(({ relationship }) => relationship === 'referrer'),
  );
