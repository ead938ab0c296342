// What other systems may ask: send a message, see where a referral of theirs stands, and read what can be asked.
import { z } from 'zod';
import { notFound } from '../../platform/problem.ts';
import { jsonLimits } from '../../platform/strict-json.ts';
import { data, problem } from '../../platform/web/answer.ts';
import { identifier } from '../../platform/web/fields.ts';
import { anyone, connectedSystem } from '../../platform/web/permission.ts';
import { audited, type Route, route, touchesNobody } from '../../platform/web/route.ts';
import type { Speech } from '../../platform/web/speech.ts';
import { standingFor, takeMessage } from './actions.ts';
import { capabilities } from './capabilities.ts';
import { operationOutcome, outcomeOf, serviceRequestOf, taskOf } from './outcome.ts';

const fhir: Speech = {
  type: 'application/fhir+json',
  mostBytes: jsonLimits.bytes,
  echoes: ['x-request-id', 'x-correlation-id'],
  fault: outcomeOf,
};
const params = z.strictObject({ referral: identifier });
const messagesAMinute = 600;

/** The standard’s addresses for bookings. They answer, so that a sender knows it is not a matter of trying again. */
const notImplemented = (path: `/${string}`): Route =>
  route({
    method: 'GET',
    path,
    permission: connectedSystem,
    audit: touchesNobody('Nothing of anybody is read: bookings are not held for other systems.'),
    speaks: fhir,
    handle: async () =>
      data(
        operationOutcome(501, [
          { code: 'not-supported', text: 'Slots and bookings are not given here. Send a referral: the service offers a time itself.' },
        ]),
        501,
      ),
  });

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/fhir/metadata',
    permission: anyone('It says what can be asked, and nothing of anybody.'),
    audit: touchesNobody('It says what can be asked.'),
    speaks: fhir,
    handle: async (context) => data(capabilities(context.place.name)),
  }),
  route({
    method: 'POST',
    path: '/fhir/$process-message',
    permission: connectedSystem,
    body: z.strictObject({}),
    audit: audited('sent a referral from another system'),
    speaks: fhir,
    repeatable: 'The bundle’s identifier makes it happen once.',
    async handle(context) {
      if (!(await context.mayTry('messages', context.visitor?.accountId ?? '', messagesAMinute, 60)))
        return problem({ status: 429, title: 'Too many messages at once', detail: 'Wait a minute and send it again.' });
      const { document } = context;
      if (!document) throw new Error('A message came without its document.');
      const { status, body } = await takeMessage(context, document.body, document.headers['x-request-id'] ?? '');
      return data(body, status);
    },
  }),
  route({
    method: 'GET',
    path: '/fhir/ServiceRequest/:referral',
    permission: connectedSystem,
    params,
    audit: audited('saw where a referral they sent stands'),
    speaks: fhir,
    async handle(context, { params: { referral } }) {
      const standing = await standingFor(context, referral);
      return standing ? data(serviceRequestOf(standing)) : problem(notFound);
    },
  }),
  route({
    method: 'GET',
    path: '/fhir/Task/:referral',
    permission: connectedSystem,
    params,
    audit: audited('saw where a referral they sent stands'),
    speaks: fhir,
    async handle(context, { params: { referral } }) {
      const standing = await standingFor(context, referral);
      return standing ? data(taskOf(standing)) : problem(notFound);
    },
  }),
  notImplemented('/fhir/Slot'),
  notImplemented('/fhir/Appointment'),
];
