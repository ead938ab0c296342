// Opens the database: one pool, one Kysely over it, and values read the way this program means them. Who may see what is decided in as.ts.
import { Kysely } from 'kysely';
import pg from 'pg';
import { NamedDialect, OwnNames } from './names.ts';
import { type Prove, unproven } from './proof.ts';
import type { Schema } from './schema.ts';
import { sparing } from './statements.ts';

export interface DatabaseOptions {
  /** `postgresql://…`, PostgreSQL 15 or later. */
  readonly url: string;
  /** Most connections at once. PostgreSQL allows 100 by default, for all processes together. */
  readonly most?: number;
  /** Connections that stay open when nobody asks. A new one has to learn the tables and what is asked of them, which takes longer than most pages; default 0. */
  readonly least?: number;
  /** Milliseconds before a statement is given up, 0 for never. */
  readonly statementTimeout?: number;
  /** Signs what transactions say about themselves; needed on every login but the one that owns the tables. */
  readonly prove?: Prove;
  /** A connection that sits idle was lost: the pool replaces it, this only tells. */
  readonly onLost?: (error: Error) => void;
}

export interface Database {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly db: Kysely<Schema>;
  readonly prove: Prove;
  /** Waits for what is running, then closes every connection. */
  close(): Promise<void>;
}

const { builtins } = pg.types;

/** Days stay the day they are, whatever the machine's time zone; counts are numbers; decimals keep every digit as text. */
const readers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.INT8, readInteger],
]);

function readInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large to be held exactly`);
  return value;
}

const readPlainly = (text: unknown): unknown => text;

const types: pg.CustomTypesConfig = {
  // The overloads of pg's own getTypeParser promise a parser per format; ours are for text, the only format this program asks for.
  getTypeParser: ((type: number, format?: 'text' | 'binary') =>
    readers.get(type) ?? (type === builtins.NUMERIC ? readPlainly : pg.types.getTypeParser(type, format))) as typeof pg.types.getTypeParser,
};

export function openDatabase({
  url,
  most = 20,
  least = 0,
  statementTimeout = 15_000,
  prove = unproven,
  onLost,
}: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: most,
    min: Math.min(least, most),
    application_name: 'onedoor',
    statement_timeout: statementTimeout,
    lock_timeout: statementTimeout,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
    // Statements go out one behind the other; each still waits for the answers it needs (statements.ts).
    pipeline: true,
  });
  let closing: Promise<void> | undefined;
  // Without a listener a connection that drops would end the whole program. The pool listens to idle ones only, and tells of them; a transaction holds one
  // between two statements too, and there the next statement tells. Once we close, dropping is what we asked for.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', (error) => {
    if (!closing) onLost?.(error);
  });
  const names = new OwnNames();
  const db = new Kysely<Schema>({ dialect: new NamedDialect(names, { pool: sparing(pool) }), plugins: [names] });
  return { url, pool, db, prove, close: () => (closing ??= db.destroy()) };
}
