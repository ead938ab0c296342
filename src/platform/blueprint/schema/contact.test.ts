import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contact } from './contact.ts';

const { quietHours, calls } = contact.shape;

test('S3.2: quiet hours are written as people say them, hold every night where none are named, and never mean the whole day', () => {
  assert.deepEqual(quietHours.parse({ from: '9:30pm', to: '7am' }), { from: 1290, to: 420, except: [] });
  assert.deepEqual(quietHours.parse({ from: 'Midnight', to: 'midday', except: ['sign-in'] }), { from: 0, to: 720, except: ['sign-in'] });
  assert.deepEqual(quietHours.parse(undefined), { from: 1200, to: 480, except: [] });
  const said = (value: unknown): string | undefined => quietHours.safeParse(value).error?.issues[0]?.message;
  assert.match(said({ from: '8pm', to: '8pm' }) ?? '', /begin when they end/);
  assert.match(said({ from: '20:00', to: '8am' }) ?? '', /not a time of day/);
  assert.match(said({ from: '8pm', to: '8am', except: ['apointment-changed'] }) ?? '', /appointment-changed/);
});

test('S3.3: calls show the plain sender’s number unless the place withholds it', () => {
  assert.equal(calls.parse(undefined), 'plain-sender');
  assert.equal(calls.safeParse('hidden').success, false);
});
