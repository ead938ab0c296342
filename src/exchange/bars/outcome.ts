// What other systems are answered: an OperationOutcome for every fault, a response bundle for a message that was taken, and where a referral stands.

import type { ReferralState } from '../../journey/front-door/model.ts';
import type { ReferralStanding } from '../../journey/front-door/standing.ts';
import type { Fault, Problem } from '../../platform/problem.ts';
import { type Issue, type IssueCode, systems } from './model.ts';

/** HTTP status → issue type, and the standard’s own error code. */
const byStatus: Readonly<Record<number, readonly [IssueCode, string]>> = {
  400: ['structure', 'REC_BAD_REQUEST'],
  401: ['login', 'REC_UNAUTHORIZED'],
  403: ['forbidden', 'REC_FORBIDDEN'],
  404: ['not-found', 'REC_NOT_FOUND'],
  405: ['not-supported', 'REC_METHOD_NOT_ALLOWED'],
  409: ['conflict', 'REC_CONFLICT'],
  413: ['too-long', 'REC_UNPROCESSABLE_ENTITY'],
  415: ['not-supported', 'REC_UNSUPPORTED_MEDIA_TYPE'],
  422: ['invalid', 'REC_UNPROCESSABLE_ENTITY'],
  429: ['throttled', 'REC_TOO_MANY_REQUESTS'],
  501: ['not-supported', 'REC_NOT_IMPLEMENTED'],
  503: ['transient', 'REC_UNAVAILABLE'],
};

export const operationOutcome = (status: number, issues: readonly Issue[]) => {
  const code = byStatus[status]?.[1] ?? 'REC_SERVER_ERROR';
  return {
    resourceType: 'OperationOutcome',
    issue: issues.map((issue) => ({
      severity: status >= 500 ? 'fatal' : 'error',
      code: issue.code,
      details: { coding: [{ system: systems.errorCode, code }], text: issue.text },
      ...(issue.expression === undefined ? {} : { expression: [issue.expression] }),
    })),
  };
};

/** A problem of the house as an outcome; `reference` finds the fault in the log. */
export function outcomeOf(problem: Omit<Problem, 'status'> & { readonly status: number }, reference?: string) {
  const type = byStatus[problem.status]?.[0] ?? 'exception';
  const whole: Issue = {
    code: type,
    text: [problem.title, problem.detail, reference ? `Reference ${reference}.` : ''].filter(Boolean).join(' '),
  };
  const parts = (problem.faults ?? []).map(
    ({ field, message }: Fault): Issue => ({ code: type, text: field ? `${field}: ${message}` : message }),
  );
  return operationOutcome(problem.status, parts.length > 0 ? parts : [whole]);
}

/** FHIR has fewer words than the door: what is open is active until the loop is closed. */
const statuses: Readonly<Record<ReferralState, 'draft' | 'active' | 'completed' | 'revoked'>> = {
  draft: 'draft',
  submitted: 'active',
  in_triage: 'active',
  waiting_info: 'active',
  unreachable: 'active',
  decided: 'active',
  handed_over: 'active',
  closed: 'completed',
  withdrawn: 'revoked',
  merged: 'active',
};

const taskStatuses: Readonly<
  Record<ReferralState, 'requested' | 'received' | 'accepted' | 'in-progress' | 'completed' | 'cancelled' | 'on-hold'>
> = {
  draft: 'requested',
  submitted: 'received',
  in_triage: 'in-progress',
  waiting_info: 'on-hold',
  unreachable: 'on-hold',
  decided: 'in-progress',
  handed_over: 'accepted',
  closed: 'completed',
  withdrawn: 'cancelled',
  merged: 'in-progress',
};

export interface Standing extends ReferralStanding {
  /** 'system|value': what the sender calls it. */
  readonly theirs: string;
}

const identifiersOf = ({ number, theirs }: Pick<Standing, 'number' | 'theirs'>) => {
  const split = theirs.indexOf('|');
  const system = theirs.slice(0, split);
  return [
    { ...(system === '' ? {} : { system }), value: theirs.slice(split + 1) },
    { type: { text: 'Reference to read out' }, value: String(number) },
  ];
};

export const serviceRequestOf = (one: Standing) => ({
  resourceType: 'ServiceRequest',
  id: one.id,
  identifier: identifiersOf(one),
  status: statuses[one.state],
  intent: 'plan',
  subject: { display: 'The person you referred' },
  authoredOn: one.receivedAt.toISOString(),
  performer: [{ display: one.team }],
});

/** Who does what by when, and in words where it stands. */
export const taskOf = (one: Standing) => ({
  resourceType: 'Task',
  id: one.id,
  status: taskStatuses[one.state],
  businessStatus: { text: one.words },
  intent: 'order',
  focus: { reference: `ServiceRequest/${one.id}` },
  owner: { display: one.team },
  restriction: { period: { end: one.decideBy.toISOString() } },
});

export interface Answered {
  readonly answerId: string;
  readonly at: Date;
  /** Id of the header that is answered. */
  readonly headerId: string;
  readonly reason: string;
  readonly place: string;
  readonly standing: Standing;
}

/** The bundle that says: taken, this is its number, by then you will hear. The same for a message sent twice. */
export const responseBundle = ({ answerId, at, headerId, reason, place, standing }: Answered) => ({
  resourceType: 'Bundle',
  id: answerId,
  type: 'message',
  timestamp: at.toISOString(),
  entry: [
    {
      fullUrl: `urn:uuid:${answerId}`,
      resource: {
        resourceType: 'MessageHeader',
        id: answerId,
        eventCoding: { system: systems.event, code: 'servicerequest-response' },
        source: { name: place, endpoint: 'urn:onedoor:front-door' },
        reason: { coding: [{ system: systems.reason, code: reason }] },
        response: { identifier: headerId, code: 'ok' },
        focus: [{ reference: `ServiceRequest/${standing.id}` }],
      },
    },
    { fullUrl: `ServiceRequest/${standing.id}`, resource: serviceRequestOf(standing) },
    { fullUrl: `Task/${standing.id}`, resource: taskOf(standing) },
  ],
});
