/**
 * Importing this file registers the gradients of all kernels that this program uses, for every backend: tfjs's own, and in
 * place of some of them others that can be differentiated in their turn. A penalty on gradients (R1; Mescheder et al. 2018,
 * arXiv:1801.04406) needs that, and with these it is exact for the layers that this program has.
 */
import type { GradConfig, Tensor } from '@tensorflow/tfjs-core';
import {
  engine,
  exp,
  matMul,
  mul,
  registerGradient,
  sigmoid,
  square,
  step,
  sub,
  sum,
  tanh,
} from '@tensorflow/tfjs-core';
import { TFJS_GRADIENTS } from './tfjsKernels/gradients';

/**
 * d leakyRelu(x) / dx = step(x, alpha). tfjs makes the same values of `greater` and `where`, and differentiating them
 * fails, because `greater` has no gradient.
 */
const leakyRelu: GradConfig = {
  kernelName: 'LeakyRelu',
  inputsToSave: ['x'],
  gradFunc: (dy, [x], { alpha }) => ({ x: () => mul(single(dy), step(saved(x), Number(alpha))) }),
};

/**
 * The gradient of y = f(x) where f' is best told from y. tfjs saves y as well, but records the saved copy before the
 * operation that made it, so that its tape finds no way from x to it: second derivatives then lack what flows through
 * y, silently. Here y is computed again from x wherever the gradient is itself on the tape.
 */
function gradientByOutput(
  kernelName: string,
  f: (x: Tensor) => Tensor,
  derivative: (y: Tensor) => Tensor,
): GradConfig {
  return {
    kernelName,
    inputsToSave: ['x'],
    outputsToSave: [true],
    gradFunc: (dy, [x, y]) => ({
      x: () => mul(single(dy), derivative(engine().isTapeOn() ? f(saved(x)) : saved(y))),
    }),
  };
}

/** activation(a b + bias), tfjs's kernel behind `tf.fused.matMul`, without transposes: see denseLayer in fused.ts. */
const fusedMatMul: GradConfig = {
  kernelName: '_FusedMatMul',
  inputsToSave: ['a', 'b', 'bias'],
  outputsToSave: [true],
  gradFunc: (dy, [a, b, bias, y], attributes) => {
    const [x, weights] = [saved(a), saved(b)];
    const beforeActivation = (): Tensor => {
      switch (attributes['activation']) {
        case 'linear':
          return single(dy);
        case 'relu':
          return mul(single(dy), step(saved(y)));
        case 'leakyrelu':
          // y has the sign of what the activation was given.
          return mul(single(dy), step(saved(y), Number(attributes['leakyreluAlpha'])));
        case 'tanh': {
          // As in gradientByOutput.
          const inputs = { a: x, b: weights, bias: saved(bias) };
          const output = engine().isTapeOn()
            ? engine().runKernel<Tensor>('_FusedMatMul', inputs, attributes)
            : saved(y);
          return mul(single(dy), sub(1, square(output)));
        }
        default:
          throw new Error(`No gradient for the activation ${String(attributes['activation'])}`);
      }
    };
    const delta = beforeActivation();
    return {
      a: () => matMul(delta, weights, false, true),
      b: () => matMul(x, delta, true, false),
      bias: () => sum(delta, 0),
    };
  },
};

/** Of operations with one output. */
function single(dy: Tensor | Tensor[]): Tensor {
  if (Array.isArray(dy)) {
    throw new Error('The operation has one output, but several gradients came');
  }
  return dy;
}

function saved(tensor: Tensor | undefined): Tensor {
  if (!tensor) {
    throw new Error('A tensor that the gradient needs was not saved');
  }
  return tensor;
}

for (const gradient of TFJS_GRADIENTS) {
  registerGradient(gradient);
}
registerGradient(leakyRelu);
registerGradient(fusedMatMul);
registerGradient(gradientByOutput('Tanh', tanh, (y) => sub(1, square(y))));
registerGradient(gradientByOutput('Sigmoid', sigmoid, (y) => mul(y, sub(1, y))));
registerGradient(gradientByOutput('Exp', exp, (y) => y));
