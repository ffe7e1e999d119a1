export type Row = {
  readonly name: string;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly refused: number;
};

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value that this share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).toSorted();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function printTable(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}\n`);
  console.log(
    ['', 'requests/s', 'p50 ms', 'p99 ms', 'refused'].map((cell, index) => pad(cell, index)).join(''),
  );
  for (const row of rows) {
    const cells = [
      row.name,
      row.requestsPerSecond.toFixed(0),
      row.p50Ms.toFixed(1),
      row.p99Ms.toFixed(1),
      String(row.refused),
    ];
    console.log(cells.map((cell, index) => pad(cell, index)).join(''));
  }
  console.log('');
}

function pad(cell: string, column: number): string {
  return column === 0 ? cell.padEnd(18) : cell.padStart(12);
}
