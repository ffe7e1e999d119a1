/** What a request says about the page that made it. */
export type OriginClaim = 'ours' | 'foreign' | 'unsaid';

type Headers = {
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
};

/**
 * Whether a page of ours made the request. Browsers say it themselves, and no page can say otherwise: Sec-Fetch-Site where the connection is
 * trustworthy, and Origin at every unsafe method. Source: https://developer.mozilla.org/en-US/docs/Web/Security/Attacks/CSRF#fetch_metadata
 */
export function originClaim(headers: Headers, publicUrl: string | undefined): OriginClaim {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' ? 'ours' : 'foreign';
  const { origin, host } = headers;
  if (origin === undefined) return 'unsaid';
  if (!URL.canParse(origin)) return 'foreign';
  const asking = new URL(origin);
  const isPublic = publicUrl !== undefined && asking.origin === new URL(publicUrl).origin;
  return isPublic || asking.host === host?.toLowerCase() ? 'ours' : 'foreign';
}
