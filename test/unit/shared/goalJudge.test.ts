import assert from 'node:assert/strict';
import { judgeGoal, type GoalCondition, type GoalTime } from '../../../src/shared/domain/lesson';
import type { RunSeries, RoundMetrics } from '../../../src/shared/domain/measures';
import { Series } from '../../../webview/gan/history/series';
import { seriesColumns } from '../../../webview/gan/history/seriesColumns';
import { aSeries, atEveryMeasurement } from '../builders';

const FIVE_KINDS: GoalCondition = { measure: 'effectiveModes', is: 'above', value: 5 };
const NEAR: GoalCondition = { measure: 'miniFid', is: 'below', value: 0.2 };
const STRONG: GoalCondition = { measure: 'accuracyOnFake', is: 'above', value: 0.9 };

/** Every measurement of quality up to round 1000, with these values and otherwise no number. */
function quality(
  values: Partial<Record<keyof RunSeries['quality'], Readonly<Record<number, number>>>>,
): RunSeries {
  const all = Object.entries(values).map(([measure, column]) => [measure, atEveryMeasurement(1000, column)]);
  return aSeries({}, Object.fromEntries(all));
}

function kinds(values: Readonly<Record<number, number>>): RunSeries {
  return quality({ effectiveModes: values });
}

/** How a run stands at a round: the kind of the verdict, and the round that it speaks of. */
function verdict(conditions: GoalCondition[], time: GoalTime, series: RunSeries, round: number) {
  const judged = judgeGoal(conditions, time, series, round);
  return judged.kind === 'open' ? 'open' : `${judged.kind} ${judged.round}`;
}

describe('A goal at a round', () => {
  const at = { at: 400 };

  it('is open before that round, whatever was measured', () => {
    assert.equal(verdict([FIVE_KINDS], at, kinds({ 350: 5.9 }), 399), 'open');
  });

  it('is reached when its condition holds then', () => {
    assert.equal(verdict([FIVE_KINDS], at, kinds({ 350: 2, 400: 5.1 }), 400), 'reached 400');
  });

  it('is judged by that round, however the run goes on', () => {
    const series = kinds({ 400: 5.1, 450: 1, 500: 1 });
    assert.equal(verdict([FIVE_KINDS], at, series, 520), 'reached 400');
    assert.equal(verdict([FIVE_KINDS], at, kinds({ 400: 2.1, 450: 6 }), 520), 'missed 400');
  });

  it('goes by the last measurement where there was none in that very round', () => {
    assert.equal(verdict([FIVE_KINDS], { at: 420 }, kinds({ 400: 5.5, 450: 1 }), 450), 'reached 420');
  });

  it('is missed with the numbers that decided', () => {
    const judged = judgeGoal([FIVE_KINDS], at, kinds({ 400: 2.1 }), 400);
    assert.ok(judged.kind === 'missed');
    assert.deepEqual(judged.measured, [{ condition: FIVE_KINDS, value: 2.1 }]);
  });

  it('is missed when the bound is only met', () => {
    assert.equal(verdict([FIVE_KINDS], at, kinds({ 400: 5 }), 400), 'missed 400');
  });

  it('is missed when no number was measured', () => {
    assert.equal(verdict([FIVE_KINDS], at, kinds({ 400: Number.NaN }), 400), 'missed 400');
    assert.equal(verdict([NEAR], at, quality({ miniFid: { 400: Number.NaN } }), 400), 'missed 400');
  });
});

describe('A goal of a long run, of which only some rounds are kept', () => {
  const at = { at: 400 };
  const faked = { measure: 'meanOnFake', is: 'above', value: 0.9 } as const;
  const rounds = (length: number): RoundMetrics[] =>
    Array.from({ length }, (_, index) => ({
      round: index + 1,
      discriminatorLoss: 1,
      generatorLoss: 1,
      accuracyOnReal: 0.5,
      accuracyOnFake: 0.5,
      meanOnReal: 0.5,
      meanOnFake: index + 1 === 400 || index + 1 === 403 ? 0.2 : 0.95,
    }));
  const seriesAt = (round: number): RunSeries => {
    const kept = new Series<RoundMetrics>();
    for (const metrics of rounds(round)) {
      kept.add(metrics);
    }
    return seriesColumns(kept.values, [], {}, round);
  };

  it('is judged as it was when the round had just passed', () => {
    for (const round of [405, 700, 3000, 20_000]) {
      assert.equal(verdict([faked], at, seriesAt(round), round), 'missed 400', `at round ${round}`);
    }
  });

  it('cannot be judged once its round is kept no longer', () => {
    assert.equal(verdict([faked], { at: 403 }, seriesAt(405), 405), 'missed 403');
    assert.equal(verdict([faked], { at: 403 }, seriesAt(3000), 3000), 'unknown 403');
    assert.equal(verdict([faked], { at: 404 }, seriesAt(3000), 3000), 'unknown 404');
  });

  it('is judged again by who goes back to the round', () => {
    const kept = seriesAt(3000);
    const back = rounds(3000).filter(({ round }) => round <= 403 && kept.rounds.includes(round));
    const series = seriesColumns(back, [], { metrics: rounds(403).at(-1) }, 403);
    assert.equal(verdict([faked], { at: 403 }, series, 403), 'missed 403');
  });

  it('cannot be called missed while a round that might have reached it is not kept', () => {
    const low = { measure: 'meanOnFake', is: 'below', value: 0.1 } as const;
    const time = { from: 390, by: 410 };
    assert.equal(verdict([low], time, seriesAt(420), 420), 'missed 400');
    assert.equal(verdict([low], time, seriesAt(3000), 3000), 'unknown 410');
    assert.equal(verdict([faked], time, seriesAt(3000), 3000).split(' ')[0], 'reached');
  });

  it('cannot be judged by an earlier measurement than the last one before its round', () => {
    const modes = { 20: 6, 40: 6, 1000: 6 };
    assert.equal(verdict([FIVE_KINDS], at, aSeries({}, { effectiveModes: modes }), 1000), 'unknown 400');
  });
});

describe('A goal by a round', () => {
  const by = { by: 200, from: 50 };

  it('is reached at the first measured round within its bounds', () => {
    const series = kinds({ 40: 6, 60: 4, 80: 5.5, 100: 5.9 });
    assert.equal(verdict([FIVE_KINDS], by, series, 100), 'reached 80');
  });

  it('stays open until its last round has passed', () => {
    assert.equal(verdict([FIVE_KINDS], by, kinds({ 60: 4 }), 199), 'open');
    assert.equal(verdict([FIVE_KINDS], by, kinds({ 60: 4 }), 200), 'missed 60');
  });

  it('does not count what came after its last round or before its first', () => {
    assert.equal(verdict([FIVE_KINDS], by, kinds({ 40: 6, 60: 4, 220: 6 }), 230), 'missed 60');
  });

  it('is missed with the nearest that the run came', () => {
    const series = kinds({ 60: 4, 80: 4.8, 100: 3, 120: Number.NaN });
    assert.equal(verdict([FIVE_KINDS], by, series, 200), 'missed 80');
    const distances = quality({ miniFid: { 60: 0.5, 80: 0.3, 100: 0.4 } });
    assert.equal(verdict([NEAR], by, distances, 200), 'missed 80');
  });

  it('is judged anew while somebody looks back', () => {
    const series = kinds({ 60: 4, 80: 5.5 });
    assert.equal(verdict([FIVE_KINDS], by, series, 100), 'reached 80');
    assert.equal(verdict([FIVE_KINDS], by, series, 70), 'open');
  });
});

describe('A goal from a round on', () => {
  it('stays open for as long as it takes', () => {
    const from = { from: 100 };
    assert.equal(verdict([FIVE_KINDS], from, kinds({ 50: 6, 100: 2, 900: 3 }), 900), 'open');
    assert.equal(verdict([FIVE_KINDS], from, kinds({ 50: 6, 950: 6 }), 950), 'reached 950');
  });
});

describe('A goal with several conditions', () => {
  const time = { by: 100 };

  it('wants all of them at the same round', () => {
    const apart = quality({ effectiveModes: { 20: 6, 40: 2 }, miniFid: { 20: 0.5, 40: 0.1 } });
    assert.equal(verdict([FIVE_KINDS, NEAR], time, apart, 100), 'missed 20');
    const together = quality({ effectiveModes: { 20: 2, 40: 6 }, miniFid: { 20: 0.5, 40: 0.1 } });
    assert.equal(verdict([FIVE_KINDS, NEAR], time, together, 100), 'reached 40');
  });

  it('looks only at rounds in which everything was measured', () => {
    const everyRound = Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [i + 1, i < 30 ? 0.95 : 0.5]),
    );
    const series = (modes: Record<number, number>) =>
      aSeries({ accuracyOnFake: everyRound }, { effectiveModes: atEveryMeasurement(100, modes) });
    assert.equal(verdict([STRONG, FIVE_KINDS], time, series({ 20: 6, 40: 6 }), 100), 'reached 20');
    assert.equal(verdict([STRONG, FIVE_KINDS], time, series({ 20: 2, 40: 6 }), 100), 'missed 10');
  });

  it('is missed at the round at which most of them held', () => {
    const series = quality({ effectiveModes: { 20: 2, 40: 6 }, miniFid: { 20: 0.5, 40: 0.3 } });
    assert.equal(verdict([FIVE_KINDS, NEAR], time, series, 100), 'missed 40');
  });
});
