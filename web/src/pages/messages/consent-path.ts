/** Where the consent of an address is shown and changed. */
export function consentPath(address: string): string {
  return `/consent?${new URLSearchParams({ address }).toString()}`;
}
