/** What a binary kernel does to four pairs of floats. */
abstract class Binary {
  abstract apply(a: v128, b: v128): v128;
}

/**
 * out[count] = Operation(a, b). An operand with fewer than `count` elements is read again from its start: `aCount` and
 * `bCount` are `count`, 1 (a scalar) or the size of the trailing dimensions (a bias), which divides `count`; at least
 * one of them is `count`. Arrays have room for whole vectors of 16 bytes. `out` may be an operand of `count` elements.
 */
function combine<Operation extends Binary>(
  a: usize,
  aCount: i32,
  b: usize,
  bCount: i32,
  out: usize,
  count: i32,
): void {
  // An operation has no state: a null reference is enough to name the one that is compiled in here.
  const operation = changetype<Operation>(0);
  const bytes = (<usize>count) << 2;
  if (aCount === 1) {
    const scalar = v128.load32_splat(a);
    for (let i: usize = 0; i < bytes; i += 16) {
      v128.store(out + i, operation.apply(scalar, v128.load(b + i)));
    }
    return;
  }
  if (bCount === 1) {
    const scalar = v128.load32_splat(b);
    for (let i: usize = 0; i < bytes; i += 16) {
      v128.store(out + i, operation.apply(v128.load(a + i), scalar));
    }
    return;
  }
  const period = (<usize>min(aCount, bCount)) << 2;
  const aRepeats = aCount < count;
  const bRepeats = bCount < count;
  for (let start: usize = 0; start < bytes; start += period) {
    const length = min(period, bytes - start);
    const left = aRepeats ? a : a + start;
    const right = bRepeats ? b : b + start;
    const target = out + start;
    let i: usize = 0;
    for (; i + 16 <= length; i += 16) {
      v128.store(target + i, operation.apply(v128.load(left + i), v128.load(right + i)));
    }
    for (; i < length; i += 4) {
      const value = operation.apply(v128.load32_zero(left + i), v128.load32_zero(right + i));
      v128.store_lane<f32>(target + i, value, 0);
    }
  }
}

class Add extends Binary {
  @inline
  apply(a: v128, b: v128): v128 {
    return f32x4.add(a, b);
  }
}

class Subtract extends Binary {
  @inline
  apply(a: v128, b: v128): v128 {
    return f32x4.sub(a, b);
  }
}

class Multiply extends Binary {
  @inline
  apply(a: v128, b: v128): v128 {
    return f32x4.mul(a, b);
  }
}

class Divide extends Binary {
  @inline
  apply(a: v128, b: v128): v128 {
    return f32x4.div(a, b);
  }
}

/** a + b */
export function add(a: usize, aCount: i32, b: usize, bCount: i32, out: usize, count: i32): void {
  combine<Add>(a, aCount, b, bCount, out, count);
}

/** a - b */
export function subtract(a: usize, aCount: i32, b: usize, bCount: i32, out: usize, count: i32): void {
  combine<Subtract>(a, aCount, b, bCount, out, count);
}

/** a b, element by element */
export function multiply(a: usize, aCount: i32, b: usize, bCount: i32, out: usize, count: i32): void {
  combine<Multiply>(a, aCount, b, bCount, out, count);
}

/** a / b */
export function divide(a: usize, aCount: i32, b: usize, bCount: i32, out: usize, count: i32): void {
  combine<Divide>(a, aCount, b, bCount, out, count);
}

/**
 * out[count] = x[period] again and again. Makes an operand whose period is not a multiple of four into one whose is.
 * `out` must not overlap `x`.
 */
export function tile(x: usize, period: i32, out: usize, count: i32): void {
  for (let i = 0, k = 0; i < count; i++) {
    store<f32>(out + ((<usize>i) << 2), load<f32>(x + ((<usize>k) << 2)));
    if (++k === period) {
      k = 0;
    }
  }
}

/** out[count * times] = each of x[count] `times` times in a row. `out` must not overlap `x`. */
export function repeatEach(x: usize, out: usize, count: i32, times: i32): void {
  const runBytes = (<usize>times) << 2;
  for (let i = 0; i < count; i++, x += 4) {
    const value = v128.load32_splat(x);
    let k: usize = 0;
    for (; k + 16 <= runBytes; k += 16) {
      v128.store(out + k, value);
    }
    for (; k < runBytes; k += 4) {
      v128.store_lane<f32>(out + k, value, 0);
    }
    out += runBytes;
  }
}
