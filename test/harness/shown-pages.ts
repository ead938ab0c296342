// Pages that stand in no house – stories and examples – shown to a real browser from a small server, for tests of looks and scripts.
import { createServer } from 'node:http';
import type { Browser } from 'playwright-core';
import { assets } from '../../src/design/assets.ts';
import { openBrowser, type Skippable } from './browser.ts';

export interface OtherAnswer {
  readonly status: number;
  readonly body: string;
}

export interface ShownPages {
  readonly browser: Browser;
  /** Such as http://127.0.0.1:1234; each page is under its name. */
  readonly address: string;
  close(): Promise<void>;
}

/** `other` answers whatever is neither a page nor an asset. Null when there is no browser, and the test is skipped. */
export async function showPages(
  test: Skippable,
  pages: ReadonlyMap<string, string>,
  other: (path: string, body: string) => OtherAnswer = () => ({ status: 404, body: '' }),
): Promise<ShownPages | null> {
  const browser = await openBrowser(test);
  if (!browser) return null;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const asset = assets.get(path);
    const page = pages.get(path.slice(1));
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answered = asset || page !== undefined ? { status: 200, body: page ?? '' } : other(path, Buffer.concat(chunks).toString());
      response.statusCode = answered.status;
      response.setHeader('content-type', asset?.type ?? 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', "default-src 'self'");
      response.end(asset?.body ?? answered.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  return {
    browser,
    address: typeof bound === 'object' && bound ? `http://127.0.0.1:${bound.port}` : '',
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
