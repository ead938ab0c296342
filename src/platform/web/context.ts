// What a route and an action are given: who asks, when, inside which transaction, and how to say whom the request touched.
import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Schema } from '../database/schema.ts';
import type { Identify } from '../identifiers.ts';
import type { Job } from '../jobs/job.ts';
import type { Approved } from '../language/catalogue.ts';
import type { Language, Reading } from '../language/languages.ts';
import type { LivePlace } from '../live-place.ts';
import type { Notice } from './answer.ts';
import type { AccessRole } from './permission.ts';
import type { PersonFrame, Shell } from './shell.ts';
import type { SentDocument } from './speech.ts';

export type Tables = Transaction<Schema>;

export interface HeldRole {
  /** The blueprint's own code of the role. */
  readonly role: string;
  readonly access: AccessRole;
  readonly teamId: string;
  readonly teamName: string;
}

/** Somebody signed in. */
export interface Visitor {
  readonly accountId: string;
  readonly kind: 'staff' | 'person' | 'referrer';
  readonly name: string;
  readonly job: string;
  /** Set for an account of kind 'person'. */
  readonly personId: string | null;
  /** Of a person: the language in which they are written to, where that is not English. */
  readonly language?: Language;
  readonly roles: readonly HeldRole[];
}

export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly body: Buffer;
}

export interface Context {
  /** The instant of the request by the program's clock; the same throughout. */
  readonly now: Date;
  readonly clock: Clock;
  readonly identify: Identify;
  readonly requestId: string;
  readonly place: LivePlace;
  readonly visitor: Visitor | null;
  /** The return code a visitor at the front door holds, as its hash; null otherwise. */
  readonly door: string | null;
  /** The same code as their own browser holds it, so that it can be shown to them; never kept. */
  readonly doorCode?: string;
  /** The request's one transaction, under row-level security as this visitor. */
  readonly tables: Tables;
  /** Runs work in the same transaction as the system's own worker, for steps the visitor may cause but not do; say which job. */
  asWorker<T>(job: string, work: (tables: Tables) => Promise<T>): Promise<T>;
  /** Asks for long work about something, which begins once this request is kept; the same work about the same thing is under way once. Returns its id. */
  queue<Input extends z.ZodType<object>>(job: Job<Input>, input: z.input<Input>, about: string): Promise<string>;
  /** Counts a try at something guessable, in its own transaction; false when there were too many in the window. `subject` is hashed. */
  mayTry(bucket: string, subject: string, limit: number, windowSeconds: number): Promise<boolean>;
  /** Names people whose records this request reads or changes; the audit entry lists them. */
  touch(...personIds: readonly string[]): void;
  /** Why, where the rules ask for a reason; kept in the audit entry. */
  because(reason: string): void;
  /** A fresh signed key for one form, so that sending it twice does it once. */
  formKey(): string;
  /** Said once on the next page this visitor sees. */
  readonly notice: Notice | null;
  readonly files: readonly UploadedFile[];
  /** What another program sent; only at an address for programs. */
  readonly document?: SentDocument;
  /** Step of the demo's tour this browser is at; null when it is not on it. */
  readonly tour: number | null;
  /** What a staff page shows around itself; `current` is the navigation entry's address. */
  shell(current?: string): Promise<Shell>;
  /** What they chose to read, in the address or before; else, signed in, the language they are written to in; null where neither says. Only what the place offers. */
  readonly reading: Reading | null;
  /** What the place’s reviewers approved in a language. */
  approved(language: Language): Approved;
  /** What a page for people shows around itself, with help lines in its language; `language` is the one its words are in. */
  frame(language?: Language): PersonFrame;
  /** Path and query of this request, for links back. */
  readonly url: string;
  /** The browser's own session token, for ending it; '' when there is none. */
  readonly session: string;
  /** Address of the visitor, only ever used hashed, for slowing guesses. */
  readonly address: string;
}

/** Like Context, for somebody known to be signed in. */
export type SignedIn = Context & { readonly visitor: Visitor };
