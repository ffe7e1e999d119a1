/** The one spelling by which a user is known. Mailboxes that differ in case only belong to one person wherever mail is read today. */
export function canonicalEmail(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}
