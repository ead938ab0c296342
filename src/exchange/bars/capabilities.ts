// What other systems can ask here, as a FHIR CapabilityStatement.
import { systems } from './model.ts';

/** Change it with what can be asked. */
const statedOn = '2026-11-22';

export const capabilities = (place: string) => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: statedOn,
  kind: 'instance',
  implementation: { description: `Referrals to ${place}. No assurance under the Booking and Referral Standard is claimed.` },
  software: { name: 'One Door' },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json'],
  messaging: [
    {
      documentation:
        'A message of an identifier taken before is answered as the first time. The same identifier with other content is a conflict. Bookings are refused as not supported.',
      supportedMessage: [
        { mode: 'receiver', definition: 'https://fhir.nhs.uk/MessageDefinition/bars-message-servicerequest-request-referral' },
        { mode: 'sender', definition: 'https://fhir.nhs.uk/MessageDefinition/bars-message-servicerequest-response-referral' },
      ],
    },
  ],
  rest: [
    {
      mode: 'server',
      security: { description: `Authorization: Bearer with the key of the connection. Error codes are of ${systems.errorCode}.` },
      resource: [
        { type: 'ServiceRequest', interaction: [{ code: 'read' }] },
        { type: 'Task', interaction: [{ code: 'read' }] },
      ],
      operation: [{ name: 'process-message', definition: 'http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message' }],
    },
  ],
});
