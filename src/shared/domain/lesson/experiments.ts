import { changedNames, type HyperparameterName, type Hyperparameters } from '../hyperparameters';
import { withRecipe } from '../lessonDefaults';
import type { Lesson, LessonStep } from './lesson';
import type { Experiment, Section } from './sections';

/** All experiments of a lesson, in the order of the text. */
export function experimentsOf(lesson: Lesson): Experiment[] {
  return lesson.steps.flatMap(({ sections }) => sections.filter((section) => section.kind === 'experiment'));
}

/**
 * The experiment in force at a place of the text: the last one above it; `undefined` where the lesson's own run is.
 *
 * @param id of a section, or of a step, whose beginning it is then
 */
export function experimentAt(lesson: Lesson, id: string): Experiment | undefined {
  let inForce: Experiment | undefined;
  for (const step of lesson.steps) {
    if (step.id === id) {
      return inForce;
    }
    for (const section of step.sections) {
      if (section.id === id) {
        return inForce;
      }
      inForce = section.kind === 'experiment' ? section : inForce;
    }
  }
  return inForce;
}

/** The experiment that a prediction or a goal names, else the one in force where its step begins. */
export function experimentMeant(
  lesson: Lesson,
  step: LessonStep,
  { experiment }: Extract<Section, { kind: 'prediction' | 'goal' }>,
): Experiment | undefined {
  const named =
    experiment === undefined ? undefined : experimentsOf(lesson).find(({ id }) => id === experiment);
  return named ?? experimentAt(lesson, step.id);
}

/**
 * What a step may tell of: the experiment in force where it begins, those within it, and those that its predictions and
 * goals name.
 */
export function experimentsOfStep(lesson: Lesson, step: LessonStep): readonly (Experiment | undefined)[] {
  const others = step.sections.flatMap((section) => {
    switch (section.kind) {
      case 'experiment':
        return [section];
      case 'prediction':
      case 'goal':
        return [experimentMeant(lesson, step, section)];
      default:
        return [];
    }
  });
  return [experimentAt(lesson, step.id), ...others];
}

/**
 * The hyperparameters of an experiment.
 *
 * @param experiment absent for the run that the lesson begins with
 */
export function hyperparametersOf(
  lesson: Lesson | undefined,
  experiment: Experiment | undefined,
  backend: Hyperparameters['backend'],
): Hyperparameters {
  return withRecipe(experiment?.run ?? lesson?.run ?? {}, backend);
}

/** What a text says of a run holds for any seed and on any machine. */
const NO_KNOBS: readonly HyperparameterName[] = ['seed', 'backend'];

/** In what a run differs from the one that a text tells of, in the order of the form; seed and backend do not count. */
export function differences(told: Hyperparameters, running: Hyperparameters): HyperparameterName[] {
  return changedNames(told, running).filter((name) => !NO_KNOBS.includes(name));
}

/** How many knobs these are: the same hyperparameter of both networks is one. */
export function countKnobs(names: readonly HyperparameterName[]): number {
  return new Set(names.map((name) => name.replace(/^(?:generator|discriminator)/, ''))).size;
}
