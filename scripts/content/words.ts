// The words that no page, letter or message may say, with what to say instead (S19), and the shapes of a risk grade in a schema (S1.1). Pure.

export interface Unsaid {
  readonly pattern: RegExp;
  readonly say: string;
}

/** Each pattern reads whole words in either case. Names that carry such a word are listed in `names`. */
export const unsaid: readonly Unsaid[] = [
  {
    pattern:
      /\bpatients\b|(?<!\b(?:be|been|being|is|was|were|are|so|very) )\bpatient\b(?! with)|\bclients?\b|\bservice[- ]users?\b|\bexpert patients?\b/i,
    say: 'person, or the place’s own word',
  },
  {
    pattern: /\breject(s|ed|ing|ion|ions)?\b|\binappropriate\b|\bdoes not meet (the )?criteria\b|\bdeclined by (the )?service\b/i,
    say: 'not the right fit here, so … and the next offer',
  },
  { pattern: /\bin the queue\b|\bposition \d+\b/i, say: 'by [date]' },
  {
    pattern: /\brisk (assessments?|scores?|levels?|ratings?|grades?|bands?)\b|\b(low|medium|moderate|high)[- ]risk\b/i,
    say: 'safety plan, or what would help someone stay safe',
  },
  { pattern: /\burgent (patient|person|case)s?\b|\bpriority (1|one) (person|patient|case)s?\b/i, say: 'within 4 hours' },
  { pattern: /\bDNA(s|ed|’d)?\b|\bfailed to attend\b|\bnon-?complian(t|ce)\b|\bdisengage(d|s|ment)?\b/, say: 'missed, we missed you' },
  { pattern: /\bhard[- ]to[- ]reach\b|\brefuses? to engage\b/i, say: 'has not replied yet, we could not reach' },
  { pattern: /\bcare co-?ordinators?\b/i, say: 'key worker' },
  {
    pattern: /\ba personality disorder\b|\bPD\b|\bmanipulative\b|\battention[- ]seeking\b/,
    say: 'complex emotional needs, or their own words',
  },
  {
    pattern: /\bcommit(s|ted|ting)? suicide\b|\b(failed|successful) attempts?\b|\bself-harmers?\b/i,
    say: 'died by suicide, hurt themselves, thoughts of ending your life',
  },
  { pattern: /\b(ex-)?offenders?\b|\bperpetrators?\b/i, say: 'someone on probation, a person who has offended' },
  { pattern: /\bplacement failed\b|\bthe homeless\b/i, say: 'home, a homeless person' },
  {
    pattern: /\busers helping users\b|\bsufferers?\b|\bsurvivors?\b|\bthe mentally ill\b/i,
    say: 'volunteers, lived experience, the person’s own words',
  },
  { pattern: /\bdischarge[ds]?\b/i, say: 'ending, moving on' },
  { pattern: /\brefused (a )?care plan\b/i, say: 'does not want a plan for now' },
  { pattern: /\bconsent forms?\b/i, say: 'sharing choice' },
  { pattern: /\bN\/A\b/, say: 'not asked, or declined, or not known' },
  { pattern: /\bseek urgent medical attention\b/i, say: 'A&E, 999, 111 option 2' },
  { pattern: /\bError \d{3}\b|\binvalid\b|\billegal value\b/i, say: 'what happened and what to do' },
  { pattern: /\bsuppressed\b/i, say: 'small number, hidden to protect people' },
];

/** Names and quoted terms of others that carry such a word; taken out before looking. */
export const names: readonly RegExp[] = [
  /\bSubject access request\b/gi,
  /\bOffender Personality Disorder\b/g,
  /\bPatient Health Questionnaire\b/g,
  /\bPersonality disorder\b/g,
];

/** Words that each place sets for itself, so pages ask the vocabulary for them. */
export const configurable: readonly Unsaid[] = [
  { pattern: /\bkey[- ]workers?\b/i, say: 'words.one(‘keyWorker’)' },
  { pattern: /\b(peer |practical )?supporters?\b/i, say: 'words.one(‘supporter’)' },
];

/** In the schema and in names of fields: a place to keep a grade of a person's risk. */
export const gradeNames =
  /risk_?(level|grade|score|rating|band|category|status)|(^|_)rag(_|$)|(suicide|self_?harm|harm)_?(risk|score|level)/i;
/** A list of allowed values that grades. */
export const gradeValues = /\(\s*'(very )?low'\s*,[^)]*'(very )?high'/gi;

export function unsaidIn(text: string, list: readonly Unsaid[] = unsaid): { said: string; say: string }[] {
  const plain = names.reduce((rest, name) => rest.replace(name, ''), text);
  return list.flatMap(({ pattern, say }) => {
    const said = pattern.exec(plain)?.[0];
    return said ? [{ said, say }] : [];
  });
}

/** A straight apostrophe between letters or after one: don't, services' */
export const straightApostrophe = /\p{L}'(\p{L}|\s|$)/u;
