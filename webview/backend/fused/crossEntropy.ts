import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import { add, customGrad, engine, getBackend, mean, mul, neg, slice, softplus } from '@tensorflow/tfjs-core';
import '../gradients';
import { CROSS_ENTROPY_GRADIENT_KERNEL, CROSS_ENTROPY_KERNEL } from '../simd/crossEntropy';
import { SIMD_BACKEND } from '../simd/register';

/**
 * The binary cross-entropy of logits l[count, 1], of which the first `real` have the label 1 - smoothing and the others
 * the label 0: the mean of softplus(-l) + smoothing l over the first, plus the mean of softplus(l) over the others. There
 * may be none of one kind. One kernel each way where the backend has it, else tfjs's operations. First derivatives only.
 */
export function crossEntropy(logits: Tensor, real: number, smoothing = 0): Scalar {
  if (getBackend() !== SIMD_BACKEND) {
    return composed(logits, real, smoothing);
  }
  const attributes = { real, smoothing };
  const run = (): Scalar => engine().runKernel<Scalar>(CROSS_ENTROPY_KERNEL, { logits }, attributes);
  if (!engine().isTapeOn()) {
    return run();
  }
  return customGrad<Scalar>((...inputs) => {
    const save = inputs.at(-1);
    if (typeof save !== 'function') {
      throw new Error('tfjs offers nothing to save tensors with');
    }
    save([logits]);
    return {
      value: run(),
      gradFunc: (dy, [saved]) => {
        if (!saved) {
          throw new Error('A tensor that the gradient needs was not saved');
        }
        return engine().runKernel<Tensor>(CROSS_ENTROPY_GRADIENT_KERNEL, { logits: saved, dy }, attributes);
      },
    };
  })(logits);
}

function composed(logits: Tensor, real: number, smoothing: number): Scalar {
  const count = logits.shape[0] ?? 0;
  const costs: Scalar[] = [];
  if (real > 0) {
    const onReal = real === count ? logits : slice(logits, [0, 0], [real, 1]);
    const cost = softplus(neg(onReal));
    costs.push(mean<Scalar>(smoothing === 0 ? cost : add(cost, mul(onReal, smoothing))));
  }
  if (real < count) {
    costs.push(mean<Scalar>(softplus(real === 0 ? logits : slice(logits, [real, 0]))));
  }
  return costs.reduce((sum, cost) => add<Scalar>(sum, cost));
}
