/**
 * The one door to tfjs's backends. Whoever imports it has the gradients of all operations; after `chooseBackend` tfjs's
 * operations, imported from '@tensorflow/tfjs-core', run on the backend it chose.
 */
export { chooseBackend } from './choice';
export type { Model, WantedBackend } from './choice';
export { adamStep, denseLayer, scaledSum } from './fused';
export type { AdamConstants, AdamResult, DenseActivation } from './fused';
export { Races } from './race';
export type { Rehearsal } from './race';
export { SIMD_BACKEND, registerSimdBackend } from './simd/register';
export { webglIsLost } from './webglContext';
