// Asks the database with as little talk as possible: what is asked again and again is read and planned once for a connection, and what only prepares the
// ground (the transaction’s beginning, who acts in it) is sent without waiting for its answer. What is asked is decided elsewhere.
import type { Writable } from 'node:stream';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { actingText } from './acting.ts';

/** Times a text is asked before it is kept: what was put together for one occasion is not worth a plan. */
const asked = 3;
/** Texts kept in one connection: each plan takes some 50 kB of the server’s memory. */
const mostKept = 400;
/** Texts counted before counting begins anew. */
const mostCounted = 5_000;

const nothing: PostgresQueryResult<never> = { command: 'SELECT', rowCount: 0, rows: [] };
/** Within a transaction, a statement after one of these that failed is refused too; outside of one, who acts is forgotten at once and nothing may be read. */
const isGround = (text: string): boolean => text === actingText || text.startsWith('start transaction');

/** One that reads or writes rows. The server takes no second statement behind it. */
const ofRows = /^\s*(?:select|with|insert|update|delete)\b/i;
const ofTransaction = /^(?:begin|start transaction[ a-z]*|commit|rollback|savepoint \w+|(?:rollback to|release)(?: savepoint)? "?\w+"?)$/i;

/** The pool as Kysely uses it; its connections must have been opened with `pipeline`. */
export function sparing(pool: pg.Pool): PostgresPool {
  const counted = new Map<string, number>();
  const names = new Map<string, string>();
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  // A go-between that gives every statement another connection knows none of the names. It is then done without them.
  let naming = true;

  const nameOf = (text: string): string | undefined => {
    const name = names.get(text);
    if (name !== undefined || !naming) return naming ? name : undefined;
    const times = (counted.get(text) ?? 0) + 1;
    if (counted.size >= mostCounted) counted.clear();
    counted.set(text, times);
    if (times < asked || names.size >= mostKept) return undefined;
    counted.delete(text);
    const given = `s${names.size}`;
    names.set(text, given);
    return given;
  };

  const spare = (client: pg.PoolClient): PostgresPoolClient => {
    let unheard: unknown;
    // What is not waited for leaves in one parcel with what comes after it. pg keeps its socket, though its types do not say so.
    const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection;
    let held = 0;
    const letGo = (): void => {
      for (; held > 0; held--) stream.uncork();
    };
    // Whoever slips another kind of statement into a request could give a name another meaning. From then on names are not used, and nobody comes after.
    let spent = false;
    const ask = async (text: string, values: readonly unknown[]): Promise<pg.QueryResult> => {
      if (!ofRows.test(text)) {
        spent ||= !ofTransaction.test(text);
        return client.query(text, [...values]);
      }
      const name = spent ? undefined : nameOf(text);
      const query = { text, values: [...values], queryMode: 'extended', ...(name === undefined ? {} : { name }) };
      return client.query(query);
    };
    // What is asked in one go leaves in one parcel too.
    let leaving = false;
    const leave = (): void => {
      if (leaving) return;
      leaving = true;
      stream.cork();
      held++;
      queueMicrotask(() => {
        leaving = false;
        letGo();
      });
    };
    const heard = async (text: string, values: readonly unknown[]): Promise<pg.QueryResult> => {
      leave();
      const answer = ask(text, values);
      try {
        return await answer;
      } catch (error) {
        if (isForgotten(error)) naming = false;
        if (isOutdated(error)) spent = true;
        const first = unheard;
        unheard = undefined;
        throw first ?? error;
      }
    };
    return {
      query: ((text: string, values: readonly unknown[]): Promise<PostgresQueryResult<unknown>> => {
        if (!isGround(text)) return heard(text, values) as Promise<PostgresQueryResult<unknown>>; // rows are whatever was asked for
        stream.cork();
        held++;
        ask(text, values).catch((error: unknown) => {
          unheard ??= error;
        });
        return Promise.resolve(nothing);
      }) as PostgresPoolClient['query'], // Kysely’s other form is for cursors, which the program does not use
      release: (destroy?: boolean) => {
        letGo();
        unheard = undefined;
        client.release(destroy === true || spent);
      },
    } as PostgresPoolClient; // the rest of a client is for cancelling, which the program does not use
  };

  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const before = known.get(client);
      if (before) return before;
      const one = spare(client);
      known.set(client, one);
      return one;
    },
  };
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
/** The name means nothing on this connection, or something else. */
const isForgotten = (error: unknown): boolean => ['26000', '42P05'].includes(String(codeOf(error)));
/** A table has other columns than when the statement was first read. */
const isOutdated = (error: unknown): boolean => codeOf(error) === '0A000';
