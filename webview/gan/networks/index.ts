export { createDiscriminator, createGenerator } from './architectures';
export { RunningMoments, type Moments } from './batchNormalization';
export { checkCombination } from './combination';
export { elementCount, type LayerDescription, type Network, type ParameterSpec } from './network';
export { SpectralNormalization } from './spectralNormalization';
