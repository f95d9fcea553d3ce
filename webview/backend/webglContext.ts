import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { engine, findBackendFactory, registerBackend, removeBackend } from '@tensorflow/tfjs-core';

const WEBGL = 'webgl';
/** The priority that tfjs itself gives this backend. */
const PRIORITY = 2;

/**
 * Whether the graphics context behind tfjs's WebGL backend was taken away: by a driver that was reset or updated, a
 * graphics processor that was unplugged, or a browser with too many contexts. All tensors on it are gone then, and
 * operations give zeros without an error. Costs next to nothing.
 */
export function webglIsLost(): boolean {
  const backend: unknown = engine().registry[WEBGL];
  return backend instanceof MathBackendWebGL && backend.gpgpu.gl.isContextLost();
}

/** Gives back all graphics memory; the backend starts anew when it is wanted again. Its tensors are gone. */
export function releaseWebgl(): void {
  const factory = findBackendFactory(WEBGL);
  const backend: unknown = engine().registry[WEBGL];
  if (!(backend instanceof MathBackendWebGL)) {
    return;
  }
  const { gl } = backend.gpgpu;
  removeBackend(WEBGL);
  // Otherwise tfjs keeps the context for its next backend, and the browser the memory.
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  registerBackend(WEBGL, factory, PRIORITY);
}
