// A life while it is told: its rows so far, whose they are, and the traces that the program itself would leave.
import type { Insertable } from 'kysely';
import type { LocalDate } from '../../platform/clock.ts';
import type { Schema } from '../../platform/database/schema.ts';
import { instantOf } from '../../platform/due.ts';
import type { Category } from '../../platform/events.ts';
import type { Course, Rows, Setting } from './course.ts';

/** In milliseconds. */
export const hour = 3_600_000;
export const at = (day: LocalDate, time: string): Date => instantOf(day, time);

/** From, to, when, whose account, in which role, and why where a reason is asked. */
export type Step = readonly [string | null, string, Date, string | null, string, string?];

/** What is kept with an event: its data, and whose account. */
interface Kept {
  readonly data?: object;
  readonly createdBy?: string;
}

export interface Telling {
  readonly setting: Setting;
  readonly course: Course;
  readonly rows: Rows;
  readonly personId: string;
  readonly accountId: string;
  readonly referralId: string;
  /** Accounts of whoever read the request, and of whoever is their worker. */
  readonly triager: string;
  readonly worker: string;
  add<Name extends keyof Schema>(table: Name, row: Insertable<Schema[Name]>): void;
  event(kind: string, category: Category, at: Date, subject: readonly [kind: string, id: string], kept?: Kept): void;
  trace(lifecycle: string, subjectId: string, category: Category, steps: readonly Step[]): void;
}

export function beginTelling(setting: Setting, course: Course): Telling {
  const { identify, staff } = setting;
  const rows: Rows = {};
  const add: Telling['add'] = (table, row) => {
    const list = (rows[table] ?? []) as (typeof row)[]; // one list a table, of that table's rows
    list.push(row);
    (rows as Record<string, unknown>)[table] = list;
  };
  const personId = identify();
  return {
    setting,
    course,
    rows,
    personId,
    accountId: identify(),
    referralId: identify(),
    triager: staff(course.triagedBy),
    worker: staff(course.keyWorker),
    add,
    event: (kind, category, when, [subjectKind, subjectId], { data = {}, createdBy = null as string | null } = {}) =>
      add('journeyEvent', {
        id: identify(),
        personId,
        category,
        kind,
        at: when,
        subjectKind,
        subjectId,
        data: JSON.stringify(data),
        createdBy,
      }),
    trace(lifecycle, subjectId, category, steps) {
      for (const [fromState, toState, when, createdBy, role, reason = ''] of steps)
        add('transition', { lifecycle, subjectId, personId, category, fromState, toState, at: when, createdBy, role, reason });
    },
  };
}
