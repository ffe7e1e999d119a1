/** Where a one-time link leads: a page that asks for a password. */
export function welcomeUrl(base: string, token: string): string {
  return `${base}/welcome?token=${token}`;
}
