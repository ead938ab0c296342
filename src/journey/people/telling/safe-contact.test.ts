import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Place } from '../../../platform/blueprint/place.ts';
import type { MessagePurpose } from '../../../platform/blueprint/schema/contact.ts';
import { instantAt, wallTime } from '../../../platform/local-time.ts';
import { type ContactPoint, type Facts, type PersonPurpose, personPurposes } from '../model.ts';
import { quietHoursFor } from './quiet-hours.ts';
import { confirms, decideContact, firstMoment, standing } from './safe-contact.ts';
import { safeContactLine } from './safe-contact-line.ts';
import { personWords } from './texts.ts';
import { readHours, within } from './times-of-week.ts';
import { greetingName, longestText, notPlain, writeToPerson } from './wording.ts';

const point: fc.Arbitrary<ContactPoint> = fc.record({
  id: fc.uuid(),
  personId: fc.constant('p'),
  channel: fc.constantFrom('text', 'phone', 'email', 'post', 'in_person'),
  value: fc.constantFrom('07700 900123', '07700900123', '07700 900456', 'sam@example.org', '1 High Street', ''),
  safeToUse: fc.constantFrom('safe', 'not_safe', 'ask_first', 'not_asked'),
  shared: fc.constantFrom('yes', 'no', 'not_sure', 'not_asked'),
  voicemail: fc.boolean(),
  nameToUse: fc.constantFrom('', 'Sam', 'Bobby'),
  mayNameService: fc.boolean(),
  maySendLinks: fc.boolean(),
  timesSafe: fc.constantFrom('', 'any time', 'weekdays', 'after 6pm', '9am to 3pm', 'when the kids are out'),
  timesNever: fc.constantFrom('', 'after 6pm', 'weekends', '10pm to 7am', 'Sundays', 'when he is home'),
  checkedOn: fc.constantFrom('2026-01-05', '2026-11-01'),
  createdAt: fc.constantFrom(new Date('2026-01-05T10:00:00Z'), new Date('2026-11-01T10:00:00Z')),
  replacedAt: fc.constantFrom(null, null, null, new Date('2026-11-02T10:00:00Z')),
  doubtedAt: fc.constantFrom(null, null, null, new Date('2026-11-02T10:00:00Z')),
});
const atNight = { from: 20 * 60, to: 8 * 60 };
const instant = fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true });

/** The rules once more, as a table a clinician could check, written apart from the code that decides. */
function isNever(words: string, { weekday, minute }: { weekday: number; minute: number }): boolean {
  switch (words) {
    case '':
      return false;
    case 'after 6pm':
      return minute >= 18 * 60;
    case 'weekends':
      return weekday > 4;
    case 'Sundays':
      return weekday === 6;
    case '10pm to 7am':
      return minute >= 22 * 60 || minute < 7 * 60;
    default:
      return true;
  }
}
function isGood(words: string, { weekday, minute }: { weekday: number; minute: number }): boolean {
  switch (words) {
    case '':
    case 'any time':
      return true;
    case 'weekdays':
      return weekday < 5;
    case 'after 6pm':
      return minute >= 18 * 60;
    case '9am to 3pm':
      return minute >= 9 * 60 && minute < 15 * 60;
    default:
      return false;
  }
}

test('S3.2: whatever was said, nothing is decided for a way that is not safe, not asked about, doubted, replaced, or at an hour they ruled out', () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 6 }), fc.boolean(), instant, (points, willContactUs, now) => {
      const decision = decideContact(points, { willContactUs }, { now, quiet: atNight });
      if (decision.kind === 'ask') return assert.match(decision.because, /[.]$/);
      const { point: chosen, notBefore } = decision;
      assert.equal(willContactUs, false);
      assert.equal(chosen.safeToUse, 'safe');
      assert.equal(chosen.replacedAt, null);
      assert.equal(chosen.doubtedAt, null);
      assert.notEqual(chosen.value, '');
      assert.ok(['text', 'email', 'post'].includes(chosen.channel));
      assert.ok(notBefore >= now);
      const at = wallTime(notBefore);
      assert.ok(at.minute >= 8 * 60 && at.minute < 20 * 60, `quiet hours: ${notBefore.toISOString()}`);
      assert.equal(isNever(chosen.timesNever, at), false, `${chosen.timesNever}: ${notBefore.toISOString()}`);
      assert.equal(isGood(chosen.timesSafe, at), true, `${chosen.timesSafe}: ${notBefore.toISOString()}`);
      // The last thing said about this number or address is what counts.
      const digits = (value: string) => value.replaceAll(/[\s]/g, '').toLowerCase();
      const later = points.filter(
        (one) =>
          one.replacedAt === null &&
          one.channel === chosen.channel &&
          digits(one.value) === digits(chosen.value) &&
          one.checkedOn > chosen.checkedOn,
      );
      assert.deepEqual(later, []);
    }),
    { numRuns: 3000 },
  );
});

test('S3.3: if someone else may see it, or nobody asked, the wording is plain and no link may go', () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 6 }), instant, (points, now) => {
      const decision = decideContact(points, { willContactUs: false }, { now, quiet: atNight });
      if (decision.kind === 'ask') return;
      const open = decision.point.shared === 'no' && decision.point.mayNameService;
      assert.equal(decision.wording, open ? 'named' : 'plain');
      assert.equal(decision.mayLink, open && decision.point.maySendLinks);
    }),
  );
});

const names = ['Willow Minds', 'Willow', 'Willow talking help', 'Elm House', 'Early help team'];
const setting = { place: 'Willow Minds', names, publicUrl: 'https://willow.example.org', longest: longestText };
const anything = fc.oneof(
  fc.constantFrom(
    ...names,
    'https://willow.example.org/s/abc',
    'www.example.org',
    'Friday 4 Dec',
    '4pm',
    'Priya',
    'your therapy appointment',
    'crisis',
  ),
  fc.string({ maxLength: 40 }),
);
const facts: fc.Arbitrary<Facts> = fc.record(
  {
    day: anything,
    time: anything,
    worker: anything,
    team: anything,
    service: anything,
    place: anything,
    words: anything,
    path: anything,
    code: anything,
    number: anything,
    question: anything,
  },
  { requiredKeys: [] },
);

test('S3.3: no plain message holds a service, a link or a reason, whatever facts it is given', () => {
  fc.assert(
    fc.property(fc.constantFrom(...personPurposes), anything, facts, (purpose, name, given) => {
      const written = writeToPerson({ purpose, wording: 'plain', mayLink: true, name: greetingName(name, '', ''), facts: given }, setting);
      if (!written)
        return assert.equal(
          purpose,
          purpose === 'sign_in_code' ? 'sign_in_code' : 'sign_in_link',
          'only what is itself a link or code has no plain form',
        );
      for (const words of [written.subject, written.body]) {
        assert.equal(notPlain(words, names), null, words);
        for (const forbidden of names) assert.ok(!words.toLowerCase().includes(forbidden.toLowerCase()), words);
        assert.doesNotMatch(words, /https?:|www\.|\/s\/|therap|crisis|mental|appointment|support|service/i);
      }
      assert.ok([...written.body].length <= longestText);
    }),
    { numRuns: 5000 },
  );
});

test('S3.3: a named message without leave for links holds none, and fits one text', () => {
  fc.assert(
    fc.property(fc.constantFrom(...personPurposes), facts, fc.boolean(), (purpose, given, mayLink) => {
      const written = writeToPerson({ purpose, wording: 'named', mayLink, name: 'Ellie', facts: given }, setting);
      if (!written) return;
      if (!mayLink) assert.doesNotMatch(written.body, /https?:|www\./);
      assert.ok([...written.body].length <= longestText);
    }),
    { numRuns: 3000 },
  );
});

test('every purpose has a plain and a named form, with curly apostrophes and without blame', () => {
  for (const purpose of personPurposes) {
    const { plain, named } = personWords[purpose];
    for (const words of [...plain.body, ...named.body, plain.subject, named.subject]) {
      assert.doesNotMatch(words, /'/, words);
      assert.doesNotMatch(words, /\b(patient|client|case|DNA|failed|refused|risk|reject)/i, words);
    }
    for (const words of plain.body) {
      const asked = [...words.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '');
      assert.ok(
        asked.every((fact) => ['name', 'day', 'time', 'worker', 'code', 'number'].includes(fact)),
        words,
      );
      assert.equal(notPlain(words.replaceAll(/\{\w+\}/g, ''), names), null, words);
    }
  }
});

const monday9 = { weekday: 0, minute: 540 };
const saturdayNight = { weekday: 5, minute: 23 * 60 };

test('hours as people say them', () => {
  const read = (words: string, at: { weekday: number; minute: number }, meaning: 'safe' | 'never' = 'safe') => {
    const hours = readHours(words, meaning);
    return hours === 'any' ? 'any' : hours === null ? null : within(hours, at.weekday, at.minute);
  };
  for (const [words, monday, saturday] of [
    ['', 'any', 'any'],
    ['any time', 'any', 'any'],
    ['after 6pm', false, true],
    ['mornings', true, false],
    ['weekdays', true, false],
    ['weekends and evenings', null, null],
    ['Monday to Friday', true, false],
    ['Mon-Fri 9am-5pm', true, false],
    ['between 9am and 5pm', true, false],
    ['evenings and nights', false, true],
    ['8:30-15:00', true, false],
    ['9', null, null],
    ['Mondays, Tuesdays after 6pm', null, null],
    ['not after 6pm', null, null],
    ['when he is out', null, null],
  ] as const) {
    assert.equal(read(words, monday9), monday, words);
    assert.equal(read(words, saturdayNight), saturday, words);
  }
  assert.equal(read('never after 6pm', saturdayNight, 'never'), true);
  assert.equal(read('10pm to 7am', { weekday: 6, minute: 60 }, 'never'), true);
});

test('S3.1: hours that nobody can read for certain are read by a person, and “never: always” is not “any time”', () => {
  const open = { timesNever: '', timesSafe: '' };
  const now = new Date('2026-11-20T10:00:00Z');
  assert.equal(firstMoment({ ...open, timesNever: 'when he is home' }, { now, quiet: atNight }), 'read');
  assert.equal(firstMoment({ ...open, timesNever: 'always' }, { now, quiet: atNight }), 'read');
  assert.equal(firstMoment({ ...open, timesSafe: 'school days' }, { now, quiet: atNight }), 'read');
  assert.equal(firstMoment({ timesSafe: 'after 9pm', timesNever: 'after 8pm' }, { now, quiet: atNight }), null);
});

test('quiet hours hold a message until the morning by the clock on the wall, also over a change of the clocks', () => {
  const open = { timesNever: '', timesSafe: '' };
  for (const [now, then] of [
    ['2026-11-20T21:00:00Z', '2026-11-21T08:00:00Z'],
    ['2026-07-20T21:00:00Z', '2026-07-21T07:00:00Z'],
    ['2026-10-24T20:00:00Z', '2026-10-25T08:00:00Z'],
    ['2026-03-28T21:00:00Z', '2026-03-29T07:00:00Z'],
    ['2026-03-29T00:30:00Z', '2026-03-29T07:00:00Z'],
  ] as const)
    assert.deepEqual(firstMoment(open, { now: new Date(now), quiet: atNight }), new Date(then), now);
});

const minuteOfDay = fc.integer({ min: 0, max: 1439 });
/** Any instant of the year, and often one near a change of the clocks. */
const nearChanges = fc.oneof(
  instant,
  fc
    .tuple(fc.constantFrom('2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z'), fc.integer({ min: -2160, max: 2160 }))
    .map(([change, minutes]) => new Date(Date.parse(change) + minutes * 60_000)),
);

test('S3.2: whatever quiet hours a place has, a message waits for their end and no longer, also where the clocks change', () => {
  const open = { timesNever: '', timesSafe: '' };
  fc.assert(
    fc.property(nearChanges, minuteOfDay, minuteOfDay, (now, from, to) => {
      fc.pre(from !== to);
      // The wall’s clock walked minute by minute: slow, and plainly right.
      const quietAt = (at: Date): boolean => {
        const { minute } = wallTime(at);
        return from < to ? from <= minute && minute < to : minute >= from || minute < to;
      };
      const moment = firstMoment(open, { now, quiet: { from, to } });
      assert.ok(moment instanceof Date);
      assert.equal(quietAt(moment), false, 'not in quiet hours');
      if (!quietAt(now)) return assert.deepEqual(moment, now, 'nothing waits by day');
      // In the hour that the wall shows twice, or leaves out, the longer quiet holds.
      const changes = ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z'].map((change) => Date.parse(change));
      const around = (at: number): boolean => changes.some((change) => at >= change && at < change + 3_600_000);
      for (let at = Math.ceil(now.getTime() / 60_000) * 60_000; at < moment.getTime(); at += 60_000)
        assert.ok(quietAt(new Date(at)) || around(at), `it could have gone at ${new Date(at).toISOString()}`);
    }),
    { numRuns: 1000 },
  );
});

test('S3.2: what somebody asked for comes at once, a place may name what else does, and hours they ruled out hold both', () => {
  const place = (except: readonly MessagePurpose[]) => ({ contact: { quietHours: { ...atNight, except } } }) as unknown as Place; // all that is read of it
  const night = new Date('2026-11-20T23:00:00Z');
  const moment = (purpose: string, except: readonly MessagePurpose[], timesNever = '') =>
    firstMoment({ timesNever, timesSafe: '' }, { now: night, quiet: quietHoursFor(place(except), purpose) });
  const morning = new Date('2026-11-21T08:00:00Z');
  assert.deepEqual(moment('sign_in_code', []), night);
  assert.deepEqual(moment('appointment_changed', ['appointment-changed']), night);
  assert.deepEqual(moment('appointment_changed', []), morning);
  assert.deepEqual(moment('missed', ['appointment-changed']), morning);
  assert.deepEqual(moment('sign_in_code', [], '9pm to 10am'), new Date('2026-11-21T10:00:00Z'));
});

test('the clock on the wall and the instant are each other’s inverse', () => {
  fc.assert(
    fc.property(instant, (moment) => {
      const whole = new Date(Math.floor(moment.getTime() / 60_000) * 60_000);
      const { date, minute } = wallTime(whole);
      const back = instantAt(date, minute);
      // In autumn one hour of the wall comes twice; the first is given.
      assert.ok(back.getTime() === whole.getTime() || whole.getTime() - back.getTime() === 3_600_000);
      assert.deepEqual(wallTime(back), wallTime(whole));
    }),
  );
});

const base: ContactPoint = {
  id: '1',
  personId: 'p',
  channel: 'text',
  value: '07700 900123',
  safeToUse: 'safe',
  shared: 'no',
  voicemail: false,
  nameToUse: '',
  mayNameService: true,
  maySendLinks: false,
  timesSafe: '',
  timesNever: '',
  checkedOn: '2026-11-01',
  createdAt: new Date('2026-11-01T10:00:00Z'),
  replacedAt: null,
  doubtedAt: null,
};

test('S3.5: the line says first what to do, then why, and whether to ask again', () => {
  const line = (points: ContactPoint[], willContactUs = false) => safeContactLine(points, { willContactUs }, '2026-11-20');
  assert.deepEqual(line([]), {
    state: 'never asked',
    rule: 'Ask before any contact',
    reason: 'Nobody has asked how it is safe to reach them.',
  });
  assert.equal(line([{ ...base, safeToUse: 'not_safe' }]).state, 'nothing safe');
  assert.equal(line([base], true).rule, 'They will contact us. Do not call or write first.');
  assert.equal(
    line([
      { ...base, shared: 'yes', nameToUse: 'Bobby' },
      { ...base, id: '2', channel: 'phone', safeToUse: 'ask_first' },
      { ...base, id: '3', channel: 'post', value: '1 High St', safeToUse: 'not_safe' },
    ]).rule,
    'Text. Ask before calls. No letters. Do not say who we are.',
  );
  const known = line([{ ...base, checkedOn: '2026-05-01', timesNever: 'After 6pm' }]);
  assert.ok(known.state === 'known');
  assert.equal(known.rule, 'Text. Never after 6pm.');
  assert.equal(known.outOfDate, 'Asked 203 days ago. Ask again.');
});

test('S3.7: a newer account confirms an older one only where it asks for no more care', () => {
  assert.equal(confirms({ ...base, id: '2' }, base), true);
  assert.equal(confirms({ ...base, id: '2', shared: 'yes' }, base), false);
  assert.equal(confirms({ ...base, id: '2', safeToUse: 'not_asked' }, base), false);
  assert.equal(confirms({ ...base, id: '2', value: '07700 900999' }, base), false);
  assert.equal(confirms({ ...base, id: '2', timesNever: 'Sundays' }, base), false);
  assert.deepEqual(
    standing([base, { ...base, id: '2', value: '+44 7700 900123', safeToUse: 'not_safe', checkedOn: '2026-11-09' }]).map((one) => one.id),
    ['2'],
  );
});

test('somebody is greeted by the name they asked for there, and never by anything that is not a name', () => {
  assert.equal(greetingName('Bobby', 'Sam', 'Samantha'), 'Bobby');
  assert.equal(greetingName('', 'Sam Jones', 'Samantha'), 'Sam');
  assert.equal(greetingName('', '', 'Zoë'), 'Zoë');
  assert.equal(greetingName('http://x.uk', '', ''), '');
  const purpose: PersonPurpose = 'receipt';
  assert.match(writeToPerson({ purpose, wording: 'plain', mayLink: false, name: '', facts: {} }, setting)?.body ?? '', /^Hi there, /);
});
