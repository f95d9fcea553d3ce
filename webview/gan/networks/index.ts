export { createDiscriminator, createGenerator } from './architectures';
export { momentsOfBatch, RunningMoments, type Moments } from './batchNormalization';
export { classCount, classesOf, joinClasses, oneHot } from './classes';
export { checkCombination } from './combination';
export { elementCount } from './elementCount';
export type { Network, ParameterSpec } from './network';
export { SpectralNormalization } from './spectralNormalization';
