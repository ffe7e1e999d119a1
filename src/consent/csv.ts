/** A line of a CSV file: its cells, and the number of the line on which it begins. */
export type CsvLine = { readonly line: number; readonly cells: readonly string[] };

/** Spreadsheets take a cell that begins so for a formula. Source: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r]/;
/** An international number begins with a plus, and to a spreadsheet is a number. */
const PHONE_NUMBER = /^\+\d{1,15}$/;

/**
 * Writes one line, as RFC 4180 has it. A cell that a spreadsheet would take for a formula gets an apostrophe in front, and so does one
 * that begins with an apostrophe, so that `parseCsv` knows which to take away.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const isHarmless = PHONE_NUMBER.test(text) || !(FORMULA.test(text) || text.startsWith("'"));
  const safe = isHarmless ? text : `'${text}`;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Reads CSV (RFC 4180; lines may end in LF alone, and a byte order mark may come first). Empty lines are passed over.
 *
 * @returns the lines, or the number of the line whose quotation is not well formed.
 */
export function parseCsv(
  text: string,
): { readonly lines: readonly CsvLine[] } | { readonly badLine: number } {
  const cell = /"((?:[^"]|"")*)"(?=[,\r\n]|$)|([^",\r\n]*)(?=[,\r\n]|$)/y;
  const lines: CsvLine[] = [];
  let cells: string[] = [];
  let [line, beginsAt] = [1, 1];
  cell.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  for (;;) {
    const match = cell.exec(text);
    if (match === null) return { badLine: line };
    cells.push(plain(match[1]?.replaceAll('""', '"') ?? match[2] ?? ''));
    line += match[0].split('\n').length - 1;
    const end = text[cell.lastIndex];
    if (end === ',') {
      cell.lastIndex += 1;
      continue;
    }
    if (cells.length > 1 || cells[0] !== '') lines.push({ line: beginsAt, cells });
    if (end === undefined) return { lines };
    cell.lastIndex += text.startsWith('\r\n', cell.lastIndex) ? 2 : 1;
    cells = [];
    line += 1;
    beginsAt = line;
  }
}

function plain(text: string): string {
  return /^'['=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
