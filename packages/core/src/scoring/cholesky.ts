/** Pauses after about so many multiplications: a few milliseconds. */
const WORK = 4_000_000;

/**
 * Solves A x = b for a symmetric positive definite A, given by its lower triangle, row by row (Cholesky). A is
 * overwritten. A direction in which A is flat moves nothing. It pauses every few milliseconds.
 */
export function* solveSteps(a: Float64Array, b: Float64Array, size: number): Generator<void, Float64Array> {
  let work = 0;
  for (let row = 0; row < size; row++) {
    const base = row * size;
    for (let column = 0; column <= row; column++) {
      const other = column * size;
      let sum = a[base + column] as number;
      for (let index = 0; index < column; index++) sum -= (a[base + index] as number) * (a[other + index] as number);
      if (column < row) a[base + column] = sum / (a[other + column] as number);
      else a[base + row] = sum > 0 ? Math.sqrt(sum) : Number.POSITIVE_INFINITY;
    }
    work += (row * row) / 2;
    if (work > WORK) {
      work = 0;
      yield;
    }
  }
  const x = Float64Array.from(b);
  for (let row = 0; row < size; row++) {
    let sum = x[row] as number;
    for (let index = 0; index < row; index++) sum -= (a[row * size + index] as number) * (x[index] as number);
    x[row] = sum / (a[row * size + row] as number);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = x[row] as number;
    for (let index = row + 1; index < size; index++) sum -= (a[index * size + row] as number) * (x[index] as number);
    x[row] = sum / (a[row * size + row] as number);
  }
  return x;
}
