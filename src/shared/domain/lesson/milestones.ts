import type { Hyperparameters } from '../hyperparameters';
import type { Experiment } from './sections';
import { differences, experimentFor, experimentsOf, hyperparametersOf } from './experiments';
import { passagesOf, type Lesson } from './lesson';
import { isMilestone, type Passage } from './passage';
import type { Data } from '../dataSets';

/** The milestones of a lesson that were written for a run with these hyperparameters, and those that were not. */
export function milestonesFor(
  lesson: Lesson,
  running: Hyperparameters,
): { readonly fitting: readonly Passage[]; readonly unfitting: readonly Passage[] } {
  const fits = (passage: Passage): boolean => {
    const expected = hyperparametersOf(lesson, experimentFor(lesson, passage), running.backend);
    return differences(expected, running).length === 0;
  };
  const milestones = passagesOf(lesson).filter(({ condition }) => isMilestone(condition));
  const fitting = milestones.filter(fits);
  return { fitting, unfitting: milestones.filter((milestone) => !fitting.includes(milestone)) };
}

/**
 * The passages of a lesson that speak of another of its runs: one on other data. What a lesson says of portraits is not
 * told while its run on points is stepped through. A run on data that the lesson does not know is told of as its own is.
 */
export function passagesOnOtherData(lesson: Lesson, running: Hyperparameters): Passage[] {
  const dataAt = (experiment: Experiment | undefined): Data =>
    hyperparametersOf(lesson, experiment, running.backend).data;
  const knows = [undefined, ...experimentsOf(lesson)].some(
    (experiment) => dataAt(experiment) === running.data,
  );
  return knows
    ? passagesOf(lesson).filter((passage) => dataAt(experimentFor(lesson, passage)) !== running.data)
    : [];
}
