import { newReport, type Report } from '../../../src/reports/report';
import type { Verifier } from '../../../src/reports/reportCheck';
import { PICTURE_DEFAULTS, type Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { Goal, Lesson, Prediction, Question } from '../../../src/shared/domain/lesson';
import type { RunSeries } from '../../../src/shared/domain/measures';
import { NO_PROGRESS, type LessonProgress, type RunFacts } from '../../../src/shared/domain/progress';
import type { RerunOutcome } from '../../../src/shared/wire/rerun';
import { aLesson, aStep } from '../builders';

const RIGHT = { html: '<p>One picture</p>', correct: true, feedback: '' };
const WRONG = { html: '<p>Five times &lt; as fast</p>', correct: false, feedback: '' };

export const PREDICTION: Prediction = {
  kind: 'prediction',
  id: 'five-steps',
  title: 'Five steps',
  html: '<p>What if she takes five?</p>',
  answer: { type: 'single', options: [WRONG, RIGHT] },
  revealAt: 400,
};

const QUESTION: Question = {
  kind: 'question',
  id: 'ln2',
  title: 'Guessing',
  html: '',
  answer: { type: 'number', value: 1.386, tolerance: 0.01, unit: '', feedback: '' },
};

export const GOAL: Goal = {
  kind: 'goal',
  id: 'near',
  title: 'Near the originals',
  html: '',
  conditions: [{ measure: 'miniFid', is: 'below', value: 0.5 }],
  time: { by: 100 },
  knobs: 1,
};

/** A lesson with a prediction, a question and a goal. */
export const LESSON: Lesson = aLesson('sample', {
  number: 7,
  title: 'A *sample*',
  steps: [aStep('first', { title: 'First', sections: [PREDICTION, QUESTION, GOAL] })],
});

export const FACTS: RunFacts = {
  round: 60,
  hyperparameters: { ...PICTURE_DEFAULTS, seed: 3, generatorSteps: 2 },
  changes: [],
  backend: 'cpu',
  measured: [{ measure: 'miniFid', value: 0.4 }],
  time: 0,
};

export const PROGRESS: LessonProgress = {
  ...NO_PROGRESS,
  answers: {
    'five-steps': [
      { given: { type: 'options', chosen: [0] }, reason: 'More *is* more.', confidence: 'certain', time: 0 },
    ],
    ln2: [
      { given: { type: 'number', value: 1 }, time: 0 },
      { given: { type: 'number', value: 1.386 }, time: 0 },
    ],
  },
  revealed: { 'five-steps': FACTS },
  goals: { near: FACTS },
};

export const HERE: Verifier = { language: 'en', program: '1.2.3' };

export function aReport(more: Partial<Report> = {}): Report {
  return newReport({
    learner: 'Ada Beispiel',
    written: Date.UTC(2030, 0, 2),
    lesson: { id: LESSON.id, title: LESSON.title },
    language: 'en',
    progress: PROGRESS,
    ...more,
  });
}

/** The facts of a run that began with other hyperparameters. */
export function factsOf(changes: Partial<Hyperparameters>, more: Partial<RunFacts> = {}): RunFacts {
  return { ...FACTS, hyperparameters: { ...PICTURE_DEFAULTS, ...changes }, ...more };
}

/** What running a run again gave, with this mini-FID at rounds 0, 20, 40, ... */
export function anOutcome(
  id: string,
  miniFid: readonly number[],
  more: Partial<Extract<RerunOutcome, { kind: 'done' }>> = {},
): RerunOutcome {
  const column = (values: readonly number[]) => Float64Array.from(values);
  const nothing = column(miniFid.map(() => Number.NaN));
  const series: RunSeries = {
    rounds: column([]),
    perRound: {
      discriminatorLoss: column([]),
      generatorLoss: column([]),
      accuracyOnReal: column([]),
      accuracyOnFake: column([]),
      meanOnReal: column([]),
      meanOnFake: column([]),
      discriminatorGradientNorm: column([]),
      generatorGradientNorm: column([]),
    },
    qualityRounds: column(miniFid.map((_, index) => 20 * index)),
    quality: {
      miniFid: column(miniFid),
      effectiveModes: nothing,
      convincing: nothing,
      fineDetail: nothing,
      slicedWasserstein: nothing,
      memorisationGap: nothing,
      jensenShannon: nothing,
      optimalGap: nothing,
    },
  };
  const pictures = { samplesOverTime: Uint8Array.of(1, 2, 3), chart: Uint8Array.of(4) };
  return {
    kind: 'done',
    id,
    backend: 'cpu',
    round: 20 * (miniFid.length - 1),
    series,
    pictures,
    ...more,
  };
}
