import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * Is this IP address one of the public internet? False for private, loopback, link-local, carrier-grade NAT, multicast, documentation
 * and reserved ranges (IANA special-purpose registries), for every IPv6 form that carries an IPv4 address (mapped, NAT64, 6to4, Teredo),
 * and for what is no address at all.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !blocked('ipv4').check(address, 'ipv4');
  return isIPv6(address) && !address.includes('%') && !blocked('ipv6').check(address, 'ipv6');
}

type Family = 'ipv4' | 'ipv6';

const lists = new Map<Family, BlockList>();

/** Made for the first address of a family. */
function blocked(family: Family): BlockList {
  const made = lists.get(family) ?? new BlockList();
  if (lists.has(family)) return made;
  for (const range of family === 'ipv4' ? ipv4 : ipv6) {
    const [network = '', prefix] = range.split('/');
    made.addSubnet(network, Number(prefix), family);
  }
  lists.set(family, made);
  return made;
}

const ipv4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

// Only 2000::/3 is global unicast; the first three ranges are all the rest (unspecified, loopback, mapped, NAT64, unique local, link-local, multicast).
const ipv6 = ['::/3', '4000::/2', '8000::/1', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
