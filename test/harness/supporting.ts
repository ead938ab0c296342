// What a worker does in support, for tests: opens a page and sends its form, meets somebody, writes up.
import assert from 'node:assert/strict';
import type { Client, TestHouse } from './house.ts';
import type { Life } from './lives.ts';

/** Opens the page that holds the form, then sends the form with the hidden values that stand in it. */
export async function send(browser: Client, pagePath: string, action: string, fields: Record<string, string | readonly string[]>) {
  const opened = await browser.get(pagePath);
  assert.equal(opened.statusCode, 200, `${pagePath}: ${opened.statusCode}`);
  const form = new RegExp(`action="${action}"[\\s\\S]*?</form>`).exec(opened.body)?.[0];
  assert.ok(form, `${pagePath} has a form for ${action}`);
  const hidden: Record<string, string> = {};
  for (const [, name = '', value = ''] of form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    hidden[name] = value.replaceAll('&amp;', '&');
  return browser.post(action, { ...hidden, ...fields });
}

/** A visit that went as visits go. */
export const note = {
  came: 'attended',
  did: 'We sorted the post.',
  agreed: 'Open one letter a day.',
  mood: '',
  next_step: 'Ask about the letter',
  concern: 'no',
};

/** Answers of a measure by item number. */
export const scores = (total: readonly number[]): Record<string, string> =>
  Object.fromEntries(total.map((score, index) => [`item_${index + 1}`, String(score)]));

/** A meeting with Siobhan that began an hour ago, or `minutes` from now. */
export async function meetNow(house: TestHouse, life: Life, minutes = -60): Promise<string> {
  const id = crypto.randomUUID();
  await house.database.as({ kind: 'worker', job: 'test' }, (tables) =>
    tables
      .insertInto('supportSession')
      .values({
        id,
        personId: life.personId,
        workerId: house.staffId('siobhan'),
        state: 'scheduled',
        startsAt: new Date(house.clock.now().getTime() + minutes * 60_000),
        minutes: 50,
        channel: '01',
        place: 'The library',
        createdAt: house.clock.now(),
        createdBy: house.staffId('siobhan'),
      })
      .execute(),
  );
  return id;
}
