/**
 * Gradients by what an activation was given, told from what it gave: dy times its slope. The bits are those of the
 * kernels `step`, `square`, `subtract` and `multiply` one after the other. Arrays have room for whole vectors of 16 bytes;
 * `out` may be `dy`.
 */

/** out = dy where y > 0, else alpha dy: for leakyRelu with a slope alpha > 0, and for relu with alpha 0 */
export function leakyReluSlope(dy: usize, y: usize, out: usize, count: i32, alpha: f32): void {
  const bytes = (<usize>count) << 2;
  const below = f32x4.splat(alpha);
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = v128.load(y + i);
    const slope = v128.bitselect(f32x4.splat(1), below, f32x4.gt(value, f32x4.splat(0)));
    const known = v128.bitselect(slope, value, f32x4.eq(value, value));
    v128.store(out + i, f32x4.mul(v128.load(dy + i), known));
  }
}

/** out = dy (1 - y^2), for tanh */
export function tanhSlope(dy: usize, y: usize, out: usize, count: i32): void {
  const bytes = (<usize>count) << 2;
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = v128.load(y + i);
    const slope = f32x4.sub(f32x4.splat(1), f32x4.mul(value, value));
    v128.store(out + i, f32x4.mul(v128.load(dy + i), slope));
  }
}
