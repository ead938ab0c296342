// The words of meeting: appointments and contacts, their states, and the note afterwards (lifecycle 4.7). A missed visit asks and offers; it ends nothing.
import type { Lifecycle } from '../../platform/lifecycle.ts';
import type { AccessRole } from '../../platform/web/permission.ts';

export const sessionStates = [
  'scheduled',
  'confirmed',
  'attended',
  'late_seen',
  'late_not_seen',
  'missed',
  'cancelled_person',
  'cancelled_service',
  'written_up',
] as const;
export type SessionState = (typeof sessionStates)[number];

/** Whoever meets people, the front door’s own clinicians among them: the call they promised is a contact too. */
const workers = ['KW', 'CO_HUB', 'CO_VOLUNTEERS', 'VOL', 'HOU', 'EMP', 'TRI', 'SNR'] as const;

export const sessionLifecycle: Lifecycle<SessionState> = {
  name: 'support_session',
  states: sessionStates,
  transitions: [
    {
      from: null,
      to: 'scheduled',
      by: [...workers, 'PER'],
      needs: 'who, when, where or how, an interpreter if needed',
      personSees: 'You have an appointment.',
    },
    { from: null, to: 'attended', by: workers, needs: 'a contact that was not planned' },
    { from: 'scheduled', to: 'confirmed', by: ['PER', ...workers], needs: 'a reply or a tap', personSees: 'Confirmed.' },
    ...(['scheduled', 'confirmed'] as const).flatMap((from) => [
      { from, to: 'attended' as const, by: workers, needs: 'they came (attendance 5)', stops: ['RESPONSE'] },
      { from, to: 'late_seen' as const, by: workers, needs: 'they came late and were seen (attendance 6)', stops: ['RESPONSE'] },
      { from, to: 'late_not_seen' as const, by: workers, needs: 'attendance 7 and a new offer', personSees: 'Here is a new time.' },
      {
        from,
        to: 'missed' as const,
        by: workers,
        needs: 'attendance 3, is the person all right, and a different offer',
        personSees: 'We missed you. Is there an easier way to meet?',
      },
      {
        from,
        to: 'cancelled_person' as const,
        by: ['PER' as const, ...workers],
        needs: 'attendance 2, a new date or why not',
        personSees: 'Cancelled. Here is a new time.',
      },
      {
        from,
        to: 'cancelled_service' as const,
        by: workers,
        needs: 'attendance 4, a new date or why not',
        personSees: 'We had to cancel. Here is a new time.',
      },
    ]),
    {
      from: 'attended',
      to: 'written_up',
      by: workers,
      needs: 'what we did and agreed, the next step, concerns yes or no',
      personSees: 'Here is what we agreed.',
    },
    {
      from: 'late_seen',
      to: 'written_up',
      by: workers,
      needs: 'what we did and agreed, the next step, concerns yes or no',
      personSees: 'Here is what we agreed.',
    },
  ],
};

/** Still to come, or come and not yet said what became of it. */
export const isOpen = (state: SessionState): boolean => state === 'scheduled' || state === 'confirmed';

/** The access roles that write clinical rows, as the matrix has it: who meets somebody and is none of them says only whether they came. */
export const noteTakers: readonly AccessRole[] = ['KW', 'TRI', 'SNR'];

/** National codes of attendance, by the state they lead to. */
export const attendanceOf: Readonly<Partial<Record<SessionState, string>>> = {
  attended: '5',
  late_seen: '6',
  late_not_seen: '7',
  missed: '3',
  cancelled_person: '2',
  cancelled_service: '4',
};

export interface SupportSession {
  readonly id: string;
  readonly personId: string;
  readonly enrolmentId: string | null;
  readonly workerId: string;
  readonly workerName: string;
  readonly state: SessionState;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly channel: string;
  readonly place: string;
  readonly interpreter: string | null;
  readonly version: number;
}

/** A session in a worker's day, with whom it is. */
export interface DaySession extends SupportSession {
  /** Known-as name, then family name. */
  readonly personName: string;
}

export interface SessionNote {
  readonly id: string;
  readonly sessionId: string;
  readonly did: string;
  readonly agreed: string;
  readonly mood: string;
  readonly nextStep: string;
  readonly interventions: readonly string[];
  readonly concern: boolean;
  readonly correctionOf: string | null;
  readonly correctionReason: string;
  readonly sharedWithPerson: boolean;
  readonly createdAt: Date;
  readonly byName: string;
}
