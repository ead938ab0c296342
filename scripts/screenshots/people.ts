// Who opens the pages of the pictures: staff, Carol, and somebody at each point of asking for help.
import { answerAll, answerPage, askForHelp } from '../../test/harness/front-door.ts';
import type { Client, TestHouse } from '../../test/harness/house.ts';
import type { Picture } from './pictures.ts';

const ellie = {
  '/q/1': {
    happening: 'I keep waking at 3 and my chest goes tight. Post is piling up and I’m scared of losing the flat.',
    about: ['sleep', 'home', 'money'],
  },
  '/q/2': { wants: ['talk', 'practical'], been_hard: 'Phone calls. I hang up when they ask for my reference number.' },
} as const;

const idOf = async (house: TestHouse, name: string): Promise<string> =>
  (await house.database.pool.query<{ id: string }>('select id from account where name = $1', [name])).rows[0]?.id ?? '';

async function asking(house: TestHouse, own: Parameters<typeof answerAll>[1] = {}): Promise<Client> {
  const client = house.visitor();
  await answerAll(client, { ...ellie, ...own });
  return client;
}

const makers: Readonly<Record<string, (house: TestHouse) => Promise<Client>>> = {
  carol: async (house) => house.asAccount(await idOf(house, 'Carol Whittle'), 'person'),
  visitor: async (house) => house.visitor(),
  asking: (house) => asking(house),
  told: (house) => asking(house, { '/q/3': { safe_now: 'not_sure' } }),
  sent: async (house) => {
    const client = house.visitor();
    await askForHelp(client, ellie);
    return client;
  },
  arabic: async (house) => {
    const client = house.visitor();
    await answerPage(client, '/q/1?in=ar', { happening: 'لا أستطيع النوم.', said_in: 'ar' });
    return client;
  },
};

/** Each of them once, whenever they are first asked for. */
export function whoever(house: TestHouse): (by: Picture['by']) => Promise<Client> {
  const known = new Map<Picture['by'], Promise<Client>>();
  return (by) => {
    const one = known.get(by) ?? makers[by]?.(house) ?? house.as(by);
    known.set(by, one);
    return one;
  };
}

/** Carol asks again from another phone, so that two records may be the same person. */
export async function carolAgain(house: TestHouse): Promise<void> {
  await askForHelp(house.visitor(), {
    '/q/5': {
      known_as: 'Caz',
      given_name: 'Carol',
      family_name: 'Whittle',
      'born-day': '4',
      'born-month': '5',
      'born-year': '1974',
      phone: '07700 900512',
      postcode: 'TA6 3DR',
    },
  });
}
