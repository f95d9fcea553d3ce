import {
  changedNames,
  type HyperparameterName,
  type Hyperparameters,
} from '../../../src/shared/hyperparameters';
import type { Lesson } from '../../../src/shared/lesson';
import { lessonDefaults } from '../../../src/shared/lessonDefaults';

/** The notes hold for any seed and on any machine. */
const IRRELEVANT: readonly HyperparameterName[] = ['seed', 'backend'];

/** In what a run differs from the one that the lesson's notes tell of, in the order of the form. */
export function changesFromLesson(lesson: Lesson, running: Hyperparameters): readonly HyperparameterName[] {
  return changedNames(lessonDefaults(lesson, running.backend), running).filter(
    (name) => !IRRELEVANT.includes(name),
  );
}
