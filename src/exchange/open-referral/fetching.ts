// Fetches a directory page by page from another Open Referral interface, within limits of size, time, pages and redirects.
import { get as getHttp } from 'node:http';
import { get as getHttps } from 'node:https';
import { failure, type Result, success } from '../../platform/problem.ts';
import { publicLookup, refusedAddress } from './public-address.ts';
import { isObject } from './values.ts';

export const limits = {
  redirects: 3,
  pages: 200,
  services: 3000,
  bytes: 40_000_000,
  answer: 5_000_000,
  milliseconds: 10 * 60_000,
  waiting: 20_000,
} as const;

export interface Fetching {
  readonly signal: AbortSignal;
  /** Hosts ('directory.local:8080') inside our own network that may be asked all the same. */
  readonly allowed?: readonly string[];
  readonly most?: Partial<Record<keyof typeof limits, number>>;
}

class Refused extends Error {
  override readonly name = 'Refused';
}

interface Answered {
  readonly json: unknown;
  /** Where it was found after redirects. */
  readonly address: string;
  readonly bytes: number;
}

interface Reply {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: Buffer;
}

function askOnce(address: string, { signal, allowed = [], most = {} }: Fetching): Promise<Reply> {
  const refused = refusedAddress(address, allowed);
  if (refused) throw new Refused(refused);
  const url = new URL(address);
  const own = allowed.includes(url.host);
  const largest = most.answer ?? limits.answer;
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'http:' ? getHttp : getHttps)(
      url,
      {
        headers: { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'One Door directory' },
        signal: AbortSignal.any([signal, AbortSignal.timeout(most.waiting ?? limits.waiting)]),
        ...(own ? {} : { lookup: publicLookup }),
      },
      (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        response.on('data', (part: Buffer) => {
          size += part.length;
          if (size > largest) request.destroy(new Refused('One of its answers is too large.'));
          else parts.push(part);
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, location: response.headers.location, body: Buffer.concat(parts) }),
        );
      },
    );
    request.on('error', reject);
  });
}

async function ask(address: string, fetching: Fetching): Promise<Answered> {
  let at = address;
  for (let hop = 0; hop <= (fetching.most?.redirects ?? limits.redirects); hop++) {
    const { status, location, body } = await askOnce(at, fetching);
    if (status >= 300 && status < 400 && location) {
      const next = URL.parse(location, at);
      if (!next) throw new Refused('It leads to an address that cannot be read.');
      at = next.href;
      continue;
    }
    if (status !== 200) throw new Refused(`It answered with status ${status}.`);
    try {
      return { json: JSON.parse(body.toString('utf8').replace(/^\ufeff/, '')), address: at, bytes: body.length };
    } catch {
      throw new Refused('It did not answer with JSON. Check that the address is that of the interface, not of its website.');
    }
  }
  throw new Refused('It leads from one address to the next without end.');
}

const idsIn = (json: unknown): readonly string[] => {
  const list = isObject(json) ? (json.contents ?? json.content) : undefined;
  return Array.isArray(list) ? list.flatMap((one: unknown) => (isObject(one) && typeof one.id === 'string' ? [one.id] : [])) : [];
};
const pagesIn = (json: unknown): number => (isObject(json) && Number.isInteger(json.total_pages) ? Number(json.total_pages) : 1);

/** All answers, for readDirectory: every page of its services, and each service whole. `address` is that of its list of services. */
export async function fetchDirectory(address: string, fetching: Fetching): Promise<Result<readonly unknown[]>> {
  const most = { ...limits, ...fetching.most };
  const signal = AbortSignal.any([fetching.signal, AbortSignal.timeout(most.milliseconds)]);
  const within = { ...fetching, signal };
  let bytes = 0;
  const counted = async (url: string): Promise<Answered> => {
    const answer = await ask(url, within);
    bytes += answer.bytes;
    if (bytes > most.bytes) throw new Refused('The whole of it is too large.');
    return answer;
  };
  try {
    const first = await counted(address);
    const answers: unknown[] = [first.json];
    const ids = [...idsIn(first.json)];
    const pages = pagesIn(first.json);
    if (pages > most.pages) throw new Refused(`It has ${pages} pages. The most are ${most.pages}.`);
    for (let page = 2; page <= pages; page++) {
      const url = new URL(first.address);
      url.searchParams.set('page', String(page));
      const { json } = await counted(url.href);
      answers.push(json);
      ids.push(...idsIn(json));
    }
    if (ids.length > most.services) throw new Refused(`It has ${ids.length} services. The most are ${most.services}.`);
    for (const id of new Set(ids)) {
      const url = new URL(first.address);
      url.search = '';
      url.pathname = `${url.pathname.replace(/\/$/, '')}/${encodeURIComponent(id)}`;
      answers.push((await counted(url.href)).json);
    }
    return success(answers);
  } catch (error) {
    if (fetching.signal.aborted) throw error;
    return failure({ status: 422, title: 'It could not be fetched', detail: reasonFor(error) });
  }
}

function reasonFor(error: unknown): string {
  if (error instanceof Refused) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EPRIVATE') return 'The address leads into a private network.';
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')) return 'It took too long to answer.';
  return 'Nobody answered there. Check the address, and try again later.';
}
