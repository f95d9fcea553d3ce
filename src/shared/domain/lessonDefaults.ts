import * as v from 'valibot';
import {
  defaultsFor,
  HyperparametersSchema,
  SPECS,
  type HyperparameterChanges,
  type Hyperparameters,
} from './hyperparameters';
import type { Lesson } from './lesson';

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

/**
 * The hyperparameters that a lesson starts with.
 *
 * @param lesson absent while none was chosen: then it is the recipe for pictures
 */
export function lessonDefaults(
  lesson: Lesson | undefined,
  backend: Hyperparameters['backend'],
): Hyperparameters {
  return withLessonDefaults(lesson?.run ?? {}, backend);
}
