// Addresses for other programs instead of people: one document in, one out, the caller’s key in a header, and every fault in the format that program reads.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../problem.ts';
import type { Answer } from './answer.ts';

export interface Speech {
  /** Media type of what is sent and answered. */
  readonly type: string;
  readonly mostBytes: number;
  /** Names of headers that are given to the handler and sent back as they came, for finding one request in both logs. */
  readonly echoes: readonly string[];
  /** A problem, or a fault of ours with its reference, as the document that says so. */
  fault(problem: Omit<Problem, 'status'> & { readonly status: number }, reference?: string): unknown;
}

/** What another program sent, as it arrived. */
export interface SentDocument {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

const shownKey = /^Bearer ([\w-]{43})$/i;
const plain = /^[\x21-\x7e]{1,200}$/;

/** Takes documents of these media types as bytes; what they hold is the handler’s matter. */
export function takeDocuments(app: FastifyInstance, types: ReadonlySet<string>): void {
  for (const type of types) app.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

/** The key in the Authorization header; '' when there is none of the right shape. */
export const keyIn = (request: FastifyRequest): string => shownKey.exec(request.headers.authorization ?? '')?.[1] ?? '';

export const documentIn = (request: FastifyRequest, speech: Speech): SentDocument => ({
  body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  headers: echoed(request, speech),
});

const echoed = (request: FastifyRequest, { echoes }: Speech): Record<string, string> =>
  Object.fromEntries(
    echoes.flatMap((name) => {
      const value = request.headers[name];
      return typeof value === 'string' && plain.test(value) ? [[name, value] as const] : [];
    }),
  );

/** Says a fault in the format of the address that was asked. */
export function sendFault(
  request: FastifyRequest,
  reply: FastifyReply,
  speech: Speech,
  problem: Omit<Problem, 'status'> & { readonly status: number },
  reference?: string,
): FastifyReply {
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  if (problem.status === 429) reply.header('retry-after', '60');
  return send(request, reply, speech, problem.status, speech.fault(problem, reference));
}

/** Only data and problems are spoken; anything else is a fault of ours. */
export function sendSpoken(request: FastifyRequest, reply: FastifyReply, speech: Speech, answer: Answer): FastifyReply {
  if (answer.kind === 'problem') return sendFault(request, reply, speech, answer.problem);
  if (answer.kind !== 'data') throw new Error('An address for programs answers with data.');
  return send(request, reply, speech, answer.status, answer.body);
}

const send = (request: FastifyRequest, reply: FastifyReply, speech: Speech, status: number, body: unknown): FastifyReply =>
  reply
    .headers(echoed(request, speech))
    .code(status)
    .header('cache-control', 'no-store')
    .type(`${speech.type}; charset=utf-8`)
    .send(JSON.stringify(body));
