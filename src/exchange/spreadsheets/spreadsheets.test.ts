import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { startingModel } from '../../journey/people/linkage/parameters.ts';
import { prepare } from '../../journey/people/linkage/record.ts';
import { failure, type Result, success } from '../../platform/problem.ts';
import { guessMap, readMap, savedMap } from './column-map.ts';
import { windowsWarning } from './decode.ts';
import { guardFormula, unguardFormula } from './formula-guard.ts';
import { fieldsOf } from './import-fields.ts';
import { type DryRun, dryRun, type ImportedRow, type ImportRequest, type ImportSink, importFile } from './import-file.ts';
import { contactsOf, faultInWords } from './imported-row.ts';
import { readTable, separatorOf, tableLimits } from './read-table.ts';
import { type Cell, writeCsv } from './write-csv.ts';

const hostile = new URL('../../../../shared/data/hostile/', import.meta.url);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function* inPieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function tableOf(bytes: Uint8Array, pieces = 7, limits = tableLimits) {
  const opened = await readTable(inPieces(bytes, pieces), limits);
  if (!opened.ok) return { fault: opened.problem.detail, headers: [], rows: [], faults: [], warnings: [] };
  const rows: (readonly string[])[] = [];
  const faults: string[] = [];
  for await (const row of opened.value.rows) {
    if (row.fault === undefined) rows.push(row.cells);
    else faults.push(`${row.number}: ${row.fault}`);
  }
  return { fault: '', headers: opened.value.headers, rows, faults, warnings: opened.value.warnings };
}

const request = (text: string | Uint8Array, more: Partial<ImportRequest> = {}): ImportRequest => ({
  kind: 'people',
  open: () => inPieces(typeof text === 'string' ? utf8(text) : text, 1000),
  context: { today: '2026-11-21' },
  model: startingModel(1000),
  ...more,
});

async function run(text: string | Uint8Array, more: Partial<ImportRequest> = {}): Promise<DryRun> {
  const result = await dryRun(request(text, more));
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

const words = (result: DryRun): readonly string[] => result.faults.map(faultInWords);

test('a file is read the same however it was saved', async () => {
  const text = 'First name,Known as\r\nSiân,Zoë\r\n';
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  const bigEndian = Buffer.from(utf16).swap16();
  for (const bytes of [
    utf8(text),
    utf8(`\ufeff${text}`),
    utf16,
    bigEndian,
    Buffer.from(text, 'utf16le'),
    utf8(text.replaceAll(',', ';')),
    utf8(text.replaceAll(',', '\t')),
    utf8(text.replaceAll('\r\n', '\n')),
  ]) {
    for (const pieces of [1, 2, 3, 1000]) {
      const { headers, rows, warnings } = await tableOf(bytes, pieces);
      assert.deepEqual({ headers, rows, warnings }, { headers: ['First name', 'Known as'], rows: [['Siân', 'Zoë']], warnings: [] });
    }
  }
});

test('older Windows text is read rightly and said to be so', async () => {
  const bytes = Buffer.concat([utf8('First name,Family name\nSi'), Buffer.from([0xe2]), utf8('n,O'), Buffer.from([0x92]), utf8('Neill\n')]);
  for (const pieces of [1, 5, 1000]) {
    const { rows, warnings } = await tableOf(bytes, pieces);
    assert.deepEqual(rows, [['Siân', 'O’Neill']]);
    assert.deepEqual(warnings, [windowsWarning]);
  }
});

test('a wrong, empty, broken or oversized file says what to do', async () => {
  const fault = async (bytes: Uint8Array, limits = tableLimits): Promise<string> => (await tableOf(bytes, 50, limits)).fault;
  assert.match(await fault(Buffer.from([0x50, 0x4b, 3, 4, 0, 0])), /Excel/);
  assert.match(await fault(utf8('%PDF-1.7 …')), /PDF/);
  assert.match(await fault(utf8('')), /empty/);
  assert.match(await fault(utf8(' \n,,\n')), /empty/);
  assert.equal(await fault(utf8('Name,name\nx,y\n')), 'Two columns are called “name”. Rename one of them.');
  assert.match(await fault(utf8(`${'a,'.repeat(300)}b`)), /columns/);
  assert.match(await fault(Buffer.from([1, 2, 0, 3, 0, 0, 7, 9, 0])), /not a table/);
  const limited = await tableOf(utf8(`Name\n${'Someone\n'.repeat(100)}`), 10, { ...tableLimits, bytes: 400 });
  assert.match(limited.faults.at(-1) ?? limited.fault, /larger than/);
  const many = await tableOf(utf8(`Name\n${'Someone\n'.repeat(100)}`), 10, { ...tableLimits, rows: 20 });
  assert.deepEqual([many.rows.length, many.faults.length], [20, 1]);
  assert.match((await tableOf(utf8('Name,Town\nA,"open\nB,x\n'))).faults[0] ?? '', /quotation mark/);
});

test('ragged rows are named by the number that the spreadsheet shows', async () => {
  const { rows, faults } = await tableOf(utf8('Name,Town\nA,Wells\n\nB,"Wells, Somerset"\nC,Wells, Somerset\nD\nE,\n,,,\n'));
  assert.deepEqual(rows, [
    ['A', 'Wells'],
    ['B', 'Wells, Somerset'],
    ['E', ''],
  ]);
  assert.deepEqual(faults, [
    '5: This row has 3 cells and there are 2 columns. Put quotation marks round text with commas in it.',
    '6: This row has 1 cells and there are 2 columns. Check for a missing comma.',
  ]);
  assert.equal(separatorOf('"a;b;c",d\n'), ',');
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('=', '+', '-', "'", '@', ' ', '"', ',', '\n', '\r', ';', 'a', 'é', '＝', '\t') }),
);

test('no text written to a file begins a formula, and taking the guard away gives the text again', (t) => {
  fc.assert(
    fc.property(anyText, (text) => {
      assert.ok(!/^[=+\-@\t\r\n|%＝＋－＠]/.test(guardFormula(text)));
      assert.equal(unguardFormula(guardFormula(text)), text);
    }),
    { numRuns: 2000 },
  );
  if (!existsSync(hostile)) return t.diagnostic('the published injections are not here');
  // The file's shape is its own documentation.
  const published = JSON.parse(readFileSync(new URL('csv_injection.json', hostile), 'utf8')) as Record<string, string[]>;
  for (const text of Object.values(published).flat()) assert.ok(!/^[=+\-@|%＝＋－＠]/.test(guardFormula(text).trim()), text);
});

test('what is written is what is read back, whatever people typed', async () => {
  const kept = (text: string): string => text.trim().replaceAll('\u0000', '').toWellFormed().trim();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { maxLength: 8 }), fc.integer({ min: 1, max: 90 }), async (rows, pieces) => {
      const columns = [
        { header: 'First', cell: (row: readonly [string, string]) => row[0] },
        { header: 'Second', cell: (row: readonly [string, string]) => row[1] },
      ];
      let file = '';
      for await (const line of writeCsv(columns, rows)) file += line;
      const result = await tableOf(utf8(file), pieces);
      const expected = rows.map((row) => row.map((text) => kept(text))).filter((row) => row.some((text) => text !== ''));
      assert.deepEqual([result.faults, result.warnings], [[], []]);
      assert.deepEqual(result.rows, expected);
    }),
    { numRuns: 400 },
  );
});

test('an export holds numbers, answers and lists, and refuses an object', async () => {
  const lines = async (cell: Cell): Promise<string> => {
    let all = '';
    for await (const line of writeCsv([{ header: 'A', cell: () => cell }], [1])) all += line;
    return all.split('\r\n')[1] ?? '';
  };
  assert.deepEqual(
    [await lines(-5), await lines(true), await lines(['a', 'b']), await lines(null), await lines('=1+1')],
    ['-5', 'yes', '"a; b"', '""', "'=1+1"],
  );
  // An object where text belongs: the types refuse it, and so does the writer.
  await assert.rejects(lines({ name: 'x' } as unknown as Cell), TypeError);
});

test('columns are recognised by the headers people give them', () => {
  const headers = ['Forename', 'SURNAME', 'D.O.B.', 'NHS No.', 'Post Code', 'Mobile No', 'E-mail Address', 'Emial', 'Shoe size', ''];
  const { map, unplaced } = guessMap(headers, 'people');
  assert.deepEqual(savedMap(map), {
    Forename: 'given',
    SURNAME: 'family',
    'D.O.B.': 'birth',
    'NHS No.': 'nhsNumber',
    'Post Code': 'postcode',
    'Mobile No': 'mobile',
    'E-mail Address': 'email',
  });
  assert.deepEqual(unplaced, ['Emial', 'Shoe size']);
  assert.equal(guessMap(['Reason for referal'], 'referrals').map.get('Reason for referal'), 'reason');
});

test('every label finds its own field, and no two fields answer to one header', () => {
  for (const kind of ['people', 'referrals'] as const) {
    const seen = new Map<string, string>();
    for (const { name, label, synonyms } of fieldsOf(kind)) {
      assert.equal(guessMap([label], kind).map.get(label), name);
      for (const synonym of synonyms) {
        assert.equal(seen.get(synonym), undefined, `${synonym}: ${name} and ${seen.get(synonym)}`);
        seen.set(synonym, name);
      }
    }
  }
});

test('a saved map that no longer fits says why', () => {
  const { faults } = readMap({ Name: 'given', Gone: 'family', Other: 'given', Odd: 'shoeSize' }, ['Name', 'Other', 'Odd'], 'people');
  assert.deepEqual(
    faults.map((fault) => fault.field),
    ['Gone', 'Other', 'Odd'],
  );
});

const good =
  'First name,Family name,Date of birth,NHS number,Postcode,Mobile,Mobile safe to use\nAmara,Okafor,14/03/1984,943 476 5919,ta65aa,07700 900123,yes\n';

test('H25: each fault names row, column, what is wrong and how to put it right', async () => {
  const result = await run(
    `${good}Tom,Hart,31/02/1982,943 476 5918,TA6 5CA,7700900123,maybe\n,,1990,,,,\nJo,Lee,14/03/82,9.43E+09,NFA,none,not_safe\n`,
  );
  assert.deepEqual(words(result), [
    'Row 3, Date of birth: 31 February does not exist. Check the day.',
    'Row 3, NHS number: This NHS number has a typing mistake in it. Check each digit against the letter or card.',
    'Row 3, Postcode: This is not a UK postcode. It should look like TA6 5AA. Check for a letter O typed as a zero, or the other way round.',
    'Row 3, Mobile: The spreadsheet program took off the first 0. Format the column as text and type the number again.',
    'Row 3, Mobile safe to use: “maybe” is not in the list. Use one of: Safe, Not safe, Ask me first, Not yet asked.',
    'Row 4: There is no name. Give a first name, a family name, or what the person is known as.',
    'Row 5, Date of birth: Write the year with 4 digits, such as 1982.',
    'Row 5, NHS number: The spreadsheet program shortened this number. Format the column as text and type the number again.',
    'Row 5, Mobile: A phone number has digits only. Put words in another column.',
  ]);
  assert.deepEqual([result.rows, result.good, result.newPeople, result.faultCount], [4, 1, 1, 9]);
});

test('a person in the file twice, or already here, is shown as a possible match with reasons and never joined', async () => {
  const again = `${good}Amara,Okafor,14/03/1984,,TA6 5AA,07700 900123,\nGrace,Hart,1990,,,,\n`;
  const here = prepare({ id: 'person-7', given: 'Grace', family: 'Hart', birth: '1990-05-02', postcode: 'BA5 2XX' });
  const result = await run(again, { findPeople: (keys) => Promise.resolve(keys.length > 0 ? [here] : []) });
  assert.deepEqual([result.rows, result.good, result.newPeople], [3, 3, 1]);
  assert.deepEqual(
    result.possibleMatches.map(({ row, with: whom }) => ({ row, whom })),
    [
      { row: 3, whom: { row: 2 } },
      { row: 4, whom: { person: 'person-7' } },
    ],
  );
  assert.match(result.possibleMatches[0]?.reasons ?? '', /^Same .*mobile.*\.$/);
});

test('a referral needs a name, one other fact and a reason', async () => {
  const result = await run('First name,Mobile,Reason\nTom,07700 900123,Cannot sleep\nJo,,Worried\nSam,07700 900124,\n', {
    kind: 'referrals',
  });
  assert.deepEqual(words(result), [
    'Row 3: A name alone could be anybody. Add a date of birth, an address, a phone number or an NHS number.',
    'Row 4: There is no reason for the referral. Say what is happening, in a few words.',
  ]);
});

test('a way to reach somebody is “not yet asked” unless the file says that it is safe', () => {
  assert.deepEqual(contactsOf({ mobile: '07700 900123', email: 'a@example.org', emailSafe: 'not_safe' }), [
    { channel: 'mobile_call', value: '07700 900123', safe: 'unknown' },
    { channel: 'email', value: 'a@example.org', safe: 'not_safe' },
  ]);
});

function sink(refuseRow?: number) {
  const kept: ImportedRow[] = [];
  const made: ImportSink = {
    whole: async (work) => {
      const waiting: ImportedRow[] = [];
      const result = await work({
        add: (row): Promise<Result<void>> => {
          if (row.row === refuseRow) return Promise.resolve(failure({ status: 409, title: 'Refused', detail: 'Already here.' }));
          waiting.push(row);
          return Promise.resolve(success(undefined));
        },
      });
      if (result.ok) kept.push(...waiting);
      return result;
    },
  };
  return { sink: made, kept };
}

test('a file comes in whole or not at all, unless the good rows are asked for', async () => {
  const file = `${good}Tom,Hart,31/02/1982,,,,\nJo,Lee,1990,,,,\n`;
  const whole = sink();
  const refused = await importFile(request(file), whole.sink);
  assert.ok(!refused.ok && refused.problem.faults?.[0]?.field === 'Row 3, Date of birth');
  assert.equal(whole.kept.length, 0);
  const partly = sink();
  const imported = await importFile(request(file), partly.sink, { partly: true });
  assert.ok(imported.ok && imported.value.added === 2 && imported.value.leftOut === 1);
  assert.deepEqual(
    partly.kept.map(({ values }) => values),
    [
      {
        given: 'Amara',
        family: 'Okafor',
        birth: '1984-03-14',
        nhsNumber: '9434765919',
        postcode: 'TA6 5AA',
        mobile: '07700 900123',
        mobileSafe: 'safe',
      },
      { given: 'Jo', family: 'Lee', birth: '1990' },
    ],
  );
  const stopped = sink(4);
  assert.equal((await importFile(request(file), stopped.sink, { partly: true })).ok, false);
  assert.equal(stopped.kept.length, 0);
});

test('no file, however odd, makes the import throw, and every fault is a sentence', async (t) => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc
      .array(
        fc.array(anyText, { maxLength: 5 }).map((cells) => cells.join(',')),
        { maxLength: 8 },
      )
      .map((lines) => utf8(lines.join('\n'))),
    fc
      .array(fc.array(anyText, { minLength: 4, maxLength: 4 }), { maxLength: 6 })
      .map((rows) =>
        utf8(
          `First name,Date of birth,NHS number,Email\n${rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n')}`,
        ),
      ),
  );
  const check = async (file: Uint8Array): Promise<void> => {
    for (const kind of ['people', 'referrals'] as const) {
      const result = await dryRun(request(file, { kind }));
      const sentences = result.ok
        ? result.value.faults.map(({ message }) => message)
        : [result.problem.detail, ...(result.problem.faults ?? []).map(({ message }) => message)];
      for (const sentence of sentences) assert.ok(/[.?]$/.test(sentence) && !sentence.includes('[object'), sentence);
      if (result.ok) assert.ok(result.value.good <= result.value.rows && result.value.newPeople <= result.value.good);
    }
  };
  await fc.assert(fc.asyncProperty(bytes, check), { numRuns: 300 });
  if (!existsSync(hostile)) return t.diagnostic('the published hostile strings are not here');
  // The file is a list of texts.
  const strings = JSON.parse(readFileSync(new URL('blns.json', hostile), 'utf8')) as string[];
  const quoted = strings.map((text) => `"${text.replaceAll('"', '""')}"`);
  for (const header of [
    'First name',
    'Known as',
    'Address',
    'Date of birth',
    'NHS number',
    'Postcode',
    'Mobile',
    'Email',
    'Gender identity',
  ]) {
    await check(utf8(`Reference,${header}\n${quoted.map((text, at) => `${at},${text}`).join('\n')}`));
  }
  const names = await run(`Known as,Reference\n${quoted.map((text, at) => `${text},${at}`).join('\n')}`);
  assert.ok(names.good > 400, `${names.good}`);
});

test('ten thousand rows are read in pieces without holding the file', async () => {
  async function* large(): AsyncGenerator<Uint8Array> {
    yield utf8('First name,Family name,Date of birth\n');
    for (let row = 0; row < 10_000; row++) yield utf8(`Given${row % 97},Family${row},${1950 + (row % 60)}\n`);
  }
  const result = await dryRun({ ...request(''), open: large });
  assert.ok(result.ok && result.value.rows === 10_000 && result.value.good === 10_000);
});
