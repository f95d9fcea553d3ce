import assert from 'node:assert/strict';
import * as v from 'valibot';
import { columnOf, RunSeriesSchema } from '../../../../src/shared/measures';
import { recordedRun, round, runUpTo, travel } from './support';

describe('The series in a frame', () => {
  it('holds every round up to the shown one, and quality from round 0 on', async () => {
    const run = await recordedRun();
    run.prepareMeasurements();
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
