import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { ActivityName, Lesson } from '../../../src/shared/domain/lesson';
import type { Answer } from '../../../src/shared/domain/progress';
import type { Until } from '../../../src/shared/wire/until';
import type { DraftBook } from './draftBook';
import type { Learning } from './learning';
import type { ShownRun } from './standings';

/** What a person can do in the exercises of the notes. */
export interface ExerciseActions {
  /** Answers a prediction or a question. */
  readonly answer: (section: string, answer: Omit<Answer, 'time'>) => void;
  /** A step was read to its end. */
  readonly finishStep: (step: string) => void;
  /** Starts an experiment from round 0, and plays up to its last round if that is asked for. */
  readonly startExperiment: (id: string, play: boolean) => void;
  /** Takes one of the choices of a `try` section. */
  readonly takeChoice: (section: string, choice: number) => void;
  /** Goes back to the run that was given up for this one. */
  readonly goBackToRunBefore: () => void;
  /** Goes to another lesson, or to a step or section of it. */
  readonly openLesson: (lesson: string, id?: string) => void;
  readonly playUntil: (until: Until) => void;
  readonly drafts: DraftBook;
  /** Says it once to screen readers. */
  readonly say: (text: string) => void;
  /** See `Activities`. */
  readonly activities: {
    has(name: ActivityName): boolean;
    open(name: ActivityName): void;
  };
}

/** What exercises look at that changes now and then. */
export interface LearningView {
  readonly lesson: Lesson;
  readonly learning: Learning;
  /** In force now; absent before the first run. */
  readonly running: Hyperparameters | undefined;
  readonly actions: ExerciseActions;
}

export const LearningContext = createContext<LearningView | undefined>(undefined);

/** Must be called below a provider of {@link LearningContext}. */
export function useLearning(): LearningView {
  const view = useContext(LearningContext);
  if (view === undefined) {
    throw new Error('An exercise stands outside of the notes.');
  }
  return view;
}

/**
 * The run on the stage, which is another with each frame; absent before its first. Apart from {@link LearningContext},
 * so that only what shows live numbers is drawn again with each frame.
 */
export const RunContext = createContext<ShownRun | undefined>(undefined);

export function useRun(): ShownRun | undefined {
  return useContext(RunContext);
}
