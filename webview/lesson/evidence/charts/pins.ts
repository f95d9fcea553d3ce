import * as l10n from '@vscode/l10n';
import type { Hyperparameters } from '../../../../src/shared/domain/hyperparameters';
import { milestonesFor, type Lesson, type LessonStep } from '../../../../src/shared/domain/lesson';
import type { Measure } from '../../../../src/shared/domain/measures';
import { unreachable } from '../../../../src/shared/result';
import type { RunEvent } from '../../../../src/shared/wire/run';
import { illnessName, remedyLabel } from '../../diagnosis/words';

/** Something at a round that is marked on every chart and told when it is pointed at. */
export interface Pin {
  readonly round: number;
  readonly kind: 'problem' | 'cured' | 'change' | 'branch' | 'milestone';
  readonly text: string;
}

/** The rounds at which the notes have something to tell of this run. */
function milestonesOf(lesson: Lesson, running: Hyperparameters): Pin[] {
  return milestonesFor(lesson, running).fitting.map(({ condition, title }) => ({
    round: condition.fromRound ?? 0,
    kind: 'milestone',
    text: l10n.t('Notes: {0}', title),
  }));
}

function pinOf(event: RunEvent): Pin {
  const { kind, round } = event;
  switch (event.kind) {
    case 'problem':
      return { kind, round, text: l10n.t('Diagnosis: {0}', illnessName(event.problem)) };
    case 'cured':
      return { kind, round, text: l10n.t('Diagnosis: healthy again') };
    case 'change':
      return { kind, round, text: l10n.t('Changed: {0}', remedyLabel(event.changes)) };
    case 'branch':
      return { kind, round, text: l10n.t('A branch began here') };
    default:
      return unreachable(event);
  }
}

/**
 * What is marked on the charts, in the order of the rounds.
 *
 * @param latest the latest round of the run; what is still to come is not marked
 */
export function pinsOf(
  events: readonly RunEvent[],
  lesson: Lesson | undefined,
  running: Hyperparameters | undefined,
  latest: number,
): Pin[] {
  const milestones = lesson === undefined || running === undefined ? [] : milestonesOf(lesson, running);
  return [...milestones, ...events.map(pinOf)]
    .filter(({ round }) => round <= latest)
    .toSorted((one, other) => one.round - other.round);
}

/** A value that a goal of the step asks for. */
export interface GoalLine {
  readonly value: number;
  readonly label: string;
}

/**
 * The goals of a step that ask for one of these measures.
 *
 * @param format writes a value as the chart does
 */
export function goalLines(
  step: LessonStep | undefined,
  measures: readonly Measure[],
  format: (value: number) => string,
): GoalLine[] {
  const asked = (step?.sections ?? []).flatMap((section) =>
    section.kind === 'goal'
      ? section.conditions.filter(({ measure }) => measures.includes(measure)).map(({ value }) => value)
      : [],
  );
  return [...new Set(asked)].map((value) => ({ value, label: l10n.t('goal {0}', format(value)) }));
}
