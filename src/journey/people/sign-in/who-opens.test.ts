import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { cannotBeTold, type Holder, whoOpens } from './who-opens.ts';

const full = fc
  .date({ min: new Date('1940-01-01'), max: new Date('2010-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const known = fc.tuple(full, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));
const holders = fc
  .array(fc.option(known, { nil: null }), { minLength: 1, maxLength: 5 })
  .map((all): Holder[] => all.map((born, at) => ({ accountId: `account ${at}`, born })));

describe('whose page a code opens', () => {
  test('S3.8: among several, only a date of birth that one alone has opens a page, and it is theirs', () => {
    fc.assert(
      fc.property(holders, fc.option(full, { nil: null }), (all, typed) => {
        fc.pre(all.length > 1);
        const opened = whoOpens(all, typed, true);
        // Everybody whom what was typed could be, and nobody known more exactly.
        const could = all.filter(({ born }) => born !== null && typed !== null && typed.slice(0, born.length) === born);
        const most = could.filter(({ born }) => could.every((other) => (other.born ?? '').length <= (born ?? '').length));
        assert.equal(opened, most.length === 1 ? most[0]?.accountId : null);
      }),
      { numRuns: 2000 },
    );
  });

  test('S3.8: whoever gives their own whole date of birth never opens the page of somebody born on another day', () => {
    fc.assert(
      fc.property(fc.array(full, { minLength: 2, maxLength: 4 }), (days) => {
        const all = days.map((born, at) => ({ accountId: String(at), born }));
        for (const [at, born] of days.entries()) {
          const opened = whoOpens(all, born, true);
          assert.ok(opened === String(at) || (opened === null && days.filter((one) => one === born).length > 1));
        }
      }),
    );
  });

  test('one person opens theirs with the code alone where nobody else could see it, or where nobody knows their date of birth', () => {
    const one = [{ accountId: 'hers', born: '1985-03-27' }];
    assert.equal(whoOpens(one, null, false), 'hers');
    assert.equal(whoOpens(one, null, true), null);
    assert.equal(whoOpens(one, '1985', true), null, 'less than we know is not enough');
    assert.equal(whoOpens(one, '1985-03-27', true), 'hers');
    assert.equal(whoOpens([{ accountId: 'hers', born: null }], null, true), 'hers');
    assert.equal(whoOpens([], '1985', false), null);
  });

  test('S3.2: those whom no date can tell apart are handed to a worker, and nobody else', () => {
    fc.assert(
      fc.property(holders, (all) => {
        const told = all.filter((one) => !cannotBeTold(all).includes(one));
        if (all.length > 1)
          for (const { accountId, born } of told) {
            const alone = all.filter(
              (other) => other.born !== null && other.born.length >= (born?.length ?? 0) && other.born.startsWith(born ?? ''),
            );
            if (alone.length === 1) assert.equal(whoOpens(all, born, true), accountId);
          }
        else assert.deepEqual(told, all);
      }),
    );
  });
});
