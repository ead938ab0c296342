// A browser for tests, without a browser: it keeps cookies, remembers the last page and sends its form key.
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

export interface Client {
  get(path: string): Promise<LightMyRequestResponse>;
  /** Sends a form; the form key comes from the last page this client got unless given. */
  post(path: string, fields: Readonly<Record<string, string | readonly string[] | undefined>>): Promise<LightMyRequestResponse>;
  /** Follows the redirect of an answer, or returns it. */
  follow(answer: LightMyRequestResponse): Promise<LightMyRequestResponse>;
  readonly cookies: Map<string, string>;
  /** HTML of the last page. */
  readonly page: string;
}

const unescaped = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

export function client(server: FastifyInstance): Client {
  const cookies = new Map<string, string>();
  let last = '';
  const keep = (answer: LightMyRequestResponse): LightMyRequestResponse => {
    for (const cookie of answer.cookies) {
      if (cookie.value === '' || (cookie.expires && cookie.expires.getTime() <= 0)) cookies.delete(cookie.name);
      else cookies.set(cookie.name, cookie.value);
    }
    if (String(answer.headers['content-type']).startsWith('text/html')) last = answer.body;
    return answer;
  };
  const headers = (): Record<string, string> => ({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  const self: Client = {
    cookies,
    get page() {
      return last;
    },
    get: async (path) => keep(await server.inject({ url: path, headers: headers() })),
    post: async (path, fields) => {
      const key = /name="form_key" value="([^"]+)"/.exec(last)?.[1];
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries({ ...(key ? { form_key: unescaped(key) } : {}), ...fields }))
        for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) body.append(name, one);
      return keep(
        await server.inject({
          method: 'POST',
          url: path,
          headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
          payload: body.toString(),
        }),
      );
    },
    follow: async (answer) => (answer.statusCode === 303 ? self.get(String(answer.headers.location)) : answer),
  };
  return self;
}
