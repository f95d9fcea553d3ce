import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { UnaryKernelName } from './kernelModule';
import type { SimdBackend } from './simdBackend';
import { named } from './tfjsInternals';

/** Tfjs's operation of one tensor, element by element. `alpha` is the slope of leakyRelu, the low value of step. */
const unary =
  (kernel: UnaryKernelName) =>
  (
    backend: SimdBackend,
    { x }: { x: TensorInfo },
    attributes: { alpha?: number } | undefined,
  ): TensorInfo | undefined => {
    if (x.dtype !== 'float32') {
      return undefined;
    }
    const out = backend.output(x.shape);
    const count = util.sizeFromShape(x.shape);
    backend.kernels[kernel](backend.address(x), out.address, count, attributes?.alpha ?? 0);
    return out;
  };

export const unaryKernels = [
  named('Relu', unary('relu')),
  named('LeakyRelu', unary('leakyRelu')),
  named('Step', unary('step')),
  named('Exp', unary('exp')),
  named('Tanh', unary('tanh')),
  named('Sigmoid', unary('sigmoid')),
  named('Softplus', unary('softplus')),
  named('Neg', unary('negative')),
  named('Square', unary('square')),
  named('Sqrt', unary('squareRoot')),
];
