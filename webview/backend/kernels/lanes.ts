/**
 * Small operations on vectors of four floats. They are static methods because the formatter and the linter, which read
 * these files as TypeScript, accept the `@inline` decorator only inside a class.
 */
export class Lanes {
  /** sum + a b, rounded after the product and after the sum, so that every machine computes the same bits. */
  @inline
  static multiplyAdd(sum: v128, a: v128, b: v128): v128 {
    return f32x4.add(sum, f32x4.mul(a, b));
  }

  /** The sum of the four lanes. */
  @inline
  static total(x: v128): f32 {
    return (
      f32x4.extract_lane(x, 0) +
      f32x4.extract_lane(x, 1) +
      (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3))
    );
  }

  /** One step of Horner's rule: polynomial x + coefficient. */
  @inline
  static horner(polynomial: v128, x: v128, coefficient: f32): v128 {
    return f32x4.add(f32x4.mul(polynomial, x), f32x4.splat(coefficient));
  }

  /** Stores the first `count` lanes, or all four where `count` is larger. */
  @inline
  static storeFirst(target: usize, x: v128, count: i32): void {
    if (count >= 4) {
      v128.store(target, x);
      return;
    }
    v128.store_lane<f32>(target, x, 0);
    if (count > 1) {
      v128.store_lane<f32>(target, x, 1, 4);
    }
    if (count > 2) {
      v128.store_lane<f32>(target, x, 2, 8);
    }
  }
}
