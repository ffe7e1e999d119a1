import ipaddr from 'ipaddr.js';

/**
 * Where somebody's system is called. `isLocal`: plain http on this machine, which is taken only while developing and only when the
 * installation allows it.
 */
export type Endpoint = { readonly url: URL; readonly isLocal: boolean };

export type EndpointReading =
  { readonly ok: true; readonly endpoint: Endpoint } | { readonly ok: false; readonly why: string };

const MAX_LENGTH = 2_000;
/** What stands behind other ports is seldom meant for the public. */
const PORTS = ['', '443', '8443'];
const LOCAL_NAMES = /(?:^|\.)(?:localhost|local|internal|localdomain|home\.arpa|lan|intranet)$/;
/** Answers every virtual machine there with its secrets, from a public address. Source: https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 */
const AZURE_METADATA = '168.63.129.16';
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Reads the address of somebody's system, as far as it can be judged without asking anybody: https, a usual port, no credentials, no
 * name or number of a private network. Whatever spelling of a number a browser knows (decimal, octal, hexadecimal) is the number.
 */
export function readEndpoint(text: string): EndpointReading {
  if (text.length > MAX_LENGTH || !URL.canParse(text))
    return refused('Write a whole address: https://example.com/hook.');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '')
    return refused('Leave user and password out; calls are signed.');
  const host = hostOf(url);
  if (url.protocol === 'http:' && isLoopback(host)) return { ok: true, endpoint: { url, isLocal: true } };
  if (url.protocol !== 'https:') return refused('Only https addresses are called.');
  if (!PORTS.includes(url.port)) return refused('Only the ports 443 and 8443 are called.');
  const why = ipaddr.isValid(host) ? addressRefusal(host) : nameRefusal(host);
  return why === undefined ? { ok: true, endpoint: { url, isLocal: false } } : refused(why);
}

/** The name or number that a URL names, without the brackets of IPv6 and the dot of a full name. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** Why this number is not called; `undefined` when it is a public one. */
export function addressRefusal(address: string): string | undefined {
  if (!ipaddr.isValid(address)) return 'Its address cannot be read.';
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  const isPublic =
    parsed instanceof ipaddr.IPv6
      ? range === 'unicast' && parsed.match(GLOBAL_IPV6)
      : range === 'unicast' && parsed.toString() !== AZURE_METADATA;
  return isPublic ? undefined : `It is not a public address (${range === 'unicast' ? 'reserved' : range}).`;
}

export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true;
  return ipaddr.isValid(host) && ipaddr.parse(host).range() === 'loopback';
}

function nameRefusal(host: string): string | undefined {
  if (LOCAL_NAMES.test(host)) return 'It names a machine of a private network.';
  return host.includes('.') ? undefined : 'Write a full name, such as hooks.example.com.';
}

function refused(why: string): EndpointReading {
  return { ok: false, why };
}
