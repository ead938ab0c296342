// Walks the front door as people do: page by page, through the forms that the pages give, with the version each page showed.
import type { LightMyRequestResponse } from 'fastify';
import type { Client } from './house.ts';

export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

const versionOn = (page: string): string | undefined => /name="version" value="(\d+)"/.exec(page)?.[1];

/** Opens one page of questions and sends it. */
export async function answerPage(client: Client, path: string, fields: Typed): Promise<LightMyRequestResponse> {
  await client.get(path);
  const version = versionOn(client.page);
  return client.post(path.split('?')[0] ?? path, { ...(version ? { version } : {}), ...fields });
}

export const ellie: Readonly<Record<string, Typed>> = {
  '/q/1': { happening: 'I cannot sleep and the house is cold.', about: ['sleep', 'home'] },
  '/q/2': { wants: ['practical'], been_hard: 'Phone calls.' },
  '/q/3': { safe_now: 'yes' },
  '/q/4': { channels: ['text'], shared: 'yes_or_not_sure' },
  '/q/5': { known_as: 'Ellie', family_name: 'Ford', 'born-year': '1991', phone: '07700 900123' },
  '/q/6': { helpers: 'My sister', share: 'ask_me' },
};

/** Answers every page; `own` replaces or adds pages, in order. Throws when a page does not go on. */
export async function answerAll(client: Client, own: Readonly<Record<string, Typed>> = {}): Promise<void> {
  for (const [path, fields] of Object.entries({ ...ellie, ...own })) {
    const answer = await answerPage(client, path, fields);
    if (answer.statusCode !== 303) throw new Error(`${path} answered ${answer.statusCode}: ${textOf(answer.body).slice(0, 500)}`);
  }
}

/** Answers everything and sends it; returns the page after sending. */
export async function askForHelp(client: Client, own: Readonly<Record<string, Typed>> = {}): Promise<string> {
  await answerAll(client, own);
  await client.get('/check');
  const sent = await client.post('/check', {});
  if (sent.statusCode !== 303) throw new Error(`Sending answered ${sent.statusCode}: ${textOf(sent.body).slice(0, 500)}`);
  return (await client.follow(sent)).body;
}

/** What is read on a page, without its markup. */
export const textOf = (html: string): string =>
  html
    .replaceAll(/<(script|style|svg)[^>]*>.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
