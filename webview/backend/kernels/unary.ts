import { Transcendental } from './transcendental';

/** What a unary kernel does to four floats. The kernels below agree with tfjs where x is NaN or infinite. */
abstract class Unary {
  abstract apply(x: v128, alpha: v128): v128;
}

/**
 * out[count] = Operation(x[count], alpha). The last vector may run over the end, so both arrays have room for whole
 * vectors of 16 bytes. `out` may be `x` itself.
 */
function map<Operation extends Unary>(x: usize, out: usize, count: i32, alpha: f32): void {
  // An operation has no state: a null reference is enough to name the one that is compiled in here.
  const operation = changetype<Operation>(0);
  const parameter = f32x4.splat(alpha);
  const bytes = (<usize>count) << 2;
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(out + i, operation.apply(v128.load(x + i), parameter));
  }
}

class Relu extends Unary {
  @inline
  apply(x: v128, _alpha: v128): v128 {
    return f32x4.pmax(x, f32x4.splat(0));
  }
}

class LeakyRelu extends Unary {
  @inline
  apply(x: v128, alpha: v128): v128 {
    return v128.bitselect(f32x4.mul(x, alpha), x, f32x4.lt(x, f32x4.splat(0)));
  }
}

class Step extends Unary {
  @inline
  apply(x: v128, alpha: v128): v128 {
    const value = v128.bitselect(f32x4.splat(1), alpha, f32x4.gt(x, f32x4.splat(0)));
    return v128.bitselect(value, x, f32x4.eq(x, x));
  }
}

class Exp extends Unary {
  @inline
  apply(x: v128, _alpha: v128): v128 {
    return Transcendental.exp(x);
  }
}

class Tanh extends Unary {
  @inline
  apply(x: v128, _alpha: v128): v128 {
    return Transcendental.tanh(x);
  }
}

class Sigmoid extends Unary {
  @inline
  apply(x: v128, _alpha: v128): v128 {
    return Transcendental.sigmoid(x);
  }
}

class Softplus extends Unary {
  @inline
  apply(x: v128, _alpha: v128): v128 {
    return Transcendental.softplus(x);
  }
}

class Negative extends Unary {
  @inline
  apply(x: v128, _alpha: v128): v128 {
    return f32x4.neg(x);
  }
}

class Square extends Unary {
  @inline
  apply(x: v128, _alpha: v128): v128 {
    return f32x4.mul(x, x);
  }
}

class SquareRoot extends Unary {
  @inline
  apply(x: v128, _alpha: v128): v128 {
    return f32x4.sqrt(x);
  }
}

/** max(x, 0) */
export function relu(x: usize, out: usize, count: i32, alpha: f32): void {
  map<Relu>(x, out, count, alpha);
}

/** x, or alpha x where x < 0 */
export function leakyRelu(x: usize, out: usize, count: i32, alpha: f32): void {
  map<LeakyRelu>(x, out, count, alpha);
}

/** 1 where x > 0, else alpha: the derivative of `leakyRelu`, and of `relu` for alpha 0 */
export function step(x: usize, out: usize, count: i32, alpha: f32): void {
  map<Step>(x, out, count, alpha);
}

/** e^x */
export function exp(x: usize, out: usize, count: i32, alpha: f32): void {
  map<Exp>(x, out, count, alpha);
}

export function tanh(x: usize, out: usize, count: i32, alpha: f32): void {
  map<Tanh>(x, out, count, alpha);
}

/** 1 / (1 + e^-x) */
export function sigmoid(x: usize, out: usize, count: i32, alpha: f32): void {
  map<Sigmoid>(x, out, count, alpha);
}

/** ln(1 + e^x) */
export function softplus(x: usize, out: usize, count: i32, alpha: f32): void {
  map<Softplus>(x, out, count, alpha);
}

export function negative(x: usize, out: usize, count: i32, alpha: f32): void {
  map<Negative>(x, out, count, alpha);
}

export function square(x: usize, out: usize, count: i32, alpha: f32): void {
  map<Square>(x, out, count, alpha);
}

export function squareRoot(x: usize, out: usize, count: i32, alpha: f32): void {
  map<SquareRoot>(x, out, count, alpha);
}
