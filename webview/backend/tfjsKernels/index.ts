/**
 * Importing this file registers tfjs's CPU and WebGL backends with the kernels that this program uses, and none of the
 * other two hundred: that makes the worker a third smaller and its start as much faster. An operation whose kernel is
 * missing fails with its name; a test runs everything that training can do and says so earlier. A kernel that is added
 * goes into both files.
 */
import '@tensorflow/tfjs-backend-cpu/dist/base';
import '@tensorflow/tfjs-backend-webgl/dist/base';
import { registerKernel } from '@tensorflow/tfjs-core';
import { CPU_KERNELS } from './cpu';
import { WEBGL_KERNELS } from './webgl';

for (const kernel of [...CPU_KERNELS, ...WEBGL_KERNELS]) {
  registerKernel(kernel);
}
