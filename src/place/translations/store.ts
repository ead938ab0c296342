// Reads and writes what reviewers said of translated texts.

import type { Approved } from '../../platform/language/catalogue.ts';
import { isLanguage, type Language, type Translated } from '../../platform/language/languages.ts';
import type { Tables } from '../../platform/web/context.ts';
import { textsOf } from './catalogues.ts';

export interface Review {
  readonly id: string;
  readonly key: string;
  readonly english: string;
  readonly words: string;
  readonly kind: 'suggested' | 'approved';
  readonly by: string;
  readonly byId: string;
  readonly at: Date;
}

const newestFirst = (tables: Tables) =>
  tables
    .selectFrom('translationReview as r')
    .innerJoin('account as a', 'a.id', 'r.createdBy')
    .select(['r.id', 'r.key', 'r.english', 'r.words', 'r.kind', 'a.name as by', 'a.id as byId', 'r.createdAt as at'])
    .orderBy('r.createdAt', 'desc')
    .orderBy('r.id', 'desc');

/** Everything that was said of a language’s texts, the newest first. */
export const reviewsOf = (tables: Tables, language: Translated): Promise<Review[]> =>
  newestFirst(tables).where('r.language', '=', language).execute() as Promise<Review[]>; // the table’s check allows these kinds only

/** Everything that was said of one text, the newest first. */
export const reviewsOfText = (tables: Tables, language: Translated, key: string): Promise<Review[]> =>
  newestFirst(tables).where('r.language', '=', language).where('r.key', '=', key).execute() as Promise<Review[]>; // as above

export const insertReview = (
  tables: Tables,
  review: Omit<Review, 'by' | 'byId' | 'at'> & { readonly language: Translated; readonly createdBy: string; readonly createdAt: Date },
): Promise<unknown> => tables.insertInto('translationReview').values(review).execute();

/** The words that count now: of each text the newest approval, where the English is still what was approved. */
export async function approvals(tables: Tables): Promise<{ readonly revision: string; readonly words: ReadonlyMap<Language, Approved> }> {
  const rows = await tables
    .selectFrom('translationReview')
    .select(['id', 'language', 'key', 'english', 'words'])
    .where('kind', '=', 'approved')
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const words = new Map<Language, Map<string, string>>();
  for (const { language, key, english, words: said } of rows) {
    if (!isLanguage(language) || language === 'en') continue;
    const ours = words.get(language) ?? new Map<string, string>();
    words.set(language, ours);
    if (textsOf(language).get(key)?.english === english) ours.set(key, said);
    else ours.delete(key);
  }
  return { revision: `${rows.length} ${rows.at(-1)?.id ?? ''}`, words };
}
