// Checks message texts: each purpose is there, the plain form gives nothing away on a shared phone (S3.3), and each fits a lock screen; and what stands on envelopes.
import type { Parts } from './parts.ts';
import { messagePurposes } from './schema/contact.ts';
import { type BlueprintFault, faultAt, type Path, type SourceFolder } from './source.ts';

/** What a template may ask to be filled in, with an example for measuring. */
export const placeholders = {
  name: 'Ellie',
  worker: 'Priya',
  day: 'Wednesday 25 November',
  time: '2:30pm',
  number: '07700 900123',
  code: 'K7M4PX',
  question: 'Is the afternoon better?',
  service: 'Somerset open door',
  team: 'early help team',
  place: 'Bridgwater library',
  link: 'https://example.org/s/K7M4PX',
  reference: 'R-4821',
} as const;

/** What a plain message may say: who to whom, when, and how to answer. */
const PLAIN: readonly string[] = ['name', 'worker', 'day', 'time', 'number', 'code', 'question'];
const MOST = 160;
const GIVES_AWAY =
  /\b(mental|health|wellbeing|crisis|therap\w*|support\w*|service|referral|clinic|hospital|NHS|safety|café|cafe|peer|volunteer|recovery|appointment|hub|council|survey)\b|https?:|www\./i;

const namesOf = (parts: Parts): string[] => [
  parts.blueprint.name,
  parts.blueprint.publicName,
  ...[parts.services, parts.teams, parts.partners.organisations].flatMap((list) => Object.values(list).map((each) => each.name)),
];

/** S3.6: what stands on an envelope is read by whoever shares the letter box, and by the neighbour it was left with. */
export function letterFaults(folder: SourceFolder, parts: Parts): BlueprintFault[] {
  const { envelope, returnAddress } = parts.contact.letters;
  const names = namesOf(parts);
  const lines: [Path, string][] = [
    [['letters', 'envelope'], envelope],
    ...returnAddress.map((line, at): [Path, string] => [['letters', 'returnAddress', at], line]),
  ];
  return lines.flatMap(([path, line]) => {
    const given = GIVES_AWAY.exec(line)?.[0] ?? names.find((name) => line.toLowerCase().includes(name.toLowerCase()));
    return given
      ? [
          faultAt(
            folder,
            'contact',
            path,
            `An envelope may not say “${given}”: whoever shares the letter box reads it (S3.6).`,
            'Write words that fit any letter, and an address without a name, such as a box number.',
          ),
        ]
      : [];
  });
}

export function messageFaults(folder: SourceFolder, parts: Parts): BlueprintFault[] {
  const found: BlueprintFault[] = [];
  const say = (path: Path, message: string, fix: string): void => {
    found.push(faultAt(folder, 'messages', path, message, fix));
  };
  const names = namesOf(parts);
  for (const purpose of messagePurposes) {
    const template = parts.messages[purpose];
    if (!template) {
      say([], `The message “${purpose}” is not written.`, `Add “${purpose}:” with a plain and a named text.`);
      continue;
    }
    for (const form of ['plain', 'named'] as const) {
      const texts: [Path, string][] = Object.entries(template[form]).map(([language, words]) => [
        [purpose, form, language],
        typeof words === 'string' ? words : words.text,
      ]);
      for (const [path, text] of [...texts, [[purpose, 'subject', form], template.subject[form]] satisfies [Path, string]]) {
        const asked = [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '');
        for (const name of asked) {
          if (!Object.hasOwn(placeholders, name))
            say(path, `“{${name}}” cannot be filled in.`, `Use one of: ${Object.keys(placeholders).join(', ')}.`);
          else if (form === 'plain' && !PLAIN.includes(name) && template.to !== 'referrer')
            say(
              path,
              `A plain message may not say “{${name}}”: someone else may read it (S3.3).`,
              `Use only ${PLAIN.map((each) => `{${each}}`).join(', ')}.`,
            );
        }
        if (form === 'plain') {
          const given = GIVES_AWAY.exec(text)?.[0] ?? names.find((name) => text.includes(name));
          if (given)
            say(
              path,
              `A plain message may not say “${given}”: someone else may read it (S3.3).`,
              'Say who, when and how to answer, and nothing else.',
            );
        }
        const long = text.replace(/\{(\w+)\}/g, (whole, name: string) =>
          Object.hasOwn(placeholders, name) ? placeholders[name as keyof typeof placeholders] : whole,
        ).length; // hasOwn just checked.
        if (long > MOST && form === 'plain')
          say(path, `Filled in, this is ${long} letters. A lock screen shows ${MOST}.`, 'Make it shorter.');
      }
    }
  }
  return found;
}
