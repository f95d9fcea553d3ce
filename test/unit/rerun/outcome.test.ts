import assert from 'node:assert/strict';
import type { RerunPictures } from '../../../src/shared/wire/rerun';
import type { RunFrame } from '../../../src/shared/wire/run';
import { outcomeOf } from '../../../webview/rerun/outcome';
import type { RerunEnd, Rerunner } from '../../../webview/rerun/rerunner';
import { SMALL } from '../gan/support';
import { frameAt } from '../panel/frames';
import { aSeries } from '../evidence/series';

const JOB = { id: 'job', title: '', hyperparameters: SMALL, changes: [], round: 5 };
const SERIES = aSeries([1, 2], {});
const PICTURES: RerunPictures = { samplesOverTime: new Uint8Array([1]), chart: new Uint8Array([2]) };

const ending = (end: RerunEnd): Pick<Rerunner, 'run'> => ({ run: () => Promise.resolve(end) });
const done = (frame: Partial<RunFrame>): RerunEnd => ({
  kind: 'done',
  backend: 'cpu',
  frame: { ...frameAt({ round: 5, phasesDone: 0 }), ...frame },
});
const ignore = (): void => undefined;

describe('The outcome of running a run again', () => {
  it('is what the run measured and how it is drawn', async () => {
    const outcome = await outcomeOf(
      ending(done({ series: SERIES })),
      JOB,
      () => Promise.resolve(PICTURES),
      ignore,
    );
    assert.deepEqual(outcome, {
      kind: 'done',
      id: 'job',
      backend: 'cpu',
      round: 5,
      series: SERIES,
      pictures: PICTURES,
    });
  });

  it('is a failure when the pictures cannot be drawn', async () => {
    const outcome = await outcomeOf(
      ending(done({ series: SERIES })),
      JOB,
      () => Promise.reject(new Error('The canvas has no pixels.')),
      ignore,
    );
    assert.ok(outcome.kind === 'failed');
    assert.match(outcome.message, /The canvas has no pixels\./);
    assert.notEqual(outcome.next, '');
  });

  it('is a failure when the run has no measurements, or cannot start', async () => {
    const unmeasured = await outcomeOf(ending(done({})), JOB, () => Promise.resolve(PICTURES), ignore);
    assert.equal(unmeasured.kind, 'failed');
    const broken = { run: () => Promise.reject(new Error('no worker')) };
    const outcome = await outcomeOf(broken, JOB, () => Promise.resolve(PICTURES), ignore);
    assert.ok(outcome.kind === 'failed');
    assert.match(outcome.message, /no worker/);
  });
});
