// A test file that breaks off while it is read has told the runner of the tests before the break only, and the runner says nothing of the rest.
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

describe('the files of this run', () => {
  // All in one process, which keeps what became of reading each: nothing is read a second time.
  const files = process.argv.slice(2).flatMap((pattern) => globSync(pattern));

  test('every test file was read to its end', async () => {
    assert.ok(
      files.some((file) => resolve(file) === fileURLToPath(import.meta.url)),
      'the runner names its files as it always did',
    );
    const broken: string[] = [];
    for (const file of files)
      await import(pathToFileURL(resolve(file)).href).catch((error: unknown) => {
        broken.push(`${basename(file)}: ${error}`);
      });
    assert.deepEqual(broken, []);
  });
});
