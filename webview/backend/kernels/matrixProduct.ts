import { Lanes } from './lanes';

/** Depth of one pass, so that the eight columns of B that a pass reads for each four rows stay in the L1 cache (8 KiB). */
const PASS_DEPTH = 256;

/**
 * out[rows, columns] = A B (+ bias[columns]), or out += A B where `accumulate` is not 0 (then `bias` is ignored).
 *
 * Element (i, k) of A[rows, depth] lies at `a + i * aRow + k * aColumn` bytes, so a matrix and its transpose share this
 * code. B[depth, columns] and `out` are row-major without gaps. `out` must not overlap the operands. A `bias` of 0 means
 * none. Reads up to 12 bytes past the end of B, `bias` and `out`. Every sum runs over k in ascending order, so that an
 * element's value does not depend on the shape around it.
 */
export function matrixProduct(
  a: usize,
  aRow: usize,
  aColumn: usize,
  b: usize,
  out: usize,
  rows: i32,
  columns: i32,
  depth: i32,
  bias: usize,
  accumulate: i32,
): void {
  const rowBytes = (<usize>columns) << 2;
  for (let pass = 0; pass < depth; pass += PASS_DEPTH) {
    const passDepth = min(PASS_DEPTH, depth - pass);
    const passA = a + <usize>pass * aColumn;
    const passB = b + <usize>pass * rowBytes;
    const resume = pass > 0 || accumulate !== 0;
    for (let column = 0; column < columns;) {
      const columnsLeft = columns - column;
      const offset = (<usize>column) << 2;
      const tileB = passB + offset;
      const first = bias ? bias + offset : 0;
      let tileA = passA;
      let target = out + offset;
      let i = 0;
      for (; i + 4 <= rows; i += 4, tileA += 4 * aRow, target += 4 * rowBytes) {
        const from = resume ? target : first;
        const fromRow = resume ? rowBytes : 0;
        if (columnsLeft >= 8) {
          Tile.fourByEight(tileA, aRow, aColumn, passDepth, tileB, rowBytes, target, from, fromRow);
        } else {
          Tile.fourByFour(
            tileA,
            aRow,
            aColumn,
            passDepth,
            tileB,
            rowBytes,
            target,
            from,
            fromRow,
            columnsLeft,
          );
        }
      }
      for (; i < rows; i++, tileA += aRow, target += rowBytes) {
        const from = resume ? target : first;
        if (columnsLeft >= 8) {
          Tile.oneByEight(tileA, aColumn, passDepth, tileB, rowBytes, target, from);
        } else {
          Tile.oneByFour(tileA, aColumn, passDepth, tileB, rowBytes, target, from, columnsLeft);
        }
      }
      column += columnsLeft >= 8 ? 8 : 4;
    }
  }
}

/**
 * Blocks of the result whose sums stay in registers through one pass. `from` is where the sums start: the result so far,
 * a bias, or 0 for zeros; its rows lie `fromRow` bytes apart (0 to repeat a bias). `depth` is at least 1.
 */
class Tile {
  /**
   * Eight sums and what they need fill 12 of the 15 vector registers that V8 has to give on x64; larger tiles spill.
   * Four pointers into A, rather than one and an index, and the condition at the loop's end make it a fifth faster.
   */
  @inline
  static fourByEight(
    a: usize,
    aRow: usize,
    aColumn: usize,
    depth: i32,
    b: usize,
    rowBytes: usize,
    out: usize,
    from: usize,
    fromRow: usize,
  ): void {
    let left0 = f32x4.splat(0);
    let right0 = left0;
    let left1 = left0;
    let right1 = left0;
    let left2 = left0;
    let right2 = left0;
    let left3 = left0;
    let right3 = left0;
    if (from) {
      left0 = v128.load(from);
      right0 = v128.load(from, 16);
      left1 = v128.load(from + fromRow);
      right1 = v128.load(from + fromRow, 16);
      left2 = v128.load(from + 2 * fromRow);
      right2 = v128.load(from + 2 * fromRow, 16);
      left3 = v128.load(from + 3 * fromRow);
      right3 = v128.load(from + 3 * fromRow, 16);
    }
    let a0 = a;
    let a1 = a0 + aRow;
    let a2 = a1 + aRow;
    let a3 = a2 + aRow;
    do {
      const left = v128.load(b);
      const right = v128.load(b, 16);
      b += rowBytes;
      let factor = v128.load32_splat(a0);
      a0 += aColumn;
      left0 = Lanes.multiplyAdd(left0, factor, left);
      right0 = Lanes.multiplyAdd(right0, factor, right);
      factor = v128.load32_splat(a1);
      a1 += aColumn;
      left1 = Lanes.multiplyAdd(left1, factor, left);
      right1 = Lanes.multiplyAdd(right1, factor, right);
      factor = v128.load32_splat(a2);
      a2 += aColumn;
      left2 = Lanes.multiplyAdd(left2, factor, left);
      right2 = Lanes.multiplyAdd(right2, factor, right);
      factor = v128.load32_splat(a3);
      a3 += aColumn;
      left3 = Lanes.multiplyAdd(left3, factor, left);
      right3 = Lanes.multiplyAdd(right3, factor, right);
    } while (--depth > 0);
    v128.store(out, left0);
    v128.store(out, right0, 16);
    out += rowBytes;
    v128.store(out, left1);
    v128.store(out, right1, 16);
    out += rowBytes;
    v128.store(out, left2);
    v128.store(out, right2, 16);
    out += rowBytes;
    v128.store(out, left3);
    v128.store(out, right3, 16);
  }

  /** The same for the last columns: stores only `columns` of each row where there are fewer than four. */
  @inline
  static fourByFour(
    a: usize,
    aRow: usize,
    aColumn: usize,
    depth: i32,
    b: usize,
    rowBytes: usize,
    out: usize,
    from: usize,
    fromRow: usize,
    columns: i32,
  ): void {
    let sum0 = f32x4.splat(0);
    let sum1 = sum0;
    let sum2 = sum0;
    let sum3 = sum0;
    if (from) {
      sum0 = v128.load(from);
      sum1 = v128.load(from + fromRow);
      sum2 = v128.load(from + 2 * fromRow);
      sum3 = v128.load(from + 3 * fromRow);
    }
    let a0 = a;
    let a1 = a0 + aRow;
    let a2 = a1 + aRow;
    let a3 = a2 + aRow;
    do {
      const row = v128.load(b);
      b += rowBytes;
      sum0 = Lanes.multiplyAdd(sum0, v128.load32_splat(a0), row);
      a0 += aColumn;
      sum1 = Lanes.multiplyAdd(sum1, v128.load32_splat(a1), row);
      a1 += aColumn;
      sum2 = Lanes.multiplyAdd(sum2, v128.load32_splat(a2), row);
      a2 += aColumn;
      sum3 = Lanes.multiplyAdd(sum3, v128.load32_splat(a3), row);
      a3 += aColumn;
    } while (--depth > 0);
    Lanes.storeFirst(out, sum0, columns);
    Lanes.storeFirst(out + rowBytes, sum1, columns);
    Lanes.storeFirst(out + 2 * rowBytes, sum2, columns);
    Lanes.storeFirst(out + 3 * rowBytes, sum3, columns);
  }

  @inline
  static oneByEight(
    a: usize,
    aColumn: usize,
    depth: i32,
    b: usize,
    rowBytes: usize,
    out: usize,
    from: usize,
  ): void {
    let left = f32x4.splat(0);
    let right = left;
    if (from) {
      left = v128.load(from);
      right = v128.load(from, 16);
    }
    do {
      const factor = v128.load32_splat(a);
      a += aColumn;
      left = Lanes.multiplyAdd(left, factor, v128.load(b));
      right = Lanes.multiplyAdd(right, factor, v128.load(b, 16));
      b += rowBytes;
    } while (--depth > 0);
    v128.store(out, left);
    v128.store(out, right, 16);
  }

  @inline
  static oneByFour(
    a: usize,
    aColumn: usize,
    depth: i32,
    b: usize,
    rowBytes: usize,
    out: usize,
    from: usize,
    columns: i32,
  ): void {
    let sum = from ? v128.load(from) : f32x4.splat(0);
    do {
      sum = Lanes.multiplyAdd(sum, v128.load32_splat(a), v128.load(b));
      a += aColumn;
      b += rowBytes;
    } while (--depth > 0);
    Lanes.storeFirst(out, sum, columns);
  }
}

/**
 * out[rows] = A[rows, depth] x[depth] (+ bias[1]): the product with one column, as dot products along A's rows.
 * All arrays are row-major without gaps. A `bias` of 0 means none. The four lanes are summed at the end of a row.
 */
export function matrixVectorProduct(
  a: usize,
  x: usize,
  out: usize,
  rows: i32,
  depth: i32,
  bias: usize,
): void {
  const rowBytes = (<usize>depth) << 2;
  const wholeVectors = rowBytes & ~15;
  const start: f32 = bias ? load<f32>(bias) : 0;
  for (let i = 0; i < rows; i++, a += rowBytes, out += 4) {
    let lanes = f32x4.splat(0);
    let sum = start;
    let k: usize = 0;
    for (; k < wholeVectors; k += 16) {
      lanes = Lanes.multiplyAdd(lanes, v128.load(a + k), v128.load(x + k));
    }
    for (; k < rowBytes; k += 4) {
      sum += load<f32>(a + k) * load<f32>(x + k);
    }
    store<f32>(out, sum + Lanes.total(lanes));
  }
}
