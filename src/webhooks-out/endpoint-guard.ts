import { lookup } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import ipaddr from 'ipaddr.js';
import { addressRefusal, hostOf, isLoopback, readEndpoint } from '../messaging/public-endpoint.js';

/** Looks a name up. Everything it answers is checked, and nothing else is ever connected to. */
export type Resolver = (host: string) => Promise<readonly LookupAddress[]>;

/** Where one call may connect to, decided before it is made. */
export type CheckedTarget =
  | { readonly ok: true; readonly url: URL; readonly addresses: readonly LookupAddress[] }
  /** `isFinal`: no waiting makes it right. */
  | { readonly ok: false; readonly isFinal: boolean; readonly why: string };

export const systemResolver: Resolver = (host) => lookup(host, { all: true, verbatim: true });

/**
 * Looks the endpoint's name up, once, and checks every address behind it. The connection is made to these very addresses: a name that
 * answers something else a moment later changes nothing. One private address among public ones refuses them all.
 */
export async function checkTarget(
  text: string,
  resolve: Resolver,
  allowsLocal: boolean,
): Promise<CheckedTarget> {
  const reading = readEndpoint(text);
  if (!reading.ok) return { ok: false, isFinal: true, why: reading.why };
  const { url, isLocal } = reading.endpoint;
  if (isLocal && !allowsLocal) {
    const why =
      'Plain http to this machine is called only with HEED_WEBHOOKS_TO_LOOPBACK=on, while developing.';
    return { ok: false, isFinal: true, why };
  }
  const host = hostOf(url);
  const addresses = await addressesOf(host, resolve);
  if (addresses === undefined) return { ok: false, isFinal: false, why: 'The name could not be looked up.' };
  if (addresses.length === 0) return { ok: false, isFinal: false, why: 'The name has no address.' };
  for (const { address } of addresses) {
    const why = isLocal ? localRefusal(address) : addressRefusal(address);
    if (why !== undefined) return { ok: false, isFinal: true, why };
  }
  return { ok: true, url, addresses };
}

async function addressesOf(host: string, resolve: Resolver): Promise<readonly LookupAddress[] | undefined> {
  // A number is not looked up, neither here nor by the socket.
  if (ipaddr.isValid(host)) return [{ address: host, family: ipaddr.parse(host).kind() === 'ipv6' ? 6 : 4 }];
  try {
    return await resolve(host);
  } catch {
    return undefined;
  }
}

function localRefusal(address: string): string | undefined {
  return isLoopback(address) ? undefined : 'It is not an address of this machine.';
}
