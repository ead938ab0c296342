// The words of asking for a measure: its request and the result (lifecycle 4.8). Declining is free; a result is a way to talk, not a label.
import type { Lifecycle } from '../../platform/lifecycle.ts';

export const requestStates = ['due', 'sent', 'opened', 'completed', 'scored', 'chased', 'declined', 'expired', 'not_suitable'] as const;
export type RequestState = (typeof requestStates)[number];

const workers = ['KW', 'TRI', 'SNR', 'EMP', 'HOST'] as const;
const stopping = (['due', 'sent', 'opened', 'chased'] as const).flatMap((from) => [
  { from, to: 'declined' as const, by: ['PER' as const, ...workers], personSees: 'That is fine.' },
  { from, to: 'not_suitable' as const, by: workers, withReason: true },
]);

export const requestLifecycle: Lifecycle<RequestState> = {
  name: 'measure_request',
  states: requestStates,
  transitions: [
    { from: null, to: 'due', by: ['SYS', ...workers], needs: 'an instrument whose licence is attested, and a point in support' },
    {
      from: 'due',
      to: 'sent',
      by: ['SYS', ...workers],
      needs: 'a safe way to send it, or paper',
      personSees: 'A few questions, one at a time.',
    },
    { from: 'sent', to: 'opened', by: ['PER', ...workers] },
    { from: 'opened', to: 'completed', by: ['PER', ...workers], needs: 'answers; who read them aloud is kept', personSees: 'Thank you.' },
    { from: 'completed', to: 'scored', by: ['SYS', ...workers], needs: 'the scoring rule, or why it cannot be scored' },
    { from: 'sent', to: 'chased', by: ['SYS', ...workers], needs: 'another way, at most twice' },
    { from: 'opened', to: 'chased', by: ['SYS', ...workers], needs: 'another way, at most twice' },
    { from: 'chased', to: 'opened', by: ['PER'] },
    { from: 'sent', to: 'expired', by: ['SYS'], needs: 'the window has passed' },
    { from: 'opened', to: 'expired', by: ['SYS'], needs: 'the window has passed' },
    { from: 'chased', to: 'expired', by: ['SYS'], needs: 'the window has passed' },
    ...stopping,
  ],
};

export interface MeasureResult {
  readonly id: string;
  readonly personId: string;
  readonly instrument: string;
  readonly instrumentVersion: string;
  /** The language of the version that was answered. */
  readonly language: string;
  readonly point: string;
  readonly takenAt: Date;
  readonly total: number | null;
  readonly method: 'complete' | 'prorated' | 'not_scorable';
  readonly notScorableBecause: string;
  readonly answers: readonly (number | null)[];
}
