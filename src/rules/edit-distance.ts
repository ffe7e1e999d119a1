/**
 * How many slips lead from one word to the other: letters added, left out, replaced, or swapped with their neighbour (optimal string
 * alignment). Give a list where a letter may be more than one UTF-16 unit. Words are short: the time is the product of their lengths.
 */
export function slipsBetween(left: ArrayLike<string>, right: ArrayLike<string>): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = at(previous, column - 1) + (left[row - 1] === right[column - 1] ? 0 : 1);
      let fewest = Math.min(replaced, at(previous, column) + 1, at(current, column - 1) + 1);
      const isSwap =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (isSwap) fewest = Math.min(fewest, at(beforePrevious, column - 2) + 1);
      current.push(fewest);
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, right.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
