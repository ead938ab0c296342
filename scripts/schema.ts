// Writes the types of the tables from a freshly migrated database, or with --verify says whether the written ones still fit.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createDatabase } from '../test/harness/postgres.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const database = await createDatabase();
const options = {
  dialect: 'postgres',
  url: database.url,
  'date-parser': 'string',
  'numeric-parser': 'string',
  // connection.ts reads these as numbers.
  'type-mapping': JSON.stringify({ int8: 'number' }),
  'exclude-pattern': '{jobs.*,*schema_migration}',
  'out-file': `${root}src/platform/database/generated/schema.ts`,
};
const { status } = spawnSync(
  process.execPath,
  [
    `${root}node_modules/kysely-codegen/dist/cli/bin.js`,
    '--camel-case',
    ...(process.argv.includes('--verify') ? ['--verify'] : []),
    ...Object.entries(options).map(([name, value]) => `--${name}=${value}`),
  ],
  { stdio: 'inherit', cwd: root },
);
await database.close();
process.exitCode = status ?? 1;
