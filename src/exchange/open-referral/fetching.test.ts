import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { fetchDirectory } from './fetching.ts';
import { isPublicAddress, publicLookup, refusedAddress } from './public-address.ts';
import { readDirectory } from './read-directory.ts';

test('only addresses of the open internet are public, however they are written', () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])
    assert.equal(isPublicAddress(address), false, address);
  for (const address of ['8.8.8.8', '172.32.0.1', '2606:4700::1111', '193.62.0.1']) assert.equal(isPublicAddress(address), true, address);
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      const [first = 0, second = 0] = address.split('.').map(Number);
      const private_ =
        first === 10 ||
        first === 127 ||
        first === 0 ||
        first >= 224 ||
        (first === 172 && second >= 16 && second < 32) ||
        (first === 192 && second === 168);
      if (private_) assert.equal(isPublicAddress(address), false, address);
    }),
  );
});

test('an address that is not https, holds a password or leads inside is refused in words', () => {
  for (const address of [
    'http://directory.example.org',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://localhost/',
    'https://db/',
    'https://printer.local/',
    'https://me:secret@example.org/',
    'file:///etc/passwd',
    'ftp://example.org',
    'gopher://x',
    'not an address',
  ])
    assert.match(refusedAddress(address) ?? '', /^[A-Z].*\.$/, address);
  assert.equal(refusedAddress('https://directory.example.org/services'), null);
  assert.equal(refusedAddress('http://directory.local:8080/services', ['directory.local:8080']), null, 'unless the installation names it');
});

test('a name that leads to our own machine is refused when it is looked up', async () => {
  const error = await new Promise((resolve) => publicLookup('localhost', {}, (found) => resolve(found)));
  assert.equal((error as { code?: string } | null)?.code, 'EPRIVATE');
});

describe('fetching from another directory', () => {
  let server: Server;
  let host = '';
  const asked: string[] = [];
  const service = (id: string) => ({
    id,
    name: `Service ${id}`,
    status: 'active',
    organization: { id: 'o', name: 'Trust', description: 'x' },
    phones: [{ id: `p${id}`, number: '01632 960001' }],
  });
  before(async () => {
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://x');
      asked.push(url.pathname + url.search);
      const json = (value: unknown, status = 200) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
      const page = Number(url.searchParams.get('page') ?? 1);
      if (url.pathname === '/services')
        return json({
          total_pages: 3,
          page_number: page,
          contents: [1, 2].map((n) => ({ id: `${page}${n}`, name: `Service ${page}${n}`, status: 'active' })),
        });
      if (url.pathname.startsWith('/services/')) return json(service(url.pathname.slice(10)));
      if (url.pathname === '/moved') return response.writeHead(302, { location: '/services' }).end();
      if (url.pathname === '/loop') return response.writeHead(302, { location: '/loop' }).end();
      if (url.pathname === '/inside') return response.writeHead(302, { location: 'http://127.0.0.1:1/latest/meta-data' }).end();
      if (url.pathname === '/large') return json({ contents: ['x'.repeat(100_000)] });
      if (url.pathname === '/many') return json({ total_pages: 9999, contents: [] });
      if (url.pathname === '/page') return response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
      if (url.pathname === '/silent') return undefined;
      return json({}, 500);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    host = typeof address === 'object' && address ? `127.0.0.1:${address.port}` : '';
  });
  after(() => {
    server?.closeAllConnections();
    server?.close();
  });

  const fetchFrom = (path: string, most = {}) =>
    fetchDirectory(`http://${host}${path}`, { signal: new AbortController().signal, allowed: [host], most: { waiting: 300, ...most } });

  test('every page and every service whole is read, also after a redirect', async () => {
    for (const path of ['/services', '/moved']) {
      const answers = await fetchFrom(path);
      assert.ok(answers.ok, JSON.stringify(answers));
      const read = readDirectory(answers.value, { url: 'x', licence: 'x', fetchedAt: '2026-11-20T08:15:00Z' });
      assert.ok(read.ok);
      assert.deepEqual(read.value.services.map(({ id }) => id).sort(), ['11', '12', '21', '22', '31', '32']);
      assert.ok(
        read.value.services.every(({ phones }) => phones.length === 1),
        'each is read whole',
      );
    }
  });

  test('what is too large, too long, too slow or leads inside is refused in words', async () => {
    for (const [path, words, most] of [
      ['/loop', /without end/, {}],
      ['/inside', /must begin with https/, {}],
      ['/large', /too large/, { answer: 5000 }],
      ['/services', /whole of it is too large/, { bytes: 300 }],
      ['/services', /6 services\. The most are 4/, { services: 4 }],
      ['/many', /9999 pages/, {}],
      ['/page', /not answer with JSON/, {}],
      ['/broken', /status 500/, {}],
      ['/silent', /too long/, {}],
    ] as const) {
      const result = await fetchFrom(path, most);
      assert.ok(!result.ok, path);
      assert.match(result.problem.detail, words, path);
    }
    const before = asked.length;
    const refused = await fetchDirectory(`http://${host}/services`, { signal: new AbortController().signal });
    assert.ok(!refused.ok && /https/.test(refused.problem.detail));
    assert.equal(asked.length, before, 'our own machine was not even asked');
  });
});
