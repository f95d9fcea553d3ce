import assert from 'node:assert/strict';
import { Heap } from '../../../webview/backend/simd/heap';
import {
  assertKernels,
  instantiateKernels,
  KERNEL_PARAMETERS,
} from '../../../webview/backend/simd/kernelModule';

describe('The compiled kernels', () => {
  it('have the names and the numbers of parameters that their interface says', async () => {
    const kernels = await instantiateKernels(new Heap().memory);
    const functions = Object.entries(kernels).filter(([, value]) => typeof value === 'function');
    const found = Object.fromEntries(functions.map(([name, kernel]) => [name, kernel.length]));
    assert.deepEqual(found, KERNEL_PARAMETERS);
  });

  it('are refused by name when they are missing or take other parameters', async () => {
    const { adam, tile, ...others } = await instantiateKernels(new Heap().memory);
    assert.throws(() => assertKernels({ ...others, tile }), /\(adam\)/);
    assert.throws(() => assertKernels({ ...others, tile: adam, adam: tile }), /\(tile, adam\)/);
    assert.doesNotThrow(() => assertKernels({ ...others, tile, adam }));
  });
});
