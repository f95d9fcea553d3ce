/**
 * One step of Adam (Kingma and Ba, 2015, arXiv:1412.6980, algorithm 1) on `count` weights, into new arrays:
 *
 *     newM = beta1 m + (1 - beta1) gradient
 *     newV = beta2 v + (1 - beta2) gradient^2
 *     newWeights = weights - rate newM / (sqrt(newV vCorrection) + epsilon)
 *
 * `rate` is the learning rate divided by 1 - beta1^t, `vCorrection` is 1 / (1 - beta2^t). Arrays have room for whole
 * vectors of 16 bytes; an output may be the input of the same name.
 */
export function adam(
  weights: usize,
  gradient: usize,
  m: usize,
  v: usize,
  newWeights: usize,
  newM: usize,
  newV: usize,
  count: i32,
  beta1: f32,
  beta2: f32,
  rate: f32,
  vCorrection: f32,
  epsilon: f32,
): void {
  const bytes = (<usize>count) << 2;
  const keepM = f32x4.splat(beta1);
  const takeM = f32x4.splat(1 - beta1);
  const keepV = f32x4.splat(beta2);
  const takeV = f32x4.splat(1 - beta2);
  for (let i: usize = 0; i < bytes; i += 16) {
    const g = v128.load(gradient + i);
    const mean = f32x4.add(f32x4.mul(keepM, v128.load(m + i)), f32x4.mul(takeM, g));
    const variance = f32x4.add(f32x4.mul(keepV, v128.load(v + i)), f32x4.mul(takeV, f32x4.mul(g, g)));
    const deviation = f32x4.sqrt(f32x4.mul(variance, f32x4.splat(vCorrection)));
    const change = f32x4.div(f32x4.mul(f32x4.splat(rate), mean), f32x4.add(deviation, f32x4.splat(epsilon)));
    v128.store(newM + i, mean);
    v128.store(newV + i, variance);
    v128.store(newWeights + i, f32x4.sub(v128.load(weights + i), change));
  }
}
