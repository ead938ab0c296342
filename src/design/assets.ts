/**
 * The files that pages load: style sheets, scripts, fonts, the icon. Each has its own hash in its address, so a server may send them
 * with a year of `immutable` caching. `npm run styles` makes them.
 */
import { readFileSync } from 'node:fs';

export interface Asset {
  readonly body: Buffer;
  /** Value of the `content-type` header. */
  readonly type: string;
}

const folder = new URL('./generated/', import.meta.url);
/** The build writes a flat map of text to text. */
const index: Readonly<Record<string, string>> = JSON.parse(readFileSync(new URL('assets.json', folder), 'utf8'));

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** Where assets are served from. */
export const assetRoot = '/assets/';

const typeOf = (name: string): string => types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

/** What a server must answer, by path: `/assets/person.1a2b3c4d.css` and so on. */
export const assets: ReadonlyMap<string, Asset> = new Map(
  Object.entries(index).map(([name, hashed]) => [
    `${assetRoot}${hashed}`,
    { body: readFileSync(new URL(name, folder)), type: typeOf(name) },
  ]),
);

/** The address of an asset by its plain name, such as `person.css`. An unknown name is a fault. */
export const assetPath = (name: string): string => {
  const hashed = index[name];
  if (hashed === undefined) throw new Error(`No asset is called ${name}. Run npm run styles.`);
  return `${assetRoot}${hashed}`;
};
