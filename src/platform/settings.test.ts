import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InstallationFault } from './installation-fault.ts';
import { readSettings, settingsExplained } from './settings.ts';

const production = { ONEDOOR_MODE: 'production', DATABASE_URL: 'postgresql://onedoor@db/onedoor', PUBLIC_URL: 'https://help.example.org' };

test('with nothing set it is the demo on this machine only', () => {
  const { settings, warnings } = readSettings({});
  assert.deepEqual([settings.mode, settings.host, settings.port, settings.databaseUrl], ['demo', '127.0.0.1', 3000, undefined]);
  assert.deepEqual(warnings, []);
});

test('an empty variable counts as not set', () => {
  assert.equal(readSettings({ PORT: '', DATABASE_URL: ' ' }).settings.port, 3000);
});

const wrong: [name: string, value: string, words: RegExp][] = [
  ['PORT', 'http', /PORT is “http”: give a number from 0 to 65535, such as 3000\./],
  ['PORT', '65536', /PORT is “65536”/],
  ['PORT', '-1', /PORT is “-1”/],
  ['ONEDOOR_MODE', 'prod', /ONEDOOR_MODE is “prod”: use demo or production\./],
  ['PUBLIC_URL', 'help.example.org', /PUBLIC_URL is wrong: give an address such as https/],
  ['DIRECTORY_HOSTS', 'https://directory.internal', /DIRECTORY_HOSTS is .*: give hosts such as directory\.internal:8080/],
  ['SMTP_URL', 'mail.example.org', /SMTP_URL is wrong: give an address such as smtps/],
  ['TRUST_PROXY', 'true', /TRUST_PROXY is “true”: use yes or no\./],
  ['SESSION_IDLE_MINUTES', '0', /SESSION_IDLE_MINUTES is “0”: give a number from 1 to 1440\./],
  ['HOST', 'a b', /HOST is “a b”/],
];
for (const [name, value, words] of wrong) {
  test(`${name}=${value} stops the start and names the way out`, () => {
    assert.throws(
      () => readSettings({ [name]: value }),
      (error) => error instanceof InstallationFault && words.test(error.message),
    );
  });
}

test('all faults are told at once, and a password in an address is not repeated', () => {
  const read = () => readSettings({ PORT: 'x', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://onedoor:Hunter2@db' });
  assert.throws(
    read,
    (error) =>
      error instanceof Error && /PORT[\s\S]*DATABASE_URL[\s\S]*LOG_LEVEL/.test(error.message) && !error.message.includes('Hunter2'),
  );
});

test('production does not start without its own database and a safe public address', () => {
  assert.throws(() => readSettings({ ONEDOOR_MODE: 'production' }), /DATABASE_URL is missing[\s\S]*PUBLIC_URL is missing/);
  assert.throws(() => readSettings({ ...production, PUBLIC_URL: 'http://help.example.org' }), /must begin with https/);
  assert.throws(() => readSettings({ ...production, SMTP_URL: 'smtp://mail' }), /MAIL_FROM is missing/);
  assert.equal(readSettings({ ...production, PUBLIC_URL: 'https://help.example.org/' }).settings.publicUrl, 'https://help.example.org');
});

test('an unknown ONEDOOR_ name is warned of with a guess', () => {
  assert.deepEqual(readSettings({ ONEDOOR_MOD: 'demo', ONEDOOR_TEST_POSTGRES: '/x', OTHER: 'y' }).warnings, [
    'ONEDOOR_MOD is not a setting of One Door. Did you mean “ONEDOOR_MODE”?',
  ]);
  assert.match(readSettings(production).warnings.join(), /SMTP_URL is not set/);
});

test('hosts of our own network are a list, and none when not set', () => {
  assert.deepEqual(readSettings({ DIRECTORY_HOSTS: 'Directory.internal:8080, lists.example.org' }).settings.directoryHosts, [
    'directory.internal:8080',
    'lists.example.org',
  ]);
  assert.deepEqual(readSettings({}).settings.directoryHosts, []);
});

test('every setting is explained', () => {
  for (const { name, meaning } of settingsExplained) assert.match(meaning, /\w\.$/, name);
});
