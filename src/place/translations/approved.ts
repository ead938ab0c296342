// What reviewers approved, as every page reads it: kept in memory, read again at once after a change made here and every minute for changes made elsewhere.
import type { As } from '../../platform/database/as.ts';
import { type Approved, nothingApproved } from '../../platform/language/catalogue.ts';
import type { Language } from '../../platform/language/languages.ts';
import { approvals } from './store.ts';

const everyMinute = 60_000;
/** A change is read again for so long after it was made, because it counts only once its transaction has ended. */
const settling = 5_000;

let changedAt = Number.NEGATIVE_INFINITY;
/** Said by the action that changed an approval. */
export const approvalsChanged = (): void => {
  changedAt = performance.now();
};

export interface ApprovedWords {
  fresh(): Promise<void>;
  in(language: Language): Approved;
}

export function approvedWords(as: As): ApprovedWords {
  let readAt = Number.NEGATIVE_INFINITY;
  let known: ReadonlyMap<Language, Approved> = new Map();
  let revision = '';
  return {
    async fresh() {
      const now = performance.now();
      if (now - readAt < everyMinute && now - changedAt > settling) return;
      const read = await as({ kind: 'worker', job: 'read approved translations' }, approvals);
      readAt = now;
      // The same approvals stay the same map, so that texts made with them stay made.
      if (read.revision !== revision) known = read.words;
      revision = read.revision;
    },
    in: (language) => known.get(language) ?? nothingApproved,
  };
}
