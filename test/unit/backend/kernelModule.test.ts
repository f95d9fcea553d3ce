import assert from 'node:assert/strict';
import { Heap } from '../../../webview/backend/simd/heap';
import { type KernelModule, instantiateKernels } from '../../../webview/backend/simd/kernelModule';

/** The compiler keeps these in step with the interface, and the test with the WebAssembly. */
const PARAMETERS: { readonly [Name in keyof KernelModule]: Parameters<KernelModule[Name]>['length'] } = {
  matrixProduct: 10,
  matrixVectorProduct: 6,
  transpose: 4,
  im2col: 14,
  col2im: 14,
  add: 6,
  subtract: 6,
  multiply: 6,
  divide: 6,
  tile: 4,
  repeatEach: 4,
  scaledSum: 5,
  relu: 4,
  leakyRelu: 4,
  step: 4,
  exp: 4,
  tanh: 4,
  sigmoid: 4,
  softplus: 4,
  negative: 4,
  square: 4,
  squareRoot: 4,
  sumRows: 5,
  sumColumns: 5,
  sumOfSquares: 2,
  leakyReluSlope: 5,
  tanhSlope: 4,
  crossEntropySum: 5,
  crossEntropyGradient: 6,
  adam: 13,
};

describe('The compiled kernels', () => {
  it('have the names and the numbers of parameters that their interface says', async () => {
    const kernels = await instantiateKernels(new Heap().memory);
    const functions = Object.entries(kernels).filter(([, value]) => typeof value === 'function');
    const found = Object.fromEntries(functions.map(([name, kernel]) => [name, kernel.length]));
    assert.deepEqual(found, PARAMETERS);
  });
});
