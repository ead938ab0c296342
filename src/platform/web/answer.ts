// What a route gives back: a page, a way on, data, a file or a problem. The server turns it into HTTP; routes never touch a reply.
import type { Reading } from '../language/languages.ts';
import type { Problem } from '../problem.ts';

/** Said once on the next page: what happened, what was sent, and Undo while nothing has left the house. */
export interface Notice {
  readonly result: 'success' | 'partial' | 'failed' | 'information';
  /** What happened, as a sentence. */
  readonly heading: string;
  /** What was sent to whom, what was not, what comes next. */
  readonly children?: string;
  /** Address that undoes it by POST. */
  readonly undo?: { readonly action: string; readonly text?: string };
  readonly link?: { readonly text: string; readonly href: string };
}

export type Answer =
  | { readonly kind: 'page'; readonly html: string; readonly status: number }
  | { readonly kind: 'redirect'; readonly to: string; readonly notice?: Notice; readonly cookies?: readonly Cookie[] }
  | { readonly kind: 'data'; readonly body: unknown; readonly status: number }
  | { readonly kind: 'file'; readonly body: Buffer | string; readonly type: string; readonly name?: string }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly reading?: Reading };

/** A cookie to set, or to clear when `value` is null. Always HttpOnly, SameSite=Lax, and Secure outside the demo. */
export interface Cookie {
  readonly name: 'session' | 'door' | 'tour' | 'language';
  readonly value: string | null;
}

export const page = (html: string, status = 200): Answer => ({ kind: 'page', html, status });
export const data = (body: unknown, status = 200): Answer => ({ kind: 'data', body, status });
export const file = (body: Buffer | string, type: string, name?: string): Answer => ({
  kind: 'file',
  body,
  type,
  ...(name ? { name } : {}),
});
export const problem = (value: Problem): Answer => ({ kind: 'problem', problem: value });
/** POST, redirect, GET: the browser asks for `to` next (303). */
export const redirect = (to: string, more: { notice?: Notice; cookies?: readonly Cookie[] } = {}): Answer => ({
  kind: 'redirect',
  to,
  ...more,
});

export const statusOf = (answer: Answer): number =>
  answer.kind === 'problem' ? answer.problem.status : answer.kind === 'redirect' ? 303 : answer.kind === 'file' ? 200 : answer.status;
