// Sends a file as a browser does, from the page that holds the form, and other forms of a page with the key each has.
import type { LightMyRequestResponse } from 'fastify';
import type { Client, TestHouse } from './house.ts';

export interface Upload {
  /** '' leaves it out. */
  readonly kind: string;
  readonly team: string;
  readonly name?: string;
}

export async function chooseFile(
  { server }: Pick<TestHouse, 'server'>,
  client: Client,
  content: string | Buffer,
  { kind, team, name = 'people.csv' }: Upload,
): Promise<LightMyRequestResponse> {
  await client.get('/imports');
  const key = /name="form_key" value="([^"]+)"/.exec(client.page)?.[1] ?? '';
  const boundary = 'one-door-test';
  const field = (label: string, value: string): Buffer =>
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${label}"\r\n\r\n${value}\r\n`);
  const payload = Buffer.concat([
    field('form_key', key),
    ...(kind ? [field('kind', kind)] : []),
    field('team', team),
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`),
    typeof content === 'string' ? Buffer.from(content) : content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return server.inject({
    method: 'POST',
    url: '/imports',
    headers: {
      cookie: [...client.cookies].map(([label, value]) => `${label}=${value}`).join('; '),
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'sec-fetch-site': 'same-origin',
    },
    payload,
  });
}

/** Fills in the key of the form that goes to this address. */
export function sendForm(
  client: Client,
  address: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
): Promise<LightMyRequestResponse> {
  const form = new RegExp(`action="${address}"[\\s\\S]*?name="form_key" value="([^"]+)"`).exec(client.page)?.[1] ?? '';
  return client.post(address, { ...fields, form_key: form });
}
