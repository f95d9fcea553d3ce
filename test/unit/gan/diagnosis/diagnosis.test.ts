import assert from 'node:assert/strict';
import * as v from 'valibot';
import {
  HyperparametersSchema,
  PICTURE_DEFAULTS,
  POINT_DEFAULTS,
  type Hyperparameters,
} from '../../../../src/shared/domain/hyperparameters';
import {
  describeDiagnosis,
  diagnose,
  type Diagnosis,
  type TrainingProblem,
  type QualityRecord,
  type RoundRecord,
  type DiagnosisInput,
} from '../../../../webview/gan/diagnosis';

type Course<T> = (round: number) => Partial<T>;

interface Story {
  readonly hyperparameters?: Partial<Hyperparameters>;
  readonly points?: boolean;
  readonly until: number;
  readonly gradientMeasured?: boolean;
  readonly rounds?: Course<RoundRecord>;
  readonly quality?: Course<QualityRecord>;
  readonly notFiniteAt?: number;
}

/** A run as healthy as those that were measured, except for what the story says. Quality is known every 20 rounds. */
function record({
  hyperparameters,
  points = false,
  until,
  gradientMeasured = true,
  rounds,
  quality,
  notFiniteAt,
}: Story): DiagnosisInput {
  const modes = points ? 8 : 6;
  const slowness = points ? 4 : 1;
  return {
    hyperparameters: { ...(points ? POINT_DEFAULTS : PICTURE_DEFAULTS), ...hyperparameters },
    rounds: Array.from({ length: until }, (_, i) => ({
      round: i + 1,
      discriminatorLoss: 1.1,
      generatorLoss: 1,
      accuracyOnReal: 0.8,
      accuracyOnFake: 0.85,
      meanOnReal: 0.65,
      meanOnFake: 0.35,
      ...(gradientMeasured ? { generatorGradientNorm: 2 } : {}),
      ...rounds?.(i + 1),
    })),
    quality: Array.from({ length: Math.floor(until / 20) + 1 }, (_, i) => {
      const time = (i * 20) / slowness;
      return {
        round: i * 20,
        miniFid: 0.06 + 1.4 * Math.exp(-time / 60),
        effectiveModes: 1 + (modes - 1.1) * (1 - Math.exp(-((time / 100) ** 2))),
        modes,
        ...quality?.(i * 20),
      };
    }),
    ...(notFiniteAt === undefined ? {} : { notFiniteAt }),
  };
}

function problems(story: Story): TrainingProblem[] {
  return diagnose(record(story)).map(({ problem }) => problem);
}

function only(story: Story): Diagnosis {
  const [diagnosis, ...others] = diagnose(record(story));
  assert.ok(diagnosis && others.length === 0);
  return diagnosis;
}

const ALWAYS_RIGHT = { accuracyOnReal: 1, accuracyOnFake: 1, meanOnReal: 0.999, meanOnFake: 0.001 };
const FEW_MODES = { effectiveModes: 1.05, miniFid: 1 };

const STORIES: { readonly [I in TrainingProblem]: Story } = {
  modeCollapse: {
    until: 400,
    hyperparameters: { generatorSteps: 5, discriminatorLearningRate: 1e-3, r1Weight: 0 },
    // The numbers of a textbook equilibrium.
    rounds: () => ({ discriminatorLoss: 1.43, generatorLoss: 0.69, meanOnReal: 0.48, meanOnFake: 0.5 }),
    quality: () => FEW_MODES,
  },
  modeDropping: {
    until: 400,
    hyperparameters: { loss: 'leastSquares', r1Weight: 0 },
    quality: () => ({ effectiveModes: 2.9, miniFid: 0.8 }),
  },
  vanishingGradient: {
    until: 400,
    hyperparameters: { loss: 'saturating', discriminatorSteps: 5, r1Weight: 0 },
    rounds: () => ({ ...ALWAYS_RIGHT, generatorGradientNorm: 1e-6 }),
    quality: () => ({ effectiveModes: 2, miniFid: 2.7 }),
  },
  discriminatorOverwhelmed: {
    until: 400,
    hyperparameters: { discriminatorSteps: 0 },
    rounds: (round) => (round > 200 ? { accuracyOnFake: 0.02, meanOnFake: 0.98 } : {}),
    quality: (round) => (round > 240 ? { miniFid: 2.07, effectiveModes: 2.7 } : {}),
  },
  forgerTooWeak: {
    until: 400,
    hyperparameters: { generatorLearningRate: 1e-4 },
    rounds: () => ({ ...ALWAYS_RIGHT, generatorGradientNorm: 30 }),
    quality: (round) => ({ effectiveModes: 1.2, miniFid: 1.4 - round / 1000 }),
  },
  oscillation: {
    until: 400,
    hyperparameters: { generatorBeta1: 0.9, discriminatorBeta1: 0.9 },
    rounds: () => ({ ...ALWAYS_RIGHT, generatorGradientNorm: 30 }),
    quality: (round) => ({ effectiveModes: 1.2, miniFid: 1.6 + Math.sin(round / 15) }),
  },
  notFinite: { until: 11, hyperparameters: { loss: 'naiveLogSigmoid' }, notFiniteAt: 11 },
  memorisation: {
    until: 400,
    hyperparameters: { collectionSize: 4 },
    quality: (round) => ({ effectiveModes: 2, ...(round % 100 === 0 ? { memorisationGap: 0.34 } : {}) }),
  },
};

const TRAINING_PROBLEMS: readonly TrainingProblem[] = [
  'modeCollapse',
  'modeDropping',
  'vanishingGradient',
  'discriminatorOverwhelmed',
  'forgerTooWeak',
  'oscillation',
  'notFinite',
  'memorisation',
];

describe('The diagnosis of a healthy run', () => {
  for (const points of [false, true]) {
    it(`is nothing at any round, for ${points ? 'points' : 'pictures'}`, () => {
      for (let until = 0; until <= 1600; until += 20) {
        assert.deepEqual(problems({ until, points }), [], `at round ${until}`);
      }
    });
  }

  it('is nothing before anything was recorded', () => {
    assert.deepEqual(diagnose({ hyperparameters: PICTURE_DEFAULTS, rounds: [], quality: [] }), []);
  });

  it('stays nothing for a discriminator that is always right in the first rounds', () => {
    assert.deepEqual(problems({ until: 100, rounds: () => ALWAYS_RIGHT, quality: () => FEW_MODES }), []);
  });

  it('stays nothing when a single measurement is bad', () => {
    const story: Story = { until: 400, quality: (round) => (round === 400 ? { effectiveModes: 1 } : {}) };
    assert.deepEqual(problems(story), []);
  });

  it('stays nothing when a small distance doubles', () => {
    const story: Story = { until: 800, quality: (round) => (round > 700 ? { miniFid: 0.15 } : {}) };
    assert.deepEqual(problems(story), []);
  });
});

for (const problem of TRAINING_PROBLEMS) {
  describe(`The diagnosis of ${problem}`, () => {
    it('is made on its course and names nothing else', () => {
      assert.equal(only(STORIES[problem]).problem, problem);
    });

    it('comes with changes that are valid and that change something', () => {
      const run = record(STORIES[problem]);
      const { fixes } = only(STORIES[problem]);
      assert.ok(fixes.length > 0);
      for (const change of fixes) {
        const changed = { ...run.hyperparameters, ...change };
        assert.ok(v.is(HyperparametersSchema, changed));
        assert.notDeepEqual(changed, run.hyperparameters);
      }
    });

    it('is told in a sentence with numbers', () => {
      const sentence = describeDiagnosis(only(STORIES[problem]));
      assert.match(sentence, /\d.*\.$/);
      assert.doesNotMatch(sentence, /\{\d\}|undefined|NaN/);
    });
  });
}

describe('Mode collapse', () => {
  it('is not called before round 200', () => {
    assert.deepEqual(problems({ ...STORIES.modeCollapse, until: 199 }), []);
    assert.deepEqual(problems({ ...STORIES.modeCollapse, until: 200 }), ['modeCollapse']);
  });

  it('of points is not called before round 800', () => {
    const story: Story = { points: true, until: 799, quality: () => FEW_MODES };
    assert.deepEqual(problems(story), []);
    assert.deepEqual(problems({ ...story, until: 800 }), ['modeCollapse']);
  });

  it('is cured by one generator step, the measured remedy, before anything else', () => {
    assert.deepEqual(only(STORIES.modeCollapse).fixes, [{ generatorSteps: 1 }]);
  });

  it('is over when the modes come back', () => {
    const story: Story = { until: 600, quality: (round) => (round < 400 ? FEW_MODES : {}) };
    assert.deepEqual(problems({ ...story, until: 420 }), []);
    assert.deepEqual(problems(story), []);
  });
});

describe('Mode dropping', () => {
  it('under the least-squares loss is cured by the other loss together with R1', () => {
    assert.deepEqual(only(STORIES.modeDropping).fixes, [{ loss: 'nonSaturating', r1Weight: 0.6 }]);
  });

  it('after several discriminator steps is cured by one', () => {
    const { fixes } = only({ ...STORIES.modeDropping, hyperparameters: { discriminatorSteps: 5 } });
    assert.deepEqual(fixes, [{ discriminatorSteps: 1 }]);
  });
});

describe('A vanishing gradient', () => {
  it('is cured by R1, which cured it on every seed, and not by one discriminator step, which did not', () => {
    assert.deepEqual(only(STORIES.vanishingGradient).fixes, [{ r1Weight: 0.6 }]);
  });

  it('is told from a weak generator by the gradient, not by the accuracy', () => {
    const strong: Story = {
      ...STORIES.vanishingGradient,
      rounds: () => ({ ...ALWAYS_RIGHT, generatorGradientNorm: 30 }),
    };
    assert.deepEqual(problems(strong), ['forgerTooWeak']);
  });

  it('is recognised by the loss when the gradient was not measured', () => {
    const of = (loss: Hyperparameters['loss']) =>
      problems({
        ...STORIES.vanishingGradient,
        hyperparameters: { loss, generatorLearningRate: 1e-4 },
        gradientMeasured: false,
        rounds: () => ALWAYS_RIGHT,
      });
    assert.deepEqual(of('saturating'), ['vanishingGradient']);
    assert.deepEqual(of('nonSaturating'), ['forgerTooWeak']);
  });
});

describe('A Wasserstein critic', () => {
  it('is not blamed for scores that are no probabilities', () => {
    const rounds: Course<RoundRecord> = () => ({ ...ALWAYS_RIGHT, generatorGradientNorm: 0.01 });
    assert.deepEqual(problems({ until: 400, hyperparameters: { loss: 'wasserstein' }, rounds }), []);
  });
});

describe('Oscillation', () => {
  it('of momentum is cured by beta1 0.5 on both sides together with R1', () => {
    const betas = { generatorBeta1: 0.9, discriminatorBeta1: 0.9 };
    assert.deepEqual(only({ ...STORIES.oscillation, hyperparameters: { ...betas, r1Weight: 0 } }).fixes, [
      { generatorBeta1: 0.5, discriminatorBeta1: 0.5, r1Weight: 0.6 },
    ]);
    assert.deepEqual(only(STORIES.oscillation).fixes, [{ generatorBeta1: 0.5, discriminatorBeta1: 0.5 }]);
  });

  it('is what a generator suffers from that is told everything, moves as fast and loses what it learned', () => {
    const story: Story = {
      ...STORIES.oscillation,
      until: 600,
      quality: (round) => ({ effectiveModes: 1.2, miniFid: round < 200 ? 0.9 : 2.4 }),
    };
    const { problem, evidence } = only(story);
    assert.equal(problem, 'oscillation');
    assert.deepEqual(evidence, { fromRound: 0, toRound: 600, bestMiniFid: 0.9, worstMiniFid: 2.4, hops: 0 });
  });

  it('shows in points that hop from mode to mode, and one generator step cures it', () => {
    const hopping: Story = {
      points: true,
      until: 1200,
      hyperparameters: { generatorSteps: 5 },
      quality: (round) => ({
        ...FEW_MODES,
        modeCounts: Array.from({ length: 8 }, (_, mode) => (mode === (round / 20) % 8 ? 250 : 1)),
      }),
    };
    const { problem, fixes } = only(hopping);
    assert.equal(problem, 'oscillation');
    assert.deepEqual(fixes, [{ generatorSteps: 1 }]);
  });

  it('is not seen in points that stay on one mode: that is collapse', () => {
    const staying: Story = {
      points: true,
      until: 1200,
      quality: () => ({ ...FEW_MODES, modeCounts: [250, 1, 1, 1, 1, 1, 1, 0] }),
    };
    assert.deepEqual(problems(staying), ['modeCollapse']);
  });
});

describe('Numbers that are not finite', () => {
  it('are cured by logits when the loss takes the logarithm of a sigmoid', () => {
    assert.deepEqual(only(STORIES.notFinite).fixes, [{ loss: 'nonSaturating' }]);
  });

  it('hide whatever else is wrong', () => {
    assert.deepEqual(problems({ ...STORIES.modeCollapse, notFiniteAt: 390 }), ['notFinite']);
  });
});

describe('Memorisation', () => {
  it('is not called for a gap that chance explains', () => {
    const story: Story = { until: 400, quality: () => ({ memorisationGap: 0.07 }) };
    assert.deepEqual(problems(story), []);
  });

  it('is cured by more originals', () => {
    assert.deepEqual(only(STORIES.memorisation).fixes, [{ collectionSize: 128 }]);
  });
});
