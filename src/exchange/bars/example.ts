// A whole message of invented facts, for tests to send and to spoil.
const nhsNumber = '9990000018'; // of the range kept for tests, never issued

export interface ExampleMessage {
  readonly bundle?: string;
  readonly request?: string;
  readonly reason?: 'new' | 'update' | 'delete';
  readonly status?: string;
}

export const exampleMessage = ({ bundle = 'message-1', request = 'REQ-1', reason = 'new', status = 'active' }: ExampleMessage = {}) => ({
  resourceType: 'Bundle',
  id: 'e1',
  identifier: { system: 'https://riverside.example/messages', value: bundle },
  type: 'message',
  timestamp: '2026-11-20T08:00:00Z',
  entry: [
    {
      fullUrl: 'urn:uuid:10000000-0000-4000-8000-000000000001',
      resource: {
        resourceType: 'MessageHeader',
        id: '10000000-0000-4000-8000-000000000001',
        eventCoding: { system: 'https://fhir.nhs.uk/CodeSystem/message-events-bars', code: 'servicerequest-request' },
        destination: [{ endpoint: 'https://onedoor.example', receiver: { reference: 'Organization/receiver' } }],
        sender: { reference: 'Organization/riverside' },
        source: { name: 'Riverside', endpoint: 'urn:riverside' },
        reason: { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/message-reason-bars', code: reason }] },
        focus: [{ reference: 'ServiceRequest/r1' }],
      },
    },
    {
      resource: {
        resourceType: 'ServiceRequest',
        id: 'r1',
        identifier: [{ system: 'https://riverside.example/referrals', value: request }],
        status,
        intent: 'plan',
        category: [{ text: 'Referral' }],
        priority: 'urgent',
        subject: { reference: 'Patient/p1' },
        authoredOn: '2026-11-20T07:55:00Z',
        requester: { reference: 'PractitionerRole/role1' },
        reasonCode: [{ text: 'Low mood since losing work in the spring' }],
        note: [{ text: 'Prefers mornings.' }],
      },
    },
    {
      resource: {
        resourceType: 'Patient',
        id: 'p1',
        identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumber }],
        name: [
          { use: 'official', family: 'Underhill', given: ['Margaret', 'Ann'] },
          { use: 'nickname', given: ['Peggy'] },
        ],
        telecom: [
          { system: 'phone', use: 'mobile', value: '07700 900123' },
          { system: 'phone', use: 'old', value: '01632 960001' },
          { system: 'email', value: 'peggy@example.org' },
        ],
        gender: 'female',
        birthDate: '1961-03',
        address: [{ use: 'home', line: ['4 Mill Lane'], city: 'Taunton', postalCode: 'TA1 1AA' }],
        communication: [{ language: { coding: [{ code: 'pl' }] }, preferred: true }],
        contact: [
          { relationship: [{ text: 'Sister' }], name: { text: 'Dot Underhill' }, telecom: [{ system: 'phone', value: '01632 960002' }] },
        ],
      },
    },
    {
      resource: {
        resourceType: 'PractitionerRole',
        id: 'role1',
        practitioner: { reference: 'Practitioner/d1' },
        organization: { reference: 'Organization/riverside' },
        code: [{ text: 'Ward nurse' }],
        telecom: [{ system: 'phone', value: '01632 960100' }],
      },
    },
    { resource: { resourceType: 'Practitioner', id: 'd1', name: [{ text: 'Robin Ashby' }] } },
    { resource: { resourceType: 'Organization', id: 'riverside', name: 'Riverside Hospital' } },
    { resource: { resourceType: 'Organization', id: 'receiver', name: 'One Door' } },
    { resource: { resourceType: 'Consent', id: 'c1', status: 'active', provision: { type: 'permit' } } },
    {
      resource: {
        resourceType: 'Flag',
        id: 'f1',
        status: 'active',
        category: [{ coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/flag-categories-bars', code: 'SG' }] }],
        code: { text: 'At risk of financial abuse' },
        subject: { reference: 'Patient/p1' },
      },
    },
    { resource: { resourceType: 'Encounter', id: 'n1', status: 'finished', class: { code: 'AMB' } } },
  ],
});
