import 'server-only';
import { BlockList, isIP, isIPv4 } from 'node:net';

/** Whose `X-Forwarded-For` counts: that of so many proxies, or of those with these addresses. */
export type TrustedProxy =
  | Readonly<{ kind: 'hops'; count: number }>
  | Readonly<{ kind: 'addresses'; contains: (address: string) => boolean }>;

const mostHops = 10;
const mostRanges = 100;

/** Adds an address or a range such as `10.0.0.0/8`; false where it is neither. */
function addRange(list: BlockList, range: string): boolean {
  const [address = '', bits, ...rest] = range.split('/');
  const family = isIPv4(address) ? 'ipv4' : 'ipv6';
  if (isIP(address) === 0 || address.includes('%') || rest.length > 0) return false;
  if (bits === undefined) {
    list.addAddress(address, family);
    return true;
  }
  if (!/^\d{1,3}$/.test(bits) || Number(bits) > (family === 'ipv4' ? 32 : 128)) return false;
  list.addSubnet(address, Number(bits), family);
  return true;
}

/** Parses `TRUSTED_PROXY`; undefined where it is malformed, null where no proxy is trusted. */
export function parseTrustedProxy(value: string | undefined): TrustedProxy | null | undefined {
  if (value === undefined || value === '') return null;
  if (/^\d+$/.test(value)) {
    const count = Number(value);
    return count >= 1 && count <= mostHops ? { kind: 'hops', count } : undefined;
  }
  const ranges = value.split(',').map((range) => range.trim());
  const list = new BlockList();
  if (ranges.length > mostRanges || !ranges.every((range) => addRange(list, range))) {
    return undefined;
  }
  const contains = (address: string) => list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
  return { kind: 'addresses', contains };
}
