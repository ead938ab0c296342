// The words a place may choose for itself: what it calls a person, a key worker, a supporter. No page writes these words; it asks here.
// Each has a default from the product's glossary; a blueprint's vocabulary.yaml replaces any of them.

/** Every configurable word: one, and more than one. */
export const defaultWords = {
  person: { one: 'person', many: 'people' },
  keyWorker: { one: 'key worker', many: 'key workers' },
  supporter: { one: 'supporter', many: 'supporters' },
  peerSupporter: { one: 'peer supporter', many: 'peer supporters' },
  practicalSupporter: { one: 'practical supporter', many: 'practical supporters' },
  carer: { one: 'carer', many: 'carers' },
  referrer: { one: 'referrer', many: 'referrers' },
  coordinator: { one: 'co-ordinator', many: 'co-ordinators' },
  referral: { one: 'referral', many: 'referrals' },
  offer: { one: 'offer', many: 'offers' },
  pathway: { one: 'pathway', many: 'pathways' },
  strand: { one: 'strand of support', many: 'strands of support' },
  session: { one: 'session', many: 'sessions' },
  plan: { one: 'plan', many: 'plans' },
  safetyPlan: { one: 'safety plan', many: 'safety plans' },
  stayWellPlan: { one: 'stay-well plan', many: 'stay-well plans' },
  measure: { one: 'measure', many: 'measures' },
  ending: { one: 'ending', many: 'endings' },
  match: { one: 'match', many: 'matches' },
  frontDoor: { one: 'front door', many: 'front doors' },
  hub: { one: 'hub', many: 'hubs' },
  hubCase: { one: 'hub discussion', many: 'hub discussions' },
  cafe: { one: 'crisis café', many: 'crisis cafés' },
  partner: { one: 'partner', many: 'partners' },
} as const satisfies Record<string, WordForms>;

export interface WordForms {
  readonly one: string;
  readonly many: string;
}

export type Term = keyof typeof defaultWords;

export const isTerm = (name: string): name is Term => Object.hasOwn(defaultWords, name);

export type OwnWords = Readonly<Partial<Record<Term, WordForms | undefined>>>;

export interface Vocabulary {
  /** 'key worker' */
  one(term: Term): string;
  /** 'key workers' */
  many(term: Term): string;
  /** 'a key worker', 'an ending' */
  a(term: Term): string;
  /** '1 key worker', '3 key workers' */
  counted(term: Term, number: number): string;
  /** 'Key worker', 'Key workers': to begin a sentence or a heading. */
  start(term: Term, form?: keyof WordForms): string;
}

/** The place's own words over the defaults. */
export function vocabulary(own: OwnWords = {}): Vocabulary {
  const forms = (term: Term): WordForms => own[term] ?? defaultWords[term];
  return {
    one: (term) => forms(term).one,
    many: (term) => forms(term).many,
    a: (term) => `${/^[aeio]|^u(?!ni|se)|^hon|^hour/i.test(forms(term).one) ? 'an' : 'a'} ${forms(term).one}`,
    counted: (term, number) => `${number} ${number === 1 ? forms(term).one : forms(term).many}`,
    start: (term, form = 'one') => {
      const word = forms(term)[form];
      return word.charAt(0).toUpperCase() + word.slice(1);
    },
  };
}
