// Makes the queue's own tables, apart from ours in the schema `jobs`, and lets the roles of requests put work in it.
import pg from 'pg';
import { PgBoss } from 'pg-boss';

export const queueSchema = 'jobs';

/** Safe to run again, and by several programs at once. */
export async function installJobs(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 2, application_name: 'onedoor jobs' });
  // What breaks while a statement runs, that statement reports; a connection that breaks while it closes is no matter.
  pool.on('error', () => undefined);
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: queueSchema,
    schedule: false,
    supervise: false,
  });
  try {
    boss.on('error', () => undefined);
    await boss.start();
    await boss.stop({ graceful: false });
    // Adding work is all that a request may do: it can neither take, change nor remove any.
    await pool.query(`
      grant usage on schema ${queueSchema} to onedoor_app, onedoor_worker;
      grant select, insert on all tables in schema ${queueSchema} to onedoor_app, onedoor_worker;
      grant execute on all functions in schema ${queueSchema} to onedoor_app, onedoor_worker;
      alter default privileges in schema ${queueSchema} grant select, insert on tables to onedoor_app, onedoor_worker;
    `);
  } finally {
    await pool.end();
  }
}
