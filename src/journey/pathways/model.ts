// The words of a person's time on a pathway: enrolment and its strands, their states and who may move them (lifecycles 4.3 and 4.4).
import type { Lifecycle } from '../../platform/lifecycle.ts';

export const enrolmentStates = [
  'offered',
  'accepted',
  'waiting',
  'active',
  'paused',
  'ending',
  'ended',
  'declined',
  'transferred',
] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];

export const enrolmentLifecycle: Lifecycle<EnrolmentState> = {
  name: 'enrolment',
  states: enrolmentStates,
  transitions: [
    {
      from: null,
      to: 'offered',
      by: ['TRI', 'CO_HUB', 'CO_VOLUNTEERS', 'KW', 'HOU', 'EMP'],
      needs: 'the version of the pathway',
      personSees: 'You can choose this.',
    },
    {
      from: 'offered',
      to: 'accepted',
      by: ['PER', 'KW', 'CO_HUB', 'HOU', 'EMP'],
      needs: 'how agreement was given',
      personSees: 'You chose this.',
    },
    { from: 'offered', to: 'declined', by: ['PER', 'KW'], needs: 'another offer', personSees: 'That is fine. Here is what else there is.' },
    {
      from: 'accepted',
      to: 'waiting',
      by: ['SYS', 'KW'],
      needs: 'no place now',
      personSees: 'We are finding you a place. Here is what happens meanwhile.',
    },
    {
      from: 'accepted',
      to: 'active',
      by: ['KW', 'CO_HUB', 'HOU', 'EMP'],
      needs: 'a worker, a start and a planned end',
      personSees: 'Your support has started.',
    },
    {
      from: 'waiting',
      to: 'active',
      by: ['KW', 'CO_HUB', 'HOU', 'EMP'],
      needs: 'a worker, a start and a planned end',
      personSees: 'Your support has started.',
    },
    {
      from: 'active',
      to: 'paused',
      by: ['PER', 'KW'],
      withReason: true,
      needs: 'a date to look again',
      personSees: 'Paused. We look again on the date we agreed.',
    },
    { from: 'paused', to: 'active', by: ['PER', 'KW'], personSees: 'Your support goes on.' },
    {
      from: 'active',
      to: 'ending',
      by: ['KW', 'PER'],
      needs: 'an ending plan begun',
      personSees: 'We are planning what comes next, together.',
    },
    {
      from: 'paused',
      to: 'ending',
      by: ['KW', 'PER'],
      needs: 'an ending plan begun',
      personSees: 'We are planning what comes next, together.',
    },
    {
      from: 'ending',
      to: 'active',
      by: ['KW', 'PER'],
      withReason: true,
      needs: 'a new end date',
      personSees: 'We go on. There is a new date.',
    },
    {
      from: 'ending',
      to: 'ended',
      by: ['KW'],
      needs: 'measures asked for or declined, a stay-well plan offered, the reason, a date until which coming back needs no form',
      personSees: 'The door stays open. You can come back.',
    },
    { from: 'accepted', to: 'transferred', by: ['KW'], needs: 'the receiver has accepted', personSees: 'You have a new team.' },
    { from: 'waiting', to: 'transferred', by: ['KW'], needs: 'the receiver has accepted', personSees: 'You have a new team.' },
    { from: 'active', to: 'transferred', by: ['KW'], needs: 'the receiver has accepted', personSees: 'You have a new team.' },
    { from: 'paused', to: 'transferred', by: ['KW'], needs: 'the receiver has accepted', personSees: 'You have a new team.' },
    { from: 'ending', to: 'transferred', by: ['KW'], needs: 'the receiver has accepted', personSees: 'You have a new team.' },
  ],
};

export const strandStates = ['planned', 'ready', 'active', 'paused', 'ended'] as const;
export type StrandState = (typeof strandStates)[number];

export const strandLifecycle: Lifecycle<StrandState> = {
  name: 'strand',
  states: strandStates,
  transitions: [
    { from: null, to: 'planned', by: ['KW', 'PER', 'CO_HUB', 'HOU', 'EMP'], needs: 'kind, aim and order', personSees: 'This comes later.' },
    {
      from: 'planned',
      to: 'ready',
      by: ['KW', 'CO_HUB', 'HOU', 'EMP'],
      needs: 'the person wants it now',
      starts: ['MATCH'],
      personSees: 'We are looking for the right person.',
    },
    {
      from: 'ready',
      to: 'active',
      by: ['KW', 'SYS', 'CO_HUB', 'HOU', 'EMP'],
      needs: 'a worker or a match',
      stops: ['MATCH'],
      personSees: 'This has started.',
    },
    {
      from: 'active',
      to: 'paused',
      by: ['PER', 'KW'],
      withReason: true,
      needs: 'a date to look again',
      personSees: 'Paused until the date we agreed.',
    },
    { from: 'paused', to: 'active', by: ['PER', 'KW'], personSees: 'This goes on.' },
    {
      from: 'active',
      to: 'ended',
      by: ['KW', 'PER'],
      needs: 'the result and the person’s view',
      personSees: 'This has ended. Here is what comes next.',
    },
    {
      from: 'paused',
      to: 'ended',
      by: ['KW', 'PER'],
      needs: 'the result and the person’s view',
      personSees: 'This has ended. Here is what comes next.',
    },
  ],
};

/** States in which somebody is being supported or waits for it. */
export const openStates = ['accepted', 'waiting', 'active', 'paused', 'ending'] as const satisfies readonly EnrolmentState[];

export interface Strand {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly aim: string;
  readonly timing: 'now' | 'together' | 'after';
  readonly state: StrandState;
  readonly workerName: string | null;
}

export interface Enrolment {
  readonly id: string;
  readonly personId: string;
  readonly referralId: string | null;
  readonly serviceCode: string;
  readonly pathwayCode: string;
  readonly teamId: string;
  readonly teamName: string;
  readonly keyWorkerId: string | null;
  readonly keyWorkerName: string | null;
  readonly state: EnrolmentState;
  readonly stage: string;
  readonly startsOn: string | null;
  readonly plannedEndOn: string | null;
  readonly endedOn: string | null;
  readonly endingReason: string | null;
  readonly reEntryUntil: string | null;
  readonly version: number;
  readonly strands: readonly Strand[];
}
