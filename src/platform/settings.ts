// What an installation may set, by environment variables. Everything is checked at start, all faults are told at once, and each names its way out.
import { z } from 'zod';
import { didYouMean } from './closest.ts';
import type { GivenLogins } from './database/logins.ts';
import { InstallationFault } from './installation-fault.ts';

const wholeNumber = (least: number, most: number) => z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most));
const yesOrNo = z.enum(['yes', 'no']).transform((answer) => answer === 'yes');
const address = (...schemes: string[]) => z.string().refine((text) => schemes.includes(URL.parse(text)?.protocol ?? ''));

interface Meaning {
  /** For the list of settings in the documentation and in --help. */
  readonly meaning: string;
  /** The end of the sentence "NAME is wrong: …" */
  readonly fix: string;
}
const meanings = z.registry<Meaning>();
function explained<Schema extends z.ZodType>(schema: Schema, meaning: string, fix: string): Schema {
  const any: z.ZodType = schema;
  meanings.add(any, { meaning, fix });
  return schema;
}

const variables = z.object({
  ONEDOOR_MODE: explained(
    z.enum(['demo', 'production']).default('demo'),
    'demo: invented people, nothing is sent. production: the real service.',
    'use demo or production',
  ),
  PORT: explained(wholeNumber(0, 65_535).default(3000), 'The port to listen on.', 'give a number from 0 to 65535, such as 3000'),
  HOST: explained(
    z
      .string()
      .regex(/^[\w.:-]+$/)
      .default('127.0.0.1'),
    'The address to listen on. In a container 0.0.0.0.',
    'give an address such as 127.0.0.1 or 0.0.0.0',
  ),
  PUBLIC_URL: explained(
    address('https:', 'http:')
      .transform((text) => text.replace(/\/$/, ''))
      .optional(),
    'Where people reach the service, such as https://help.example.org. Links in messages begin with it.',
    'give an address such as https://help.example.org',
  ),
  TRUST_PROXY: explained(
    yesOrNo.default(false),
    'yes when a proxy of yours stands in front and names the visitor’s address.',
    'use yes or no',
  ),
  DATA_DIR: explained(z.string().optional(), 'The folder of the database that comes with One Door. Default ./data.', 'name a folder'),
  DATABASE_URL: explained(
    address('postgres:', 'postgresql:').optional(),
    'A PostgreSQL server of your own, 15 or later, instead of the one that comes with One Door.',
    'give an address such as postgresql://onedoor:password@localhost/onedoor',
  ),
  DATABASE_REQUESTS_URL: explained(
    address('postgres:', 'postgresql:').optional(),
    'The login of requests, when an administrator makes the logins; otherwise One Door makes its own.',
    'give an address such as postgresql://onedoor_requests:password@localhost/onedoor',
  ),
  DATABASE_JOBS_URL: explained(
    address('postgres:', 'postgresql:').optional(),
    'The login of jobs and messages, when an administrator makes the logins.',
    'give an address such as postgresql://onedoor_jobs:password@localhost/onedoor',
  ),
  DATABASE_CONNECTIONS: explained(
    wholeNumber(2, 1000).default(20),
    'Most connections to the database at once.',
    'give a number from 2 to 1000',
  ),
  SMTP_URL: explained(
    address('smtp:', 'smtps:').optional(),
    'The mail server, such as smtps://name:password@mail.example.org. Without it, e-mail waits in the outbox.',
    'give an address such as smtps://name:password@mail.example.org',
  ),
  MAIL_FROM: explained(
    z.email().optional(),
    'The address that e-mail comes from. It is seen by people, so it must not name the kind of service.',
    'give an e-mail address',
  ),
  DIRECTORY_HOSTS: explained(
    z
      .string()
      .transform((text) =>
        text
          .split(',')
          .map((host) => host.trim().toLowerCase())
          .filter(Boolean),
      )
      .pipe(z.array(z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/)).max(50))
      .default([]),
    'Hosts inside your own network that directories of services may be fetched from, with commas. Without it, none is asked.',
    'give hosts such as directory.internal:8080,lists.example.org',
  ),
  SESSION_IDLE_MINUTES: explained(
    wholeNumber(1, 1440).default(30),
    'Minutes without use after which someone is signed out.',
    'give a number from 1 to 1440',
  ),
  SESSION_HOURS: explained(
    wholeNumber(1, 168).default(12),
    'Hours after which someone signs in again in any case.',
    'give a number from 1 to 168',
  ),
  LOG_LEVEL: explained(
    z.enum(['debug', 'info', 'warn', 'error']).default('info'),
    'How much the log tells.',
    'use debug, info, warn or error',
  ),
});

export interface Settings {
  readonly mode: 'demo' | 'production';
  readonly port: number;
  readonly host: string;
  /** Without a slash at its end. */
  readonly publicUrl: string | undefined;
  readonly trustProxy: boolean;
  readonly dataDirectory: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly databaseRequestsUrl: string | undefined;
  readonly databaseJobsUrl: string | undefined;
  readonly databaseConnections: number;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  /** As in an address, with the port where it is not the usual one. */
  readonly directoryHosts: readonly string[];
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
}

/** The logins that an administrator made, if one did. */
export const givenLogins = ({ databaseRequestsUrl, databaseJobsUrl }: Settings): GivenLogins => ({
  requestsUrl: databaseRequestsUrl,
  jobsUrl: databaseJobsUrl,
});

/** One line for each setting, for people who read --help or the documentation. */
export const settingsExplained: readonly { readonly name: string; readonly meaning: string }[] = Object.entries(variables.shape).map(
  ([name, schema]) => ({ name, meaning: meanings.get(schema)?.meaning ?? '' }),
);

const names = Object.keys(variables.shape);
// The tests' and the launcher's own.
const alsoKnown = ['ONEDOOR_TEST_POSTGRES'];

/** Throws InstallationFault with every fault at once. Warnings do not stop the program. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): { settings: Settings; warnings: string[] } {
  const given = Object.fromEntries(Object.entries(environment).filter(([name, value]) => names.includes(name) && value?.trim()));
  const read = variables.safeParse(given);
  const faults = read.success ? missingForProduction(read.data) : read.error.issues.map((issue) => faultOf(String(issue.path[0]), given));
  if (!read.success || faults.length > 0) throw new InstallationFault(['The settings are not right.', ...new Set(faults)].join('\n  '));
  const value = read.data;
  return {
    settings: {
      mode: value.ONEDOOR_MODE,
      port: value.PORT,
      host: value.HOST,
      publicUrl: value.PUBLIC_URL,
      trustProxy: value.TRUST_PROXY,
      dataDirectory: value.DATA_DIR,
      databaseUrl: value.DATABASE_URL,
      databaseRequestsUrl: value.DATABASE_REQUESTS_URL,
      databaseJobsUrl: value.DATABASE_JOBS_URL,
      databaseConnections: value.DATABASE_CONNECTIONS,
      smtpUrl: value.SMTP_URL,
      mailFrom: value.MAIL_FROM,
      directoryHosts: value.DIRECTORY_HOSTS,
      sessionIdleMinutes: value.SESSION_IDLE_MINUTES,
      sessionHours: value.SESSION_HOURS,
      logLevel: value.LOG_LEVEL,
    },
    warnings: warningsOf(environment, value),
  };
}

/** Addresses can hold passwords, so a wrong one is never repeated. */
function faultOf(name: string, given: Readonly<Record<string, string | undefined>>): string {
  const fix = meanings.get(variables.shape[name as keyof typeof variables.shape])?.fix ?? ''; // issues name only what the shape has
  return name.endsWith('_URL') ? `${name} is wrong: ${fix}.` : `${name} is “${given[name] ?? ''}”: ${fix}.`;
}

type Values = z.output<typeof variables>;

function missingForProduction(value: Values): string[] {
  if (value.ONEDOOR_MODE !== 'production') return [];
  const faults: string[] = [];
  if (!value.DATABASE_URL) faults.push('DATABASE_URL is missing: in production give the address of a PostgreSQL server that is backed up.');
  if (!value.PUBLIC_URL) faults.push('PUBLIC_URL is missing: in production give the address people use, such as https://help.example.org.');
  else if (!value.PUBLIC_URL.startsWith('https:')) faults.push('PUBLIC_URL is not safe: in production it must begin with https://.');
  if (value.SMTP_URL && !value.MAIL_FROM) faults.push('MAIL_FROM is missing: with SMTP_URL give the address that e-mail comes from.');
  return faults;
}

function warningsOf(environment: Readonly<Record<string, string | undefined>>, value: Values): string[] {
  const unknown = Object.keys(environment)
    .filter((name) => name.startsWith('ONEDOOR_') && !names.includes(name) && !alsoKnown.includes(name))
    .map((name) => `${name} is not a setting of One Door. ${didYouMean(name, names)}`.trim());
  const silent = value.ONEDOOR_MODE === 'production' && !value.SMTP_URL;
  return silent ? [...unknown, 'SMTP_URL is not set: e-mail waits in the outbox until someone sends it by hand.'] : unknown;
}
