import { styleText } from 'node:util';
import type { JsonObject } from '../messaging/untrusted.js';

type Style = 'green' | 'yellow' | 'red' | 'dim' | 'bold';

export type Paint = (style: Style, text: string) => string;

/** Colours when the terminal wants them, the plain text otherwise. */
export function painter(isColourful: boolean): Paint {
  return isColourful ? (style, text) => styleText(style, text) : (_style, text) => text;
}

// oxlint-disable-next-line no-control-regex -- control characters are what must not reach the terminal
const CONTROL_CHARACTERS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A customer's words on one line: an escape sequence in them could rewrite the screen or type commands. */
export function onOneLine(text: string, maxLength = 2000): string {
  const shown = text.replace(/\s+/g, ' ').replace(CONTROL_CHARACTERS, '\uFFFD').trim();
  return shown.length > maxLength ? `${shown.slice(0, maxLength - 1).toWellFormed()}…` : shown;
}

/** Rows with their columns under each other. The last column is as long as it is. */
export function inColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  }
  return rows.map((row) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** An address that whoever looks over one's shoulder cannot use: `+220•••••21`, `u•••@example.com`. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  if (at > 0) return `${address.slice(0, 1)}•••${address.slice(at)}`;
  if (address.length < 8) return '•'.repeat(address.length);
  return address.slice(0, 4) + '•'.repeat(address.length - 6) + address.slice(-2);
}

/** The members of an answer that are neither lists nor objects, as rows for `inColumns`. */
export function plainFields(fields: JsonObject): readonly (readonly string[])[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return isPlain ? [[onOneLine(name), onOneLine(String(value))]] : [];
  });
}
