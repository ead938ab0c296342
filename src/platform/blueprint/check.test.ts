import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkBlueprints } from './check.ts';
import { readBlueprint } from './read.ts';

const shipped = fileURLToPath(new URL('../../../blueprints/', import.meta.url));

/** A copy of Somerset’s blueprint with one file changed; the line each change stands on is found in the copy. */
function broken(t: TestContext, file: string, from: string | RegExp, to: string) {
  const folder = mkdtempSync(join(tmpdir(), 'blueprint-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const name of ['somerset-open-door', 'model-of-support']) cpSync(join(shipped, name), join(folder, name), { recursive: true });
  const path = join(folder, 'somerset-open-door', file);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const after = before.replace(from, to);
  assert.notEqual(after, before, 'the fixture changes the file');
  writeFileSync(path, after);
  const result = readBlueprint(join(folder, 'somerset-open-door'));
  const lineOf = (part: string): number => after.slice(0, after.indexOf(part)).split('\n').length;
  return { folder, faults: result.ok ? [] : result.faults, lineOf };
}

interface Case {
  readonly name: string;
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  /** A piece of the changed file; the fault stands on its line. */
  readonly at: string;
  readonly message: RegExp;
  readonly fix: RegExp;
  /** How many faults in all. */
  readonly count?: number;
}

const sharedContact = readFileSync(join(shipped, 'model-of-support', 'contact.yaml'), 'utf8');

const cases: readonly Case[] = [
  {
    name: 'S14.3: a record opened in an emergency for longer than 3 hours',
    file: 'blueprint.yaml',
    from: /$/,
    to: '\nrecordsStayOpen: { emergencyHours: 4 }\n',
    at: 'recordsStayOpen',
    message: /after 3 hours at most/,
    fix: /Write 1, 2 or 3/,
  },
  {
    name: 'S14.4: a restricted record open for longer than a day’s work',
    file: 'blueprint.yaml',
    from: /$/,
    to: '\nrecordsStayOpen: { restrictedHours: 48 }\n',
    at: 'recordsStayOpen',
    message: /closes again the same day/,
    fix: /between 1 and 12/,
  },
  {
    name: 'a team names a service that is misspelt',
    file: 'rules/triage.yaml',
    from: 'offer: outreach, team: outreach-team, response: H72',
    to: 'offer: outreech, team: outreach-team, response: H72',
    at: 'offer: outreech',
    message: /`offer` names “outreech”, which is not in services\.yaml/,
    fix: /Did you mean “outreach”\?/,
  },
  {
    name: 'a response time that the scale does not have',
    file: 'rules/triage.yaml',
    from: 'response: H4 ',
    to: 'response: H5 ',
    at: 'response: H5',
    message: /names “H5”, which is not in the scale somerset/,
    fix: /Did you mean “H4”\?/,
  },
  ...(
    [
      ['envelope', '{ envelope: From your mental health team, returnAddress: [] }', /An envelope may not say “mental”/],
      ['returnAddress', '{ envelope: Private, returnAddress: [PO Box 12, Crisis House] }', /An envelope may not say “Crisis”/],
      [
        'returnAddress',
        '{ envelope: Private, returnAddress: [Levels Together (demo), Taunton] }',
        /An envelope may not say “Levels Together/,
      ],
    ] as const
  ).map(([part, letters, message]) => ({
    name: `S3.6: ${part} of letters names a service or says why: ${letters}`,
    file: 'contact.yaml',
    from: /^/,
    to: `${sharedContact.replace(/^letters: .*$/m, `letters: ${letters}`)}`,
    at: 'letters:',
    message,
    fix: /such as a box number/,
  })),
  {
    name: 'a key that is not known',
    file: 'services.yaml',
    from: 'interpreters: true',
    to: 'interpretors: true',
    at: 'interpretors',
    message: /“interpretors” is not known here/,
    fix: /Did you mean “interpreters”\?/,
    count: 2,
  },
  {
    name: 'a missing key',
    file: 'teams.yaml',
    from: '  acceptsWithin: same working day\n',
    to: '',
    at: 'spa-team:',
    message: /`acceptsWithin` is missing/,
    fix: /Add “acceptsWithin:” here/,
  },
  {
    name: 'S4.4: no emergency line',
    file: 'help.yaml',
    from: 'kind: emergency',
    to: 'kind: listening',
    at: 'ambulance',
    message: /no line of the kind “emergency” \(S4\.4\)/,
    fix: /Add 999/,
  },
  {
    name: 'S2.7: no out-of-hours message',
    file: 'help.yaml',
    from: /outOfHours: >-\n(.*\n){2}/,
    to: '',
    at: 'lines:',
    message: /`outOfHours` is missing/,
    fix: /Add “outOfHours:”/,
  },
  {
    name: 'S2.7: the duty role is not there',
    file: 'help.yaml',
    from: 'dutyRole: senior-clinician',
    to: 'dutyRole: senior-clinican',
    at: 'dutyRole',
    message: /`dutyRole` names “senior-clinican”, which is not in roles\.yaml/,
    fix: /Did you mean “senior-clinician”\?/,
  },
  {
    name: 'S2.7: the duty role may not read safety answers',
    file: 'help.yaml',
    from: 'dutyRole: senior-clinician',
    to: 'dutyRole: peer-supporter',
    at: 'dutyRole',
    message: /may not read safety answers/,
    fix: /Name a role whose access is one of TRI/,
  },
  {
    name: 'a code that is not in the national list',
    file: 'services.yaml',
    from: 'teamType: A21',
    to: 'teamType: A99',
    at: 'teamType: A99',
    message: /“A99” is not in the list serviceTeamType/,
    fix: /Did you mean/,
  },
  {
    name: 'a day that does not exist',
    file: 'blueprint.yaml',
    from: '2026-04-01',
    to: '2026-04-31',
    at: 'effectiveFrom',
    message: /There is no such day/,
    fix: /Check the month and the day/,
  },
  {
    name: 'dates that run backwards',
    file: 'partners.yaml',
    from: 'role: funder, from: 2026-04-01',
    to: 'role: funder, from: 2026-04-01, until: 2025-04-01',
    at: 'until: 2025',
    message: /ends \(2025-04-01\) before it starts \(2026-04-01\)/,
    fix: /Put the later day last/,
  },
  {
    name: 'opening hours that cannot be read',
    file: 'places.yaml',
    from: 'every day: 8am to 8pm',
    to: 'every day: 8 till 8',
    at: '8 till 8',
    message: /“8 till 8” cannot be read as opening hours/,
    fix: /monday to friday: 9am to 5pm/,
  },
  {
    name: 'a time that cannot be counted',
    file: 'scales.yaml',
    from: 'target: 72 hours',
    to: 'target: three days',
    at: 'three days',
    message: /“three days” is not a time we can count/,
    fix: /Write it like “4 hours”/,
  },
  {
    name: 'S5.1: a service without a team',
    file: 'teams.yaml',
    from: 'services: [early-help, groups]',
    to: 'services: [early-help]',
    at: '',
    message: /No team gives “Groups and activities”/,
    fix: /Add “groups” to a team in teams\.yaml/,
  },
  {
    name: 'S5.1: a suggestion that leaves someone without an offer',
    file: 'rules/triage.yaml',
    from: /\n {2}everyone:\n(.*\n)+/,
    to: '\n',
    at: '  not-safe-now:',
    message: /No row applies when/,
    fix: /last row with no cells/,
  },
  {
    name: 'an offer to a team that does not give it',
    file: 'rules/triage.yaml',
    from: 'offer: eating, team: pathways-team',
    to: 'offer: eating, team: spa-team',
    at: 'offer: eating, team: spa-team',
    message: /“spa-team” does not give “eating”/,
    fix: /Use pathways-team/,
  },
  {
    name: 'a fact that is not there',
    file: 'rules/triage.yaml',
    from: 'when: { eating: [',
    to: 'when: { eatting: [',
    at: 'eatting',
    message: /“eatting” is not in facts\.yaml/,
    fix: /Did you mean “eating”\?/,
  },
  {
    name: 'an answer that is not one',
    file: 'rules/triage.yaml',
    from: 'when: { safe_now: no }',
    to: 'when: { safe_now: noo }',
    at: 'noo',
    message: /“noo” is not an answer to “Are you safe right now\?”/,
    fix: /Did you mean “no”\?/,
  },
  {
    name: 'S5.3: sending people elsewhere without saying where',
    file: 'rules/early-help-who.yaml',
    from: '{ result: another-offer, offer: spa, team: spa-team }',
    to: '{ result: another-offer }',
    at: '{ result: another-offer }',
    message: /sends people elsewhere without saying where/,
    fix: /Add “offer:” and “team:”/,
  },
  {
    name: 'S5.4, H10: an exclusion by severity',
    file: 'rules/early-help-who.yaml',
    from: 'when: { lives_in_area: no }',
    to: 'when: { lives_in_area: no, self_harm: yes }',
    at: 'self_harm: yes',
    message: /No one may be turned away for that \(S5\.4\)/,
    fix: /Take the cell out/,
  },
  {
    name: 'MOS-2: the words “too complex”',
    file: 'rules/early-help-who.yaml',
    from: 'because: Early help is for people in Somerset, so',
    to: 'because: You are too complex for early help, so',
    at: 'too complex',
    message: /A rule may not say “too complex”/,
    fix: /No one is too ill or too complex/,
  },
  {
    name: 'S1.1: a grade of risk in a service’s words',
    file: 'services.yaml',
    from: 'For anyone whose eating has become a worry.',
    to: 'For high risk eating.',
    at: 'high risk',
    message: /“high risk” is not a word we use/,
    fix: /never a grade of risk/,
  },
  {
    name: 'a word that blames',
    file: 'services.yaml',
    from: 'You need not give your name.',
    to: 'Patients need not give a name.',
    at: 'Patients',
    message: /“Patients” is not a word we use/,
    fix: /vocabulary\.yaml/,
  },
  {
    name: 'a straight apostrophe',
    file: 'facts.yaml',
    from: 'label: Where they live or stay',
    to: "label: The person's area",
    at: "person's",
    message: /straight apostrophe/,
    fix: /Use ’/,
  },
  {
    name: 'S12: a volunteer with more than the least',
    file: 'roles.yaml',
    from: 'access: VOL',
    to: 'access: KW',
    at: 'access: KW\n  volunteer',
    message: /volunteers see the least/,
    fix: /Set access to VOL/,
  },
  {
    name: 'a word that a place cannot choose',
    file: 'vocabulary.yaml',
    from: 'frontDoor:',
    to: 'frontdor:',
    at: 'frontdor',
    message: /“frontdor” is not a word a place can choose/,
    fix: /Did you mean “frontDoor”\?/,
  },
  {
    name: 'a folder to build on that is not there',
    file: 'blueprint.yaml',
    from: 'builtOn: model-of-support',
    to: 'builtOn: model-of-suport',
    at: 'builtOn',
    message: /which is not a folder beside this one/,
    fix: /Check the name/,
    count: 5,
  },
];

for (const { name, file, from, to, at, message, fix, count } of cases)
  test(`a fault names its file, its line and the way out: ${name}`, (t) => {
    const { faults, lineOf } = broken(t, file, from, to);
    const found = faults.find((fault) => message.test(fault.message));
    assert.ok(found, JSON.stringify(faults, null, 1));
    assert.match(found.fix, fix);
    if (at !== '') {
      assert.equal(found.file, file);
      assert.equal(found.line, lineOf(at), `${found.message} stands on line ${found.line}`);
    }
    assert.ok(found.column >= 1);
    if (count !== undefined) assert.equal(faults.length, count, JSON.stringify(faults, null, 1));
    else assert.ok(faults.length <= 4, 'one mistake does not rain faults');
  });

test('S3.3, S19: a plain message that gives something away is refused, and so is one that is missing', (t) => {
  const { faults } = broken(
    t,
    '../model-of-support/messages.yaml',
    'Is {time} on {day} still OK? Reply YES or NO.',
    'Your crisis café visit with {team} is at {time}.',
  );
  assert.deepEqual(
    faults.map((fault) => [fault.file, fault.message.split(':')[0]]),
    [
      ['../model-of-support/messages.yaml', 'A plain message may not say “{team}”'],
      ['../model-of-support/messages.yaml', 'A plain message may not say “crisis”'],
    ],
  );
  const { faults: missing } = broken(t, '../model-of-support/messages.yaml', 'missed-visit:', 'missed-vissit:');
  assert.ok(missing.some((fault) => /missed-vissit/.test(fault.message) || /missed-visit/.test(fault.message)));
});

test('YAML that cannot be read is a fault at its line, not an error', (t) => {
  const { faults, lineOf } = broken(t, 'teams.yaml', '  name: Outreach team\n', '  name: Outreach team\n  name: Outreach team\n');
  const found = faults.find((fault) => fault.file === 'teams.yaml');
  assert.match(found?.message ?? '', /This is not YAML/);
  assert.equal(found?.line, lineOf('  name: Outreach team\n  name') + 1);
  assert.match(found?.fix ?? '', /Keep one of the two/);
});

test('a file of another name, or one that is missing, is a fault', (t) => {
  const { folder } = broken(t, 'blueprint.yaml', 'version: 1', 'version: 2');
  const somerset = join(folder, 'somerset-open-door');
  writeFileSync(join(somerset, 'service.yaml'), 'a: 1\n');
  rmSync(join(somerset, 'scales.yaml'));
  const { faults, exitCode, text } = checkBlueprints(somerset);
  assert.equal(exitCode, 1);
  assert.match(text, /service\.yaml:1:1 {2}A blueprint has no file of this name\. Did you mean “services\.yaml”\?/);
  assert.match(text, /scales\.yaml:1:1 {2}This file is missing\./);
  assert.equal(faults.length, 2);
});

test('onedoor blueprint check: all is well, one folder or all of them; and a folder without a blueprint says so', (t) => {
  const all = checkBlueprints(shipped);
  assert.equal(all.exitCode, 0, all.text);
  assert.equal(all.text.trim().split('\n').length, 4);
  assert.match(all.text, /Somerset open door: 13 services, 3 rule tables\. No faults\./);
  assert.equal(checkBlueprints(join(shipped, 'chorley-hub')).exitCode, 0);
  const empty = mkdtempSync(join(tmpdir(), 'empty-'));
  t.after(() => rmSync(empty, { recursive: true }));
  mkdirSync(join(empty, 'nothing'));
  assert.equal(checkBlueprints(empty).exitCode, 1);
  assert.match(checkBlueprints(join(empty, 'not there')).text, /There is no blueprint/);
});

test('a fault in the folder that several are built on is printed once', (t) => {
  const { folder } = broken(t, '../model-of-support/clocks.yaml', 'target: 28 days', 'target: 28 dayz');
  cpSync(join(shipped, 'chorley-hub'), join(folder, 'chorley-hub'), { recursive: true });
  const { faults } = checkBlueprints(folder);
  assert.equal(faults.length, 1, JSON.stringify(faults));
});
