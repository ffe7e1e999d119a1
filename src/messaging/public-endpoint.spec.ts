import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressRefusal, readEndpoint } from './public-endpoint.js';

describe('the address of somebody’s system', () => {
  it.each([
    'https://example.com/hook',
    'https://hooks.example.com:8443/a?b=c',
    'https://EXAMPLE.com./hook',
    'https://8.8.8.8/hook',
    'https://[2606:4700::1111]/hook',
  ])('%s may be called', (text) => {
    expect(readEndpoint(text)).toMatchObject({ ok: true, endpoint: { isLocal: false } });
  });

  it.each(['http://localhost:9000/hook', 'http://127.0.0.1:9000/', 'http://[::1]:9000/'])(
    '%s is this machine, for trying things on',
    (text) => {
      expect(readEndpoint(text)).toMatchObject({ ok: true, endpoint: { isLocal: true } });
    },
  );

  it.each([
    ['no address', 'example.com/hook', 'whole address'],
    ['plain http', 'http://example.com/hook', 'Only https'],
    ['another scheme', 'ftp://example.com/', 'Only https'],
    ['a file', 'file:///etc/passwd', 'Only https'],
    ['credentials', 'https://user:secret@example.com/', 'user and password'],
    ['a port of something else', 'https://example.com:22/', 'ports 443 and 8443'],
    ['localhost', 'https://localhost/', 'private network'],
    ['localhost with a dot', 'https://localhost./', 'private network'],
    ['a name below localhost', 'https://a.localhost/', 'private network'],
    ['a name of a cloud', 'https://metadata.google.internal/', 'private network'],
    ['a name without a domain', 'https://db/', 'full name'],
    ['loopback', 'https://127.0.0.1/', 'loopback'],
    ['loopback as one number', 'https://2130706433/', 'loopback'],
    ['loopback in octal', 'https://0177.0.0.1/', 'loopback'],
    ['loopback in hexadecimal', 'https://0x7f.1/', 'loopback'],
    ['loopback in other digits', 'https://①②⑦.0.0.1/', 'loopback'],
    ['plain http to another private machine', 'http://10.0.0.1/', 'Only https'],
    ['a private network', 'https://10.1.2.3/', 'private'],
    ['another', 'https://172.16.0.1/', 'private'],
    ['a third', 'https://192.168.1.1/', 'private'],
    ['the metadata of a cloud', 'https://169.254.169.254/latest', 'linkLocal'],
    ['the metadata of another', 'https://100.100.100.200/', 'carrierGradeNat'],
    ['the metadata of Azure', 'https://168.63.129.16/', 'reserved'],
    ['a carrier’s network', 'https://100.64.0.1/', 'carrierGradeNat'],
    ['no network', 'https://0.0.0.0/', 'unspecified'],
    ['everybody', 'https://255.255.255.255/', 'broadcast'],
    ['a group', 'https://224.0.0.1/', 'multicast'],
    ['a documented example', 'https://192.0.2.1/', 'not a public address'],
    ['IPv6 loopback', 'https://[::1]/', 'loopback'],
    ['no IPv6 network', 'https://[::]/', 'unspecified'],
    ['IPv4 in IPv6', 'https://[::ffff:127.0.0.1]/', 'ipv4Mapped'],
    ['public IPv4 in IPv6', 'https://[::ffff:8.8.8.8]/', 'ipv4Mapped'],
    ['NAT64', 'https://[64:ff9b::7f00:1]/', 'rfc6052'],
    ['a network’s own NAT64', 'https://[64:ff9b:1::7f00:1]/', 'not a public address'],
    ['6to4', 'https://[2002:7f00:1::]/', '6to4'],
    ['Teredo', 'https://[2001:0:1::1]/', 'teredo'],
    ['a link', 'https://[fe80::1]/', 'linkLocal'],
    ['a site', 'https://[fec0::1]/', 'not a public address'],
    ['a private IPv6 network', 'https://[fd00:ec2::254]/', 'uniqueLocal'],
    ['an IPv6 group', 'https://[ff02::1]/', 'multicast'],
    ['nothing assigned', 'https://[5f00::1]/', 'not a public address'],
  ])('%s is refused, and says why', (_case, text, why) => {
    const reading = readEndpoint(text);
    expect(reading.ok ? 'accepted' : reading.why).toContain(why);
  });

  it('is never read with an exception, and no IPv4 of a private network passes in any spelling', () => {
    fc.assert(fc.property(fc.string(), (text) => void readEndpoint(text)));
    const priv = fc
      .tuple(fc.constantFrom(10, 127, 0, 169, 192), fc.nat(255), fc.nat(255), fc.nat(255))
      .map(([a, b, c, d]) => [a, a === 169 ? 254 : a === 192 ? 168 : b, c, d] as const);
    fc.assert(
      fc.property(priv, ([a, b, c, d]) => {
        const number = ((a * 256 + b) * 256 + c) * 256 + d;
        for (const host of [
          `${a}.${b}.${c}.${d}`,
          String(number),
          `0x${number.toString(16)}`,
          `[::ffff:${a}.${b}.${c}.${d}]`,
        ]) {
          expect(readEndpoint(`https://${host}/`).ok).toBe(false);
        }
        expect(addressRefusal(`${a}.${b}.${c}.${d}`)).toBeDefined();
      }),
    );
  });
});
