import * as v from 'valibot';
import { defaultsFor, HyperparametersSchema, SPECS, type Hyperparameters } from './hyperparameters';
import type { Lesson } from './lesson';

/**
 * The hyperparameters that a lesson starts with: the recipe of its data, the person's choice of a backend, and over
 * both what the lesson itself sets.
 *
 * @param lesson absent while none was chosen: then it is the recipe for pictures
 */
export function lessonDefaults(
  lesson: Lesson | undefined,
  backend: Hyperparameters['backend'],
): Hyperparameters {
  const run = lesson?.run ?? {};
  const given = Object.entries(run).filter(([, value]) => value !== undefined);
  return v.parse(HyperparametersSchema, {
    ...defaultsFor(run.data ?? SPECS.data.initial),
    backend,
    ...Object.fromEntries(given),
  });
}
