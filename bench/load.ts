// How long the server takes for a page that two people open again and again, and for deciding a referral, each of which is decided once.
import autocannon from 'autocannon';
import { type Times, timesOf } from './quantiles.ts';
import { fieldOf, type WebVisitor } from './visitor.ts';

const connections = 2;
/**
 * Requests before those that count. A connection reads and plans a new question some eight times before it keeps the plan, and the program is compiled as it
 * runs: that is what an hour’s first visitors meet, and it would be a twentieth of 200 requests.
 */
const warming = 40;
/** Of decisions and of requests for help, one after the other. */
export const firstOnes = 10;

/** Milliseconds. Null with the status when the page does not answer 200. */
export async function timesOfPage(
  address: string,
  path: string,
  by: WebVisitor,
  amount: number,
): Promise<Times | { readonly status: number }> {
  const first = await by.get(path);
  if (first.status !== 200) return { status: first.status };
  const visits = (count: number) =>
    autocannon({
      url: address + path,
      connections,
      amount: count,
      timeout: 60,
      headers: { cookie: by.cookie(), 'sec-fetch-site': 'same-origin' },
    });
  await visits(warming);
  const taken: number[] = [];
  const run = visits(amount);
  run.on('response', (_, status, __, milliseconds) => {
    if (status === 200) taken.push(milliseconds);
  });
  await run;
  return timesOf(taken);
}

/** Decides as suggested each referral of the list that can be. Milliseconds of the decision alone, without the first ones. */
export async function timesOfDeciding(by: WebVisitor, referrals: readonly string[]): Promise<Times> {
  const taken: number[] = [];
  for (const referral of referrals) {
    const { status, body } = await by.get(`/triage/${referral}`);
    if (status !== 200) continue;
    const decided = await by.post(`/triage/${referral}/decide`, {
      version: fieldOf(body, 'version'),
      step: 'suggested',
      response: /<option[^>]*value="([^"]+)"[^>]*selected/.exec(body)?.[1] ?? '',
      reason: '',
      persons_view: '',
      coming: ['outreach', 'choice', 'company'],
    });
    if (decided.status === 303) taken.push(decided.milliseconds);
  }
  return timesOf(taken.slice(firstOnes));
}

const answers: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {
  1: { happening: 'I keep waking at 3 and I’m scared of losing the flat.', about: ['sleep', 'home'] },
  2: { wants: ['talk', 'housing'], been_hard: 'Ringing the council.' },
  3: { safe_now: 'yes' },
  4: { channels: ['text'], shared: 'yes_or_not_sure' },
  6: { share: 'ask_me', language: 'en' },
};

/** Answers the questions as far as the page given, or sends them after the last. Returns the milliseconds of the last answer. */
export async function askForHelp(by: WebVisitor, last: '3' | 'send', number = 0): Promise<number> {
  await by.get('/start');
  for (const key of ['1', '2', '3', '4', '5', '6']) {
    const { body } = await by.get(`/q/${key}`);
    const { status, milliseconds } = await by.post(`/q/${key}`, {
      version: fieldOf(body, 'version'),
      ...(key === '5' ? who(number) : answers[key]),
    });
    if (status !== 303) throw new Error(`Question ${key} answered ${status}.`);
    if (key === last) return milliseconds;
  }
  await by.get('/check');
  const { status, milliseconds } = await by.post('/check', {});
  if (status !== 303) throw new Error(`Sending answered ${status}.`);
  return milliseconds;
}

const who = (number: number): Record<string, string> => ({
  known_as: 'Jo',
  given_name: 'Joanna',
  family_name: `Fairley${'abcdefghij'[number % 10] ?? ''}`,
  'born-day': String((number % 28) + 1),
  'born-month': String((number % 12) + 1),
  'born-year': String(1960 + (number % 40)),
  phone: `07700 900${String(number % 1000).padStart(3, '0')}`,
  postcode: 'TA6 3DR',
});
