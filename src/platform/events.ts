// Everything that happens to a person's support is one event, written in the same transaction as what happened. Timelines, rollups and exports read them.
import type { Context, Tables } from './web/context.ts';

export type Category = 'contact' | 'story' | 'clinical' | 'safety' | 'offence' | 'housing' | 'work' | 'measures' | 'equality';

export interface JourneyEvent {
  readonly personId: string;
  readonly category: Category;
  /** subject.what_happened, for example 'referral.submitted'. */
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Facts by name: dates, codes, names of services and staff. Never the person's own free text. */
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes the event as the worker, so that an action that may happen may always be recorded. */
export const record = (context: Context, event: JourneyEvent): Promise<void> =>
  context.asWorker('record an event', (tables) =>
    recordIn(tables, event, { id: context.identify(), at: context.now, by: context.visitor?.accountId ?? null }),
  );

/** For jobs, which have no context. */
export async function recordIn(
  tables: Tables,
  event: JourneyEvent,
  when: { readonly id: string; readonly at: Date; readonly by: string | null },
): Promise<void> {
  await tables
    .insertInto('journeyEvent')
    .values({
      id: when.id,
      personId: event.personId,
      category: event.category,
      kind: event.kind,
      at: when.at,
      subjectKind: event.subjectKind,
      subjectId: event.subjectId,
      data: JSON.stringify(event.data ?? {}),
      createdBy: when.by,
    })
    .execute();
}
