import { parseAddress } from '../messaging/address.js';

/**
 * The customers whose service windows have closed. A customer's window is open until somebody closes it, so that nobody has to wait a
 * day to see what happens then; it opens again when the customer writes.
 */
export class ServiceWindows {
  readonly #closed = new Set<string>();

  close(customer: string): void {
    this.#closed.add(nameOf(customer));
  }

  open(customer: string): void {
    this.#closed.delete(nameOf(customer));
  }

  isClosed(customer: string): boolean {
    return this.#closed.has(nameOf(customer));
  }
}

function nameOf(customer: string): string {
  return parseAddress(customer)?.canonical ?? customer;
}
