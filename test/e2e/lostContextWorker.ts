/** Goes into one file with the training worker: a door through which a test takes its graphics processor away. */
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { engine } from '@tensorflow/tfjs-core';

addEventListener('message', ({ data }) => {
  const backend: unknown = engine().registry['webgl'];
  if (data === 'loseContext' && backend instanceof MathBackendWebGL) {
    backend.gpgpu.gl.getExtension('WEBGL_lose_context')?.loseContext();
  }
});
