// What somebody has begun before every page is looked at: a second record of the same person, the next plan, a file, a call, a draft of the rules, a report.
import { answerAll, textOf } from './front-door.ts';
import type { Client, TestHouse } from './house.ts';
import { chooseFile, sendForm } from './upload.ts';
import { whenDone } from './when-done.ts';

type Answer = Awaited<ReturnType<Client['get']>>;

const gone = (what: string, answer: Answer): string => {
  if (answer.statusCode !== 303) throw new Error(`${what} answered ${answer.statusCode}: ${textOf(answer.body).slice(0, 300)}`);
  return String(answer.headers.location);
};

/** Carol asks again under her own name, so that two records may be the same person. */
async function carolAgain(house: TestHouse): Promise<void> {
  const { rows } = await house.database.pool.query<{ given: string; family: string; born: string; phone: string }>(
    `select p.given_name as given, p.family_name as family, p.born as born,
            (select value from contact_point where person_id = p.id and channel = 'text' limit 1) as phone
     from person p join account a on a.person_id = p.id where a.name = 'Carol Whittle'`,
  );
  const carol = rows[0];
  if (!carol) return;
  const [year, month, day] = carol.born.split('-').map((part) => String(Number(part)));
  const client = house.visitor();
  const born = { 'born-day': day, 'born-month': month, 'born-year': year };
  await answerAll(client, {
    '/q/5': { known_as: carol.given, given_name: carol.given, family_name: carol.family, ...born, phone: carol.phone },
  });
  await client.get('/check');
  await client.post('/check', {});
}

/** Siobhan begins Carol’s next plan, so that there is one to write. */
async function nextPlan(house: TestHouse): Promise<void> {
  const { rows } = await house.database.pool.query<{ id: string }>("select person_id as id from account where name = 'Carol Whittle'");
  const siobhan = await house.as('siobhan');
  const plan = `/people/${rows[0]?.id ?? ''}/plan`;
  await siobhan.get(plan);
  const answer = await siobhan.post(`${plan}/begin`, {});
  gone('Beginning a plan', answer);
}

/** Dev looks at a file before anybody in it is taken in. */
async function fileLookedAt(house: TestHouse): Promise<void> {
  const csv = 'Known as,First name,Last name,Date of birth,Phone,Reason\nSam,Samuel,Ortega,1988-02-30,07700 900777,Cannot sleep\n';
  const team = house.place.teams.get('spa-team')?.id ?? '';
  gone('Sending a file', await chooseFile(house, await house.as('dev'), csv, { kind: 'referrals', team }));
}

async function callTaken(house: TestHouse): Promise<void> {
  const priya = await house.as('priya');
  await priya.get('/call');
  const said = { door: 'phone', speaking: 'person', happening: 'I cannot face the post.', safe_now: 'yes', known_as: 'Wyn' };
  gone('A call', await priya.post('/call', { ...said, family_name: 'Barrow', phone: '07700 900155', channels: ['phone'], shared: 'no' }));
}

/** Dev begins the next version of the first table. */
async function rulesBegun(house: TestHouse): Promise<void> {
  const dev = await house.as('dev');
  const table = /href="(\/rules\/[^"/]+\/[^"/]+)"/.exec((await dev.get('/rules')).body)?.[1] ?? '';
  await dev.get(table);
  const from = /name="from" value="(\d+)"/.exec(dev.page)?.[1] ?? '1';
  gone('Beginning rules', await sendForm(dev, `${table}/begin`, { from }));
}

/** Dev asks for a report; its page is kept as it was while it was being made. */
async function reportAsked(house: TestHouse): Promise<void> {
  const dev = await house.as('dev');
  await dev.get('/reports');
  const period = /name="period"[^>]*value="([^"]+)"/.exec(dev.page)?.[1] ?? /<option value="([^"]+)"/.exec(dev.page)?.[1] ?? '';
  await whenDone(dev, gone('A report', await sendForm(dev, '/reports', { period })));
  await house.database.pool.query("update work set state = 'running', ended_at = null, outcome = null, done = 2, steps = 5");
}

/** Dev asks a provider to keep the entry of a service; the link is in the message. */
async function providerAsked(house: TestHouse): Promise<void> {
  const dev = await house.as('dev');
  const { rows } = await house.database.pool.query<{ id: string }>('select id from directory_service order by id');
  for (const { id } of rows) {
    await dev.get(`/services/${id}`);
    if (!dev.page.includes(`action="/services/${id}/keepers"`)) continue;
    gone('Asking a provider', await sendForm(dev, `/services/${id}/keepers`, { name: 'Ola Bright', email: 'ola@example.org' }));
    return;
  }
  throw new Error('Dev keeps no entry.');
}

/** Dev asks for the directory of somebody else; it is being fetched. */
async function directoryAskedFor(house: TestHouse): Promise<void> {
  const dev = await house.as('dev');
  await dev.get('/services/sources');
  const fields = { address: 'https://directory.example.org/services', name: 'Elsewhere', licence: 'not stated' };
  gone('Asking for a directory', await sendForm(dev, '/services/sources', fields));
}

/** Dev corrects the text of what everybody is asked; the correction is not published yet. */
async function textCorrected(house: TestHouse): Promise<void> {
  await house.database.pool.query(
    "update consultation set draft = jsonb_set(draft, '{inShort}', '\"Later evenings\"') where heard = '' and published_at is not null",
  );
}

export async function beginEverything(house: TestHouse): Promise<void> {
  for (const begin of [
    carolAgain,
    nextPlan,
    fileLookedAt,
    callTaken,
    rulesBegun,
    reportAsked,
    providerAsked,
    directoryAskedFor,
    textCorrected,
  ])
    await begin(house);
}
