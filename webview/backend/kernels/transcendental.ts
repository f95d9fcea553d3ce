import { Lanes } from './lanes';

/**
 * Functions of four floats at a time, good to about two units in the last place. NaN gives NaN. The polynomials are those
 * of the Cephes library (S. L. Moshier, netlib.org/cephes, single precision) unless said otherwise.
 */
export class Transcendental {
  /** e^x: infinity above 88.73, and 0 where the result would not be a normal float, below -87.34. */
  @inline
  static exp(x: v128): v128 {
    const LARGEST: f32 = 88.72283; // ln of the largest float
    const SMALLEST: f32 = -87.33654; // ln of the smallest normal float
    // pmin and pmax return x itself where it is NaN, and cost one instruction where min and max cost several.
    const clamped = f32x4.pmax(f32x4.pmin(x, f32x4.splat(LARGEST)), f32x4.splat(SMALLEST));
    // x = n ln 2 + r with |r| <= ln 2 / 2; ln 2 in two parts, so that n times the first is exact.
    const n = f32x4.nearest(f32x4.mul(clamped, f32x4.splat(Mathf.LOG2E)));
    const r = f32x4.sub(
      f32x4.sub(clamped, f32x4.mul(n, f32x4.splat(0.693359375))),
      f32x4.mul(n, f32x4.splat(-2.1219444e-4)),
    );
    let p = f32x4.splat(1.98756915e-4);
    p = Lanes.horner(p, r, 1.3981999507e-3);
    p = Lanes.horner(p, r, 8.3334519073e-3);
    p = Lanes.horner(p, r, 4.1665795894e-2);
    p = Lanes.horner(p, r, 1.6666665459e-1);
    p = Lanes.horner(p, r, 5.0000001201e-1);
    p = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), f32x4.splat(1));
    // times 2^n in two steps, because 2^128 itself is not a float
    const whole = i32x4.trunc_sat_f32x4_s(n);
    const half = i32x4.shr_s(whole, 1);
    const power = f32x4.mul(
      f32x4.mul(p, Transcendental.powerOfTwo(half)),
      Transcendental.powerOfTwo(i32x4.sub(whole, half)),
    );
    const finite = v128.bitselect(f32x4.splat(Infinity), power, f32x4.gt(x, f32x4.splat(LARGEST)));
    return v128.andnot(finite, f32x4.lt(x, f32x4.splat(SMALLEST)));
  }

  /** 2^n as a float, -126 <= n <= 127. */
  @inline
  static powerOfTwo(n: v128): v128 {
    return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
  }

  @inline
  static tanh(x: v128): v128 {
    const magnitude = f32x4.abs(x);
    const square = f32x4.mul(x, x);
    let p = f32x4.splat(-5.70498872745e-3);
    p = Lanes.horner(p, square, 2.06390887954e-2);
    p = Lanes.horner(p, square, -5.37397155531e-2);
    p = Lanes.horner(p, square, 1.33314422036e-1);
    p = Lanes.horner(p, square, -3.33332819422e-1);
    const nearZero = f32x4.add(f32x4.mul(f32x4.mul(p, square), x), x);
    // tanh |x| = 1 - 2 / (e^2|x| + 1); an infinite power gives 1
    const power = Transcendental.exp(f32x4.add(magnitude, magnitude));
    const elsewhere = f32x4.sub(f32x4.splat(1), f32x4.div(f32x4.splat(2), f32x4.add(power, f32x4.splat(1))));
    const signed = v128.or(elsewhere, v128.and(x, i32x4.splat(0x80000000)));
    return v128.bitselect(nearZero, signed, f32x4.lt(magnitude, f32x4.splat(0.625)));
  }

  /** 1 / (1 + e^-x) */
  @inline
  static sigmoid(x: v128): v128 {
    const one = f32x4.splat(1);
    return f32x4.div(one, f32x4.add(one, Transcendental.exp(f32x4.neg(x))));
  }

  /**
   * ln(1 + e^x) = max(x, 0) + ln(1 + y) with y = e^-|x|, which neither overflows nor loses small results;
   * ln(1 + y) = 2 artanh(y / (2 + y)) by its series, whose argument is at most 1/3.
   */
  @inline
  static softplus(x: v128): v128 {
    const y = Transcendental.exp(f32x4.neg(f32x4.abs(x)));
    const s = f32x4.div(y, f32x4.add(y, f32x4.splat(2)));
    const square = f32x4.mul(s, s);
    let p = f32x4.splat(1.0 / 13.0);
    p = Lanes.horner(p, square, 1.0 / 11.0);
    p = Lanes.horner(p, square, 1.0 / 9.0);
    p = Lanes.horner(p, square, 1.0 / 7.0);
    p = Lanes.horner(p, square, 1.0 / 5.0);
    p = Lanes.horner(p, square, 1.0 / 3.0);
    p = Lanes.horner(p, square, 1.0);
    return f32x4.add(f32x4.max(x, f32x4.splat(0)), f32x4.mul(f32x4.add(s, s), p));
  }
}
