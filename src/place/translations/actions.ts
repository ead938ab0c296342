// What reviewers can do: see how far each language is, read a text beside its English, approve it as it stands or in other words, or suggest other words.

import type { Translated } from '../../platform/language/languages.ts';
import type { Fault } from '../../platform/problem.ts';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import { approvalsChanged } from './approved.ts';
import { type TranslatedText, textsOf } from './catalogues.ts';
import { faultsOfWords, isTranslated, type Standing, standingOf, translated } from './model.ts';
import { insertReview, type Review, reviewsOf, reviewsOfText } from './store.ts';

/** Languages that the visitor’s roles may review here, as the place’s roles say. */
export function mayReview({ place, visitor }: Context): readonly Translated[] {
  const held = new Set(visitor?.roles.map(({ role }) => role));
  const theirs = new Set(
    place.blueprint.roles.filter(({ code }) => held.has(code)).flatMap(({ reviewsTranslations }) => reviewsTranslations ?? []),
  );
  return translated.filter((one) => theirs.has(one) && place.blueprint.languages.includes(one));
}

export interface ReviewedText extends TranslatedText {
  readonly standing: Standing;
  /** The words that pages show now. */
  readonly words: string;
  readonly suggested: string | null;
  readonly last: Review | null;
}

/** Every text of a language with where it stands. */
export async function reviewedTexts(context: SignedIn, language: Translated): Promise<readonly ReviewedText[]> {
  const said = Map.groupBy(await reviewsOf(context.tables, language), ({ key }) => key);
  return [...textsOf(language).values()].map((text) => {
    const reviews = said.get(text.key) ?? [];
    return { ...text, ...standingOf(text, reviews), last: reviews[0] ?? null };
  });
}

export interface TextHistory extends ReviewedText {
  readonly said: readonly Review[];
  /** The newest that was said; a form sends it back, so that two reviewers do not speak past each other. */
  readonly seen: string;
}

export async function textHistory(context: SignedIn, language: Translated, key: string): Promise<TextHistory | null> {
  const text = textsOf(language).get(key);
  if (!text) return null;
  const said = await reviewsOfText(context.tables, language, key);
  return { ...text, ...standingOf(text, said), last: said[0] ?? null, said, seen: said[0]?.id ?? '' };
}

export type Reviewed =
  | { readonly kind: 'kept' }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'unknown' };

/** Approves or suggests words for a text. Approved words are read by everybody from the next page on. */
export async function reviewText(
  context: SignedIn,
  given: {
    readonly language: string;
    readonly key: string;
    readonly words: string;
    readonly kind: 'approved' | 'suggested';
    readonly seen: string;
  },
): Promise<Reviewed> {
  const { language, key, kind } = given;
  if (!isTranslated(language) || !mayReview(context).includes(language)) return { kind: 'unknown' };
  const history = await textHistory(context, language, key);
  if (!history) return { kind: 'unknown' };
  if (history.seen !== given.seen) return { kind: 'overtaken' };
  const words = given.words.trim();
  const faults = faultsOfWords(history, words, language, namesOf(context));
  if (faults.length > 0) return { kind: 'faults', faults };
  await insertReview(context.tables, {
    id: context.identify(),
    language,
    key,
    english: history.english,
    words,
    kind,
    createdBy: context.visitor.accountId,
    createdAt: context.now,
  });
  if (kind === 'approved') approvalsChanged();
  return { kind: 'kept' };
}

const namesOf = ({ place }: Context): string[] => [
  place.name,
  ...place.blueprint.services.map(({ name }) => name),
  ...place.blueprint.teams.map(({ name }) => name),
];
