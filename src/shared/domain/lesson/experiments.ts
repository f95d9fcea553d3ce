import {
  changedNames,
  type HyperparameterName,
  type Hyperparameters,
  withLessonDefaults,
} from '../hyperparameters';
import type { Lesson, LessonStep } from './lesson';
import type { Experiment, Section } from './sections';

/** All experiments of a lesson, in the order of the text. */
export function experimentsOf(lesson: Lesson): Experiment[] {
  return lesson.steps.flatMap(({ sections }) => sections.filter((section) => section.kind === 'experiment'));
}

/** What decides which experiment a section speaks of. */
interface PlacedSection {
  readonly id: string;
  readonly kind: string;
  /** Id of the experiment that it names. */
  readonly experiment?: string | undefined;
}

/**
 * The experiment that a section speaks of: the one that it names, else the last one above it; `undefined` where that is
 * the lesson's own run. The parser and the running lesson both ask this.
 *
 * @param sections those of the whole lesson, in the order of the text
 */
export function experimentAmong<S extends PlacedSection>(
  sections: readonly S[],
  { id, experiment }: PlacedSection,
): S | undefined {
  const isExperiment = ({ kind }: S): boolean => kind === 'experiment';
  const named =
    experiment === undefined
      ? undefined
      : sections.find((section) => isExperiment(section) && section.id === experiment);
  return (
    named ??
    sections
      .slice(
        0,
        sections.findIndex((section) => section.id === id),
      )
      .findLast(isExperiment)
  );
}

/** The experiment that a prediction, a goal or a passage of a lesson speaks of; see {@link experimentAmong}. */
export function experimentFor(lesson: Lesson, section: PlacedSection): Experiment | undefined {
  const meant = experimentAmong(
    lesson.steps.flatMap(({ sections }): readonly Section[] => sections),
    section,
  );
  return meant?.kind === 'experiment' ? meant : undefined;
}

/** The last experiment above a step; `undefined` where the lesson's own run is shown. */
function experimentBefore(lesson: Lesson, step: LessonStep): Experiment | undefined {
  const above = lesson.steps.slice(
    0,
    lesson.steps.findIndex(({ id }) => id === step.id),
  );
  return experimentsOf({ ...lesson, steps: above }).at(-1);
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
        return [experimentFor(lesson, section)];
      default:
        return [];
    }
  });
  return [experimentBefore(lesson, step), ...others];
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
  return withLessonDefaults(experiment?.run ?? lesson?.run ?? {}, backend);
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
