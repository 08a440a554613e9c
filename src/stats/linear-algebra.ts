export type Matrix = readonly (readonly number[])[];

/**
 * The lower triangle L of a symmetric positive definite matrix = L·Lᵀ (Golub & Van Loan 2013, "Matrix Computations",
 * algorithm 4.2.1). Undefined when the matrix is not positive definite, or so nearly that a pivot is below `tolerance`
 * times its own diagonal: a column is then a combination of those before it.
 */
export function cholesky(matrix: Matrix, tolerance = 0): number[][] | undefined {
  const lower: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const made: number[] = [];
    for (let j = 0; j <= i; j += 1) {
      const other = j === i ? made : (lower[j] as number[]);
      let rest = row[j] as number;
      for (let k = 0; k < j; k += 1) rest -= (made[k] as number) * (other[k] as number);
      if (j < i) made.push(rest / (other[j] as number));
      else if (rest > tolerance * (row[i] as number)) made.push(Math.sqrt(rest));
      else return undefined;
    }
    lower.push(made);
  }
  return lower;
}

/** The x of L·x = b. */
export function solveLower(lower: Matrix, b: readonly number[]): number[] {
  const x: number[] = [];
  for (const [i, row] of lower.entries()) {
    let rest = b[i] as number;
    for (let k = 0; k < i; k += 1) rest -= (row[k] as number) * (x[k] as number);
    x.push(rest / (row[i] as number));
  }
  return x;
}

/** The x of Lᵀ·x = b. */
export function solveTransposed(lower: Matrix, b: readonly number[]): number[] {
  const x = [...b];
  for (let i = x.length - 1; i >= 0; i -= 1) {
    let rest = x[i] as number;
    for (let k = i + 1; k < x.length; k += 1) rest -= (lower[k]?.[i] as number) * (x[k] as number);
    x[i] = rest / (lower[i]?.[i] as number);
  }
  return x;
}

/** The x of L·Lᵀ·x = b. */
export function solveCholesky(lower: Matrix, b: readonly number[]): number[] {
  return solveTransposed(lower, solveLower(lower, b));
}

/** The inverse of L·Lᵀ. */
export function invertCholesky(lower: Matrix): number[][] {
  return lower.map((_, axis) =>
    solveCholesky(
      lower,
      lower.map((_row, index) => (index === axis ? 1 : 0)),
    ),
  );
}

/** xᵀ·y of two lists of the same length. */
export function dot(x: readonly number[], y: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < x.length; index += 1) sum += (x[index] as number) * (y[index] as number);
  return sum;
}

/** A·M·Aᵀ: the covariance of the combinations in the rows of A of numbers whose covariance is M. */
export function congruent(matrix: Matrix, combinations: Matrix): number[][] {
  const half = combinations.map((row) => matrix.map((column) => dot(column, row)));
  return half.map((row) => combinations.map((other) => dot(row, other)));
}
