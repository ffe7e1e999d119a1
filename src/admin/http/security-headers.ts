import type { FastifyInstance } from 'fastify';

/**
 * What pages of ours may do: load scripts, styles and pictures from here, and nothing else from anywhere. No script may stand in a page.
 *
 * Styles may stand in pages, because the components of the page make style elements as they go. That gives little away: what makes injected
 * styles dangerous is that they can carry what they see to another host, and pictures, fonts and connections lead nowhere but here. A nonce
 * would have to be handed on by every library that makes a style element, and those that forget it would break the page for no gain.
 * Source: https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Security-Policy
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Also keeps the token of a one-time link, which is in an address, out of Referer headers. */
const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
} as const;

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Gives every answer the headers that keep browsers from helping an attacker. A route may set its own, stricter ones. */
export function setSecurityHeaders(server: FastifyInstance, publicUrl: string | undefined): void {
  const isHttps = publicUrl?.startsWith('https://') ?? false;
  const headers = {
    ...HEADERS,
    ...(isHttps && { 'strict-transport-security': `max-age=${YEAR_SECONDS}` }),
  };
  server.addHook('onRequest', async (_request, reply) => {
    void reply.headers(headers);
  });
}
