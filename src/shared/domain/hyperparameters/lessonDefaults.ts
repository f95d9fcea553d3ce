import * as v from 'valibot';
import { defaultsFor, HyperparametersSchema, type HyperparameterChanges } from './check';
import type { Hyperparameters } from './hyperparameters';
import { SPECS } from './specs';

/**
 * A whole set of hyperparameters: the recipe of its data, the person's choice of a backend, and over both what is
 * changed.
 */
export function withLessonDefaults(
  changes: HyperparameterChanges,
  backend: Hyperparameters['backend'],
): Hyperparameters {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return v.parse(HyperparametersSchema, {
    ...defaultsFor(changes.data ?? SPECS.data.initial),
    backend,
    ...Object.fromEntries(given),
  });
}
