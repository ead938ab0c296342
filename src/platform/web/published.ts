// Open data over HTTP: readable from any origin, JSON also where something is wrong, and never sent twice while it is the same.
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer } from './answer.ts';

/** Seconds for which a copy may be used without asking again. */
const fresh = 60;
/** Seconds for which a browser remembers that it may ask. */
const remembered = 86_400;

const open = (reply: FastifyReply): FastifyReply =>
  reply
    .header('access-control-allow-origin', '*')
    .header('access-control-expose-headers', 'ETag, Link, Retry-After')
    .header('cross-origin-resource-policy', 'cross-origin');

/** What a browser asks before a page of another origin may. */
export async function preflight(_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return open(reply)
    .header('access-control-allow-methods', 'GET, HEAD, OPTIONS')
    .header('access-control-allow-headers', 'Accept, Content-Type, If-None-Match')
    .header('access-control-max-age', String(remembered))
    .header('cache-control', `public, max-age=${remembered}`)
    .code(204)
    .send();
}

/** The tags of an If-None-Match header, weak or not; compared weakly, as the standard says. */
const tagsIn = (header: string | undefined): readonly string[] => (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));

/** Only data and problems are published; anything else is a fault of ours. */
export function sendPublished(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  open(reply).type('application/json; charset=utf-8');
  if (answer.kind === 'problem') {
    if (answer.problem.status === 429) reply.header('retry-after', '60');
    return reply
      .code(answer.problem.status)
      .header('cache-control', 'no-store')
      .send(JSON.stringify({ problem: answer.problem }));
  }
  if (answer.kind !== 'data') throw new Error('A published address answers with data.');
  const body = JSON.stringify(answer.body);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', `W/${tag}`).header('cache-control', `public, max-age=${fresh}`).header('vary', 'accept-encoding');
  const known = tagsIn(request.headers['if-none-match']);
  return known.includes(tag) || known.includes('*') ? reply.code(304).send() : reply.code(answer.status).send(body);
}
