import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { askForHelp, textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';

describe('an appointment in somebody’s own calendar', () => {
  let house: TestHouse;
  let ellie: Client;
  let priya: Client;
  let personId: string;
  let sessionId: string;
  const one = async <Row>(text: string, values: unknown[] = []): Promise<Row> => {
    const { rows } = await house.database.pool.query(text, values);
    assert.equal(rows.length, 1, text);
    return rows[0] as Row; // the columns asked for
  };
  const calendar = async (client: Client, path: string): Promise<string> => {
    const answer = await client.get(path);
    assert.equal(answer.statusCode, 200);
    assert.match(String(answer.headers['content-type']), /^text\/calendar/);
    assert.equal(answer.headers['content-disposition'], 'attachment; filename="calendar.ics"');
    return answer.body.replaceAll('\r\n ', '');
  };
  before(async () => {
    house = await openTestHouse();
    await askForHelp(house.visitor(), {
      '/q/4': { channels: ['email'], shared: 'no', links: 'yes' },
      '/q/5': { known_as: 'Ellie', family_name: 'Ford', 'born-year': '1991', email: 'ellie.ford@example.org' },
    });
    ({ personId } = await one<{ personId: string }>('select person_id as "personId" from referral'));
    const { account } = await one<{ account: string }>('select id as account from account where person_id = $1', [personId]);
    ellie = await house.asAccount(account, 'person');
    priya = await house.as('priya');
    await priya.get(`/people/${personId}/sessions/new`);
    const place = 'Early help, Tone Row; wellbeing room';
    const booked = await priya.post(`/people/${personId}/sessions`, { date: '2026-11-24', time: '2pm', minutes: '50', how: '01', place });
    assert.equal(booked.statusCode, 303, textOf(booked.body).slice(0, 300));
    ({ sessionId } = await one<{ sessionId: string }>('select id as "sessionId" from support_session'));
  });
  after(() => house.close());

  test('S3.6: theirs alone, it may name us, and never a service; the message links to it only because links are safe', async () => {
    const { body } = await one<{ body: string }>("select body from message where purpose = 'appointment'");
    assert.match(body, /http:\/\/onedoor\.test\/me\/calendar\.ics/);
    await ellie.get('/me');
    assert.match(ellie.page, /href="\/me\/calendar\.ics"/);
    const entry = await calendar(ellie, '/me/calendar.ics');
    assert.match(entry, /\r\nSUMMARY:Priya\\, Westmere \(demo\)\r\n/);
    assert.doesNotMatch(entry, /LOCATION|Early help/, 'the place named a service');
    assert.match(entry, new RegExp(`\r\nUID:${sessionId}\r\nSEQUENCE:0\r\n`));
    assert.match(entry, /\r\nDTSTART:20261124T140000Z\r\nDTEND:20261124T145000Z\r\nSTATUS:TENTATIVE\r\n/);
  });

  test('S3.6: where others may see, the entry has a first name and nothing that says why', async () => {
    await house.database.pool.query("update contact_point set shared = 'yes' where person_id = $1", [personId]);
    const entry = await calendar(ellie, '/me/calendar.ics');
    assert.match(entry, /\r\nSUMMARY:Priya\r\n/);
    assert.doesNotMatch(entry, /Westmere|Early help|wellbeing|support|appointment|http|LOCATION|Ellie/i);
    await house.database.pool.query("update support_session set place = 'By the canal' where id = $1", [sessionId]);
    assert.match(await calendar(ellie, '/me/calendar.ics'), /\r\nLOCATION:By the canal\r\n/);
  });

  test('S3.6: a worker’s entry names nobody, and is for who may see the appointment', async () => {
    const entry = await calendar(priya, `/sessions/${sessionId}/calendar.ics`);
    assert.match(entry, /\r\nSUMMARY:Appointment\r\n/);
    assert.doesNotMatch(entry, /Ellie|Ford|LOCATION/);
    assert.match(entry, new RegExp(`\r\nURL:http://onedoor.test/sessions/${sessionId}\r\n`));
    assert.equal((await (await house.as('siobhan')).get(`/sessions/${sessionId}/calendar.ics`)).statusCode, 404);
    assert.equal((await house.visitor().get('/me/calendar.ics')).statusCode, 303);
  });

  test('S3.6: confirmed and called off, it is the same entry with a higher number, and says so', async () => {
    const version = async () => String((await one<{ version: number }>('select version from support_session')).version);
    await ellie.get('/me');
    assert.equal((await ellie.post(`/me/appointments/${sessionId}/confirm`, { version: await version() })).statusCode, 303);
    assert.match(await calendar(ellie, '/me/calendar.ics'), new RegExp(`UID:${sessionId}\r\nSEQUENCE:1\r\n[^]*STATUS:CONFIRMED`));
    await ellie.get('/me');
    assert.equal((await ellie.post(`/me/appointments/${sessionId}/cannot`, { version: await version() })).statusCode, 303);
    assert.match(await calendar(ellie, '/me/calendar.ics'), new RegExp(`UID:${sessionId}\r\nSEQUENCE:2\r\n[^]*STATUS:CANCELLED`));
  });
});
