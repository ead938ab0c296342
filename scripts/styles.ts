/** `npm run styles`: compiles the style sheets and page scripts into `src/design/generated/`, which is committed so that nobody else needs to. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { buildAssets } from '../src/design/styles/build.ts';

const folder = new URL('../src/design/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, body] of buildAssets()) {
  writeFileSync(new URL(name, folder), body);
  console.log(`${name}: ${body.length} bytes, ${brotliCompressSync(body).length} compressed`);
}
