import { parseAddress, type Address } from '../messaging/address.js';
import { asInstant, asObject, storableText } from '../messaging/untrusted.js';
import { ALL_MESSAGES, type ConsentState } from '../contacts/consent-state.js';
import { parseCsv } from './csv.js';

export const IMPORT_FORMATS = ['csv', 'jsonl'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** One row of a list from elsewhere: somebody and their consent. */
export type ImportRow = {
  readonly line: number;
  readonly address: Address;
  readonly state: ConsentState;
  /** `all`, or the key of a message category. */
  readonly scope: string;
  /** Since when; absent when the list does not say. */
  readonly at: Date | undefined;
  readonly reason: string | undefined;
};

export type RowProblem = { readonly line: number; readonly detail: string };

/** All the rows, or what is wrong: with one bad row nothing of a list is used. */
export type ReadRows =
  | { readonly kind: 'rows'; readonly rows: readonly ImportRow[] }
  | { readonly kind: 'refused'; readonly problems: readonly RowProblem[] };

type RawRow = { readonly line: number; readonly fields: Readonly<Record<string, unknown>> };

const MAX_ROWS = 20_000;
const MAX_PROBLEMS = 20;
const MAX_REASON_LENGTH = 2_000;

/**
 * Reads a list. CSV has a heading with `address` and `state`, and may have `scope`, `at` (or `since`), `reason` and `kind`; JSON Lines has the
 * same names. Other columns are passed over. `now` bounds the times: nobody has said anything in the future. `categories` are the keys
 * that a scope may have besides `all`.
 */
export function readImportRows(
  format: ImportFormat,
  content: string,
  now: Date,
  categories: readonly string[],
): ReadRows {
  const raw = format === 'csv' ? csvRows(content) : jsonRows(content);
  if (!Array.isArray(raw)) return { kind: 'refused', problems: [raw] };
  if (raw.length === 0) return { kind: 'refused', problems: [{ line: 1, detail: 'There are no rows.' }] };
  if (raw.length > MAX_ROWS) {
    const detail = `There are more than ${MAX_ROWS} rows. Divide the list.`;
    return { kind: 'refused', problems: [{ line: raw[MAX_ROWS]?.line ?? 1, detail }] };
  }
  const rows: ImportRow[] = [];
  const problems: RowProblem[] = [];
  for (const each of raw) {
    const row = readRow(each, now, categories);
    if (typeof row !== 'string') rows.push(row);
    else if (problems.length < MAX_PROBLEMS) problems.push({ line: each.line, detail: row });
  }
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'rows', rows };
}

function csvRows(content: string): RawRow[] | RowProblem {
  const parsed = parseCsv(content);
  if ('badLine' in parsed) return { line: parsed.badLine, detail: 'The quotation marks do not match.' };
  const [heading, ...lines] = parsed.lines;
  const names = heading?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  if (!names.includes('address') || !names.includes('state')) {
    return { line: 1, detail: 'The first line must name the columns, among them address and state.' };
  }
  const uneven = lines.find(({ cells }) => cells.length !== names.length);
  if (uneven !== undefined)
    return { line: uneven.line, detail: `Write ${names.length} cells, as in the first line.` };
  return lines.map(({ line, cells }) => ({
    line,
    fields: Object.fromEntries(
      names.map((name, index) => [name, cells[index] === '' ? undefined : cells[index]]),
    ),
  }));
}

function jsonRows(content: string): RawRow[] | RowProblem {
  const rows: RawRow[] = [];
  for (const [index, text] of content.split('\n').entries()) {
    if (text.trim() === '') continue;
    const fields = jsonObject(text);
    if (fields === undefined) return { line: index + 1, detail: 'Write one JSON object on each line.' };
    if ('envelope' in fields) {
      return {
        line: index + 1,
        detail: 'This is a ledger, which is evidence. Export a list as CSV and import that.',
      };
    }
    rows.push({ line: index + 1, fields });
  }
  return rows;
}

function jsonObject(text: string) {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * A list comes out of another program, so what is no address there must not become a suppression of nobody: a spreadsheet's `1E+11`, a name, a
 * number without its country. A provider's id has no blank and at least one digit, unless the row says what kind of address it is: our own
 * lists do, because a sender may be called BANK.
 */
function importedAddress(text: string, kind: unknown): Address | undefined {
  const address = parseAddress(text);
  if (address === undefined) return undefined;
  if (kind !== undefined && kind !== null) return address.kind === kind ? address : undefined;
  switch (address.kind) {
    case 'phone':
      return /^\+|^\d{10,15}$/.test(text.trim()) ? address : undefined;
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address.value) ? address : undefined;
    case 'opaque':
      return /^(?=.*\d)(?!.*\s)/.test(address.value) && !/^[\d.,+eE()-]+$/.test(address.value)
        ? address
        : undefined;
    default: {
      const never: never = address.kind;
      return never;
    }
  }
}

/** @returns a sentence when it cannot be used. Values are not repeated in it: they may be anything. */
function readRow({ line, fields }: RawRow, now: Date, categories: readonly string[]): ImportRow | string {
  const address =
    typeof fields['address'] === 'string'
      ? importedAddress(storableText(fields['address']), fields['kind'])
      : undefined;
  if (address === undefined)
    return 'address: write a number with its country like +2207654321, an e-mail address or a provider’s id.';
  const state = stateNamed(fields['state']);
  if (state === undefined) return 'state: write opted_out, held or subscribed.';
  const scope = fields['scope'] ?? ALL_MESSAGES;
  if (typeof scope !== 'string' || (scope !== ALL_MESSAGES && !categories.includes(scope))) {
    return 'scope: write all, or the key of a category. Make the category in the consent settings first.';
  }
  if (scope !== ALL_MESSAGES && state === 'held') return 'scope: only everything can be held; write all.';
  const time = fields['at'] ?? fields['since'];
  const at = asInstant(time);
  if (time !== undefined && time !== null && at === undefined)
    return 'at: write an instant like 2026-04-10T12:00:00Z.';
  if (at !== undefined && at > now) return 'at: it lies in the future.';
  const reason = fields['reason'] ?? undefined;
  if (reason !== undefined && (typeof reason !== 'string' || reason.length > MAX_REASON_LENGTH)) {
    return `reason: write at most ${MAX_REASON_LENGTH} characters.`;
  }
  return { line, address, state, scope, at, reason: reason === undefined ? undefined : storableText(reason) };
}

function stateNamed(value: unknown): ConsentState | undefined {
  return value === 'opted_out' || value === 'held' || value === 'subscribed' ? value : undefined;
}
