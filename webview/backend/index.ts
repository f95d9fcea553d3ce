/**
 * The one door to tfjs's backends. Whoever imports it has the gradients of all operations; after `chooseBackend` tfjs's
 * operations, imported from '@tensorflow/tfjs-core', run on the backend it chose.
 */
export { chooseBackend } from './choice';
export type { WantedBackend } from './choice';
export { adamStep, denseLayer } from './fused';
export type { AdamConstants, AdamResult, DenseActivation } from './fused';
export { SIMD_BACKEND, registerSimdBackend } from './simd/register';
