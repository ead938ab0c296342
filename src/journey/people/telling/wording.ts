// Puts a message together from its words and facts, and proves what a plain one may not hold: a service, a link, a reason. Pure.
import type { AdvicePurpose, Facts, PersonPurpose, ReferrerPurpose } from '../model.ts';
import type { Wording } from './safe-contact.ts';
import { companyWords, type MessageWords, type PersonWords, personWords, referrerWords } from './texts.ts';

/** Most characters of a text message, so that it is one message on any phone. */
export const longestText = 160;

const link = /(https?:\/\/|www\.|\b[a-z0-9-]+\.(?:uk|org|com|net|gov|nhs|health|example|local|io|me|co)\b|\/s\/)/i;

/** Words that only a message about health or support has: a plain message with one of them would say why it was sent. */
const reasons =
  /\b(mental|health|wellbeing|nhs|therap\w*|counsell\w*|psych\w*|clinic\w*|refer(?:ral|red)\w*|appointment\w*|assessment\w*|support\w*|crisis|safety|safeguard\w*|suicid\w*|self-harm|harm|abuse|hub|team|service\w*|probation|council|hospital|doctor|nurse|gp|diagnos\w*|medicat\w*|drug\w*|alcohol|housing|homeless\w*|benefits?|plan|triage|key worker|volunteer\w*|peer)\b/i;

/** Why these words may not stand where somebody else can see them, or null. `names` are those of the place, its services and teams. */
export function notPlain(words: string, names: readonly string[]): 'a link' | 'a name' | 'a reason' | null {
  if (link.test(words)) return 'a link';
  const flat = words.toLowerCase();
  if (names.some((name) => name.trim().length > 2 && flat.includes(name.trim().toLowerCase()))) return 'a name';
  return reasons.test(words) ? 'a reason' : null;
}

export const holdsLink = (words: string): boolean => link.test(words);

/** The one word by which to greet somebody: what they asked to be called there, else the first of their names. Never anything but letters. */
export function greetingName(nameToUse: string, knownAs: string, givenName: string): string {
  const asked = nameToUse.trim() || knownAs.trim() || givenName.trim();
  const first = asked.split(/\s+/u)[0] ?? '';
  return /^[\p{L}\p{M}'’-]{1,30}$/u.test(first) ? first : '';
}

/** The shapes a fact must have to stand in a plain message. Anything else is left out, whatever somebody put in it. */
const plainShapes: Readonly<Partial<Record<string, RegExp>>> = {
  day: /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?(?: ?\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)?$/,
  time: /^\d{1,2}(?::\d{2})?(?:am|pm)$/,
  code: /^[A-Z0-9 ]{4,12}$/,
  number: /^[0-9+ ]{3,16}$/,
};

type Filled = Readonly<Record<string, string | undefined>>;

function fill(template: string, facts: Filled): string | null {
  let missing = false;
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = facts[name]?.trim();
    if (!value) missing = true;
    return value ?? '';
  });
  return missing ? null : filled;
}

export interface Written {
  readonly subject: string;
  readonly body: string;
}

export interface Setting {
  /** As people know the place. */
  readonly place: string;
  /** Names that a plain message may not hold. */
  readonly names: readonly string[];
  /** Where links begin, without a slash at the end. */
  readonly publicUrl: string;
  /** Most characters of the body. */
  readonly longest: number;
}

const firstThatFits = (words: MessageWords, facts: Filled, { longest }: Setting, allowed: (text: string) => boolean): Written | null => {
  for (const template of words.body) {
    const body = fill(template, facts);
    if (body !== null && [...body].length <= longest && allowed(body)) return { subject: fill(words.subject, facts) ?? '', body };
  }
  return null;
};

export interface ForPerson {
  readonly purpose: PersonPurpose;
  readonly wording: Wording;
  readonly mayLink: boolean;
  /** From `greetingName`. */
  readonly name: string;
  readonly facts: Facts;
}

/** What a plain message may be told: facts of a plain shape, and names that give nothing away. */
export function plainFacts({ facts, name }: Pick<ForPerson, 'facts' | 'name'>, { names }: Pick<Setting, 'names'>): Filled {
  const plain: Record<string, string> = name && !notPlain(name, names) ? { name } : {};
  for (const [fact, shape] of Object.entries(plainShapes)) {
    const value = facts[fact as keyof Facts]; // the shapes are named after facts
    if (value && shape?.test(value)) plain[fact] = value;
  }
  const worker = greetingName(facts.worker ?? '', '', '');
  if (worker && !notPlain(worker, names)) plain.worker = worker;
  return plain;
}

/** Who comes along, and the way to their calendar, are said after any words that have room for them. */
function withEndings(template: string, { purpose, facts }: ForPerson, link: string | undefined): string[] {
  const company = facts.company ? [`${template} {company}`] : [];
  const linked =
    purpose === 'appointment' && link && !template.includes('{link}') ? [...company, template].map((one) => `${one} {link}`) : [];
  return [...linked, ...company, template];
}

/** The message for somebody; null when no words fit, so that a worker gets a task instead. */
export function writeToPerson(message: ForPerson, setting: Setting, words: PersonWords = personWords[message.purpose]): Written | null {
  const { facts, name } = message;
  if (message.wording === 'named') {
    const to = message.mayLink && facts.path ? `${setting.publicUrl}${facts.path}` : undefined;
    const known = {
      ...facts,
      company: companyWords.get(facts.company ?? ''),
      name: name || 'there',
      place: facts.place ?? setting.place,
      service: facts.service ?? setting.place,
      link: to,
    };
    const body = words.named.body.flatMap((template) => withEndings(template, message, to));
    return firstThatFits({ ...words.named, body }, known, setting, (text) => message.mayLink || !link.test(text));
  }
  const plain = plainFacts(message, setting);
  const written = firstThatFits(
    words.plain,
    { ...plain, name: plain.name ?? 'there' },
    setting,
    (text) => notPlain(text, setting.names) === null,
  );
  return written && notPlain(written.subject, setting.names) === null ? written : null;
}

/** The message for whoever referred somebody or asked for advice. `number` is the referral’s or the question’s own. */
export function writeToReferrer(
  message: { readonly purpose: ReferrerPurpose | AdvicePurpose; readonly number: number; readonly facts: Facts },
  setting: Setting,
  words: MessageWords = referrerWords[message.purpose],
): Written | null {
  const { facts } = message;
  const to = `${setting.publicUrl}${facts.path ?? '/sent'}`;
  return firstThatFits(
    words,
    { ...facts, place: setting.place, number: String(message.number), reference: String(message.number), link: to },
    setting,
    () => true,
  );
}
