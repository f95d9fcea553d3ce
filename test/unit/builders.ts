import type {
  AnswerSpec,
  Experiment,
  Goal,
  Lesson,
  LessonStep,
  Passage,
  Prediction,
  Question,
  Try,
} from '../../src/shared/domain/lesson';
import {
  isQualityRound,
  QUALITY_MEASURES,
  ROUND_MEASURES,
  type RunSeries,
} from '../../src/shared/domain/measures';
import { recordOf } from '../../src/shared/recordOf';
import type { LessonProgress } from '../../src/shared/domain/progress';
import { NO_PROGRESS } from '../../src/shared/domain/progress';
import type { HostToPanel } from '../../src/shared/wire/messages';
import type { Hyperparameters } from '../../src/shared/domain/hyperparameters';

/** A passage without condition or region, for tests to add what they look at. */
export function aPassage(id: string, more: Partial<Passage> = {}): Passage {
  return { kind: 'passage', id, title: '', html: '', condition: {}, regions: [], lecture: [], ...more };
}

/** Two options, of which the second is right. */
export const SECOND_IS_RIGHT: AnswerSpec = {
  type: 'single',
  options: [
    { html: 'First', correct: false, feedback: 'That is the misconception.' },
    { html: 'Second', correct: true, feedback: 'That is how it is.' },
  ],
};

/** A prediction that the run of its step shows at round 100. */
export function aPrediction(id: string, more: Partial<Prediction> = {}): Prediction {
  return {
    kind: 'prediction',
    id,
    title: '',
    html: '',
    answer: SECOND_IS_RIGHT,
    revealAt: 100,
    ...more,
  };
}

export function aQuestion(id: string, more: Partial<Question> = {}): Question {
  return { kind: 'question', id, title: '', html: '', answer: SECOND_IS_RIGHT, ...more };
}

/** An experiment with the recipe for pictures. */
export function anExperiment(id: string, more: Partial<Experiment> = {}): Experiment {
  return { kind: 'experiment', id, title: '', html: '', run: {}, ...more };
}

export function aTry(id: string, ...choices: Try['choices']): Try {
  return { kind: 'try', id, title: '', html: '', choices };
}

/** A goal of more than five kinds at round 400. */
export function aGoal(id: string, more: Partial<Goal> = {}): Goal {
  return {
    kind: 'goal',
    id,
    title: '',
    html: '',
    conditions: [{ measure: 'effectiveModes', is: 'above', value: 5 }],
    time: { at: 400 },
    ...more,
  };
}

/** A series in which nothing was measured but what is given, by round. */
export function aSeries(
  perRound: Partial<Record<keyof RunSeries['perRound'], Readonly<Record<number, number>>>>,
  quality: Partial<Record<keyof RunSeries['quality'], Readonly<Record<number, number>>>> = {},
): RunSeries {
  const roundsOf = (columns: Partial<Record<string, Readonly<Record<number, number>>>>) =>
    Float64Array.from(
      new Set(Object.values(columns).flatMap((column) => Object.keys(column ?? {}).map(Number))),
    ).sort();
  const [rounds, qualityRounds] = [roundsOf(perRound), roundsOf(quality)];
  const column = (of: Float64Array, values: Readonly<Record<number, number>> = {}) =>
    Float64Array.from(of, (round) => values[round] ?? Number.NaN);
  return {
    rounds,
    perRound: recordOf(ROUND_MEASURES, (measure) => column(rounds, perRound[measure])),
    qualityRounds,
    quality: recordOf(QUALITY_MEASURES, (measure) => column(qualityRounds, quality[measure])),
  };
}

/** Values for every round up to this one in which quality is measured: these, and otherwise no number. */
export function atEveryMeasurement(
  round: number,
  values: Readonly<Record<number, number>> = {},
): Record<number, number> {
  const rounds = Array.from({ length: round + 1 }, (_, index) => index).filter(isQualityRound);
  return { ...Object.fromEntries(rounds.map((measured) => [measured, Number.NaN])), ...values };
}

/** What the host sends to a panel that has just begun. */
export function aSnapshot(
  lesson: Lesson,
  hyperparameters: Hyperparameters,
  more: Partial<Extract<HostToPanel, { type: 'snapshot' }>> = {},
): HostToPanel {
  const progress: LessonProgress = NO_PROGRESS;
  return { type: 'snapshot', run: 'run', lesson, course: [], progress, hyperparameters, ...more };
}

/** A step without sections. */
export function aStep(id: string, more: Partial<LessonStep> = {}): LessonStep {
  return { id, title: '', html: '', sections: [], hide: [], lock: [], ...more };
}

/** A lesson without steps. */
export function aLesson(id: string, more: Partial<Lesson> = {}): Lesson {
  return {
    id,
    number: 1,
    title: '',
    summary: '',
    minutes: 1,
    level: 'beginner',
    needs: [],
    language: 'en',
    html: '',
    steps: [],
    run: {},
    ...more,
  };
}
