import assert from 'node:assert/strict';
import * as v from 'valibot';
import { columnOf, RunSeriesSchema } from '../../../../src/shared/domain/measures';
import { seriesColumns } from '../../../../webview/gan/history/seriesColumns';
import { recordedRun, round, runUpTo, travel } from './support';

const DENSE = { generatorNetwork: 'dense', discriminatorNetwork: 'dense' } as const;

describe('The series in a frame', () => {
  it('holds every round up to the shown one, and quality from round 0 on', async () => {
    const run = await recordedRun();
    run.trainer.prepareMeasurements();
    runUpTo(run, 20);
    const { series, metrics, quality } = run.frame({ playing: false, wholeRounds: true });
    assert.ok(series);
    assert.ok(v.is(RunSeriesSchema, series));
    assert.deepEqual(
      [...series.rounds],
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    assert.deepEqual([...series.qualityRounds], [0, 10, 20]);
    assert.equal(columnOf(series, 'discriminatorLoss').values.at(-1), metrics?.discriminatorLoss);
    assert.equal(columnOf(series, 'miniFid').values.at(-1), quality?.miniFid);
    run.dispose();
  });

  it('holds of points what the plane shows of the best discriminator', async () => {
    const run = await recordedRun({ data: 'ring', ...DENSE });
    run.trainer.showLayers(['optimal']);
    run.trainer.prepareMeasurements();
    for (const shown of [0, 10, 20]) {
      runUpTo(run, shown);
      const { series, plane } = run.frame({ playing: false, wholeRounds: true });
      assert.ok(series && plane?.optimal?.comparison);
      assert.equal(columnOf(series, 'optimalGap').values.at(-1), plane.optimal.comparison.gap);
      assert.equal(columnOf(series, 'jensenShannon').values.at(-1), plane.optimal.divergence.bits);
      assert.ok(columnOf(series, 'memorisationGap').values.every(Number.isNaN));
    }
    run.dispose();
  });

  it('has no gap to the best discriminator where none estimates a probability', async () => {
    const run = await recordedRun({ data: 'ring', ...DENSE, loss: 'hinge' });
    runUpTo(run, 10);
    const { series } = run.frame({ playing: false, wholeRounds: true });
    assert.ok(series);
    assert.ok(columnOf(series, 'optimalGap').values.every(Number.isNaN));
    assert.ok(columnOf(series, 'jensenShannon').values.every(Number.isFinite));
    run.dispose();
  });

  it('holds of pictures how much was copied, whatever the size of the collection', async () => {
    for (const collectionSize of [16, 1024]) {
      const run = await recordedRun({ collectionSize });
      runUpTo(run, 10);
      const { series } = run.frame({ playing: false, wholeRounds: true });
      assert.ok(series);
      assert.equal(columnOf(series, 'memorisationGap').values.length, 2);
      // What has hardly been trained is as far from all portraits.
      assert.ok(columnOf(series, 'memorisationGap').values.every((gap) => Math.abs(gap) < 0.1));
      assert.ok(columnOf(series, 'optimalGap').values.every(Number.isNaN));
      run.dispose();
    }
  });

  it('has holes where an earlier version of the program did not measure', () => {
    const series = seriesColumns(
      [],
      [{ round: 20, miniFid: 0.5 }],
      { initialQuality: { round: 0, miniFid: 1.5 } },
      20,
    );
    assert.deepEqual([...columnOf(series, 'miniFid').values], [1.5, 0.5]);
    for (const measure of ['slicedWasserstein', 'memorisationGap', 'jensenShannon', 'optimalGap'] as const) {
      assert.deepEqual([...columnOf(series, measure).values], [NaN, NaN]);
    }
    assert.ok(v.is(RunSeriesSchema, series));
  });

  it('ends with the shown round while the person looks back', async () => {
    const run = await recordedRun();
    runUpTo(run, 20);
    travel(run, round(12));
    const { series } = run.frame({ playing: false, wholeRounds: true });
    assert.equal(series?.rounds.at(-1), 12);
    assert.equal(series?.qualityRounds.at(-1), 10);
    run.dispose();
  });

  it('is refused when its columns have different lengths', async () => {
    const run = await recordedRun();
    runUpTo(run, 3);
    const { series } = run.frame({ playing: false, wholeRounds: true });
    assert.ok(!v.is(RunSeriesSchema, { ...series, rounds: new Float64Array(2) }));
    run.dispose();
  });
});
