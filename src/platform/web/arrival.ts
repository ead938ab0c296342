// What arrives over HTTP, freed of it: forms, files, cookies and the language asked for, or why it cannot be read. What is made of it is in attend.ts.
import type { FastifyRequest } from 'fastify';
import { isReading, type Reading } from '../language/languages.ts';
import type { Problem } from '../problem.ts';
import type { UploadedFile } from './context.ts';
import type { Route } from './route.ts';
import { documentIn, keyIn, type SentDocument } from './speech.ts';

export interface Arrival {
  readonly requestId: string;
  readonly url: string;
  readonly address: string;
  readonly params: unknown;
  readonly query: object;
  readonly body: Readonly<Record<string, string | string[]>>;
  readonly files: readonly UploadedFile[];
  readonly session: string;
  /** The key that another system shows; '' at every address for people. */
  readonly key: string;
  readonly document?: SentDocument;
  readonly door: string;
  readonly tour: string;
  /** What they chose to read, as the address or their browser says. */
  readonly reading: string;
}

const unread: Problem = { status: 400, title: 'That could not be read', detail: 'Load the page again and send it once more.' };

/** The language or format that an address asks for, `?in=pl`. Any page may be asked so. */
export function askedReading(request: FastifyRequest): Reading | null {
  const asked = (request.query as Readonly<Record<string, unknown>>).in; // Fastify gives a plain object of strings here
  return isReading(asked) ? asked : null;
}
export const readingOf = (request: FastifyRequest): string => askedReading(request) ?? request.cookies.language ?? '';

function withoutReading(request: FastifyRequest): object {
  const { in: _asked, ...query } = request.query as Readonly<Record<string, unknown>>; // as above
  return query;
}

/** What arrived at this address, or why it could not be read. */
export async function arrivalOf(request: FastifyRequest, route: Route): Promise<Arrival | { problem: Problem }> {
  const spoken = route.speaks;
  const files: UploadedFile[] = [];
  let body: Record<string, string | string[]> = {};
  if (spoken) {
    if (request.body !== undefined && request.body !== null && !Buffer.isBuffer(request.body))
      return { problem: { status: 415, title: 'That could not be read', detail: `Send it as ${spoken.type}.` } };
  } else if (request.isMultipart()) {
    if (!route.upload) return { problem: { status: 415, title: 'This page does not take files', detail: 'Send the form without a file.' } };
    try {
      for await (const part of request.parts({ limits: { fileSize: route.upload.mostBytes } })) {
        if (part.type === 'field') put(body, part.fieldname, String(part.value));
        else {
          const content = await part.toBuffer();
          if (content.length > 0) files.push({ field: part.fieldname, name: part.filename, type: part.mimetype, body: content });
        }
      }
    } catch (error) {
      // What is no form at all, or breaks off, is told without a code.
      if (error instanceof Error && 'code' in error) throw error;
      return { problem: unread };
    }
  } else if (request.body !== undefined && request.body !== null) {
    const read = flat(request.body);
    if (!read) return { problem: unread };
    body = read;
  }
  return {
    requestId: String(request.id),
    url: request.url,
    address: request.ip,
    params: request.params,
    query: withoutReading(request),
    body,
    files,
    session: spoken ? '' : (request.cookies.session ?? ''),
    key: spoken ? keyIn(request) : '',
    ...(spoken ? { document: documentIn(request, spoken) } : {}),
    door: spoken ? '' : (request.cookies.door ?? ''),
    tour: request.cookies.tour ?? '',
    reading: readingOf(request),
  };
}

function put(body: Record<string, string | string[]>, name: string, value: string): void {
  if (name === '__proto__') return;
  const there = Object.hasOwn(body, name) ? body[name] : undefined;
  body[name] = there === undefined ? value : [...(Array.isArray(there) ? there : [there]), value];
}

/** Form bodies and JSON alike: names with a string or several. Anything deeper is not a form. */
function flat(body: unknown): Record<string, string | string[]> | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  const read: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') put(read, name, value);
    else if (typeof value === 'number' || typeof value === 'boolean') put(read, name, String(value));
    else if (Array.isArray(value) && value.every((one) => typeof one === 'string')) for (const one of value) put(read, name, one);
    else return null;
  }
  return read;
}

/** What was wrong with what arrived; null where the fault is ours. */
export function arrivalProblem(error: Error & { code?: string; statusCode?: number }): Problem | null {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
    case 'FST_PARTS_LIMIT':
    case 'FST_FILES_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return {
        status: 413,
        title: 'That is too much to send at once',
        detail: 'Make it shorter or send it in parts. Nothing was changed.',
      };
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { status: 415, title: 'That could not be read', detail: 'Send it from the form on this site.' };
    case undefined:
      return error.statusCode && error.statusCode < 500 ? unread : null;
    default:
      return error.code.startsWith('FST_') && error.statusCode && error.statusCode < 500 ? unread : null;
  }
}
