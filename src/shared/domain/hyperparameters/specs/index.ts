import { DATA_SPECS } from './data';
import { DISCRIMINATOR_SPECS } from './discriminator';
import { GENERATOR_SPECS } from './generator';
import { TRAINING_SPECS } from './training';
import type { Specs } from './types';

export type { ChoiceSpec, HyperparameterGroup, NumberSpec, Specs } from './types';

/** Ranges and defaults. The defaults are the measured recipe for portraits of 16 x 16 pixels. */
export const SPECS: Specs = {
  ...DATA_SPECS,
  ...TRAINING_SPECS,
  ...GENERATOR_SPECS,
  ...DISCRIMINATOR_SPECS,
};
