export { createDiscriminator, createGenerator } from './architectures';
export { momentsOfBatch, RunningMoments } from './batchNormalization';
export { classCount, classesOf, joinClasses, oneHot } from './classes';
export { checkCombination } from './combination';
export { elementCount, type Moments, type ParameterSpec } from './layer';
export type { Network } from './network';
export { SpectralNormalization } from './spectralNormalization';
