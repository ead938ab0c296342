// What a spreadsheet may bring in, as data: each field's name, the headers people give it, how its cell is read, and where it belongs.
// One list for people, a longer one for referrals. A field is added here and nowhere else.
import { type CellType, codeOf, email, nhsNumber, pastDate, phone, postcode, text, wholeDate, yesOrNo } from './cell-types.ts';

export interface ImportField {
  readonly name: string;
  /** As shown to whoever matches columns, and in faults. */
  readonly label: string;
  /** Other headers that mean it, in small letters without signs. */
  readonly synonyms: readonly string[];
  readonly type: CellType;
}

const line = text(200);
const long = text(20_000);

const fieldsFor = <const Fields extends readonly ImportField[]>(...fields: Fields): Fields => fields;

export const personFields = fieldsFor(
  {
    name: 'given',
    label: 'First name',
    synonyms: [
      'given name',
      'given',
      'forename',
      'first',
      'firstname',
      'christian name',
      'client first name',
      'forenames',
      'given names',
      'first names',
    ],
    type: line,
  },
  {
    name: 'family',
    label: 'Family name',
    synonyms: ['surname', 'last name', 'family', 'lastname', 'second name', 'client surname'],
    type: line,
  },
  { name: 'knownAs', label: 'Known as', synonyms: ['preferred name', 'nickname', 'likes to be called', 'alias', 'goes by'], type: line },
  { name: 'pronouns', label: 'Pronouns', synonyms: ['preferred pronouns'], type: line },
  {
    name: 'birth',
    label: 'Date of birth',
    synonyms: ['dob', 'birth date', 'birthdate', 'd o b', 'born', 'year of birth', 'birthday'],
    type: pastDate,
  },
  { name: 'nhsNumber', label: 'NHS number', synonyms: ['nhs', 'nhs no', 'nhs num', 'nhsno', 'nhs id'], type: nhsNumber },
  {
    name: 'otherIdentifier',
    label: 'Reference number',
    synonyms: [
      'reference',
      'ref',
      'client id',
      'case number',
      'id',
      'local id',
      'person id',
      'client number',
      'system id',
      'refernet id',
      'ehm id',
    ],
    type: line,
  },
  {
    name: 'address',
    label: 'Address',
    synonyms: ['address 1', 'address line 1', 'street', 'home address', 'current address', 'address line', 'addr1'],
    type: text(500),
  },
  { name: 'town', label: 'Town', synonyms: ['city', 'town or city', 'town city', 'address 3', 'post town', 'locality'], type: line },
  {
    name: 'postcode',
    label: 'Postcode',
    synonyms: ['post code', 'zip', 'home postcode', 'pcode', 'zip code', 'postal code'],
    type: postcode,
  },
  { name: 'noFixedAbode', label: 'No fixed abode', synonyms: ['nfa', 'homeless', 'no fixed address', 'rough sleeping'], type: yesOrNo },
  {
    name: 'gpPractice',
    label: 'GP practice',
    synonyms: ['gp', 'gp surgery', 'surgery', 'doctor', 'registered gp', 'practice'],
    type: line,
  },
  {
    name: 'language',
    label: 'Language',
    synonyms: ['first language', 'preferred language', 'main language', 'spoken language'],
    type: line,
  },
  {
    name: 'interpreter',
    label: 'Interpreter needed',
    synonyms: ['interpreter', 'needs interpreter', 'interpreter required', 'translator'],
    type: yesOrNo,
  },
  {
    name: 'adjustments',
    label: 'Reasonable adjustments',
    synonyms: ['adjustments', 'access needs', 'accessibility needs', 'communication needs', 'additional needs'],
    type: long,
  },
  {
    name: 'genderIdentity',
    label: 'Gender identity',
    synonyms: ['gender', 'identifies as'],
    type: codeOf('genderIdentity', { m: '1', f: '2', nonbinary: '3', nb: '3' }),
  },
  {
    name: 'ethnicCategory',
    label: 'Ethnic category',
    synonyms: ['ethnicity', 'ethnic group', 'ethnic origin', 'ethnic background'],
    type: codeOf('ethnicCategory'),
  },
  {
    name: 'mobile',
    label: 'Mobile',
    synonyms: [
      'mobile phone',
      'mobile number',
      'mobile no',
      'phone',
      'phone number',
      'telephone',
      'tel',
      'contact number',
      'cell',
      'mob',
      'tel no',
      'telephone number',
    ],
    type: phone,
  },
  {
    name: 'mobileSafe',
    label: 'Mobile safe to use',
    synonyms: ['safe to call', 'safe to text', 'mobile safe', 'phone safe to use'],
    type: codeOf('safeToUse', { yes: 'safe', y: 'safe', no: 'not_safe', n: 'not_safe' }),
  },
  {
    name: 'landline',
    label: 'Landline',
    synonyms: ['home phone', 'home telephone', 'landline number', 'home tel', 'other phone'],
    type: phone,
  },
  {
    name: 'landlineSafe',
    label: 'Landline safe to use',
    synonyms: ['landline safe', 'home phone safe to use'],
    type: codeOf('safeToUse', { yes: 'safe', y: 'safe', no: 'not_safe', n: 'not_safe' }),
  },
  { name: 'email', label: 'Email', synonyms: ['e mail', 'email address', 'e mail address', 'mail'], type: email },
  {
    name: 'emailSafe',
    label: 'Email safe to use',
    synonyms: ['safe to email', 'email safe'],
    type: codeOf('safeToUse', { yes: 'safe', y: 'safe', no: 'not_safe', n: 'not_safe' }),
  },
  {
    name: 'voicemail',
    label: 'Voicemail allowed',
    synonyms: ['voicemail', 'can leave voicemail', 'leave a message', 'ok to leave voicemail'],
    type: yesOrNo,
  },
  {
    name: 'mentionService',
    label: 'May mention the service',
    synonyms: ['mention the service', 'can say who is calling', 'may say who we are'],
    type: yesOrNo,
  },
  {
    name: 'sharedDevice',
    label: 'Someone else may see it',
    synonyms: ['shared phone', 'shared device', 'who else sees it'],
    type: codeOf('sharedDevice', { y: 'yes', n: 'no' }),
  },
  {
    name: 'safestTimes',
    label: 'Safest times',
    synonyms: ['best time to call', 'best times', 'times to contact', 'when to call'],
    type: line,
  },
);

export const referralFields = fieldsFor(
  {
    name: 'referralDate',
    label: 'Referral date',
    synonyms: ['date of referral', 'referred on', 'date referred', 'received', 'date received', 'received date'],
    type: wholeDate,
  },
  { name: 'door', label: 'Door', synonyms: ['referral route', 'came through', 'referral type', 'route'], type: codeOf('door') },
  {
    name: 'sourceOfReferral',
    label: 'Source of referral',
    synonyms: ['referral source', 'source', 'referred by'],
    type: codeOf('sourceOfReferralMH'),
  },
  {
    name: 'referrerName',
    label: 'Referrer name',
    synonyms: ['referrer', 'name of referrer', 'referring worker', 'referring practitioner'],
    type: line,
  },
  { name: 'referrerRole', label: 'Referrer role', synonyms: ['job title', 'role of referrer', 'referrer job title'], type: line },
  {
    name: 'referrerOrganisation',
    label: 'Referrer organisation',
    synonyms: ['referring organisation', 'organisation', 'agency', 'referring agency', 'referrer organization', 'referrer agency'],
    type: line,
  },
  {
    name: 'referrerEmail',
    label: 'Referrer email',
    synonyms: ['email of referrer', 'referrer e mail', 'referrer email address'],
    type: email,
  },
  {
    name: 'referrerPhone',
    label: 'Referrer phone',
    synonyms: ['referrer telephone', 'referrer number', 'phone of referrer', 'bypass number', 'referrer contact number'],
    type: phone,
  },
  { name: 'lastSeen', label: 'Date last seen', synonyms: ['last seen', 'last contact'], type: wholeDate },
  { name: 'urgencyAsked', label: 'Urgency asked', synonyms: ['urgency', 'priority asked', 'how soon'], type: line },
  {
    name: 'reason',
    label: 'Reason for referral',
    synonyms: ['reason', 'referral reason', 'presenting problem', 'presenting issue', 'what is happening', 'details', 'reason for contact'],
    type: long,
  },
  {
    name: 'wanted',
    label: 'What the person wants',
    synonyms: ['outcome wanted', 'what i want', 'desired outcome', 'goals', 'hopes', 'outcomes'],
    type: long,
  },
  { name: 'helps', label: 'What helps', synonyms: ['what helps me', 'strengths', 'what has helped'], type: long },
  {
    name: 'safetyFacts',
    label: 'Safety facts',
    synonyms: ['safety', 'safety concerns', 'risk', 'risks', 'risk information', 'concerns'],
    type: long,
  },
  { name: 'safeguardingAdult', label: 'Safeguarding adult', synonyms: ['adult safeguarding', 'safeguarding adults'], type: yesOrNo },
  { name: 'safeguardingChild', label: 'Safeguarding child', synonyms: ['child safeguarding', 'safeguarding children'], type: yesOrNo },
  {
    name: 'medication',
    label: 'Medication, allergies, physical health',
    synonyms: ['medication', 'medicines', 'current medication', 'allergies', 'physical health'],
    type: long,
  },
  {
    name: 'triedAlready',
    label: 'Tried already',
    synonyms: ['already tried', 'support tried', 'previous support', 'what has been tried'],
    type: long,
  },
  {
    name: 'agenciesInvolved',
    label: 'Agencies involved',
    synonyms: ['agencies', 'other agencies', 'services involved', 'other services involved', 'professionals involved'],
    type: long,
  },
  {
    name: 'consentToRefer',
    label: 'Agreed to this referral',
    synonyms: ['consent to refer', 'consent', 'agreed', 'consent given', 'agreement to refer'],
    type: codeOf('consentState', { yes: 'agreed', y: 'agreed', no: 'declined', n: 'declined' }),
  },
  {
    name: 'consentToShare',
    label: 'Agreed to sharing',
    synonyms: ['consent to share', 'information sharing consent', 'sharing agreed'],
    type: codeOf('consentState', { yes: 'agreed', y: 'agreed', no: 'declined', n: 'declined' }),
  },
  { name: 'cannotReach', label: 'If we cannot reach them', synonyms: ['if cannot be reached', 'alternative contact'], type: long },
);

export type ImportFieldName = (typeof personFields)[number]['name'] | (typeof referralFields)[number]['name'];

export type ImportKind = 'people' | 'referrals';

export const fieldsOf = (kind: ImportKind): readonly (ImportField & { readonly name: ImportFieldName })[] =>
  kind === 'people' ? personFields : [...personFields, ...referralFields];

/** What one row brings, each field in the form it is stored in: dates as ISO text, codes of their lists, answers as words. */
export type ImportedValues = { readonly [Name in ImportFieldName]?: string };
