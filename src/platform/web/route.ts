// The one way to open a URL. A route cannot be made without its permission, its strict input and its audit kind; the server refuses to start otherwise.
import { z } from 'zod';
import type { Fault } from '../problem.ts';
import type { Answer } from './answer.ts';
import type { Context } from './context.ts';
import type { Permission } from './permission.ts';
import type { Speech } from './speech.ts';

/** What the audit entry calls the request; or that it touches nobody, with the reason why it cannot. */
export type AuditKind = { readonly kind: string } | { readonly nobody: string };
export const audited = (kind: string): AuditKind => ({ kind });
export const touchesNobody = (because: string): AuditKind => ({ nobody: because });

type Shape = z.ZodObject | undefined;
type Given<S extends Shape> = S extends z.ZodObject ? z.output<S> : Readonly<Record<string, never>>;

export interface Input<P extends Shape, Q extends Shape, B extends Shape> {
  readonly params: Given<P>;
  readonly query: Given<Q>;
  readonly body: Given<B>;
}

/** What was typed, as it was typed, for showing it again beside what is wrong with it. */
export interface Typed<P extends Shape, Q extends Shape> {
  readonly params: Given<P>;
  readonly query: Given<Q>;
  readonly typed: Readonly<Record<string, string | readonly string[]>>;
  readonly faults: readonly Fault[];
}

export interface RouteDefinition<P extends Shape = undefined, Q extends Shape = undefined, B extends Shape = undefined> {
  readonly method: 'GET' | 'POST';
  /** Fastify path; ids only, never an answer or a name. */
  readonly path: `/${string}`;
  readonly permission: Permission;
  readonly params?: P;
  readonly query?: Q;
  /** Strict: an unknown field is refused. Compulsory for POST. */
  readonly body?: B;
  readonly audit: AuditKind;
  /** A POST asks for the form's key unless doing it twice is harmless; then say why. */
  readonly repeatable?: string;
  /** Most bytes of a file sent with the form; without it files are refused. */
  readonly upload?: { readonly mostBytes: number };
  /** Open data that pages and programs of any origin may read: answers and problems are JSON, with a tag by which an unchanged answer is not sent twice. Say why it may. */
  readonly published?: string;
  /** For other programs: how it speaks with them. They show a key; forms, cookies and pages have no part in it. */
  readonly speaks?: Speech;
  handle(context: Context, input: Input<P, Q, B>): Promise<Answer>;
  /** Shows the form again with every fault at once and everything typed kept. Without it a plain problem page is shown. */
  again?(context: Context, typed: Typed<P, Q>): Promise<Answer>;
}

/** A route whose types have been checked and then forgotten, so that routes of all shapes stand in one list. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
  readonly permission: Permission;
  readonly audit: AuditKind;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodObject;
  readonly repeatable?: string;
  readonly upload?: { readonly mostBytes: number };
  readonly published?: string;
  readonly speaks?: Speech;
  readonly handle: (context: Context, input: Input<z.ZodObject, z.ZodObject, z.ZodObject>) => Promise<Answer>;
  readonly again?: (context: Context, typed: Typed<z.ZodObject, z.ZodObject>) => Promise<Answer>;
}

const made = new WeakSet<object>();
const nothing = z.strictObject({});

function isStrict(shape: z.ZodObject): boolean {
  return shape.def.catchall instanceof z.ZodNever;
}

export function route<P extends Shape = undefined, Q extends Shape = undefined, B extends Shape = undefined>(
  definition: RouteDefinition<P, Q, B>,
): Route {
  const name = `${definition.method} ${definition.path}`;
  if (!definition.permission) throw new Error(`${name} has no permission.`);
  if (!definition.audit) throw new Error(`${name} has no audit kind.`);
  if (definition.published !== undefined && (definition.method !== 'GET' || definition.permission.kind !== 'anyone'))
    throw new Error(`${name} is published, and only what anyone may read can be.`);
  if (definition.permission.kind === 'connected' && !definition.speaks)
    throw new Error(`${name} is for other systems and does not say how it speaks with them.`);
  if (
    definition.speaks &&
    definition.permission.kind !== 'connected' &&
    (definition.method !== 'GET' || definition.permission.kind !== 'anyone')
  )
    throw new Error(`${name} speaks with other systems, so only they may ask it.`);
  if (definition.method === 'POST' && !definition.body) throw new Error(`${name} has no input schema.`);
  for (const shape of [definition.params, definition.query, definition.body])
    if (shape && !isStrict(shape)) throw new Error(`${name} takes unknown fields: use z.strictObject.`);
  const inPath = [...definition.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  const named = Object.keys(definition.params?.shape ?? {});
  if (inPath.length !== named.length || !inPath.every((one) => named.includes(one)))
    throw new Error(`${name} names ${inPath.join(', ') || 'nothing'} in its path and ${named.join(', ') || 'nothing'} in its params.`);
  // The shapes were checked against the handler's types above this line; from here on only the server calls them, with what the shapes returned.
  const forgotten = {
    ...definition,
    params: definition.params ?? nothing,
    query: definition.query ?? nothing,
    body: definition.body ?? nothing,
  } as unknown as Route;
  made.add(forgotten);
  return forgotten;
}

/** Whether `route()` made it; the server refuses anything else. */
export const isRoute = (value: object): boolean => made.has(value);
