// Lets a transaction's questions leave one behind the other, so that those which do not need each other's answers wait for the database once and not each.
// They are answered in the order in which they were asked, as ever. What is asked, and as whom, is decided elsewhere.
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  Transaction,
} from 'kysely';
import type { Schema } from './schema.ts';

/** Kysely asks for the way to a database; what is built on a transaction never uses it. */
const dialect: Dialect = {
  createDriver: () => new DummyDriver(),
  createAdapter: () => new PostgresAdapter(),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createIntrospector: (db) => new PostgresIntrospector(db),
};

/** What a transaction says of itself ahead of a question, put together when it leaves. */
export type Saying = () => CompiledQuery;

const sayings = new WeakMap<Transaction<Schema>, Saying | null>();

/** Going back to a savepoint takes back what was said since, and is the one thing that may be asked after a failure. */
const goesBack = /^\s*rollback to\b/i;

/** The same transaction on the same connection. Kysely's own holds each question back until the one before was answered. */
export async function withoutWaiting(transaction: Transaction<Schema>): Promise<Transaction<Schema>> {
  const executor = transaction.getExecutor();
  const connection = await executor.provideConnection(async (one) => one);
  let said: Saying | null = null;
  const asked: DatabaseConnection = {
    executeQuery: (question) => {
      const saying = sayings.get(open) ?? null;
      if (goesBack.test(question.sql)) said = null;
      else if (saying && saying !== said) {
        said = saying;
        // It goes ahead without waiting; were it refused, the question behind it would be too, and tell it.
        connection.executeQuery(saying()).catch(() => undefined);
      }
      return connection.executeQuery(question);
    },
    streamQuery: (question, size) => connection.streamQuery(question, size),
  };
  const open = new Transaction<Schema>({
    config: { dialect },
    dialect,
    driver: new DummyDriver(),
    executor: executor.withConnectionProvider({ provideConnection: (ask) => ask(asked) }),
  });
  sayings.set(open, null);
  return open;
}

/** Goes ahead of the next question, unless something else is to be said by then. False for a transaction that cannot wait with it. */
export function sayBeforeNext(transaction: Transaction<Schema>, saying: Saying): boolean {
  if (!sayings.has(transaction)) return false;
  sayings.set(transaction, saying);
  return true;
}

const asking = new WeakMap<Transaction<Schema>, number>();

/** Whether questions are on their way whose number is not known, so that nobody may change who asks. */
export const isAskedAtOnce = (transaction: Transaction<Schema>): boolean => (asking.get(transaction) ?? 0) > 0;

/**
 * Asks what does not need each other's answers, in one go and in this order. None of it may run as another than the rest: a step as the worker is refused in it.
 * When one fails, the first failure is told, after all were answered.
 */
export async function atOnce<Answers extends readonly unknown[]>(
  transaction: Transaction<Schema>,
  asks: readonly [...{ [Ask in keyof Answers]: () => Promise<Answers[Ask]> }],
): Promise<Answers> {
  asking.set(transaction, (asking.get(transaction) ?? 0) + 1);
  try {
    const answers = await Promise.allSettled(asks.map(async (ask) => ask()));
    // Each stands where its question stood, which the compiler cannot follow through map.
    return answers.map((answer) => {
      if (answer.status === 'rejected') throw answer.reason;
      return answer.value;
    }) as unknown as Answers;
  } finally {
    asking.set(transaction, (asking.get(transaction) ?? 1) - 1);
  }
}
