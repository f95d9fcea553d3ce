/**
 * out = a + scale b, element by element: a step down a gradient, and half of a moving average. Arrays have room for whole
 * vectors of 16 bytes; `out` may be `a` or `b`.
 */
export function scaledSum(a: usize, b: usize, out: usize, count: i32, scale: f32): void {
  const bytes = (<usize>count) << 2;
  const factor = f32x4.splat(scale);
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(out + i, f32x4.add(v128.load(a + i), f32x4.mul(factor, v128.load(b + i))));
  }
}
