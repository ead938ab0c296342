// What the program tells its operators: one JSON object a line, about requests and jobs, never about people. Only what is listed here gets through;
// everything else that someone hands to the log is left out, so that forgetting a rule cannot leak a name.
import Fastify, { type FastifyBaseLogger, type FastifyRequest, type FastifyServerOptions } from 'fastify';

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  /** Default: standard output. */
  readonly stream?: { write(line: string): void };
}

export type LogFields = Readonly<Record<string, unknown>>;

/** Names whose text is the program's own: codes, patterns, ids of requests. Numbers and yes-or-no pass under any name. */
const ownWords = new Set([
  'reqId',
  'fault',
  'job',
  'queue',
  'step',
  'migration',
  'version',
  'mode',
  'address',
  'state',
  'channel',
  'messageId',
  'reference',
]);
const leftOut = '[left out]';

/** Fastify's `logger` option. The address of a request is told as its route's pattern, so neither ids nor questions in it are kept. */
export function loggerOptions({ level, stream }: LogOptions): Exclude<FastifyServerOptions['logger'], boolean | undefined> {
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }), bindings: onlyOwn, log: onlyOwn },
    serializers: { req: request, res: response, err: fault, error: fault },
    hooks: {
      logMethod([first, second], write) {
        if (typeof first === 'string') write.call(this, {}, plainly(first));
        else if (isObject(first)) write.call(this, first instanceof Error ? { err: first } : first, plainly(second, messageIn(first)));
      },
    },
    ...(stream ? { stream } : {}),
  };
}

/** For what happens outside requests: starting, jobs, messages. */
export const createLog = (options: LogOptions): FastifyBaseLogger => Fastify({ logger: loggerOptions(options) }).log;

/**
 * A line's text is one of the program's own sentences. An error's message can quote what someone typed, and so can an address or words filled in,
 * so whatever looks like more than a sentence is left out.
 */
function plainly(words: unknown, errorMessage?: string): string {
  return typeof words === 'string' && words !== errorMessage && /^[\p{Letter} ,.’-]{1,120}$/u.test(words) ? words : leftOut;
}

const objects = new Set(['req', 'res', 'err', 'error']);

function onlyOwn(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const passes = objects.has(name) || typeof value === 'number' || typeof value === 'boolean' || value === null || ownWords.has(name);
      return [name, passes && (objects.has(name) || typeof value !== 'object') ? value : leftOut];
    }),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function messageIn(fields: Record<string, unknown>): string | undefined {
  const error = fields instanceof Error ? fields : (fields.err ?? fields.error);
  return error instanceof Error ? error.message : undefined;
}

const request = ({ method, routeOptions }: FastifyRequest) => ({ method, route: routeOptions?.url ?? 'none' });

const response = ({ statusCode }: { statusCode?: number }) => ({ status: statusCode });

/** Its kind, PostgreSQL's or Node's code for it, and where in the program; not its message, which may quote the data. */
export function fault(error: Error): { type: string; message: string; stack: string } {
  const { stack = '', message, cause } = error;
  const code = 'code' in error && typeof error.code === 'string' && /^[A-Z0-9_]+$/.test(error.code) ? { code: error.code } : {};
  const frames = stack.slice(stack.indexOf(message) + message.length).split('\n');
  const where = frames.map((frame) => frame.trim()).filter((frame) => frame.startsWith('at '));
  return {
    type: error.constructor.name,
    ...code,
    message: leftOut,
    stack: where.slice(0, 8).join('\n'),
    ...(cause instanceof Error ? { cause: fault(cause) } : {}),
  };
}
