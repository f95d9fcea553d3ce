/**
 * The one door to tfjs's backends. Whoever imports it has the gradients of all operations; after `chooseBackend` tfjs's
 * operations, imported from '@tensorflow/tfjs-core', run on the backend it chose.
 */
export { chooseBackend } from './choice';
export type { Model, WantedBackend } from './choice';
export { crossEntropy } from './fused/crossEntropy';
export { denseLayer } from './fused/denseLayer';
export type { DenseActivation } from './fused/denseLayer';
export { denseStack } from './fused/denseStack';
export type { StackedLayer } from './fused/denseStack';
export { normOverAll } from './fused/norm';
export { adamSteps, scaledSums } from './fused/optimizerSteps';
export type { AdamConstants, AdamState } from './fused/optimizerSteps';
export { readTogether } from './fused/readTogether';
export { Races } from './race';
export type { Rehearsal } from './race';
export { SIMD_BACKEND, registerSimdBackend } from './simd/register';
export { webglIsLost } from './webglContext';
