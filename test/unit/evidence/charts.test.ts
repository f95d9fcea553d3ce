import assert from 'node:assert/strict';
import { PICTURE_DEFAULTS } from '../../../src/shared/domain/hyperparameters';
import type { Goal, GoalCondition } from '../../../src/shared/domain/lesson';
import { chartData, nearestIndex, valueAt } from '../../../webview/lesson/evidence/charts/data';
import { goalLines, pinsOf } from '../../../webview/lesson/evidence/charts/pins';
import { axisFor, roundNumberAbove } from '../../../webview/lesson/evidence/charts/scales';
import { chartsOf, type ChartSpec } from '../../../webview/lesson/evidence/charts/specs';
import { tableRows } from '../../../webview/lesson/evidence/charts/table';
import { pointText, summaryOf } from '../../../webview/lesson/evidence/charts/words';
import type { ChartTab } from '../../../webview/lesson/evidence/tabs';
import { aLesson, aPassage, aStep } from '../builders';
import { aSeries } from './series';

const PICTURES = { onPlane: false, modes: 6, loss: 'nonSaturating' } as const;

function chart(tab: ChartTab, id: string, circumstances = PICTURES): ChartSpec {
  const spec = chartsOf(tab, circumstances).find((candidate) => candidate.id === id);
  assert.ok(spec, `a chart "${id}"`);
  return spec;
}

describe('A line of a chart', () => {
  it('is the mean of the last five rounds where a single batch says little', () => {
    const accuracyOnReal = [0, 1, 1, 1, 1, 1, 1];
    const series = aSeries([1, 2, 3, 4, 5, 6, 7], { accuracyOnReal });
    const [real] = chartData(series, chart('progress', 'accuracy'))?.lines ?? [];
    assert.deepEqual(real, [0, 1 / 2, 2 / 3, 3 / 4, 4 / 5, 1, 1]);
  });

  it('takes into the mean no rounds that are long ago, where older ones were thinned out', () => {
    const series = aSeries([1, 100, 101], { accuracyOnReal: [0, 1, 0.5] });
    const [real] = chartData(series, chart('progress', 'accuracy'))?.lines ?? [];
    assert.deepEqual(real, [0, 1, 0.75]);
  });

  it('has a gap where a number overflowed', () => {
    const series = aSeries([], { miniFid: [1, Infinity, 0.5] }, [0, 10, 20]);
    assert.deepEqual(chartData(series, chart('progress', 'miniFid')), {
      rounds: [0, 10, 20],
      lines: [[1, null, 0.5]],
    });
  });

  it('leaves out on a logarithmic axis what has no logarithm', () => {
    const series = aSeries([1, 2], {
      discriminatorGradientNorm: [0, 2],
      generatorGradientNorm: [3, 4],
    });
    assert.deepEqual(chartData(series, chart('gradients', 'gradients'))?.lines, [
      [null, 2],
      [3, 4],
    ]);
  });

  it('is not there when nothing of it was measured', () => {
    assert.equal(chartData(aSeries([1], {}, [0]), chart('quality', 'jensenShannon')), undefined);
  });
});

describe('The place that a person points at', () => {
  it('is the nearest round, the earlier of two', () => {
    assert.equal(nearestIndex([0, 10, 20], 13), 1);
    assert.equal(nearestIndex([0, 10, 20], 15), 1);
    assert.equal(nearestIndex([0, 10, 20], 99), 2);
  });

  it('has the value that is known there, which is that of the last measurement', () => {
    assert.equal(valueAt([1, null, null], 2), 1);
    assert.equal(valueAt([null, 2], 0), undefined);
  });
});

describe('The vertical axis', () => {
  it('ends at a round number that no value exceeds', () => {
    assert.equal(roundNumberAbove(1.32), 1.5);
    assert.equal(roundNumberAbove(0.61), 0.8);
    assert.equal(roundNumberAbove(1), 1);
    assert.equal(roundNumberAbove(7), 8);
    for (const value of [0.003, 0.14, 1.386, 9.99, 4.1e6]) {
      const top = roundNumberAbove(value);
      assert.ok(top >= value && top <= 2 * value, `${top} above ${value}`);
    }
  });

  it('makes room for a goal above all values', () => {
    const { low, high } = axisFor({ kind: 'linear' }, [[0.1]], [0.6]);
    assert.deepEqual([low, high], [0, 0.6]);
  });

  it('goes to the number of kinds, however few are painted', () => {
    assert.deepEqual(axisFor({ kind: 'linear', top: 6 }, [[1.2]], []).splits, [0, 3, 6]);
  });

  it('goes below zero for a loss that does, and not for a rounding error', () => {
    assert.deepEqual(axisFor({ kind: 'linear' }, [[-1.4, 0.5]], []).splits, [-1.5, 0, 0.5]);
    assert.equal(axisFor({ kind: 'linear', top: 1 }, [[-0.0002, 0.01]], []).low, 0);
  });

  it('goes over whole powers of ten for gradients, of which it names a few', () => {
    const axis = axisFor({ kind: 'logarithmic' }, [[3e-5, 2e4]], []);
    assert.deepEqual([axis.low, axis.high], [1e-5, 1e5]);
    assert.ok(axis.splits.length <= 5);
    assert.ok(axisFor({ kind: 'logarithmic' }, [[1]], []).high > 1);
  });
});

describe('What charts say', () => {
  it('is a number for every line, with its own name', () => {
    const series = aSeries([3], { discriminatorLoss: [1.2], generatorLoss: [0.8] });
    const spec = chart('losses', 'losses');
    const data = chartData(series, spec);
    assert.ok(data);
    assert.equal(pointText(spec, data, 0, []), 'Round 3: Inspector’s loss 1.20, Forger’s loss 0.80');
    assert.equal(
      pointText(spec, data, 0, [{ round: 3, kind: 'branch', text: 'A branch began here' }]),
      'Round 3: Inspector’s loss 1.20, Forger’s loss 0.80. A branch began here',
    );
  });

  it('begins with the present and compares it with the beginning', () => {
    const spec = chart('progress', 'effectiveModes');
    const data = chartData(aSeries([], { effectiveModes: [1, 5.6] }, [0, 60]), spec);
    assert.ok(data);
    assert.equal(summaryOf(spec, data), 'Kinds she paints, at round 60: 5.6 of 6. At round 0: 1.0 of 6.');
  });

  it('calls losses no measure of quality', () => {
    assert.match(chart('losses', 'losses').hint, /not a measure of quality/);
  });

  it('tells what guessing costs only with a loss in which it costs that', () => {
    assert.match(chart('losses', 'losses').reference?.label ?? '', /1\.39/);
    const [wasserstein] = chartsOf('losses', { ...PICTURES, loss: 'wasserstein' });
    assert.equal(wasserstein?.reference, undefined);
  });
});

describe('The table of charts', () => {
  it('has the first and the last round and a bounded number between them', () => {
    const rounds = Array.from({ length: 300 }, (_, index) => index + 1);
    const series = aSeries(rounds, { accuracyOnReal: rounds, accuracyOnFake: rounds });
    const rows = tableRows(series, [chart('progress', 'accuracy')]);
    assert.equal(rows[0]?.round, 1);
    assert.equal(rows.at(-1)?.round, 300);
    assert.ok(rows.length <= 12);
    assert.deepEqual(rows.at(-1)?.values, [300, 300]);
  });

  it('repeats the last measurement of quality until the next one', () => {
    const series = aSeries([1, 2, 3], { accuracyOnReal: [1, 1, 1], miniFid: [1.5, 1.2] }, [0, 2]);
    const rows = tableRows(series, [chart('progress', 'accuracy'), chart('progress', 'miniFid')]);
    assert.deepEqual(
      rows.map(({ round, values }) => [round, values[0], values[2]]),
      [
        [0, undefined, 1.5],
        [1, 1, 1.5],
        [2, 1, 1.2],
        [3, 1, 1.2],
      ],
    );
  });
});

describe('The marks on charts', () => {
  const lesson = aLesson('test', {
    steps: [
      aStep('only', {
        sections: [
          aPassage('start', { title: 'The start', condition: { beforeRound: 2 } }),
          aPassage('faces', { title: 'Faces', condition: { fromRound: 100 } }),
          aPassage('far', { title: 'Far away', condition: { fromRound: 400 } }),
          aPassage('phase', { title: 'A phase', condition: { phase: 'forge', fromRound: 100 } }),
        ],
      }),
    ],
  });

  it('are the milestones that the run has reached and what happened to it, in order', () => {
    const pins = pinsOf(
      [
        { kind: 'branch', round: 40 },
        { kind: 'problem', round: 120, problem: 'modeCollapse' },
        { kind: 'change', round: 130, changes: { generatorSteps: 1 } },
        { kind: 'cured', round: 180 },
      ],
      lesson,
      PICTURE_DEFAULTS,
      200,
    );
    assert.deepEqual(
      pins.map(({ round, text }) => [round, text]),
      [
        [40, 'A branch began here'],
        [100, 'Notes: Faces'],
        [120, 'Diagnosis: Mode collapse'],
        [130, 'Changed: forger: Steps per round → 1'],
        [180, 'Diagnosis: healthy again'],
      ],
    );
  });

  it('are no milestones of a run of which the notes do not tell', () => {
    assert.deepEqual(pinsOf([], lesson, { ...PICTURE_DEFAULTS, generatorSteps: 5 }, 200), []);
  });

  it('are the values that goals of the step ask for, each once', () => {
    const condition = (value: number): GoalCondition => ({ measure: 'miniFid', is: 'below', value });
    const goal = (id: string, value: number): Goal => ({
      kind: 'goal',
      id,
      title: '',
      html: '',
      conditions: [condition(value)],
      time: { at: 200 },
    });
    const step = aStep('goals', { sections: [goal('one', 0.2), goal('two', 0.2)] });
    assert.deepEqual(goalLines(step, ['miniFid'], String), [{ value: 0.2, label: 'goal 0.2' }]);
    assert.deepEqual(goalLines(step, ['effectiveModes'], String), []);
    assert.deepEqual(goalLines(undefined, ['miniFid'], String), []);
  });
});
