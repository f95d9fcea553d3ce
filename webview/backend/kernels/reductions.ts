import { Lanes } from './lanes';

/**
 * out[columns] = scale times the sum over the rows of x[rows, columns]: the gradient of a bias. Each sum runs in row
 * order. The arrays must not overlap.
 */
export function sumRows(x: usize, out: usize, rows: i32, columns: i32, scale: f32): void {
  const rowBytes = (<usize>columns) << 2;
  let column: usize = 0;
  for (; column + 16 <= rowBytes; column += 16) {
    let sum = f32x4.splat(0);
    for (let i = 0, source = x + column; i < rows; i++, source += rowBytes) {
      sum = f32x4.add(sum, v128.load(source));
    }
    v128.store(out + column, f32x4.mul(sum, f32x4.splat(scale)));
  }
  for (; column < rowBytes; column += 4) {
    let sum: f32 = 0;
    for (let i = 0, source = x + column; i < rows; i++, source += rowBytes) {
      sum += load<f32>(source);
    }
    store<f32>(out + column, sum * scale);
  }
}

/**
 * out[rows] = scale times the sum over the columns of x[rows, columns]; with one row, the sum of everything. Four partial
 * sums run side by side. The arrays must not overlap.
 */
export function sumColumns(x: usize, out: usize, rows: i32, columns: i32, scale: f32): void {
  const rowBytes = (<usize>columns) << 2;
  for (let i = 0; i < rows; i++, x += rowBytes, out += 4) {
    let lanes = f32x4.splat(0);
    let sum: f32 = 0;
    let column: usize = 0;
    for (; column + 16 <= rowBytes; column += 16) {
      lanes = f32x4.add(lanes, v128.load(x + column));
    }
    for (; column < rowBytes; column += 4) {
      sum += load<f32>(x + column);
    }
    store<f32>(out, (sum + Lanes.total(lanes)) * scale);
  }
}

/** The sum of x[count]^2. Four partial sums run side by side. */
export function sumOfSquares(x: usize, count: i32): f32 {
  const bytes = (<usize>count) << 2;
  let lanes = f32x4.splat(0);
  let sum: f32 = 0;
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16) {
    const four = v128.load(x + i);
    lanes = Lanes.multiplyAdd(lanes, four, four);
  }
  for (; i < bytes; i += 4) {
    sum += load<f32>(x + i) * load<f32>(x + i);
  }
  return sum + Lanes.total(lanes);
}
