import type { Hyperparameters } from '../hyperparameters';
import { differences, experimentAt, hyperparametersOf } from './experiments';
import { passagesOf, type Lesson } from './lesson';
import { isMilestone, type Passage } from './passage';

/** The milestones of a lesson that were written for a run with these hyperparameters, and those that were not. */
export function milestonesFor(
  lesson: Lesson,
  running: Hyperparameters,
): { readonly fitting: readonly Passage[]; readonly unfitting: readonly Passage[] } {
  const fits = ({ id }: Passage) => {
    const told = hyperparametersOf(lesson, experimentAt(lesson, id), running.backend);
    return differences(told, running).length === 0;
  };
  const milestones = passagesOf(lesson).filter(({ condition }) => isMilestone(condition));
  const fitting = milestones.filter(fits);
  return { fitting, unfitting: milestones.filter((milestone) => !fitting.includes(milestone)) };
}
