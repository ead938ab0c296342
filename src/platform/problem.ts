// Errors that people can cause, as values: what happened, what to do, and in which field. Faults of the machine are exceptions, not problems.

/** One thing wrong with one field of a form, file or message, in plain words that name the way out. `field` is the input's name, '' for the whole. */
export interface Fault {
  readonly field: string;
  readonly message: string;
}

/** `status` is the HTTP status a page or interface answers with; `title` says what happened, `detail` what to do. */
export interface Problem {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429;
  readonly title: string;
  readonly detail: string;
  readonly faults?: readonly Fault[];
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });
export const failure = (problem: Problem): Result<never> => ({ ok: false, problem });

/** A 422 that lists every fault at once. */
export const invalid = (faults: readonly Fault[]): Problem => ({
  status: 422,
  title: 'There is a problem',
  detail: 'Check what is marked. Everything you typed is still here.',
  faults,
});

/** The same words whether a thing does not exist or may not be seen, so that nobody learns which. */
export const notFound: Problem = {
  status: 404,
  title: 'Page not found',
  detail: 'It may have moved, or it may not be shared with you. If you followed a link, ask the person who sent it.',
};
