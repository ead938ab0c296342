// Everybody who opens a page in the bench, signed in as the program signs them in; each account once.
import type { Client } from 'pg';
import { demoClock } from '../src/demo/clock.ts';
import { systemClock } from '../src/platform/clock.ts';
import type { As } from '../src/platform/database/as.ts';
import { startSession } from '../src/trust/accounts/session.ts';
import { askForHelp } from './load.ts';
import type { BenchPage, Facts } from './pages.ts';
import { visitor, type WebVisitor } from './visitor.ts';

interface Account {
  readonly id: string;
  readonly kind: 'staff' | 'person' | 'referrer';
}

/** `startedAt` is the real instant from which the demo's clock counts. */
export function visitors(as: As, client: Client, address: string, { person }: Pick<Facts, 'person'>, startedAt: Date) {
  const known = new Map<BenchPage['by'], WebVisitor>();
  const signedIn = async (query: string): Promise<WebVisitor> => {
    const account = (await client.query<Account>(query)).rows[0];
    if (!account) throw new Error('Somebody who opens a page of the bench is not in the database.');
    const token = await as({ kind: 'worker', job: 'sign in for the bench' }, (tables) =>
      startSession(tables, account, demoClock(startedAt, systemClock).now()),
    );
    return visitor(address, { session: token });
  };
  const make = async (by: BenchPage['by']): Promise<WebVisitor> => {
    if (by === 'visitor') return visitor(address);
    if (by === 'person') return signedIn(`select id, kind from account where person_id = '${person}'`);
    if (by !== 'asking') return signedIn(`select id, kind from account where email = '${by}@example.org'`);
    const asking = visitor(address);
    await askForHelp(asking, '3');
    return asking;
  };
  return async (by: BenchPage['by']): Promise<WebVisitor> => {
    const one = known.get(by) ?? (await make(by));
    known.set(by, one);
    return one;
  };
}
