// What a first visit costs to fetch: the page and all that it links to at once, as compressed on the way.
import { get } from 'node:http';
import { brotliCompressSync } from 'node:zlib';

export interface Weight {
  readonly requests: number;
  /** Of 1,000 bytes. */
  readonly kilobytes: number;
  readonly script: number;
}

/** What the browser of a first visit asks for: style sheets, scripts, preloaded fonts and the icon. */
export const linkedFrom = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/<(?:link|script)\b[^>]*?(?:href|src)="(\/[^"]+)"[^>]*>/g)].flatMap(([tag, path]) =>
      path && /rel="(?:stylesheet|preload|icon)"|^<script/.test(tag) ? [path.replaceAll('&amp;', '&')] : [],
    ),
  ),
];

/** Bytes on the wire with brotli; compressed here where the server leaves something small as it is. */
async function bytesOf(address: string, path: string, cookie: string): Promise<{ bytes: number; text: string }> {
  const fetched = await fetch(address + path, { headers: { cookie } });
  const text = await fetched.text();
  const sent = await new Promise<number>((resolve, reject) => {
    get(address + path, { headers: { cookie, 'accept-encoding': 'br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      answer.on('end', () => resolve(bytes));
      answer.on('error', reject);
    }).on('error', reject);
  });
  return { bytes: path.endsWith('.woff2') ? sent : Math.min(sent, brotliCompressSync(text).length), text };
}

export async function weightOf(address: string, path: string, cookie: string): Promise<Weight> {
  const html = await bytesOf(address, path, cookie);
  let bytes = html.bytes;
  let script = 0;
  const linked = linkedFrom(html.text);
  for (const one of linked) {
    const { bytes: more } = await bytesOf(address, one, '');
    bytes += more;
    if (one.endsWith('.js')) script += more;
  }
  return { requests: 1 + linked.length, kilobytes: bytes / 1000, script: script / 1000 };
}
