// By its words, what a fact sounds as if it were about: a ground on which nobody may be turned away. A guess that asks for an answer, never the answer:
// a fact that sounds so must say what it is about before a row may send anyone elsewhere by it. Pure.
import type { Ground, Input } from './table.ts';

/** Every ground but the one that is permitted. */
export type GroundRefused = Exclude<Ground, 'whom_it_is_for'>;

/** From the beginning of a word. The first that fits is meant. */
const SOUNDS_LIKE: readonly (readonly [GroundRefused, RegExp])[] = [
  [
    'motivation',
    /\b(motivat|engag|ready|readiness|commitment|committed|willing|keen|co-?operat|(non-?)?complian|attitude|wants? to change|(worried|anxious|afraid|scared) (about|of) coming|not sure i want|insight)/i,
  ],
  [
    'missed_visits',
    /\b(missed|miss(es)? visits|attend|turned up|did not come|no.?shows?|dna(s|'?d)?\b|cancel|was not brought|drop(ped|s)? out|could not get there)/i,
  ],
  [
    'substances',
    /\b(alcohol|drugs?\b|substances?|drink(s|ing|er)?\b|sober|sobriety|abstinen|detox|addict|dependen(t|ce|cy) on|intoxicat|cannabis|heroin|opiates?|opioids?|methadone|units a week)/i,
  ],
  [
    'housing',
    /\b(hous(ed|ing)\b|homeless|accommodation status|no fixed|rough sle|sofa|hostel|tenan(cy|t)|evict|(without|have|has) (a|no) home|unstable home|place to sleep|street homeless|address status)/i,
  ],
  [
    'diagnosis',
    /\b(diagnos|disorders?\b|schizo|psychos[ie]s|psychotic|bipolar|mani[ac]|borderline|personality|eupd|autis|adhd|ptsd|dementia|depression\b|anorexi|bulimi|trouble with eating|condition\b)/i,
  ],
  [
    'complexity',
    /\b(complex|co-?morbid|dual diagnos|multiple (needs|problems)|several (needs|problems|agencies)|agencies involved|chaotic|how many services)/i,
  ],
  [
    'severity',
    /\b(sever|acuity|acute\b|how (ill|bad|unwell)|unwell|risk|crisis|suicid|self.?harm|hurting (your|them)sel|ending (your|their) li(fe|ves)|distress|phq|gad-?7|core-?(10|om)|swemwbs|honos|(total|symptom|clinical) score|score of|how (soon|urgent)|urgen|days in hospital|admissions?\b|sectioned)/i,
  ],
  [
    'setting',
    /\b(prison|custody|secure\b|in hospital|leaving hospital|inpatient|ward\b|probation|licence|detained|mappa|offen[cd]|convict|court|criminal|how they came|door\b|came (to us )?by|self-referr)/i,
  ],
  ['language', /\b(interpreter|speaks?\b|languages?\b|english\b|translat)/i],
];

/** Who somebody is. Asked of its name and words only: an answer may well name a team for people with a learning disability. */
const WHO_THEY_ARE =
  /\b(ethnic|races?\b|racial|nationalit|immigra|asylum|refugee|visa\b|born abroad|religio|faith\b|beliefs?\b|sex\b|gender|transgender|sexual orientation|sexuality|disab|wheelchair|pregnan|maternity|marri|civil partner)/i;

/** Undefined when its name, its words and its answers sound like nothing of the kind. */
export function soundOf({ name, label, values = [] }: Pick<Input, 'name' | 'label' | 'values'>): GroundRefused | undefined {
  const words = `${name.replaceAll('_', ' ')} ${label}`;
  if (WHO_THEY_ARE.test(words)) return 'who_they_are';
  // A long list is one of things that can be chosen, and says nothing about the fact.
  const said = [words, ...(values.length <= 6 ? values.map((value) => value.label) : [])];
  return SOUNDS_LIKE.find(([, pattern]) => said.some((text) => pattern.test(text)))?.[0];
}
