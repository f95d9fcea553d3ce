import { Lanes } from './lanes';
import { Transcendental } from './transcendental';

/** What one logit costs, and how that changes with it; four at a time. */
class Cost {
  /** softplus(sign x) + smoothing x; without the second part where smoothing is 0, for 0 x infinity is no number */
  @inline
  static of(x: v128, sign: f32, smoothing: f32): v128 {
    const cost = Transcendental.softplus(f32x4.mul(x, f32x4.splat(sign)));
    return smoothing === 0 ? cost : f32x4.add(cost, f32x4.mul(x, f32x4.splat(smoothing)));
  }

  /** scale (sign sigmoid(sign x) + smoothing) */
  @inline
  static slope(x: v128, sign: f32, smoothing: f32, scale: f32): v128 {
    const sigmoid = Transcendental.sigmoid(f32x4.mul(x, f32x4.splat(sign)));
    const slope = f32x4.add(f32x4.mul(sigmoid, f32x4.splat(sign)), f32x4.splat(smoothing));
    return f32x4.mul(slope, f32x4.splat(scale));
  }
}

/**
 * scale times the sum over x[count] of softplus(sign x) + smoothing x: the binary cross-entropy of logits x with the
 * label 1 - smoothing for sign -1, and 0 for sign 1. Reads up to 12 bytes past the end of `x`.
 */
export function crossEntropySum(x: usize, count: i32, sign: f32, smoothing: f32, scale: f32): f32 {
  const bytes = (<usize>count) << 2;
  let lanes = f32x4.splat(0);
  let sum: f32 = 0;
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16) {
    lanes = f32x4.add(lanes, Cost.of(v128.load(x + i), sign, smoothing));
  }
  for (; i < bytes; i += 4) {
    sum += f32x4.extract_lane(Cost.of(v128.load32_zero(x + i), sign, smoothing), 0);
  }
  return (sum + Lanes.total(lanes)) * scale;
}

/** out[count] = the gradient of the same by x. Stores exactly `count` floats; `out` may be `x`. */
export function crossEntropyGradient(
  x: usize,
  out: usize,
  count: i32,
  sign: f32,
  smoothing: f32,
  scale: f32,
): void {
  const bytes = (<usize>count) << 2;
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16) {
    v128.store(out + i, Cost.slope(v128.load(x + i), sign, smoothing, scale));
  }
  for (; i < bytes; i += 4) {
    v128.store_lane<f32>(out + i, Cost.slope(v128.load32_zero(x + i), sign, smoothing, scale), 0);
  }
}
