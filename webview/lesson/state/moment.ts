import {
  type Lesson,
  type Moment,
  type Passage,
  milestonesFor,
  passageAt,
  passagesOf,
  passagesOnOtherData,
} from '../../../src/shared/domain/lesson';
import { PHASES } from '../../../src/shared/domain/phases';
import type { RunFrame } from '../../../src/shared/wire/run';
import type { Choice, PanelState } from './panelState';
import { type Lit, NOTHING_LIT } from '../litRegions';

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

/** The marked passage: the chosen one, else the one that belongs to the moment. */
export function markedPassage({ lesson, choice, told }: PanelState): Passage | undefined {
  if (lesson === undefined || choice?.kind === 'region' || choice?.kind === 'nothing') {
    return undefined;
  }
  const id = choice?.id ?? told;
  return passagesOf(lesson).find((passage) => passage.id === id);
}

/** The number that a passage shares with its phase, from 1 to 7. */
export function passageNumber({ condition }: Passage): number | undefined {
  return condition.phase && PHASES.indexOf(condition.phase) + 1;
}

/** What a passage and the person's choice light: of the passage of the moment, only the most important part. */
export function litBy(passage: Passage | undefined, choice: Choice | undefined): Lit {
  if (choice?.kind === 'region') {
    return { regions: [choice.region] };
  }
  if (passage === undefined) {
    return NOTHING_LIT;
  }
  const number = passageNumber(passage);
  const regions = choice?.kind === 'passage' ? passage.regions : passage.regions.slice(0, 1);
  return number === undefined ? { regions } : { regions, number };
}
