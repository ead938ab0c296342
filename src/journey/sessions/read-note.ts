// A note as it is sent: its fields, the measure asked with it, and what it means as one act with the faults of its dates and times.
import { z } from 'zod';
import { codesOf } from '../../platform/codes/codes.ts';
import type { Fault } from '../../platform/problem.ts';
import { saidDay } from '../../platform/said.ts';
import type { AsTyped } from '../../platform/web/as-typed.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { choices, optionalText, version } from '../../platform/web/fields.ts';
import { confirmedVersions, resultsOf } from '../measures/actions.ts';
import type { InstrumentDefinition } from '../measures/definition.ts';
import { asPublished, languageInWords, withoutVersion } from '../measures/held.ts';
import { instrumentById } from '../measures/instruments/all.ts';
import type { MeasureResult } from '../measures/model.ts';
import { recordOf } from '../record/actions.ts';
import type { RecordFrame } from '../record/model.ts';
import type { SupportSession } from './model.ts';
import { answersOf, readBooking, type TypedNote, typedNote } from './typed-note.ts';
import { currentEnrolment } from './working-frame.ts';
import type { WriteUp } from './writing-up.ts';

export interface AskedMeasure {
  readonly definition: InstrumentDefinition;
  readonly last: string;
  readonly point: string;
  /** Tags of the languages it may be asked in here, English as published first. */
  readonly languages: readonly string[];
  /** The language the person needs an interpreter for, in words; '' where they need none. */
  readonly needs: string;
  /** The language that stands chosen: '' where somebody has to think about it. */
  readonly begins: string;
}

/** The measure asked for with this person: what they answered last, else the first of the pathway that can be scored by hand, else CORE-10. */
export async function instrumentFor(context: SignedIn, frame: RecordFrame, pathwayCode: string | null): Promise<AskedMeasure | null> {
  if (!frame.reach.write.has('measures')) return null;
  const results = await resultsOf(context.tables, frame.who.personId);
  const latest = results.at(-1);
  const set = context.place.blueprint.measures.find((one) => one.pathways?.some((code) => code === pathwayCode));
  const ofPathway = Object.keys(set?.ask ?? {}).flatMap((id) => instrumentById.get(id) ?? []);
  const definition =
    (latest ? instrumentById.get(latest.instrument) : undefined) ??
    ofPathway.find((one) => one.total !== null && one.items <= 14) ??
    instrumentById.get('core-10');
  if (!definition) return null;
  const languages = [asPublished, ...(await confirmedVersions(context.tables, definition)).map(({ language }) => language)];
  const needed = frame.who.interpreter;
  const usual = latest?.instrument === definition.id ? latest.language : asPublished;
  return {
    definition,
    last: latest ? lastWords(latest) : 'Not taken before. Saying no is fine.',
    point: latest ? 'review' : 'baseline',
    languages,
    needs: needed ? languageInWords(needed) : '',
    begins: [needed, needed ? '' : usual].find((tag) => tag && languages.includes(tag)) ?? (needed ? '' : asPublished),
  };
}

const lastWords = ({ takenAt, total, language }: MeasureResult): string =>
  `Last time, ${saidDay(takenAt)}: ${total ?? 'not scored'}${language === asPublished ? '' : `, in ${languageInWords(language)}`}.`;

/** The name under which what was typed is kept. */
export const noteForm = 'session-note';

export const noteBody = z.strictObject({
  session_version: version.optional(),
  draft_version: optionalText(12),
  came: z.enum(['attended', 'late_seen', 'late_not_seen', 'missed'], { error: 'Say whether they came.' }),
  welfare: optionalText(4000, 'This answer'),
  offer: optionalText(4000, 'This answer'),
  did: optionalText(8000, 'What you did'),
  agreed: optionalText(4000, 'What you agreed'),
  mood: optionalText(2000, 'Their words'),
  next_step: optionalText(400, 'The thing to remember'),
  concern: z.enum(['yes', 'no', '']).optional().default(''),
  interventions: choices(codesOf('interventionType') as unknown as readonly [string, ...string[]]), // never empty: the list is written out
  measure_how: choices(['read_aloud', 'declined', 'talked']),
  measure_language: optionalText(12),
  measure_by: z.enum(['person', 'person_helped', 'staff', 'carer', '']).optional().default(''),
  shared: choices(['yes']),
  met_on: optionalText(20),
  met_at: optionalText(20),
  met_minutes: optionalText(5),
  met_how: optionalText(10),
  next_date: optionalText(20),
  next_time: optionalText(20),
  next_minutes: optionalText(5),
  next_how: optionalText(10),
  next_place: optionalText(200, 'The place'),
  ...Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`item_${index + 1}`, optionalText(5)])),
});

/** What a note is about. */
export interface About {
  /** Null for a contact that was not planned. */
  readonly session: SupportSession | null;
  readonly personId: string;
}

export type NoteBody = z.output<typeof noteBody>;
export const asSent = ({ session_version, ...fields }: NoteBody): AsTyped => ({
  ...fields,
  session_version: String(session_version ?? ''),
});

/** Turns what was typed into the action's input; faults of dates and times come with it. */
export async function writeUpOf(context: SignedIn, about: About, body: NoteBody): Promise<{ note: WriteUp; faults: readonly Fault[] }> {
  const frame = await recordOf(context, about.personId, 'Contacts');
  const enrolment = await currentEnrolment(context, about.personId);
  const measure = frame ? await instrumentFor(context, frame, enrolment?.pathwayCode ?? null) : null;
  const typed = typedNote(asSent(body), {}, measure?.definition.items ?? 0);
  const faults: Fault[] = [];
  const met = about.session
    ? null
    : readBooking({ date: typed.met_on, time: typed.met_at, minutes: typed.met_minutes, how: typed.met_how, place: '' });
  if (met)
    faults.push(
      ...met.faults.map(({ field, message }) => ({
        field: { date: 'met_on', time: 'met_at', minutes: 'met_minutes' }[field] ?? field,
        message,
      })),
    );
  const next = typed.next_date
    ? readBooking(
        { date: typed.next_date, time: typed.next_time, minutes: typed.next_minutes, how: typed.next_how, place: typed.next_place },
        'next_',
      )
    : null;
  if (next) faults.push(...next.faults);
  const declined = typed.measure_how.includes('declined');
  const talked = typed.measure_how.includes('talked');
  const answers = answersOf(typed.items);
  const answered = answers.some((answer) => answer !== null);
  if (declined && answered) faults.push({ field: 'measure_how', message: 'Either they answered or they would rather not: take out one.' });
  if (talked && declined)
    faults.push({ field: 'measure_how', message: 'Either you talked with an interpreter or they would rather not: take out one.' });
  if (talked && answered)
    faults.push({
      field: 'measure_how',
      message: 'Answers that somebody translated make no score. Take them out, or say which paper was answered.',
    });
  if (talked && !typed.mood.trim())
    faults.push({ field: 'mood', message: 'Write what they said of how they are. It stands here instead of a score.' });
  if (measure && answered && !talked && !declined) faults.push(...aboutAnswers(measure, typed));
  const nothing = { startsAt: context.now, minutes: 50, channel: '02', place: '' };
  return {
    faults,
    note: {
      of: about.session
        ? { sessionId: about.session.id, version: body.session_version ?? 0 }
        : { unplanned: { personId: about.personId, enrolmentId: enrolment?.id ?? null, ...(met?.booking ?? nothing) } },
      attendance: body.came === 'late_seen' ? 'late_seen' : 'attended',
      did: body.did,
      agreed: body.agreed,
      mood: body.mood,
      nextStep: body.next_step,
      interventions: body.interventions,
      concern: body.concern === '' ? null : body.concern === 'yes',
      sharedWithPerson: body.shared.length > 0,
      measure:
        measure && answered && !declined && !talked
          ? {
              instrument: measure.definition.id,
              point: measure.point,
              answers,
              completedBy: typed.measure_by || 'person',
              readAloud: body.measure_how.includes('read_aloud'),
              language: typed.measure_language || asPublished,
            }
          : null,
      talked:
        measure && talked ? { instrument: measure.definition.id, point: measure.point, language: measure.needs || 'their language' } : null,
      declined: measure && declined ? { instrument: measure.definition.id, point: measure.point, reason: '' } : null,
      next: next?.booking ? { ...next.booking, interpreter: frame?.who.interpreter ?? null } : null,
    },
  };
}

/** Who answered, in which language: asked wherever there are answers, and never guessed where an interpreter is needed. */
function aboutAnswers(measure: AskedMeasure, typed: TypedNote): Fault[] {
  const faults: Fault[] = [];
  const language = typed.measure_language || (measure.needs ? '' : asPublished);
  if (!language) faults.push({ field: 'measure_language', message: 'Say in which language the paper is.' });
  else if (!measure.languages.includes(language))
    faults.push({ field: 'measure_language', message: withoutVersion(languageInWords(language), measure.definition.name) });
  if (typed.measure_by === 'person' && typed.measure_how.includes('read_aloud'))
    faults.push({ field: 'measure_by', message: 'You read it aloud, so choose that they had help.' });
  return faults;
}
