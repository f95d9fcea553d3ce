import type { HyperparameterName, Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import {
  type Experiment,
  type Lesson,
  type LessonStep,
  countKnobs,
  experimentsOf,
  experimentsOfStep,
  hyperparametersOf,
} from '../../../src/shared/domain/lesson';
import { type ShownRun, changedFrom } from '../exercises/standings';
import * as l10n from '@vscode/l10n';
import { valueLabel } from '../../../src/shared/words/choiceLabels';
import { listed } from '../../ui/listed';
import { settingName } from '../../../src/shared/words/settingName';

/** How a run differs from the one that the notes tell of. */
interface ChangesFromNotes {
  /** Whose run the notes tell of; absent for the lesson's own. */
  readonly experiment: Experiment | undefined;
  readonly told: Hyperparameters;
  /** In the order of the form. */
  readonly changed: readonly HyperparameterName[];
}

/**
 * In what the run differs from those that a step tells of: from the nearest of them. `undefined` while it is one of
 * them, and where the step itself asks for so many changes.
 */
function changesFromNotes(lesson: Lesson, step: LessonStep, run: ShownRun): ChangesFromNotes | undefined {
  const all = experimentsOfStep(lesson, step).map((experiment): ChangesFromNotes => {
    const told = hyperparametersOf(lesson, experiment, run.running.backend);
    return { experiment, told, changed: changedFrom(lesson, experiment, run) };
  });
  const [nearest] = all.toSorted((one, other) => one.changed.length - other.changed.length);
  return nearest === undefined || nearest.changed.length === 0 || asksFor(step, nearest.changed)
    ? undefined
    : nearest;
}

/** Whether a step has something to reach by changing so much, or proposes the change. */
function asksFor({ sections }: LessonStep, changed: readonly HyperparameterName[]): boolean {
  return sections.some(
    (section) =>
      (section.kind === 'goal' && countKnobs(changed) <= (section.knobs ?? Infinity)) ||
      (section.kind === 'try' &&
        section.choices.some(({ changes }) => changed.every((name) => changes[name] !== undefined))),
  );
}

/** So many changes are named; more would fill the notes. */
const MOST_NAMED = 3;

/** Why a step of the notes may not fit the run, or `undefined` while it does. */
export function changesSentence(lesson: Lesson, step: LessonStep, run: ShownRun): string | undefined {
  const { running } = run;
  const changes = changesFromNotes(lesson, step, run);
  if (changes === undefined) {
    return undefined;
  }
  const onStage = experimentsOf(lesson).find((each) => changedFrom(lesson, each, run).length === 0);
  if (onStage !== undefined) {
    return l10n.t('You’re watching “{0}”; this step describes a different run.', onStage.title);
  }
  const { experiment, told, changed } = changes;
  if (changed.includes('data')) {
    return l10n.t(
      'You train on “{0}”; the notes describe “{1}”, so their numbers may not match.',
      valueLabel(running.data),
      valueLabel(told.data),
    );
  }
  const named = changed.slice(0, MOST_NAMED).map(settingName);
  const names = listed(named);
  const more = changed.length - named.length;
  const all = more === 0 ? names : l10n.t('{0} and {1} more', names, more);
  return experiment === undefined
    ? l10n.t('You changed {0}. The notes describe the lesson’s own run, so their numbers may not match.', all)
    : l10n.t(
        'The notes describe “{0}”; your run differs in {1}, so their numbers may not match.',
        experiment.title,
        all,
      );
}
