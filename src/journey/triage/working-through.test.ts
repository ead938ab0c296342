// Working through the queue beside colleagues: a list that stays chosen, what others changed meanwhile, and what a second clinician gives back.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { asSuggested, stepsOn, valueOn } from '../../../test/harness/deciding.ts';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';

describe('working through the queue', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse({ people: true });
  });
  after(() => house?.close());

  async function openOne(client: Client): Promise<{ id: string; html: string }> {
    const { rows } = await house.database.pool.query<{ id: string }>(
      "select id from referral where state = 'submitted' order by decide_by desc, id",
    );
    for (const { id } of rows) {
      const { body } = await client.get(`/triage/${id}`);
      if (stepsOn(body).length > 0) return { id, html: body };
    }
    return assert.fail('somebody waits for a decision');
  }

  test('a list that somebody works through stays theirs from one referral to the next, and never says that nobody waits', async () => {
    const priya = await house.as('priya');
    const safety = textOf((await priya.get('/triage?show=safety')).body);
    const [, listed, all] = /(\d+) in this list, of (\d+) waiting\./.exec(safety) ?? assert.fail(safety);
    assert.ok(Number(listed) > 0 && Number(listed) < Number(all));
    const ids = [...priya.page.matchAll(/href="\/triage\/([0-9a-f-]{36})\?show=safety"/g)].map((match) => match[1] ?? '');
    assert.equal(ids.length, Number(listed));
    const open: { readonly id: string; readonly html: string }[] = [];
    for (const id of ids) {
      const { body } = await priya.get(`/triage/${id}?show=safety`);
      if (stepsOn(body).length > 0) open.push({ id, html: body });
    }
    const { id, html } = open.at(-1) ?? assert.fail('somebody who may not be safe waits for a decision');
    assert.match(textOf((await priya.get(`/triage/${id}?show=safety`)).body), new RegExp(`${listed} in this list, of ${all} waiting`));
    const decided = await priya.post(`/triage/${id}/decide`, asSuggested(html, { show: valueOn(html, 'show'), other_view: 'Sooner.' }));
    assert.equal(decided.statusCode, 303, textOf(decided.body).slice(0, 400));
    assert.equal(decided.headers.location, open.length > 1 ? `/triage/${open[0]?.id}?from=next&show=safety` : '/triage?show=safety');
    const { rows } = await house.database.pool.query<{ id: string }>(
      "select id from triage_decision where referral_id = $1 and state = 'awaiting_countersign'",
      [id],
    );
    const unsafe = /od-alert--danger.*?<h\d[^>]*>([^<]+)</s.exec(html)?.[1] ?? assert.fail('the desk says who may not be safe');
    const second = (await (await house.as('martin')).get(`/countersign/${rows[0]?.id}`)).body;
    assert.ok(second.includes(unsafe), 'and so does the page of whoever agrees');
    const none = textOf((await priya.get('/triage?show=countersign')).body);
    if (/Nobody in this list/.test(none)) assert.doesNotMatch(none, /Nobody is waiting|Everyone who asked has an answer/);
  });

  test('H20: what changed while somebody read is on the page when they are told, and then they can save', async () => {
    const priya = await house.as('priya');
    const martin = await house.as('martin');
    const { id, html } = await openOne(priya);
    const desk = (await martin.get(`/triage/${id}`)).body;
    assert.match(desk, /\/heard"/, 'something can be written down');
    const form = (await martin.get(`/triage/${id}/heard`)).body;
    const answer = /<option[^>]*value="([a-z_]+=[^"]+)"/.exec(form)?.[1] ?? assert.fail('there is something to tick');
    const heard = await martin.post(`/triage/${id}/heard`, { version: valueOn(form, 'version'), answer, said_by: 'person' });
    assert.equal(heard.statusCode, 303, textOf(heard.body).slice(0, 600));
    const typed = { reason: 'They said so on the phone.', persons_view: 'Mornings, please.' };
    const first = await priya.post(`/triage/${id}/decide`, asSuggested(html, typed));
    assert.equal(first.statusCode, 409);
    assert.match(textOf(first.body), /Somebody changed this while you read it\. Your words are still here/);
    assert.match(first.body, /Mornings, please\./);
    const second = await priya.post(`/triage/${id}/decide`, asSuggested(html, { ...typed, version: valueOn(first.body, 'version') }));
    assert.equal(second.statusCode, 303, textOf(second.body).slice(0, 600));
  });

  test('workflows 4.2: what a second clinician gives back is seen in the queue and on the desk, with their words and everything as its author left it', async () => {
    const priya = await house.as('priya');
    const martin = await house.as('martin');
    const { id, html } = await openOne(priya);
    const other = stepsOn(html)[1] ?? assert.fail('there is another first step');
    const typed = { step: other, reason: 'Their sister asked for it.', persons_view: 'Mornings.', other_view: 'Housing first.' };
    assert.equal((await priya.post(`/triage/${id}/decide`, asSuggested(html, typed))).statusCode, 303);
    const { rows } = await house.database.pool.query<{ id: string }>(
      "select id from triage_decision where referral_id = $1 and state = 'awaiting_countersign'",
      [id],
    );
    const waiting = textOf((await priya.get(`/triage/${id}`)).body);
    assert.match(waiting, /By Priya Nair, Friday 20 Nov/, 'the day on which it was decided, not the day on which they asked');
    const read = await martin.get(`/countersign/${rows[0]?.id}`);
    assert.match(textOf(read.body), /What \S+ thinks of it Mornings\./);
    assert.match(read.body, new RegExp(`href="/triage/${id}"`), 'whoever agrees can read everything');
    const back = { version: valueOn(read.body, 'version'), act: 'return', comment: 'Ring the housing team before this goes.' };
    assert.equal((await martin.post(`/countersign/${rows[0]?.id}`, back)).statusCode, 303);
    assert.match(textOf((await priya.get('/triage')).body), /Given back/);
    const desk = (await priya.get(`/triage/${id}`)).body;
    assert.match(textOf(desk), /A second clinician gave it back Ring the housing team before this goes\./);
    assert.match(desk, new RegExp(`name="step"[^>]*value="${other}"[^>]*checked`));
    for (const words of ['Their sister asked for it.', 'Mornings.', 'Housing first.'])
      assert.ok(desk.includes(`>${words}</textarea>`), words);
    assert.equal((await priya.post(`/triage/${id}/decide`, asSuggested(desk))).statusCode, 303);
    const again = textOf((await priya.get('/triage')).body);
    assert.doesNotMatch(again, /Given back/, 'nor is it when they have decided anew');
  });
});
