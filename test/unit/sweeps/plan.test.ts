import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS, POINT_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import { numbersIn } from '../../../src/shared/domain/sweeps/numberList';
import {
  trialsByValue,
  trialsOf,
  usualSuccess,
  type SweepPlan,
} from '../../../src/shared/domain/sweeps/plan';
import { endsOf, summaryOf, type SweepEnd } from '../../../src/shared/domain/sweeps/summary';
import { sweepTable } from '../../../src/sweeps/sweepTable';
import { valueOf } from '../gan/support';

const PLAN: SweepPlan = {
  hyperparameters: PICTURE_DEFAULTS,
  varied: { name: 'loss', values: ['nonSaturating', 'hinge'] },
  seeds: [3, 1],
  rounds: 100,
  success: { measure: 'miniFid', is: 'below', value: 0.1 },
};

function refusal(plan: Partial<SweepPlan>, most = 32): string {
  const runs = trialsOf({ ...PLAN, ...plan }, most);
  assert.ok(!runs.ok, 'it was accepted');
  return `${runs.problem.message} ${runs.problem.next}`;
}

describe('A list of numbers', () => {
  it('has numbers and ranges, each number once', () => {
    assert.deepEqual(numbersIn('1-3, 7,2', 10), [1, 2, 3, 7]);
    assert.deepEqual(numbersIn('5', 10), [5]);
    assert.deepEqual(numbersIn('1，2、4–5', 10), [1, 2, 4, 5]);
  });

  it('is none with anything else, turned round, or too long', () => {
    for (const text of ['', 'a', '1-', '3-1', '1,,2', '1.5', '-1', '1-11', '1-6,11-16', '1-99999999999']) {
      assert.equal(numbersIn(text, 10), undefined, text);
    }
  });
});

describe('The plan of a sweep', () => {
  it('trains each value with each seed, seed by seed', () => {
    const runs = valueOf(trialsOf(PLAN, 32));
    assert.deepEqual(
      runs.map(({ index, value, hyperparameters: { seed, loss } }) => [index, value, seed, loss]),
      [
        [0, 'nonSaturating', 3, 'nonSaturating'],
        [1, 'hinge', 3, 'hinge'],
        [2, 'nonSaturating', 1, 'nonSaturating'],
        [3, 'hinge', 1, 'hinge'],
      ],
    );
    assert.deepEqual(
      [...trialsByValue(runs)].map(([value, group]) => [value, group.map(({ index }) => index)]),
      [
        ['nonSaturating', [0, 2]],
        ['hinge', [1, 3]],
      ],
    );
  });

  it('varies the seed alone where nothing else is varied', () => {
    const { varied: _, ...plan } = PLAN;
    const runs = valueOf(trialsOf({ ...plan, seeds: [1, 2, 3] }, 32));
    assert.deepEqual(
      runs.map(({ value, hyperparameters }) => [value, hyperparameters]),
      [1, 2, 3].map((seed) => [undefined, { ...PICTURE_DEFAULTS, seed }]),
    );
  });

  it('refuses what cannot be, what does not go together and too many runs, with the reason', () => {
    assert.match(refusal({ varied: { name: 'batchSize', values: [8, 300] } }), /Batch size.*2 to 256/);
    assert.match(refusal({ varied: { name: 'loss', values: ['best'] } }), /Loss.*hinge/);
    assert.match(
      refusal({ varied: { name: 'discriminatorNormalization', values: ['batch'] } }),
      /whole batch.*R1/,
    );
    assert.match(refusal({ seeds: [-1] }), /Seed/);
    assert.match(refusal({}, 3), /2 values and 2 seeds make 4 runs.*at most 3/);
  });

  it('takes for a success what the lessons ask for', () => {
    assert.deepEqual(usualSuccess('portraits'), { measure: 'miniFid', is: 'below', value: 0.1 });
    assert.equal(usualSuccess(POINT_DEFAULTS.data).measure, 'effectiveModes');
  });
});

describe('The summary of a sweep', () => {
  const runs = valueOf(trialsOf({ ...PLAN, seeds: [1, 2, 3] }, 32));
  const done = (miniFid: number, round = 100): SweepEnd => ({ kind: 'done', round, measures: { miniFid } });
  const ends = new Map<number, SweepEnd>([
    [0, done(0.05)],
    [1, done(0.3)],
    [2, done(0.09)],
    [3, { kind: 'failed', message: 'no' }],
    [4, done(0.01, 60)],
  ]);
  const of = (value: string) =>
    summaryOf(endsOf(trialsByValue(runs).get(value) ?? [], ends), PLAN.success, PLAN.rounds);

  it('counts a run that was no longer finite as a failure, and one that could not be trained not at all', () => {
    const { trials, successes, notFinite } = of('nonSaturating');
    assert.deepEqual([trials, successes, notFinite], [3, 2, 1]);
    assert.equal(of('hinge').trials, 1);
    assert.equal(of('hinge').rate.share, 0);
  });

  it('has five numbers of the spread, and none where nothing was trained', () => {
    assert.deepEqual(of('nonSaturating').spread, {
      least: 0.01,
      lowerQuartile: 0.03,
      median: 0.05,
      upperQuartile: 0.07,
      most: 0.09,
    });
    assert.equal(summaryOf([], PLAN.success, PLAN.rounds).spread, undefined);
  });

  it('goes along as a table, a line for each run', () => {
    const lines = sweepTable(PLAN, runs, ends).split('\r\n');
    assert.ok(lines[0]?.startsWith('loss,seed,round,success,discriminatorLoss,'));
    assert.ok(lines[1]?.startsWith('nonSaturating,1,100,1,'));
    assert.ok(lines[1]?.includes(',0.05,'));
    assert.ok(lines[2]?.startsWith('hinge,1,100,0,'));
    assert.match(lines[4] ?? '', /^hinge,2,,,+$/);
    assert.ok(lines[5]?.startsWith('nonSaturating,3,60,0,'));
    assert.deepEqual(
      [lines.length, new Set(lines.slice(0, -1).map((line) => line.split(',').length)).size],
      [8, 1],
    );
  });
});
