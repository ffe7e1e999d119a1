const NAME = 'heed_session';

/** Behind https the prefix makes browsers refuse a cookie of this name that another host, or an unencrypted page, tries to set. */
const SECURE_NAME = `__Host-${NAME}`;

/** 256 bits in base64url. */
const TOKEN = /^[\w-]{43}$/;

export type CookieSite = { readonly publicUrl: string | undefined };

/**
 * The Set-Cookie header that begins a session. Lax, not Strict, so that a link to a conversation in a colleague's mail opens it: no GET changes
 * anything, and every write is checked for its origin. Source: https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie
 */
export function sessionCookie(token: string, endsAt: Date, site: CookieSite): string {
  const attributes = ['Path=/', `Expires=${endsAt.toUTCString()}`, 'HttpOnly', 'SameSite=Lax'];
  return [`${nameAt(site)}=${token}`, ...attributes, ...(isSecure(site) ? ['Secure'] : [])].join('; ');
}

/** The Set-Cookie header that takes it away again. */
export function noSessionCookie(site: CookieSite): string {
  return sessionCookie('', new Date(0), site);
}

/** The session's secret out of a Cookie header. Its form is tested; whether it opens anything, the database knows. */
export function sessionTokenIn(header: string | undefined, site: CookieSite): string | undefined {
  const beginning = `${nameAt(site)}=`;
  const pair = header?.split(';').find((part) => part.trimStart().startsWith(beginning));
  const token = pair?.trim().slice(beginning.length);
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}

function nameAt(site: CookieSite): string {
  return isSecure(site) ? SECURE_NAME : NAME;
}

function isSecure({ publicUrl }: CookieSite): boolean {
  return publicUrl?.startsWith('https://') ?? false;
}
