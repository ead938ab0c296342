import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { Client } from '../../../test/harness/client.ts';
import { type Scene, setScene } from '../../../test/harness/context.ts';
import { createDatabase } from '../../../test/harness/postgres.ts';
import { type Served, serve } from '../../../test/harness/serve.ts';
import type { Visitor } from './context.ts';
import { draftAddress, draftRoutes, finishDraft, openDraft } from './drafts.ts';

describe('drafts in the database', () => {
  let scene: Scene;
  let served: Served;
  let worker: Visitor;
  before(async () => {
    scene = await setScene(createDatabase);
    served = await serve(scene, draftRoutes);
    worker = await scene.staff('Siobhan', 'KW');
  });
  after(async () => {
    await served.server.close();
    await scene.database.close();
  });

  interface Told {
    readonly status: number;
    readonly answer: { version?: number; saved?: string; mine?: object; theirs?: object };
  }
  async function save(
    browser: Client,
    subject: string,
    page: string,
    version: number,
    fields: object,
    more: Record<string, string> = {},
  ): Promise<Told> {
    const answer = await browser.post('/draft', {
      form: 'session-note',
      subject,
      page,
      version: String(version),
      fields: JSON.stringify(fields),
      ...more,
    });
    return { status: answer.statusCode, answer: answer.headers['content-type']?.toString().includes('json') ? answer.json() : {} };
  }
  const held = (subject: string, visitor = worker) => scene.as(visitor, (context) => openDraft(context, { form: 'session-note', subject }));

  test('a draft comes back as it was typed, with the time at which it was saved', async () => {
    const browser = await served.as(worker);
    const first = await save(browser, 'a', 'window', 0, { did: 'We walked. ‘Good’ & <b>', chosen: ['one', 'two'] });
    assert.deepEqual(first, { status: 200, answer: { version: 1, saved: '10am' } });
    assert.deepEqual(await held('a'), { fields: { did: 'We walked. ‘Good’ & <b>', chosen: ['one', 'two'] }, version: 1, saved: '10am' });
    assert.equal(draftAddress({ form: 'session-note', subject: 'a' }), '/draft?form=session-note&subject=a');
  });

  test('H20: two windows clash with both texts, and nothing is overwritten until somebody chooses', async () => {
    const browser = await served.as(worker);
    await save(browser, 'b', 'first window', 0, { did: 'One' });
    const second = await save(browser, 'b', 'second window', 0, { did: 'Two' });
    assert.equal(second.status, 409);
    assert.deepEqual([second.answer.mine, second.answer.theirs, second.answer.version], [{ did: 'Two' }, { did: 'One' }, 1]);
    assert.deepEqual((await held('b')).fields, { did: 'One' });
    assert.equal(
      (await save(browser, 'b', 'second window', 1, { did: 'One and two' })).status,
      200,
      'having seen both, the second window may go on',
    );
    assert.equal((await save(browser, 'b', 'first window', 1, { did: 'One more' })).status, 409, 'and now the first is told');
    assert.deepEqual((await held('b')).fields, { did: 'One and two' });
  });

  test('a page that never heard of its own success may go on; the same words again are no clash', async () => {
    const browser = await served.as(worker);
    await save(browser, 'c', 'window', 0, { did: 'One' });
    assert.equal((await save(browser, 'c', 'window', 0, { did: 'One and more' })).status, 200);
    assert.equal((await save(browser, 'c', 'another', 0, { did: 'One and more' })).status, 200);
  });

  test('once the form is sent its draft is gone, and a save that was still on its way does not bring it back', async () => {
    const browser = await served.as(worker);
    await save(browser, 'd', 'window', 0, { did: 'One' });
    await scene.as(worker, (context) => finishDraft(context, { form: 'session-note', subject: 'd' }));
    assert.deepEqual(await held('d'), { fields: null, version: 2, saved: null });
    assert.equal((await save(browser, 'd', 'window', 1, { did: 'One, late' })).status, 410);
    assert.equal((await held('d')).fields, null);
    assert.equal((await save(browser, 'd', 'next page', 2, { did: 'Another note' })).status, 200);
    assert.deepEqual((await held('d')).fields, { did: 'Another note' });
  });

  test('a draft is its writer’s alone', async () => {
    await save(await served.as(worker), 'e', 'window', 0, { did: 'Mine' });
    const colleague = await scene.staff('Malik', 'KW');
    assert.equal((await held('e', colleague)).fields, null);
    assert.equal((await save(await served.as(colleague), 'e', 'window', 0, { did: 'Theirs' })).status, 200);
    assert.deepEqual((await held('e')).fields, { did: 'Mine' });
    assert.equal((await served.visitor().post('/draft', { form: 'session-note' })).statusCode, 401);
  });

  test('what is not a draft is refused', async () => {
    const browser = await served.as(worker);
    for (const fields of ['', 'x', '[]', '{"a":1}', '{"a":{"b":"c"}}', 'null'])
      assert.equal(
        (await browser.post('/draft', { form: 'session-note', subject: 'f', page: 'w', version: '0', fields })).statusCode,
        422,
        fields,
      );
  });

  test('UX 19, H20: an acknowledged draft is never lost, though connections are cut at any moment', async () => {
    const connections = async (): Promise<void> => {
      await scene.database.pool
        .query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and usename = current_user`,
        )
        .catch(() => undefined);
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ words: fc.string({ maxLength: 30 }), cut: fc.boolean() }), { minLength: 1, maxLength: 12 }),
        async (saves) => {
          const subject = randomUUID();
          const browser = await served.as(worker);
          let version = 0;
          let acknowledged: string | null = null;
          const tried = new Set<string>();
          for (const { words, cut } of saves) {
            tried.add(words);
            const [told] = await Promise.all([save(browser, subject, 'window', version, { did: words }), cut ? connections() : undefined]);
            if (told.status === 200) {
              version = told.answer.version ?? 0;
              acknowledged = words;
              tried.clear();
            } else assert.ok(told.status >= 500, `${told.status}: a cut line is our fault, not theirs`);
          }
          const { fields } = await held(subject).catch(() => held(subject));
          // What was answered is there, or something typed after it whose answer was lost on the way.
          const kept = fields ? String(fields.did) : null;
          assert.ok(kept === acknowledged || (kept !== null && tried.has(kept)), `${kept} is kept, ${acknowledged} was acknowledged`);
        },
      ),
      { numRuns: 40 },
    );
  });
});
