export { createDiscriminator, createGenerator } from './architectures';
export { momentsOfBatch, RunningMoments, type Moments } from './batchNormalization';
export { classCount, classesOf, joinClasses, oneHot } from './classes';
export { checkCombination } from './combination';
export { elementCount, type Network, type ParameterSpec } from './network';
export { SpectralNormalization } from './spectralNormalization';
