import { ValidateBy } from 'class-validator';

const MAX_LENGTH = 500;

/**
 * Whether an address may be called with, or told, a secret: https, or plain http on this machine (the sandbox). It carries no
 * credentials, no query and no fragment.
 */
export function isHttpsAddress(text: unknown): text is string {
  if (typeof text !== 'string' || text.length > MAX_LENGTH || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if (username !== '' || password !== '' || search !== '' || hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

export function IsHttpsAddress(): PropertyDecorator {
  return ValidateBy({
    name: 'isHttpsAddress',
    validator: {
      validate: isHttpsAddress,
      defaultMessage: () =>
        'Write an https address without user, query or fragment; plain http is taken for this machine only.',
    },
  });
}

/** Without the slashes at its end, so that a path can be put behind it. */
export function withoutEndSlashes(address: string): string {
  return address.replace(/\/+$/, '');
}
