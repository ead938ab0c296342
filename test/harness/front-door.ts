// Walks the front door as people do: page by page, through the forms that the pages give, with the version each page showed.
import type { LightMyRequestResponse } from 'fastify';
import type { Tables } from '../../src/platform/web/context.ts';
import { doorHash } from '../../src/platform/web/door.ts';
import type { Client, TestHouse } from './house.ts';

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

/** Looks at everything, as the program itself may. */
export const asWorker = <T>(house: TestHouse, work: (tables: Tables) => Promise<T>): Promise<T> =>
  house.database.as({ kind: 'worker', job: 'look' }, work);

/** What stands behind the code that this browser holds. */
export const draftOf = (house: TestHouse, client: Client) =>
  asWorker(house, (tables) =>
    tables
      .selectFrom('doorDraft')
      .selectAll()
      .where('codeHash', '=', doorHash(client.cookies.get('door') ?? ''))
      .executeTakeFirstOrThrow(),
  );

/** The referral that this browser sent. */
export async function referralOf(house: TestHouse, client: Client) {
  const { referralId } = await draftOf(house, client);
  return asWorker(house, (tables) => tables.selectFrom('referral').selectAll().where('id', '=', referralId).executeTakeFirstOrThrow());
}

/** The one referral of whoever is known by this name. */
export const referralNamed = (house: TestHouse, knownAs: string) =>
  asWorker(house, (tables) =>
    tables
      .selectFrom('referral')
      .innerJoin('person', 'person.id', 'referral.personId')
      .select(['referral.id', 'referral.personId', 'referral.state', 'referral.version'])
      .where('person.knownAs', '=', knownAs)
      .executeTakeFirstOrThrow(),
  );

export const countReferrals = (house: TestHouse): Promise<number> =>
  asWorker(house, async (tables) => {
    const { n } = await tables
      .selectFrom('referral')
      .select((select) => select.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return n;
  });

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
