// What the legs of the thread share: one house, its clock, somebody's browser, and what one leg leaves for the next.
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { outboxRules } from '../../src/journey/people/telling/sending.ts';
import { identifiers } from '../../src/platform/identifiers.ts';
import { demoTransports } from '../../src/platform/messages/message.ts';
import { databaseOutbox } from '../../src/platform/messages/outbox.ts';
import { startSending } from '../../src/platform/messages/sending.ts';
import type { Hands } from '../harness/hands.ts';
import type { TestHouse } from '../harness/house.ts';

/** One of the two ways in which the thread is walked. */
export interface Way {
  readonly scripts: boolean;
  readonly hands: (page: Hands['page'], ours: string) => Hands;
  /** The Friday on which it begins. */
  readonly begins: string;
  /** Who asks on a phone, and whom a GP refers. */
  readonly asks: string;
  readonly referred: string;
  /** Of both: two numbers a way, the second ending in the next digit. */
  readonly phones: readonly [string, string];
}

export interface Journey {
  readonly way: Way;
  readonly house: TestHouse;
  /** Opens a browser as somebody, on a phone or at a desk: a code of staff, an account's id, or nobody. */
  as(who: string | null, at: 'phone' | 'desk'): Promise<Hands>;
  /** Sets the clock: days after the beginning, and the time of that day. */
  at(day: number, time: string): void;
  /** 'YYYY-MM-DD', days after the beginning. */
  day(days: number): string;
  one<Row extends object>(query: string, ...values: unknown[]): Promise<Row>;
  /** Sends what is due, and reads the demo's outbox. */
  outbox(): Promise<string>;
  referral: string;
  person: string;
  referredReferral: string;
}

export type Leg = (journey: Journey) => Promise<void>;

const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } } as const;

export function journeyIn(house: TestHouse, ours: string, browser: Browser, way: Way): Journey {
  const begins = Date.parse(`${way.begins}T00:00:00Z`);
  const day = (days: number): string => new Date(begins + days * 86_400_000).toISOString().slice(0, 10);
  const one = async <Row extends object>(query: string, ...values: unknown[]): Promise<Row> => {
    const { rows } = await house.database.pool.query<Row>(query, values);
    const [row] = rows;
    assert.ok(row, query);
    return row;
  };
  return {
    way,
    house,
    day,
    one,
    // Every day of the thread is in winter, when the wall's time is the world's.
    at: (days, time) => house.clock.set(`${day(days)}T${time}:00Z`),
    async as(who, at) {
      const context = await browser.newContext({
        viewport: sizes[at],
        javaScriptEnabled: way.scripts,
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        reducedMotion: 'reduce',
      });
      // Only the way out leads elsewhere, and the test goes no further.
      await context.route(
        (url) => !url.href.startsWith(ours),
        (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Elsewhere</title><p>Elsewhere' }),
      );
      if (who) {
        const account = /^[a-z]+$/.test(who) ? house.staffId(who) : who;
        const { kind } = await one<{ kind: 'staff' | 'person' }>('select kind from account where id = $1', account);
        const { cookies } = await house.asAccount(account, kind);
        await context.addCookies([{ name: 'session', value: cookies.get('session') ?? '', url: ours, httpOnly: true }]);
      }
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      return way.hands(page, ours);
    },
    async outbox() {
      const faults: unknown[] = [];
      const sending = startSending({
        outbox: databaseOutbox(house.database.as, outboxRules(house.clock, identifiers(house.clock), house.place.blueprint)),
        transports: demoTransports,
        clock: house.clock,
        lookEvery: 3_600_000,
        onFault: (fault) => faults.push(fault),
      });
      await sending.sendDue();
      await sending.stop();
      assert.deepEqual(faults, []);
      const hands = await this.as(null, 'desk');
      await hands.go('/demo/outbox');
      return hands.reads();
    },
    referral: '',
    person: '',
    referredReferral: '',
  };
}

/** Walks a leg; what was wrong is told with the page it was on. Every browser of the leg is closed after it. */
export async function walk(browser: Browser, journey: Journey, leg: Leg): Promise<void> {
  try {
    await leg(journey);
  } catch (error) {
    const page = browser.contexts().at(-1)?.pages()[0];
    const said = await page
      ?.locator('.nhsuk-error-summary, main')
      .first()
      .innerText({ timeout: 1000 })
      .catch(() => '');
    throw new Error(`${page?.url() ?? ''}: ${error instanceof Error ? error.message : String(error)}\n${said?.slice(0, 1500) ?? ''}`, {
      cause: error,
    });
  } finally {
    for (const context of browser.contexts()) await context.close();
  }
}
