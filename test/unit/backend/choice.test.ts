import assert from 'node:assert/strict';
import * as tf from '@tensorflow/tfjs-core';
import { SIMD_BACKEND, chooseBackend, registerSimdBackend } from '../../../webview/backend';
import { isSoftwareRenderer, softwareRendererName } from '../../../webview/backend/renderer';

describe('The choice of a backend, where there is no canvas', () => {
  for (const wanted of ['auto', 'webgl', 'cpu'] as const) {
    it(`takes the CPU when asked for ${wanted}, and says why`, async () => {
      const choice = await chooseBackend(wanted);
      assert.ok(choice.ok);
      assert.equal(choice.value.backend, 'cpu');
      assert.match(choice.value.reason, wanted === 'cpu' ? /as chosen/ : /No WebGL 2 here/);
      assert.equal(tf.getBackend(), SIMD_BACKEND);
      assert.deepEqual([...tf.add(tf.tensor1d([1, 2]), 1).dataSync()], [2, 3]);
    });
  }

  it('can be made again and again, and keeps the tensors', async () => {
    await chooseBackend('cpu');
    const x = tf.add(tf.tensor1d([1, 2]), 1);
    await Promise.all([chooseBackend('auto'), chooseBackend('cpu'), registerSimdBackend()]);
    assert.deepEqual([...tf.add(x, 1).dataSync()], [3, 4]);
    x.dispose();
  });
});

describe('The choice of a backend, where a policy forbids WebAssembly', () => {
  const { instantiate } = WebAssembly;

  before(() => {
    tf.removeBackend(SIMD_BACKEND);
    tf.getKernelsForBackend(SIMD_BACKEND).forEach(({ kernelName }) =>
      tf.unregisterKernel(kernelName, SIMD_BACKEND),
    );
    Object.assign(WebAssembly, {
      instantiate: () => Promise.reject(new WebAssembly.CompileError('blocked by the policy of this page')),
    });
  });
  after(async () => {
    Object.assign(WebAssembly, { instantiate });
    await chooseBackend('cpu');
    assert.equal(tf.getBackend(), SIMD_BACKEND, 'the tests after this one have their backend again');
  });

  it("takes tfjs's own CPU backend, and says that it is slow and what was in the way", async () => {
    const choice = await chooseBackend('cpu');
    assert.ok(choice.ok);
    assert.equal(choice.value.backend, 'cpu');
    assert.match(choice.value.reason, /training is slow\. \(blocked by the policy of this page\)/);
    assert.equal(tf.getBackend(), 'cpu');
    assert.deepEqual([...tf.add(tf.tensor1d([1, 2]), 1).dataSync()], [2, 3]);
  });
});

describe('The test for a software renderer', () => {
  const SOFTWARE = {
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)':
      'SwiftShader',
    'ANGLE (Google, Vulkan 1.1.0 (SwiftShader Device (LLVM 10.0.0) (0x0000C0DE)), SwiftShader driver-5.0.0)':
      'SwiftShader',
    'Google SwiftShader': 'SwiftShader',
    'ANGLE (Mesa, llvmpipe (LLVM 15.0.7, 256 bits), OpenGL 4.5)': 'llvmpipe',
    'llvmpipe (LLVM 12.0.0, 256 bits)': 'llvmpipe',
    'Mesa/X.org, softpipe': 'softpipe',
    'ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11 vs_5_0 ps_5_0, D3D11)':
      'Microsoft Basic Render',
    'ANGLE (Software Adapter Direct3D11 vs_5_0 ps_5_0)': 'Software',
    'Apple Software Renderer': 'Software',
    'Gallium 0.4 on llvmpipe (LLVM 3.8, 128 bits)': 'llvmpipe',
  } as const;
  for (const [renderer, name] of Object.entries(SOFTWARE)) {
    it(`knows ${renderer}`, () => {
      assert.ok(isSoftwareRenderer(renderer));
      assert.equal(softwareRendererName(renderer), name);
    });
  }

  const HARDWARE = [
    'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 (0x00002503) Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'ANGLE (Intel, Intel(R) Iris(R) Xe Graphics (0x0000A7A0) Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'ANGLE (AMD, AMD Radeon(TM) Graphics (0x00001638) Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'ANGLE (Apple, ANGLE Metal Renderer: Apple M1 Pro, Unspecified Version)',
    'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)',
    'ANGLE (NVIDIA Corporation, NVIDIA GeForce GTX 1650/PCIe/SSE2, OpenGL 4.5.0)',
    'Apple GPU',
    'Adreno (TM) 650',
    'Mali-G78',
  ];
  for (const renderer of HARDWARE) {
    it(`lets ${renderer} pass`, () => assert.equal(isSoftwareRenderer(renderer), false));
  }
});
