import assert from 'node:assert/strict';
import type { Hyperparameters } from '../../../src/shared/domain/hyperparameters';
import type { RerunJob } from '../../../src/shared/wire/rerun';
import type { RunSeries } from '../../../src/shared/domain/measures';
import { RunHistory } from '../../../webview/gan/history/runHistory';
import { Rerunner, type RerunEnd } from '../../../webview/rerun/rerunner';
import { pageTimers } from '../../../webview/ui/timers';
import { SMALL, trainerOf, valueOf } from '../gan/support';
import { engineWorker } from '../../../scripts/threads/engineWorker';

function jobOf(
  round: number,
  changes: RerunJob['changes'] = [],
  of: Partial<Hyperparameters> = {},
): RerunJob {
  return { id: 'job', title: '', hyperparameters: { ...SMALL, ...of }, changes, round };
}

async function rerun(job: RerunJob, progressed: (round: number) => void = () => {}): Promise<RerunEnd> {
  return new Rerunner(() => Promise.resolve(engineWorker()), undefined, pageTimers).run(job, progressed);
}

async function seriesOf(job: RerunJob): Promise<RunSeries> {
  const end = await rerun(job);
  assert.ok(end.kind === 'done');
  assert.ok(end.frame.series);
  return end.frame.series;
}

describe('Running a run again', () => {
  it('measures bit for bit what the run measured', async () => {
    const run = new RunHistory(await trainerOf());
    run.trainer.prepareMeasurements();
    for (let round = 0; round < 25; round++) {
      valueOf(run.runRound());
    }
    const { series } = run.frame({ playing: false, wholeRounds: true });
    assert.deepEqual(await seriesOf(jobOf(25)), series);
    run.dispose();
  });

  it('makes every change at its moment, also between two phases', async () => {
    const [faster, slower] = [
      { ...SMALL, generatorLearningRate: 0.02 },
      { ...SMALL, generatorLearningRate: 0.001 },
    ];
    const run = new RunHistory(await trainerOf());
    run.trainer.prepareMeasurements();
    for (let round = 0; round < 10; round++) {
      valueOf(run.runRound());
    }
    valueOf(run.changeLive(faster));
    for (let round = 10; round < 14; round++) {
      valueOf(run.runRound());
    }
    for (let phase = 0; phase < 3; phase++) {
      valueOf(run.runPhase());
    }
    valueOf(run.changeLive(slower));
    for (let phase = 3; phase < 7; phase++) {
      valueOf(run.runPhase());
    }
    for (let round = 15; round < 20; round++) {
      valueOf(run.runRound());
    }
    const { series } = run.frame({ playing: false, wholeRounds: true });
    const changes = [
      { position: { round: 10, phasesDone: 0 }, hyperparameters: faster },
      { position: { round: 14, phasesDone: 3 }, hyperparameters: slower },
    ];
    const again = await seriesOf(jobOf(20, changes));
    assert.deepEqual(again, series);
    assert.notDeepEqual(again, await seriesOf(jobOf(20)));
    run.dispose();
  });

  it('tells how far it has come', async () => {
    const rounds: number[] = [];
    await rerun(jobOf(12), (round) => rounds.push(round));
    assert.equal(rounds.at(-1), 12);
    assert.deepEqual(
      rounds,
      rounds.toSorted((a, b) => a - b),
    );
  });

  it('ends where its numbers ceased to be finite', async () => {
    const exploding = { loss: 'naiveLogSigmoid', discriminatorLearningRate: 1, r1Weight: 0 } as const;
    const end = await rerun(jobOf(200, [], exploding));
    assert.ok(end.kind === 'done');
    assert.ok(end.frame.position.round < 200);
  });

  it('fails with the reason when the hyperparameters do not go together', async () => {
    const end = await rerun(jobOf(5, [], { data: 'twoBlobs' }));
    assert.ok(end.kind === 'failed');
    assert.notEqual(end.problem.message, '');
  });
});
