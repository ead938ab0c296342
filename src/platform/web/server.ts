// HTTP at the edge: Fastify and its headers; pages, redirects and honest statuses out. What comes in is read in arrival.ts, and attended to in attend.ts.
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  type RouteHandlerMethod,
  type RouteShorthandOptions,
} from 'fastify';
import { notFound, type Problem } from '../problem.ts';
import { type Answer, problem } from './answer.ts';
import { arrivalOf, arrivalProblem, askedReading, readingOf } from './arrival.ts';
import { type Attendance, attend } from './attend.ts';
import { readKey } from './form-key.ts';
import { fromOurOwnPages } from './origin.ts';
import { packed } from './packed.ts';
import { preflight, sendPublished } from './published.ts';
import { isRoute, type Route } from './route.ts';
import { type Speech, sendFault, sendSpoken, takeDocuments } from './speech.ts';

export interface ServerOptions extends Attendance {
  readonly routes: readonly Route[];
  readonly logger: FastifyServerOptions['logger'];
  /** Hashed, unchanging files: path to body and type. */
  readonly assets: ReadonlyMap<string, { readonly body: Buffer; readonly type: string }>;
  /** The whole page for a problem or, with a reference, for a fault of ours. */
  problemPage(
    problem: Omit<Problem, 'status'>,
    about: { readonly url: string; readonly reading: string; readonly reference?: string },
  ): string;
  /** Whether requests can be served now (database there, migrations run). */
  ready(): Promise<boolean>;
  /** Cookies only over https. */
  readonly secure: boolean;
  /** Behind a proxy of ours, whose word on the visitor's address is taken. */
  readonly trustProxy?: boolean;
}

const mostBody = 256 * 1024;
/** A tenth smaller than the default of 4, and as quick: under a millisecond for the largest page. */
const pageQuality = 7;
/** Rules for a document that is opened by itself say nothing to a style sheet, a program or a font; a first visit would pay for them with each. A picture can be opened by itself. */
const partOfAPage = {
  contentSecurityPolicy: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xFrameOptions: false,
} as const;
const fault = {
  status: 500,
  title: 'Sorry, that did not work',
  detail: 'Your words are still here if you go back. Try again in a minute.',
} as const;
const outOfReach = {
  status: 503,
  title: 'Sorry, we cannot reach our records just now',
  detail: 'Nothing you sent before is lost. Wait a minute, go back and try again.',
} as const;

export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.logger ?? false,
    bodyLimit: mostBody,
    trustProxy: options.trustProxy ?? false,
    exposeHeadRoutes: false,
    genReqId: () => options.identify(),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
  });
  const own = new Set<string>();
  app.addHook('onRoute', ({ method, url }) => {
    if (!own.has(`${String(method)} ${url}`))
      throw new Error(`${String(method)} ${url} was not made by route(): it has no permission, input or audit kind.`);
  });
  // A browser keeps its connection for the next page. One that is busy when the door closes would hold it open long after its answer.
  let closing = false;
  app.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
    // For browsers that nobody has any more; every answer would carry them.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    strictTransportSecurity: options.secure,
  });
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 900,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: pageQuality } },
  });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: mostBody });
  const speech = new Map(options.routes.flatMap(({ path, speaks }) => (speaks ? [[path as string, speaks] as const] : [])));
  takeDocuments(app, new Set([...speech.values()].map(({ type }) => type)));
  // Also where nothing answers: a program that errs in its address or method reads of it in its own format.
  const speechAt = (request: FastifyRequest): Speech | undefined =>
    speech.get(request.routeOptions.url ?? '') ?? [...speech].find(([path]) => areaOf(path) === areaOf(request.url))?.[1];
  await app.register(multipart, { limits: { files: 1, fields: 50, fieldSize: mostBody } });

  const fixed = (
    url: string,
    handler: (request: FastifyRequest, reply: FastifyReply) => unknown,
    only: RouteShorthandOptions = {},
  ): void => {
    own.add(`GET ${url}`);
    app.get(url, { logLevel: 'silent', ...only }, handler as RouteHandlerMethod);
  };
  for (const [path, { body, type }] of options.assets) {
    const send = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding');
      if (!/\bbr\b/.test(String(request.headers['accept-encoding'])) || type.startsWith('font/')) return reply.send(body);
      return reply.header('content-encoding', 'br').send(await packed(body));
    };
    fixed(path, send, type.startsWith('image/') ? {} : { helmet: partOfAPage });
  }
  fixed('/healthz', () => ({ alive: true }));
  fixed('/readyz', async (_request, reply) => {
    const ready = await options.ready().catch(() => false);
    return reply.code(ready ? 200 : 503).send({ ready });
  });

  const send = (request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply => {
    reply.header('cache-control', 'no-store');
    switch (answer.kind) {
      case 'page':
        return reply.code(answer.status).type('text/html; charset=utf-8').send(answer.html);
      case 'data':
        return reply.code(answer.status).send(answer.body);
      case 'file':
        if (answer.name) reply.header('content-disposition', `attachment; filename="${answer.name.replaceAll(/[^\w.-]/g, '_')}"`);
        return reply.type(answer.type).send(answer.body);
      case 'redirect':
        for (const { name, value } of answer.cookies ?? [])
          if (value === null) reply.clearCookie(name, { path: '/' });
          else putCookie(reply, name, value);
        return reply.redirect(answer.to, 303);
      case 'problem':
        return sendProblem(request, reply, answer.problem, answer.reading);
    }
  };
  const putCookie = (reply: FastifyReply, name: string, value: string): FastifyReply =>
    reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure: options.secure });
  const sendProblem = (request: FastifyRequest, reply: FastifyReply, value: Problem, reading = readingOf(request)): FastifyReply => {
    if (value.status === 429) reply.header('retry-after', '60');
    const spoken = speechAt(request);
    if (spoken) return sendFault(request, reply, spoken, value);
    reply.code(value.status).header('cache-control', 'no-store');
    if (wantsData(request)) return reply.send({ problem: value });
    return reply.type('text/html; charset=utf-8').send(options.problemPage(value, { url: request.url, reading }));
  };

  for (const route of options.routes) {
    if (!isRoute(route)) throw new Error('A route was not made by route(): it has no permission, input or audit kind.');
    own.add(`${route.method} ${route.path}`);
    if (route.published !== undefined) {
      own.add(`HEAD ${route.path}`).add(`OPTIONS ${route.path}`);
      app.options(route.path, { logLevel: 'silent' }, preflight);
    }
    app.route({
      method: route.method,
      url: route.path,
      exposeHeadRoute: route.published !== undefined,
      ...(route.upload ? { bodyLimit: route.upload.mostBytes + mostBody } : {}),
      ...(route.speaks ? { bodyLimit: route.speaks.mostBytes } : {}),
      handler: async (request, reply) => {
        const arrived = await arrivalOf(request, route);
        if (route.published !== undefined)
          return sendPublished(request, reply, 'problem' in arrived ? problem(arrived.problem) : await attend(options, route, arrived));
        if ('problem' in arrived) return sendProblem(request, reply, arrived.problem);
        if (route.speaks) return sendSpoken(request, reply, route.speaks, await attend(options, route, arrived));
        if (route.method === 'POST') {
          const holder = arrived.session || arrived.door;
          const signed = arrived.body.form_key;
          const ours = Boolean(readKey(options.secret, signed, holder) ?? readKey(options.secret, signed, ''));
          if (!fromOurOwnPages(request.headers, ours))
            return sendProblem(request, reply, {
              status: 403,
              title: 'That did not come from this site',
              detail: 'Open the page here and send it again. Nothing was changed.',
            });
        }
        // Chosen in the address of a page, it stays while the browser is open.
        if (route.method === 'GET' && askedReading(request)) putCookie(reply, 'language', arrived.reading);
        return send(request, reply, await attend(options, route, arrived));
      },
    });
  }

  app.setNotFoundHandler((request, reply) => {
    const taken = options.routes.filter(({ path, speaks }) => speaks && path === request.url.split('?')[0]).map(({ method }) => method);
    if (taken.length === 0) return sendProblem(request, reply, notFound);
    reply.header('allow', taken.join(', '));
    return sendProblem(request, reply, { status: 405, title: 'That is not asked for in this way', detail: `Use ${taken.join(' or ')}.` });
  });
  app.setErrorHandler((error: Error & { code?: string; statusCode?: number }, request, reply) => {
    const known = arrivalProblem(error);
    if (known) return sendProblem(request, reply, inTermsOf(speechAt(request), known));
    request.log.error({ err: error }, 'a request failed');
    const shown = isOutOfReach(error) ? outOfReach : fault;
    const spoken = speechAt(request);
    if (spoken)
      return sendFault(request, reply, spoken, { ...shown, detail: 'Nothing was kept. Send it again in a minute.' }, String(request.id));
    reply.code(shown.status).header('cache-control', 'no-store');
    if (wantsData(request)) return reply.send({ problem: { title: shown.title, reference: request.id } });
    return reply
      .type('text/html; charset=utf-8')
      .send(options.problemPage(shown, { url: request.url, reading: readingOf(request), reference: String(request.id) }));
  });
  return app;
}

/** '/fhir/Task/:referral' → 'fhir'. */
const areaOf = (path: string): string => path.split(/[/?]/, 2)[1] ?? '';

/** What a browser is told to do about a body that could not be read says nothing to a program. */
const inTermsOf = (spoken: Speech | undefined, known: Problem): Problem => {
  if (!spoken) return known;
  if (known.status === 415) return { ...known, detail: `Send it as ${spoken.type}.` };
  return known.status === 400 ? { ...known, detail: `Send the whole document as ${spoken.type}, in UTF-8.` } : known;
};

const wantsData = (request: FastifyRequest): boolean =>
  request.headers.accept?.includes('application/json') === true || request.url.split('?')[0]?.endsWith('.json') === true;

const isOutOfReach = (error: Error & { code?: string }): boolean =>
  ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '57P01', '57P02', '57P03', '08006', '08003', '53300'].includes(error.code ?? '') ||
  /Connection terminated|timeout exceeded when trying to connect|Connection ended|not queryable/i.test(error.message);
