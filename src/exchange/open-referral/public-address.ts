// Which addresses a directory may be fetched from: https on the open internet, never a machine of our own network. Names are looked up once and
// the connection goes to the very address that was looked at, so that a name cannot change its meaning in between.
import { type LookupAddress, lookup as lookUp } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Networks that are somebody's own, or nobody's (RFC 6890 and its registries). */
const closed = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed.addSubnet(network, bits, 'ipv4');
/** Of IPv6, only what is given out as global unicast is open; what holds an IPv4 address inside is not followed. */
const open = new BlockList();
open.addSubnet('2000::', 3, 'ipv6');
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed.addSubnet(network, bits, 'ipv6');

export function isPublicAddress(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return !closed.check(address, 'ipv4');
  return kind === 6 && open.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

/** Why an address may not be fetched, as a sentence; null when it may. What its name leads to is looked at when connecting. */
export function refusedAddress(typed: string, allowed: readonly string[] = []): string | null {
  const url = URL.parse(typed);
  if (!url) return 'This is not a web address. Write it like https://directory.example.org/services.';
  if (url.username || url.password) return 'The address holds a name or password. Take them out.';
  if (allowed.includes(url.host)) return null;
  if (url.protocol !== 'https:') return 'The address must begin with https.';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) ? !isPublicAddress(host) : !host.includes('.') || /\.(local|localhost|internal|home|lan)\.?$/i.test(host))
    return 'The address leads into a private network.';
  return null;
}

/** Answers with public addresses only; a name that leads anywhere else is refused whole. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, []);
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
      return callback(Object.assign(new Error('leads into a private network'), { code: 'EPRIVATE' }), []);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};
