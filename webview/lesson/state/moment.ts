import {
  milestonesFor,
  passageAt,
  passagesOnOtherData,
  type Lesson,
  type Moment,
} from '../../../src/shared/domain/lesson';
import { PHASES } from '../../../src/shared/domain/phases';
import type { RunFrame } from '../../../src/shared/wire/run';
import type { Choice, PanelState } from './panelState';

/** What of a frame decides which passage is told. A forgery that passed counts only when the truth is out. */
export function momentOf(frame: RunFrame): Moment {
  const { batch: pile, position, wholeRounds } = frame;
  const revealed = position.phasesDone === 0 || position.phasesDone > PHASES.indexOf('reveal');
  return {
    position,
    stepping: !wholeRounds,
    fooled: revealed && (pile?.probabilities?.some((p, i) => p > 0.5 && pile.truth[i] === false) ?? false),
  };
}

/**
 * With the passage that belongs to the moment of the shown frame.
 *
 * @param stepped whether the moment came by a step of the run: then the notes turn to the step that it belongs to
 */
export function withMoment(state: PanelState, stepped = false): PanelState {
  const { lesson, frame, unfitting } = state;
  if (lesson === undefined || frame === undefined) {
    return state;
  }
  const told = passageAt(lesson, { ...momentOf(frame), unfitting })?.id;
  if (told === state.told) {
    return state;
  }
  const step = stepped && told !== undefined ? stepOf(lesson, told) : state.step;
  return { ...state, told, stepped, choice: undefined, step };
}

/** With the passages that do not fit the hyperparameters of the run. */
export function fitted(state: PanelState): PanelState {
  const { lesson, hyperparameters } = state;
  if (lesson === undefined || hyperparameters === undefined) {
    return state;
  }
  const others = [
    ...milestonesFor(lesson, hyperparameters).unfitting,
    ...passagesOnOtherData(lesson, hyperparameters),
  ];
  return { ...state, unfitting: others.map(({ id }) => id) };
}

/** With what a person picked out; the notes turn to a chosen passage. */
export function choose(state: PanelState, choice: Choice): PanelState {
  const { lesson } = state;
  const step = choice.kind === 'passage' && lesson !== undefined ? stepOf(lesson, choice.id) : state.step;
  return { ...state, choice, step };
}

/**
 * The index of a step of the lesson; the first one for an id that is none of its.
 *
 * @param id of a step or of one of its sections
 */
export function stepOf(lesson: Lesson, id: string): number {
  return Math.max(
    0,
    lesson.steps.findIndex((step) => step.id === id || step.sections.some((section) => section.id === id)),
  );
}
